"""Equivalent mutants: what says the same, or no more, is left out; what says more or otherwise is not."""

import pytest
from msgspec.structs import replace

from factsuite.model.building import build_workspace
from factsuite.model.facts import Fact
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry
from factsuite.mutation.changes import splice
from factsuite.mutation.equivalence import implied, same_words
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.restating import Unreadable, renamed, restated, with_field
from factsuite.rules.examples import example_tree
from factsuite.values.dates import Calendar, read_date
from factsuite.values.quantities import Reach

DAY = Calendar(reference=read_date("2031-06-02"))


def fact_of(example: str) -> tuple[Fact, Registry]:
    dossier = build_workspace(example_tree(example), Policy()).dossiers[0]
    return dossier.facts[-1], dossier.registry


def says_no_more(example: str, field: str, text: str) -> bool:
    """Whether the example with a field restated says no more than before."""
    fact, registry = fact_of(example)
    terms = restated(fact.asserts, field, text, DAY, Reach(), False)
    return implied(fact, replace(fact, asserts=terms), registry)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("1,000 people", "1000 people", True),
        ("12 percent of it", "12% of it", True),
        ("on 1 June 2031", "on 1 June 2031,", False),  # no figure was touched
        ("1,000 people", "1,001 people", False),
        ("at least 300 people", "at most 300 people", False),
        ("1,000 people", "1,000 houses", False),
    ],
)
def test_two_ways_of_writing_one_figure_are_one(before: str, after: str, same: bool) -> None:
    _, registry = fact_of("asserts: {that: The bridge opened.}")
    copy = Copy(f"In all, {before}, it says.", registry, DAY)
    start = copy.text.index(before)
    assert same_words(copy, splice(copy.text, start, start + len(before), after)) is same


COUNT = "kind: quantity\nasserts: {measure: bridge-visitors, value: at least 300 people}"
WORDS = "kind: quotation\nasserts: {speaker: mayor, words: I never saw that memo of yours}"
PLACE = "kind: place\nasserts: {what: opening, where: old-town}"
DATE = "kind: date\nasserts: {event: opening, on: by 1 June 2031}"


@pytest.mark.parametrize(
    ("example", "field", "text", "expected"),
    [
        (COUNT, "value", "at least 200 people", True),
        (COUNT, "value", "at least 400 people", False),
        (COUNT, "value", "about 300 people", False),
        (WORDS, "words", "I never saw that memo", True),
        (WORDS, "words", "I saw that memo of yours", False),
        (DATE, "on", "by 3 June 2031", True),
        (DATE, "on", "by 30 May 2031", False),
    ],
)
def test_a_weaker_assertion_says_no_more_than_the_stronger(example: str, field: str, text: str, expected: bool) -> None:
    assert says_no_more(example, field, text) is expected


def test_a_wider_place_says_no_more_and_another_one_does() -> None:
    fact, registry = fact_of(PLACE)
    wider = replace(fact, asserts=renamed(fact.asserts, "where", {"old-town": "larkhaven"}))
    elsewhere = replace(fact, asserts=renamed(fact.asserts, "where", {"old-town": "northport"}))
    assert implied(fact, wider, registry)
    assert not implied(fact, elsewhere, registry)


def test_a_quotation_without_its_speaker_says_less_and_a_statement_without_one_says_more() -> None:
    quotation, registry = fact_of(WORDS)
    statement, _ = fact_of("kind: statement\nasserts: {speaker: mayor, that: The bridge opened.}")
    silent = replace(quotation, asserts=with_field(quotation.asserts, "speaker", None))
    told_as_known = replace(statement, asserts=with_field(statement.asserts, "speaker", None))
    assert implied(quotation, silent, registry)
    assert not implied(statement, told_as_known, registry)


def test_a_fact_that_was_not_changed_is_no_equivalent_mutant() -> None:
    fact, registry = fact_of(COUNT)
    assert not implied(fact, fact, registry)


def test_a_value_its_field_cannot_hold_is_refused_with_its_name() -> None:
    fact, _ = fact_of(COUNT)
    with pytest.raises(Unreadable, match="`value`: 'a bunch of folks'"):
        restated(fact.asserts, "value", "a bunch of folks", DAY, Reach(), False)
