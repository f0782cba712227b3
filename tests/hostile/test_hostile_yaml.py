"""YAML that would fill memory, use up the stack, or say something else than is read: a problem with a place each."""

from pathlib import PurePosixPath

import pytest
from fictional_town import FILES, without

from factsuite.engine import check_tree
from factsuite.load.bounds import LONGEST_VALUE, MOST_PROBLEMS, MOST_VALUES
from factsuite.load.documents import load_document
from factsuite.load.entries import load_facts
from factsuite.load.problems import Problem
from factsuite.model.policy import Policy
from factsuite.rules.results import Result

FOLDER = PurePosixPath("facts/bridge")
FACTS = FOLDER / "facts.yaml"
HEAD = "format: 1\nfacts:\n"


def problems(text: str) -> list[Problem]:
    return list(load_facts(load_document({FACTS: text.encode("utf-8", "surrogatepass")}, FACTS)).problems)


def checked(**changed: str) -> Result:
    tree = {FOLDER / name: changed.get(name.replace(".", "_"), text).encode() for name, text in FILES.items()}
    return check_tree(tree, Policy())


def found(result: Result) -> set[tuple[str, str, int]]:
    return {(each.rule, each.finding.at.path.name, each.finding.at.line) for each in result.all_findings}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "{a: " * 10_000,
        "- " * 10_000 + "x\n",
        "".join(" " * depth + "a:\n" for depth in range(1_000)),
        "? " * 10_000 + "x\n",
        HEAD + "  - claim: " + "[" * 10_000,
    ],
)
def test_ten_thousand_levels_are_one_problem_more(text: str) -> None:
    told = problems(text)
    assert "nested more than 64 levels deep" in told[-1].message
    assert len(told) <= 65
    assert told[-1].at.column > 1


def test_aliases_beyond_counting_end_the_reading() -> None:
    laughs = "a: &a [x]\n" + "b: [" + ", ".join(["*a"] * (MOST_PROBLEMS + 5)) + "]\n"
    told = problems(laughs)
    assert len(told) == MOST_PROBLEMS + 1
    assert "more than 2,000 problems" in told[-1].message
    assert {problem.rule for problem in told[:-1]} == {"yaml-alias"}


@pytest.mark.parametrize("entry", ["- x\n", "- {}\n", "- {id: a, kind: b, claim: *c}\n"])
def test_defects_beyond_counting_end_the_reading_and_fail(entry: str) -> None:
    text = HEAD + entry * (MOST_PROBLEMS + 500)
    assert len(problems(text)) == MOST_PROBLEMS + 1
    result = checked(facts_yaml=text)
    assert result.failed
    assert not list(result.facts)


def test_more_values_than_a_machine_should_hold_are_refused_unread() -> None:
    [told] = problems(HEAD + "- a\n" * (MOST_VALUES + 1))
    assert told.rule == "yaml-syntax"
    assert "more than 500,000 values" in told.message


@pytest.mark.parametrize("style", ["{}", '"{}"', "'{}'", "|\n        {}"])
def test_a_value_no_field_can_mean_is_named_at_its_place_and_its_fact_is_defective(style: str) -> None:
    long = style.format("x" * (LONGEST_VALUE + 1))
    text = without("claim: More than 300 people crossed the bridge.", f"claim: {long}")
    result = checked(facts_yaml=text)
    assert ("yaml-syntax", "facts.yaml", 12) in found(result)
    outcomes = {fact.slot.label: fact.outcome.value for fact in result.facts}
    assert outcomes["visitors"] == "error"
    assert outcomes["memo"] == "passed"


def test_a_value_as_long_as_is_read_is_read() -> None:
    text = without("claim: More than 300 people crossed the bridge.", f"claim: {'x' * LONGEST_VALUE}")
    assert "yaml-syntax" not in {rule for rule, *_ in found(checked(facts_yaml=text))}


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("tags: [numbers]", "<<: {tags: [numbers]}", "unknown-field", 17),
        ("tags: [numbers]", "<<: *base", "yaml-alias", 17),
        ("tags: [numbers]", "tags: !!python/object/apply:os.system [id]", "yaml-tag", 17),
        ("tags: [numbers]", "tags: !!binary aGk=", "yaml-tag", 17),
        ("exact: More than 300", 'exact: "\\ud800 More than 300', "yaml-syntax", 13),
        ("crossed the bridge.", "crossed\x85the bridge.", "yaml-syntax", 12),
        ("crossed the bridge.", "crossed\u2028the bridge.", "yaml-syntax", 12),
        ("crossed the bridge.", "crossed\x00the bridge.", "unreadable-file", 12),
        ("claim: More", "claim: \ufeffMore", "invisible-character", 12),
        ("format: 1\n", "format: 1" + "0" * 5_000 + "\n", "invalid-value", 1),
    ],
)
def test_what_would_be_read_as_something_else_is_named_where_it_stands(
    old: str, new: str, rule: str, line: int
) -> None:
    assert (rule, "facts.yaml", line) in found(checked(facts_yaml=without(old, new)))


def test_a_hidden_line_end_in_front_matter_is_named_where_an_editor_sees_it() -> None:
    text = without("headline: Larkhaven", "headline: Lark\u2029haven", "article.md")
    assert ("yaml-syntax", "article.md", 3) in found(checked(article_md=text))


def test_mixed_line_ends_change_neither_what_is_read_nor_its_line() -> None:
    facts, article = FILES["facts.yaml"], FILES["article.md"]
    mixed = checked(facts_yaml=facts.replace("\n", "\r\n", 9), article_md=article.replace("\n", "\r\n", 4))
    assert found(mixed) == found(checked())
    assert not mixed.failed


def test_three_entries_with_one_id_on_one_line_keep_three_names() -> None:
    entries = load_facts(load_document({FACTS: b"format: 1\nfacts: [{id: a}, {id: a}, {id: a}]\n"}, FACTS)).entries
    assert len({entry.label for entry in entries}) == 3
