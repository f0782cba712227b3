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


@pytest.mark.parametrize("name", ["Ada  Quill", "UʼS", "o Mayor‐PM"])
def test_a_name_may_stand_in_a_text_however_it_is_printed(name: str) -> None:
    names = Names({"ada": ("Ada Quill",), "u-s": ("U'S",), "o": ("o Mayor-PM",)})
    [mention] = find_names(name, names)
    assert set(mention.ids) <= may_be_named(name, names)


@pytest.mark.parametrize(
    "title", ["PM", "PM of Northport", "Deputy PM", "o of Straße", "Deputy-o", "U.S. Envoy", "Envoy for a.b."]
)
def test_a_title_is_found_however_short_its_words(title: str) -> None:
    known = registry([Person(id="ada", name="Ada Quill", at=AT, offices=(Office(title=title, at=AT),))], (), (), ())
    for text in (f"{title} Ada Quill", f"Ada Quill, {title}", f"Ada Quill, the {title.replace(' ', '  ')}, and"):
        prose = Prose(text=text, blocks=(Block(start=0, end=len(text)),))
        assert len(find_titles(prose, find_names(text, known.person_names), known)) == 1


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


@pytest.mark.parametrize(("text", "short"), [("word " * 11, True), ("word " * 12, False), ("İİ " * 6, False)])
def test_only_an_excerpt_of_too_few_words_is_short(text: str, short: bool) -> None:
    assert own_prose._is_short(text) is short
    assert not short or len(near_copies._WORD.findall(fold(text).casefold())) < own_prose.LEAST_WORDS
