"""YAML: every scalar stays what was typed, every value knows its place, and what hides something is refused."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem
from factsuite.load.yaml_tree import MAX_DEPTH, read_yaml

PATH = PurePosixPath("facts/bridge/facts.yaml")


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    node, problems = read_yaml(text, PATH, first_line)
    return node, list(problems)


def mapping(text: str) -> Map:
    node, problems = read(text)
    assert problems == []
    assert isinstance(node, Map)
    return node


def places(text: str) -> list[tuple[str, int, int]]:
    """Rule, line and column of every problem."""
    return [(problem.rule, problem.at.line, problem.at.column) for problem in read(text)[1]]


@pytest.mark.parametrize(
    "typed",
    [
        "12:30:45", "no", "yes", "on", "off", "true", "1.10", "0x1F", "0o17", "017", "~", "null", "2024-10-23",
        "1e3", "1,500", "12.50", ".90", "0.9", "+5", "-5", ".inf", ".nan", "=", "<<", "2024-10-23T13:42-04:00",
        "2001-12-14t21:59:43.10-05:00", "1_000", "190:20:30", "n", "y", "0b1010", "-0", "12e03", "3.",
    ],
)  # fmt: skip
def test_a_scalar_is_kept_as_typed(typed: str) -> None:
    value = mapping(f"value: {typed}\n")["value"]
    assert isinstance(value, Text)
    assert str(value) == typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("''", ""),
        ('""', ""),
        ("", ""),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"\\u00e9"', "é"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("plain\n  continued", "plain continued"),
        ("\U0001f6a2 harbour", "\U0001f6a2 harbour"),
    ],
)
def test_quoted_and_folded_text_is_what_yaml_says_it_is(typed: str, text: str) -> None:
    assert mapping(f"value: {typed}\n")["value"] == text


def test_every_value_and_every_key_knows_its_line_and_column() -> None:
    root = mapping("one: 1\nlist:\n  - a\n  - {b: 'c', d: [e]}\nlast:   x\n")
    assert [(key, key.line, key.column) for key in root.names()] == [("one", 1, 1), ("list", 2, 1), ("last", 5, 1)]
    listed = root["list"]
    assert isinstance(listed, Seq)
    assert (listed.line, listed.column) == (3, 3)
    flow = listed[1]
    assert isinstance(flow, Map)
    assert (flow.line, flow.column) == (4, 5)
    for node, place in ((root["one"], (1, 6)), (listed[0], (3, 5)), (root["last"], (5, 9))):
        assert isinstance(node, Text)
        assert (node.line, node.column) == place
    c, e = flow["b"], flow["d"]
    assert isinstance(c, Text)
    assert isinstance(e, Seq)
    assert (c.line, c.column, c.quoted) == (4, 9, True)
    assert (e[0].line, e[0].column) == (4, 18)
    assert [(key.line, key.column) for key in flow.names()] == [(4, 6), (4, 14)]


def test_columns_count_code_points_and_not_bytes() -> None:
    root = mapping("{name: \U0001f6a2é, next: x}\n")
    value = root["next"]
    assert (value.line, value.column) == (1, 18)


def test_line_ends_of_other_systems_count_as_one_line() -> None:
    root = mapping("one: 1\r\ntwo: 2\r\nthree: 3\r\n")
    assert [(key, key.line) for key in root.names()] == [("one", 1), ("two", 2), ("three", 3)]
    assert root["two"] == "2"


def test_front_matter_counts_from_the_line_it_stands_on() -> None:
    node, _ = read("headline: A bridge\nheadline: Two\n", first_line=2)
    assert isinstance(node, Map)
    assert node["headline"].line == 2
    assert [problem.at.line for problem in read("a: 1\na: 2\n", first_line=2)[1]] == [3]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\na: 2\n", (2, 1)),
        ("list:\n  - x: 1\n    y: 2\n    x: 3\n", (4, 5)),
        ("{a: 1, b: 2, a: 3}\n", (1, 14)),
        ("a: 1\n'a': 2\n", (2, 1)),
        ('a: 1\n"a": 2\n', (2, 1)),
    ],
)
def test_a_repeated_key_is_refused_where_it_is_repeated(text: str, place: tuple[int, int]) -> None:
    node, problems = read(text)
    assert [(p.rule, p.at.line, p.at.column) for p in problems] == [("repeated-key", *place)]
    assert "the first is on line" in problems[0].message
    assert node is not None


def test_of_a_repeated_key_the_first_value_is_kept() -> None:
    node, _ = read("a: first\na: second\na: third\n")
    assert node == {"a": "first"}
    assert places("a: first\na: second\na: third\n") == [("repeated-key", 2, 1), ("repeated-key", 3, 1)]


def test_a_key_knows_its_place_below_a_repeated_one_and_below_one_that_is_no_name() -> None:
    node, _ = read("a: 1\nb: 2\na: 3\n[x]: 4\nb: 5\n{y: 6}: 7\nc: 8\n")
    assert isinstance(node, Map)
    assert [(key, key.line) for key in node.names()] == [("a", 1), ("b", 2), ("", 4), ("c", 7)]


def test_the_same_key_in_two_entries_is_no_repetition() -> None:
    assert places("- a: 1\n- a: 2\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &mark one\n", [("yaml-alias", 1, 4)]),
        ("a: &mark one\nb: *mark\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("a: &mark {x: 1}\nb:\n  <<: *mark\n", [("yaml-alias", 1, 4), ("yaml-alias", 3, 7)]),
        ("a: &mark [1]\n", [("yaml-alias", 1, 4)]),
        ("a: !!str one\n", [("yaml-tag", 1, 4)]),
        ("a: !!python/object/apply:os.system [ls]\n", [("yaml-tag", 1, 4)]),
        ("a: !house {x: 1}\n", [("yaml-tag", 1, 4)]),
        ("!!map {a: 1}\n", [("yaml-tag", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", [("several-documents", 2, 1)]),
        ("? {a: 1}\n: 2\n", [("yaml-syntax", 1, 3)]),
        ("? [a]\n: 2\n", [("yaml-syntax", 1, 3)]),
    ],
)
def test_what_hides_something_is_refused_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert places(text) == expected
    assert all(problem.hint for problem in read(text)[1])


def test_an_alias_stands_for_nothing() -> None:
    node, _ = read("a: &x secret\nb: *x\n")
    assert node == {"a": "secret", "b": ""}


def test_aliases_cannot_make_a_small_file_large() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)
    )
    node, problems = read(laughs)
    assert isinstance(node, Map)
    assert len(str(node)) < 2000
    assert len(problems) == 25 + 48


def test_all_problems_of_a_file_are_reported_in_its_order() -> None:
    text = "a: &m 1\nb: !!str 2\nc: 3\nc: 4\nd: *m\n"
    assert places(text) == [("yaml-alias", 1, 4), ("yaml-tag", 2, 4), ("repeated-key", 4, 1), ("yaml-alias", 5, 4)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n\tb: 1\n", (2, 1)),
        ("a:\n  b: 1\n\tc: 2\n", (3, 1)),
        ("a:\n  - x\n \t- y\n", (3, 2)),
        ("\ta: 1\n", (1, 1)),
    ],
)
def test_a_tab_that_indents_is_named_as_one(text: str, place: tuple[int, int]) -> None:
    problems = read(text)[1]
    assert [problem.rule for problem in problems] == ["tab-indentation"]
    assert problems[0].at.line == place[0]
    assert "spaces" in problems[0].hint


def test_a_tab_inside_text_is_text() -> None:
    assert mapping("a: one\ttwo\n")["a"] == "one\ttwo"
    assert mapping('a: "one\ttwo"\n')["a"] == "one\ttwo"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_has_a_limit_and_no_stack_is_used_up(opening: str) -> None:
    node, problems = read(opening * 5000)
    assert node is None
    assert [problem.rule for problem in problems] == ["yaml-syntax"]
    assert f"{MAX_DEPTH} levels" in problems[0].message


def test_the_deepest_nesting_allowed_is_read() -> None:
    node, problems = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert problems == []
    assert node is not None
    assert read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[0] is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 'open\nb: 2\n", 1),
        ('a: "open\nb: 2\n', 1),
        ("a: [1, 2\n", 2),
        ("a: b: c\n", 1),
        ("a: 1\n  b: 2\n", 2),
        ("- a\nb: 1\n", 2),
        ("a: @x\n", 1),
        ("a: `x`\n", 1),
        ("%YAML 3.0\n---\na: 1\n", 1),
        ("a: 1\n}\n", 2),
        ("a: *unknown\nb: [\n", 3),
    ],
)
def test_broken_syntax_is_placed_and_gets_a_hint(text: str, line: int) -> None:
    node, problems = read(text)
    assert node is None
    assert problems[-1].rule == "yaml-syntax"
    assert problems[-1].at.line == line
    assert problems[-1].at.column >= 1
    assert problems[-1].hint


def test_a_colon_in_plain_text_gets_a_hint_about_quotation_marks() -> None:
    problems = read("claim: The mayor said: we are ready\n")[1]
    assert "quotation marks" in problems[0].hint


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n", "---\n"])
def test_nothing_is_nothing_and_no_crash(text: str) -> None:
    node, problems = read(text)
    assert node is None or node == ""
    assert problems == []


@pytest.mark.parametrize("text", ["\x00", "a: \x07\n", "\ufffe", "a\x85b: 1\n", 'a: "\\ud800"\n', "...\n"])
def test_characters_no_yaml_has_do_not_crash(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems
