import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.relation import Relation
from factsuite.values.strength import compare_acts, compare_strength, read_strength, strength_on
from factsuite.values.wording.strength_orders import CAUSES, MODALITY, ORDERS, QUANTIFIERS

E, C, X, N = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS, Relation.INCOMPARABLE


@pytest.mark.parametrize(
    ("reported", "asserted", "relation"),
    [
        ("said", "said", E),
        ("said", "alleged", E),
        ("confirmed", "said", E),
        ("alleged", "said", C),
        ("suggested", "estimated", C),
        ("said", "confirmed", C),
        ("denied", "said", X),
        ("confirmed", "denied", X),
        ("denied", "alleged", N),
        ("urged", "asked", E),
        ("asked", "urged", C),
        ("urged", "said", N),
        ("promised", "said", N),
        ("says", "stated", E),
        ("emphasises", "said", E),
        ("grumbled darkly", "said", N),
        ("grumbled darkly", "grumbled darkly", E),
    ],
)
def test_acts(reported: str, asserted: str, relation: Relation) -> None:
    assert compare_acts(reported, asserted) is relation


@pytest.mark.parametrize(
    ("reported", "asserted", "relation"),
    [
        ("The bridge may close", "The bridge will close", C),
        ("The bridge will close", "The bridge may close", E),
        ("linked to the flood", "caused the flood", C),
        ("caused the flood", "contributed to the flood", E),
        ("some residents", "most residents", C),
        ("nearly all residents", "most residents", E),
        ("said", "confirmed", C),
        ("a bridge", "a boat", N),
    ],
)
def test_wordings(reported: str, asserted: str, relation: Relation) -> None:
    assert compare_strength(reported, asserted) is relation


def test_every_order_names_its_source_and_lists_each_phrase_once() -> None:
    for order in ORDERS:
        phrases = [phrase for level in order.levels for phrase in level]
        assert order.source
        assert len(phrases) == len(set(phrases)), order.name


@given(st.text(), st.text())
def test_any_text_is_compared(reported: str, asserted: str) -> None:
    assert compare_strength(reported, asserted) in Relation
    assert compare_acts(reported, reported) is Relation.ENTAILS


def test_every_phrase_is_found_by_its_longest_word() -> None:
    for order in (MODALITY, CAUSES, QUANTIFIERS):
        for level, phrases in enumerate(order.levels):
            for phrase in phrases:
                texts = (phrase, f"It was {phrase} of the 30", f"({phrase.upper()})")
                for text in texts:
                    found = [each for each in read_strength(text) if each.order == order.name]
                    assert found, text
                    assert found[0].level <= level


def test_one_order_is_read_as_among_all() -> None:
    for order in (MODALITY, CAUSES, QUANTIFIERS):
        for phrase in (*(phrase for level in order.levels for phrase in level), "", "The bridge opened."):
            text = f"It may be that {phrase} most of the 30 could cause it"
            assert [strength_on(order.name, text)] == [each for each in read_strength(text) if each.order == order.name]
            alone = strength_on(order.name, phrase)
            assert [alone] == ([each for each in read_strength(phrase) if each.order == order.name] or [None])
