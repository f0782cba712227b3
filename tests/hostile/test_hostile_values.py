"""Numbers, dates and texts made to break their readers: a finding with a place, in bounded time."""

from pathlib import PurePosixPath
from time import process_time

import pytest
from fictional_town import FILES, without

from factsuite.engine import check_tree
from factsuite.load.errors import FactsuiteError
from factsuite.model.path_patterns import lies_under
from factsuite.model.policy import Policy
from factsuite.rules.results import Result

FOLDER = PurePosixPath("facts/bridge")
SECONDS = 10
"""Of processor time, for texts of 4,000 letters: thirty times what they take; `.ci/hostile` tries a million."""


def checked(**changed: str) -> Result:
    tree = {FOLDER / name: changed.get(name.replace(".", "_"), text).encode() for name, text in FILES.items()}
    return check_tree(tree, Policy())


@pytest.mark.parametrize(
    "value",
    [
        ".inf", "-.inf", ".nan", "NaN", "Infinity", "inf people", "1e999999999", "1e400 people", "10^999999999 people",
        "1E+1000000000000 people", "1/0 people", f"1{'0' * 5_000} people", f"{'million ' * 2_000}people",
    ],
)  # fmt: skip
def test_a_number_that_is_none_is_unreadable_at_its_place(value: str) -> None:
    found = checked(facts_yaml=without("value: more than 300 people", f"value: {value}")).all_findings
    assert ("unreadable-value", 14, 48) in {(each.rule, each.finding.at.line, each.finding.at.column) for each in found}


@pytest.mark.parametrize(
    "date",
    [
        "2031-02-30", "2031-13-01", "2031-00-00", "0000-00-00", "30 February 2031", "31 June", "29 February 2031",
        "2031-02-29/2031-02-30", "[2031-02-30..]", "10000-01-01", "Y1" + "0" * 5_000, "1" + "0" * 5_000 + "-06-01",
        "2031-06-01T99:99", "since 31 June 2031",
    ],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_unreadable_at_its_place(date: str) -> None:
    text = without("asserts: {event: opening, on: 2031-06-01}", f'asserts: {{event: opening, on: "{date}"}}')
    found = checked(facts_yaml=text).all_findings
    assert ("unreadable-value", 7) in {(each.rule, each.finding.at.line) for each in found}


UNITS = (
    "9", "1 ", "1,", "1.", "1-", "1–", "$1 ", "1% ", "two and ", "hundred and ", "half ", "from 1 to ", "1x10^", "1E",
    "five-", "Jan 1 ", "2024-", "next Monday ", "the 1st of ", '"', "“", '"a" ', '"x," said A ', "Mayor Ada ", "A. ",
    "a\u0301", " ", "\n", "(", "[a](b)", "<", "`", "戰",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_of_one_thing_over_and_over_takes_time_in_bounds(unit: str) -> None:
    text = (unit * 4_000)[:4_000]
    began = process_time()
    result = checked(article_md=f"{FILES['article.md']}\n{text}\n")
    assert process_time() - began < SECONDS
    assert {fact.slot.label for fact in result.facts} == {"opening-day", "visitors", "memo", "quill-office"}


@pytest.mark.parametrize("unit", ["the cat sat on a mat, ", "a ", '"x" said ', "\u0301"])
def test_a_quotation_of_one_thing_over_and_over_takes_time_in_bounds(unit: str) -> None:
    words, printed = (unit * 4_000)[:4_000].strip(), (unit * 4_000)[1:4_000].strip()
    facts = without("words: I never saw that memo}", "words: '" + words + "'}").replace(
        '"QUILL: I never saw that memo."', "'" + printed + "'"
    )
    began = process_time()
    checked(facts_yaml=facts)
    assert process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("facts/" + "*a" * 120 + "b", "facts/" + "a" * 250 + "/facts.yaml"),
        ("**/a/" * 200 + "b", "facts/" + "a/" * 40 + "x"),
        ("**/" * 500 + "x", "facts/a/b"),
    ],
)
def test_a_pattern_of_a_setting_never_takes_long(pattern: str, path: str) -> None:
    began = process_time()
    assert not lies_under(PurePosixPath(path), pattern)
    assert process_time() - began < 1


@pytest.mark.parametrize(
    "settings",
    [b"a = " + b"[" * 10_000, b"a = 1" + b"0" * 5_000, b"a = '\xff'", b"\0", b"[tool]\nfactsuite = 1\n"],
)
def test_settings_that_cannot_be_read_are_usage(settings: bytes) -> None:
    from factsuite.engine import settings_in

    with pytest.raises(FactsuiteError):
        settings_in(settings)
