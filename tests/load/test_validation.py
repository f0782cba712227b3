"""Schema errors: every one, in words for an editor, at the line and column of the value it is about."""

from pathlib import PurePosixPath

import pytest
from fictional_town import FILES, without

from factsuite.load.documents import load_document
from factsuite.load.entries import Entries, load_entities, load_facts, load_sources
from factsuite.load.problems import Problem
from factsuite.load.schemas import fact_kinds
from factsuite.load.suggestions import did_you_mean, nearest

FOLDER = PurePosixPath("facts/bridge")
LOADERS = {"facts.yaml": load_facts, "sources.yaml": load_sources, "entities.yaml": load_entities}

FACT = """\
format: 1
facts:
  - id: visitors
    kind: quantity
    claim: More than 300 people crossed the bridge.
    anchor: {exact: more than 300 people}
    asserts: {measure: bridge-visitors, value: more than 300 people}
    evidence:
      - {source: hearing, reports: {value: 412 people}}
"""


def load(text: str, name: str = "facts.yaml") -> Entries:
    path = FOLDER / name
    return LOADERS[name](load_document({path: text.encode("utf-8")}, path))


def one(old: str, new: str) -> Problem:
    """The only problem of the example with one passage replaced."""
    assert FACT.count(old) == 1
    problems = load(FACT.replace(old, new)).problems
    assert len(problems) == 1, [(str(each.at), each.message) for each in problems]
    return problems[0]


def test_the_examples_are_sound() -> None:
    assert load(FACT).problems == ()
    for name in LOADERS:
        assert load(FILES[name], name).problems == ()


@pytest.mark.parametrize(
    ("old", "new", "rule", "place", "message", "hint"),
    [
        ("    claim: More", "    cliam: More", "unknown-field", (5, 5), "`cliam`", "did you mean `claim`?"),
        ("value: more", "valeu: more", "unknown-field", (7, 41), "`valeu`", "did you mean `value`?"),
        ("reports: {value", "report: {value", "unknown-field", (9, 27), "`report`", "did you mean `reports`?"),
        ("{exact: more", "{exakt: more", "unknown-field", (6, 14), "`exakt`", "did you mean `exact`?"),
        ("    kind: quantity", "    kind: quantitie", "invalid-value", (4, 11), "`quantitie`", "`quantity`?"),
        ("    kind: quantity", "    kind: number", "invalid-value", (4, 11), "`number`", "one of: quantity, date"),
        ("    kind: quantity\n", "    kidn: quantity\n", "unknown-field", (4, 5), "`kidn`", "did you mean `kind`?"),
        ("    kind: quantity\n", "", "missing-field", (3, 5), "does not say its `kind`", "one of: quantity"),
        ("  - id: visitors", "  - id: The Visitors", "invalid-value", (3, 9), "The Visitors", "small letters"),
        ("  - id: visitors", "  - id: ''", "invalid-value", (3, 9), "", ""),
        ("source: hearing, ", "", "missing-field", (9, 9), "`source` is missing", "sources.yaml"),
        ("    evidence:\n", "    verdict: wrong\n    evidence:\n", "invalid-value", (8, 14), "`wrong`", "one of: "),
        ("format: 1", "format: 2", "invalid-value", (1, 9), "`2`", ""),
    ],
)  # fmt: skip
def test_an_error_names_the_place_the_defect_and_the_remedy(
    old: str, new: str, rule: str, place: tuple[int, int], message: str, hint: str
) -> None:
    found = [each for each in load(FACT.replace(old, new)).problems if each.rule == rule]
    assert FACT.count(old) == 1
    assert (found[0].at.line, found[0].at.column) == place
    assert message in found[0].message
    assert hint in found[0].hint


@pytest.mark.parametrize("kind", ["quantity", "date", "order", "quotation", "statement", "office", "place", "event"])
def test_an_error_names_the_branch_of_its_kind(kind: str) -> None:
    problems = load(FACT.replace("kind: quantity", f"kind: {kind}").replace("value: more", "colour: more")).problems
    unknown = [each for each in problems if "`colour`" in each.message]
    assert [(each.rule, each.at.line, each.at.column) for each in unknown] == [("unknown-field", 7, 41)]
    assert unknown[0].message.startswith(f"a fact of kind {kind}, `asserts`: ")


def test_a_field_of_another_kind_is_unknown_here() -> None:
    problem = one("value: more than 300 people}\n", "value: more than 300 people, office: Mayor}\n")
    assert problem.rule == "unknown-field"
    assert "a fact of kind quantity" in problem.message
    assert "known here: " in problem.hint


@pytest.mark.parametrize(
    ("old", "new", "given"),
    [
        ("anchor: {exact: more than 300 people}", "anchor: more than 300", "group of fields belongs here, not text"),
        ("anchor: {exact: more than 300 people}", "anchor: [one]", "a group of fields belongs here, not a list"),
        ("claim: More than 300 people crossed the bridge.", "claim: [one]", "text belongs here, not a list"),
        ("claim: More than 300 people crossed the bridge.", "claim: {a: b}", "text belongs here, not a group"),
        ("anchor: {exact: more than 300 people}", "anchor:", "a group of fields belongs here, not nothing"),
    ],
)  # fmt: skip
def test_a_value_of_another_form_says_what_belongs_there(old: str, new: str, given: str) -> None:
    problem = one(old, new)
    assert problem.rule == "invalid-value"
    assert given in problem.message


def test_a_comma_inside_braces_gets_the_hint_that_helps() -> None:
    problems = load(FACT.replace("value: 412 people}", "value: 1,412 people}")).problems
    hints = [each.hint for each in problems if each.rule == "unknown-field"]
    assert hints == ["a comma ends a value inside { }: put text that holds one in quotation marks"]


def test_a_comma_inside_braces_gets_the_hint_where_words_follow_it() -> None:
    problems = load(FACT.replace("value: 412 people}", "value: 412 people, as the council counted}")).problems
    hints = [each.hint for each in problems if each.rule == "unknown-field"]
    assert hints == ["a comma ends a value inside { }: put text that holds one in quotation marks"]


def test_every_problem_of_a_file_is_reported_and_the_sound_entries_stay_sound() -> None:
    text = FILES["facts.yaml"]
    for old, new in (
        ("    claim: More", "    cliam: More"),
        ("    kind: quotation", "    kind: quote"),
        ("    verdict: contradicted", "    verdict: wrong"),
        ("    tags: [numbers]", "    tags: numbers"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    loaded = load(text)
    assert [(each.rule, each.at.line) for each in sorted(loaded.problems, key=lambda p: p.at)] == [
        ("unknown-field", 12),
        ("invalid-value", 17),
        ("invalid-value", 20),
        ("invalid-value", 34),
    ]
    assert {entry.label: entry.sound for entry in loaded.entries} == {
        "opening-day": True,
        "visitors": False,
        "memo": False,
        "quill-office": False,
    }
    assert {each.fact for each in loaded.problems} == {"visitors", "memo", "quill-office"}


def test_a_problem_of_syntax_belongs_to_the_fact_it_stands_in() -> None:
    loaded = load(without("    kind: quotation\n", "    kind: quotation\n    kind: date\n"))
    assert [(each.rule, each.at.line, each.fact) for each in loaded.problems] == [("repeated-key", 21, "memo")]
    assert [entry.label for entry in loaded.entries if not entry.sound] == ["memo"]


def test_entries_without_an_id_and_entries_of_one_id_have_labels_of_their_own() -> None:
    text = FILES["facts.yaml"].replace("  - id: visitors\n    kind: quantity", "  - kind: quantity")
    text = text.replace("  - id: memo", "  - id: opening-day")
    assert [entry.label for entry in load(text).entries] == [
        "opening-day",
        "entry-at-line-10",
        "opening-day@18",
        "quill-office",
    ]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("format: 1\nfacts: none\n", "invalid-value", 2),
        ("format: 1\nfacts:\n", "invalid-value", 2),
        ("format: 1\nfacts:\n  - just text\n", "invalid-value", 3),
        ("format: 1\nfacts:\n  - [a, list]\n", "invalid-value", 3),
        ("format: 1\nfact: []\n", "unknown-field", 2),
        ("facts: []\n", "missing-field", 1),
    ],
)
def test_the_outline_of_a_file_is_checked_too(text: str, rule: str, line: int) -> None:
    loaded = load(text)
    assert (rule, line) in [(each.rule, each.at.line) for each in loaded.problems]
    assert loaded.entries == ()


@pytest.mark.parametrize(
    ("name", "text", "within", "place"),
    [
        ("sources.yaml", "format: 1\nsources:\n  - {id: a, publisher: A, knid: blog}\n", "a source", (3, 27)),
        ("entities.yaml", "format: 1\npeople:\n  - {id: a, name: A, withn: b}\n", "a person", (3, 22)),
        ("entities.yaml", "format: 1\norganisations:\n  - {id: a, name: A, nmae: b}\n", "an organisation", (3, 22)),
        ("entities.yaml", "format: 1\nplaces:\n  - {id: a, name: A, naer: b}\n", "a place", (3, 22)),
        ("entities.yaml", "format: 1\nevents:\n  - {id: a, name: A, evidense: []}\n", "an event", (3, 22)),
        ("entities.yaml", "format: 1\nmeasures:\n  - {id: a, name: A, unit: b, nuons: [c]}\n", "a measure", (3, 31)),
    ],
)
def test_entries_of_other_files_are_named_for_what_they_are(
    name: str, text: str, within: str, place: tuple[int, int]
) -> None:
    unknown = [each for each in load(text, name).problems if each.rule == "unknown-field"]
    assert [(each.at.line, each.at.column) for each in unknown] == [place]
    assert unknown[0].message.startswith(f"{within}: ")
    assert unknown[0].hint.startswith("did you mean `")


def test_the_kinds_are_the_nine_of_the_format() -> None:
    assert set(fact_kinds()) == {
        "quantity", "date", "order", "quotation", "statement", "office", "place", "event", "derived",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("cliam", ["claim", "kind"], "claim"),
        ("CLAIM", ["claim", "kind"], "claim"),
        ("colour", ["claim", "kind"], None),
        ("", ["claim"], None),
        ("x" * 100_000, ["claim"], None),
        ("ab", [], None),
    ],
)
def test_the_nearest_known_word_is_offered_or_none(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected
    assert did_you_mean(word, known, "otherwise") == (f"did you mean `{expected}`?" if expected else "otherwise")
