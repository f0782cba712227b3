"""Cheap checks before dear readers: each rules out only what the reader would not have found."""

import re
from itertools import combinations
from pathlib import PurePosixPath
from random import Random

import pytest

from factsuite.load.locations import Location
from factsuite.model.entities import Office, Person
from factsuite.model.registry import Registry, registry
from factsuite.reading.markdown import Block, Prose
from factsuite.reading.names import Names, find_names, may_be_named
from factsuite.values.folding import fold
from factsuite.verdicts import headline_strength, near_copies, own_prose
from factsuite.verdicts.coverage.written_titles import _Known, find_titles

AT = Location(path=PurePosixPath("entities.yaml"))
TITLES = ("Mayor", "PM", "Vice-Mayor of Northport", "Straße Inspector", "U.S. Envoy", "o")
PIECES = ("Ada", "Quill", "the", "Vice", "Mayor", "PM", "of", "Northport", "U", "S", "Envoy", "straSSe", "Straße", "o")
GAPS = (" ", " ", " ", "  ", "\n", "\n\n", "-", "\u2010", ".", ". ", ", ", "'", "’", "ʼ", "_", "\u200b", " & ", "&")
NAMES = Names({"ada": ("Ada Quill", "Quill"), "town": ("Northport",), "u-s": ("U.S.", "the U'S"), "o": ("o Mayor-PM",)})


def text_of(seed: int) -> str:
    chance = Random(seed)
    return "".join(chance.choice(PIECES) + chance.choice(GAPS) for _ in range(9))


def office_holders() -> Registry:
    offices = tuple(Office(title=title, at=AT) for title in TITLES)
    return registry([Person(id="ada", name="Ada Quill", aliases=("Quill",), at=AT, offices=offices)], (), ("aide",), ())


class Everything(frozenset[str]):
    """What rules nothing out."""

    def __contains__(self, item: object) -> bool:
        return True


@pytest.mark.parametrize("seed", range(60))
def test_no_stretch_of_a_text_names_what_the_text_may_not_name(seed: int) -> None:
    text = text_of(seed)
    possible = may_be_named(text, NAMES)
    edges = [match.start() for match in re.finditer(r"\b", text)]
    for start, end in combinations(edges, 2):
        assert {id for mention in find_names(text[start:end], NAMES) for id in mention.ids} <= possible


@pytest.mark.parametrize("seed", range(300))
def test_titles_are_found_whatever_they_begin_and_end_with(seed: int) -> None:
    text = text_of(seed)
    prose = Prose(text=text, blocks=(Block(start=0, end=len(text)),))
    known, asked = office_holders(), office_holders()
    vars(asked)["title_edges"] = (Everything(), Everything())
    people = find_names(text, known.person_names)
    assert find_titles(prose, people, known) == find_titles(prose, people, asked)


@pytest.mark.parametrize("seed", range(100))
def test_the_words_of_titles_are_runs_of_letters_joined(seed: int) -> None:
    text = text_of(seed)
    known = _Known(text, office_holders())
    words = {known._word(run) for run in range(len(known.starts))}
    expected = re.finditer(r"[^\W_]+(?:['\u2019.&-][^\W_]+)*\.?", text)
    assert sorted((known.starts[first], known._end(last)) for first, last in words) == [m.span() for m in expected]


@pytest.mark.parametrize("text", ["ΟΔΟΣ.Α bridge", "Bridge opened", "İstanbul’s BRIDGES", "opens the Kelvin bridge"])
def test_a_sentence_with_a_stem_may_share_it(text: str) -> None:
    for stem in headline_strength._stems(text):
        assert headline_strength._may_share(text, frozenset([stem]), 1)


@pytest.mark.parametrize("seed", range(60))
def test_an_excerpt_is_not_too_short_that_has_words_enough(seed: int) -> None:
    text = " İ".join([text_of(seed), text_of(-seed)][: 1 + seed % 2])
    words = near_copies._WORD.findall(fold(text).casefold())
    assert not own_prose._is_short(text) or len(words) < own_prose.LEAST_WORDS
