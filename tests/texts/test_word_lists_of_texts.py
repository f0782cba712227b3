"""The published word lists: complete, and without a word in two places."""

from collections import Counter

import pytest

from factsuite.texts import synonyms
from factsuite.texts.opposites import OPPOSITES, opposed
from factsuite.texts.stems import stem
from factsuite.texts.synonyms import concept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sold", "selling"),
        ("released", "releases"),
        ("children", "child"),
        ("cities", "city"),
        ("stopped", "stops"),
        ("women", "woman's"),
        ("churches", "church"),
        ("planned", "planning"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("news", "new"), ("species", "specy"), ("united", "unit"), ("found", "founded"), ("thing", "the")],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_word_stands_in_one_class_of_synonyms_at_most() -> None:
    words = Counter(
        key for line in synonyms._CLASSES.strip().splitlines() for key in {stem(word) for word in line.split()}
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_opposites_are_opposed_both_ways_and_no_word_to_itself() -> None:
    for key, others in OPPOSITES.items():
        assert key not in others
        assert all(key in OPPOSITES[other] for other in others)
    rising, falling = ([concept(word) for word in (verb, "price")] for verb in ("rose", "fell"))
    assert opposed(rising, falling) == (concept("rise"), concept("fall"))


def test_a_text_with_both_opposites_is_opposed_to_neither() -> None:
    rise, fall = concept("rise"), concept("fall")
    assert opposed([rise, fall], [fall]) is None
    assert opposed([rise], [concept("price")]) is None


def test_events_under_two_names_are_one_and_opposite_events_are_two() -> None:
    assert concept("premiered") == concept("released")
    assert concept("inhabitants") == concept("population")
    assert concept("born") != concept("died")
