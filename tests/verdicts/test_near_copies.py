"""Near copies: found through their shingles, each pair once, in time that grows with the words."""

import time
from pathlib import PurePosixPath
from random import Random

import pytest

from factsuite.load.locations import Location
from factsuite.model.registry import Registry, registry
from factsuite.model.sources import Derivation, Source
from factsuite.model.stated import Stated
from factsuite.verdicts.near_copies import find_near_copies
from factsuite.verdicts.own_prose import OwnProse

AT = Location(path=PurePosixPath("facts.yaml"))
NAMES = tuple(f"s{number}" for number in range(60))


def known(copies: dict[str, str] | None = None, unknown: str = "") -> Registry:
    def derived(name: str) -> tuple[Derivation, ...]:
        parent = (copies or {}).get(name)
        return (Derivation(parent=Stated(text=parent, value=parent, at=AT)),) if parent else ()

    return registry(
        (),
        [
            Source(id=n, publisher=n, kind="blog", at=AT, derives_from=derived(n), unknown_derivation=n == unknown)
            for n in NAMES
        ],
        (),
        (),
    )


def words(start: int, number: int) -> str:
    return " ".join(f"w{place}" for place in range(start, start + number))


def found(*texts: tuple[str, str], known_as: Registry | None = None) -> list[tuple[str, str, int]]:
    excerpts = [OwnProse(source=source, parts=tuple(text.split("\n")), at=AT) for source, text in texts]
    pairs = find_near_copies(excerpts, known_as or known())
    return [(pair.first.source, pair.second.source, len(pair.shared.split())) for pair in pairs]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (words(0, 12), words(0, 12), 12),
        (words(0, 11), words(0, 11), None),  # too short
        (words(0, 20), words(5, 100), 15),  # contained in a much longer one
        # the shorter has 16 shingles: eight of them in common are half, seven are less
        (words(0, 20), words(8, 40), 12),
        (words(0, 20), words(9, 40), None),
        (words(0, 12), " ".join(reversed(words(0, 12).split())), None),  # the same words in another order
        (words(0, 6) + " \n " + words(6, 6), words(0, 12), 6),  # a run never crosses what was left out
    ],
)
def test_the_share_of_the_shorter_text_decides(first: str, second: str, shared: int | None) -> None:
    assert found(("s1", first), ("s2", second)) == ([("s1", "s2", shared)] if shared else [])


def test_each_pair_is_told_once_with_the_nearest_before_it() -> None:
    assert found(("s1", words(0, 20)), ("s2", words(0, 20)), ("s1", words(0, 20)), ("s2", words(50, 20))) == [
        ("s1", "s2", 20)
    ]
    assert found(("s1", words(0, 40)), ("s2", words(8, 20)), ("s3", words(8, 20))) == [
        ("s1", "s2", 20),
        ("s1", "s3", 20),
    ]


def test_one_line_and_unknown_derivations_are_left_alone() -> None:
    texts = (("s1", words(0, 20)), ("s2", words(0, 20)))
    assert found(*texts, known_as=known({"s2": "s1"})) == []
    assert found(*texts, known_as=known({"s1": "wire", "s2": "wire"})) == []
    assert found(*texts, known_as=known(unknown="s2")) == []


def test_many_copies_of_one_text_are_all_found() -> None:
    copies = [(name, words(0, 20)) for name in NAMES]
    assert [second for _, second, _ in found(*copies)] == list(NAMES[1:])


def test_an_undeclared_copy_is_found_behind_many_declared_ones() -> None:
    declared = dict.fromkeys(NAMES[1:-1], "s0")
    texts = [(name, words(0, 20)) for name in NAMES]
    assert [second for _, second, _ in found(*texts, known_as=known(declared))] == [NAMES[-1]]


def test_time_grows_with_the_words_not_with_the_pairs() -> None:
    random = Random(1)
    vocabulary = words(0, 500).split()

    def seconds(number: int) -> float:
        texts = [
            OwnProse(
                source=random.choice(NAMES),
                parts=(words(0, 20) if place % 2 else " ".join(random.choices(vocabulary, k=20)),),
                at=AT,
            )
            for place in range(number)
        ]
        start = time.perf_counter()
        find_near_copies(texts, known())
        return time.perf_counter() - start

    small = min(seconds(500), seconds(500))
    assert seconds(4000) < 40 * small + 0.2  # eight times the words; pair by pair it would be sixty-four
