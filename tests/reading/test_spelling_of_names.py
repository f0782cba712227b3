"""Near misses of names: slips are found, other people and other words are not."""

import pytest

from factsuite.reading.spelling_of_names import find_near_names, find_two_spellings, is_near

PEOPLE = {
    "rufus-haldane": ("Rufus Haldane", "Haldane"),
    "mira-oduya": ("Mira Oduya", "Oduya"),
    "jon-marsh": ("Jon Marsh", "Marsh"),
    "ilie-petrescu": ("Ilie Petrescu", "Petresku", "Petrescu"),
    "ann-wood": ("Ann Wood",),
}
KNOWN = ("Larkhaven", "Northport", "Haldanes Quay", "Chief Engineer")


def near(text: str) -> list[tuple[str, str]]:
    found = find_near_names(text, PEOPLE, KNOWN, ("Chief Engineer",))
    assert all(text[each.start : each.end] == each.text for each in found)
    return [(each.text, each.meant) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cracks, Heldane said, are old.", [("Heldane", "Haldane")]),
        ("Heldane said the cracks are old.", [("Heldane", "Haldane")]),
        ("They met Rufus Haldan in the evening.", [("Haldan", "Haldane")]),
        ("They met Chief Engineer Hadlane there.", [("Hadlane", "Haldane")]),
        ("They met Mr Heldane there.", [("Heldane", "Haldane")]),
        ("This was Haldanne's report.", [("Haldanne", "Haldane")]),
        ("They met Myra Oduya there.", [("Myra", "Mira")]),
        ("They met Ilie Petrezcu there.", [("Petrezcu", "Petrescu")]),
        ("They met Ann Woods there.", []),  # a name in -s is another name
        ("They met Ann Wodd there.", [("Wodd", "Wood")]),
        ("They met Nils Heldane there.", []),  # somebody else's given name
        ("They met Lena Oduya there.", []),
        ("The report came in March.", []),  # a month, however near to Marsh
        ("They came to Haldanes Quay.", []),  # a place that is declared
        ("Boats in the harsh wind. Harsh words fell.", []),
        ("A shop of the Hardanes was there.", []),
        ("The Haldane report is public.", []),
        ("They met the Haldanes there.", []),
        ("THE HELDANE REPORT", []),
        ("Petresku and Petrescu are both declared.", []),
        ("", []),
    ],
)
def test_near_names(text: str, found: list[tuple[str, str]]) -> None:
    assert near(text) == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Zelenko", "Zelenka", True),
        ("Kerby", "Kirby", True),
        ("Krby", "Kirby", True),
        ("Kibry", "Kirby", True),
        ("Korby", "Kerry", False),  # two slips in five letters
        ("Abramovitz", "Abramowicz", True),  # two in ten
        ("Korea", "Korean", False),
        ("Bridge", "Bridges", False),
        ("Lee", "Leo", False),
        ("Muñoz", "Munoz", False),  # the same letters, without their marks
        ("Munos", "Muñoz", True),
    ],
)
def test_how_near_is_near(one: str, other: str, expected: bool) -> None:
    assert is_near(one, other) is expected
    assert is_near(other, one) is expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Petrescu saw it. Later Petresku left.", [("Petresku", "Petrescu")]),
        ("Karin Halvorsen called. Karin Halvorson was thanked.", [("Halvorson", "Halvorsen")]),
        ("Karin Halvorsen called. Nils Halvorson was thanked.", []),
        ("They flew to Hong Kong, and from Hong Kong home.", []),
        ("Mr Brookes and Mr Brooker came.", []),
        ("Karin Halvorsen called. Karin Halvorsen was thanked.", []),
    ],
)
def test_two_spellings_in_one_text(text: str, found: list[tuple[str, str]]) -> None:
    people = {**PEOPLE, "hong-kong": ("Hong Kong",)}
    assert [(each.text, each.meant) for each in find_two_spellings(text, people)] == found
