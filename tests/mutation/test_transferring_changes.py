"""A change made in the article, made again in other texts that say the same."""

import pytest

from factsuite.mutation.changes import Change, Part, splice, swapped
from factsuite.mutation.transferring import transferred


def change(source: str, before: str, after: str) -> Change:
    start = source.index(before)
    return splice(source, start, start + len(before), after)


@pytest.mark.parametrize(
    ("source", "before", "after", "target", "expected"),
    [
        ("at least 300 people came", "300", "3,000", "at least 300 people", "at least 3,000 people"),
        ("At least 300 people came", "At least ", "", "At least 300 people", "300 people"),
        ("They have left", "have", "have not", "The people have left.", "The people have not left."),
        # of two places the one with the same words around it
        ("it is a very, very bad day", "very", "quite", "a very, very bad day", "a quite, very bad day"),
        # twice, and nothing around it tells which: left alone
        ("a 5 b", "5", "6", "c 5 d 5 e", "c 5 d 5 e"),
        # not as a part of another number or word
        ("only 3 came", "3", "4", "13 of 33 men", "13 of 33 men"),
        ("the town", "town", "city", "The townhall", "The townhall"),
    ],
)
def test_a_change_is_carried_to_the_one_place_it_fits(
    source: str, before: str, after: str, target: str, expected: str
) -> None:
    assert transferred(change(source, before, after), source, target) == expected


def test_names_exchanged_do_not_become_one() -> None:
    source = "Quill met Vane"
    exchanged = swapped(source, (0, 5), (10, 14))
    assert exchanged.applied(source) == "Vane met Quill"
    assert transferred(exchanged, source, "Vane was met by Quill.") == "Quill was met by Vane."


def test_the_core_of_a_part_is_what_really_differs() -> None:
    assert Part(start=10, end=14, before="have", after="have not").core == (10, 14)
    assert Part(start=10, end=19, before="The 3 men", after="The 4 men").core == (14, 15)


def test_only_the_parts_within_a_stretch_are_replaced() -> None:
    source = "Quill met Vane"
    assert swapped(source, (0, 5), (10, 14)).applied(source, 0, 9) == "Vane met"
