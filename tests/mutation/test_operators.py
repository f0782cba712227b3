"""Operators: each makes the mistake it is named for, in awkward places, and no other."""

import pytest

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.table import ARTICLE_OPERATORS
from factsuite.rules.examples import example_tree
from factsuite.values.dates import Calendar, read_date

OPERATORS = {operator.name: operator for operator in ARTICLE_OPERATORS}
TOWN = build_workspace(example_tree("asserts: {that: The bridge opened.}"), Policy()).dossiers[0].registry
DAY = Calendar(reference=read_date("2031-06-02"))


def made(name: str, text: str, context: str = "") -> list[str]:
    """The texts an operator makes of one."""
    beside = Copy(context, TOWN, DAY) if context else None
    copy = Copy(text, TOWN, DAY, context=beside)
    return [change.applied(text) for change in OPERATORS[name].make(copy)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("digits-transposed", "1,250 people came", ["2,150 people came"]),
        ("digits-transposed", "300 people came", []),  # 030 is no number anybody types
        ("digits-transposed", "12.50 euros", ["21.50 euros"]),
        ("off-by-one", "3,000 people", ["3,001 people", "2,999 people"]),
        ("off-by-one", "12.5 percent", ["12.6 percent", "12.4 percent"]),
        ("off-by-one", "0.90 percent", ["0.91 percent", "0.89 percent"]),
        ("off-by-one", "1500 people", ["1501 people", "1499 people"]),
        (
            "off-by-one",
            "for two-and-a-half years",
            ["for three-and-a-half years", "for one-and-a-half years"],
        ),
        ("off-by-one", "Three people came", ["Four people came", "Two people came"]),
        ("nought-added-or-lost", "about 1,500 people", ["about 15,000 people", "about 150 people"]),
        ("nought-added-or-lost", "12.5 percent", ["125.0 percent"]),
        ("scale-word-replaced", "2.5 million euros", ["2.5 billion euros", "2.5 thousand euros"]),
        ("numbers-swapped", "300 people came and 500 houses stood.", ["500 people came and 300 houses stood."]),
        ("numbers-swapped", "300 people came. 500 people left.", []),  # two sentences
        ("hedge-dropped", "At least 300 people came", ["300 people came"]),
        ("hedge-dropped", "They reportedly left", ["They left"]),
        ("hedge-dropped", "Reportedly they left", ["They left"]),
        ("hedge-flipped", "no fewer than 300 people", ["no more than 300 people"]),
        ("hedge-weakened", "approximately 300 people", ["up to 300 people"]),
        ("hedge-added", "300 people came", ["more than 300 people came"]),
        ("hedge-added", "at least 300 people came", []),
        ("unit-swapped", "for 12 years", ["for 12 months"]),
        ("unit-swapped", "a rise of 3 percent", ["a rise of 3 percentage points"]),
        ("day-moved", "on 1 June 2031", ["on 2 June 2031", "on 28 June 2031"]),
        ("day-moved", "2031-06-09", ["2031-06-10", "2031-06-08"]),
        ("month-moved", "on 1 June 2031", ["on 1 July 2031", "on 1 May 2031"]),
        ("year-moved", "in June 2031", ["in June 2030", "in June 2032"]),
        ("year-moved", "2,031 people in 12 houses", []),
        ("weekday-moved", "on Monday", ["on Sunday"]),
        ("part-of-month-moved", "in early June", ["in late June"]),
        ("date-bound-replaced", "by December", ["after December", "since December"]),
        ("negation-added", "They have left", ["They have not left"]),
        ("negation-added", "They have not left", []),
        ("negation-added", 'She said "it is fine"', []),  # inside quotation marks another operator works
        ("negation-dropped", "They have not left", ["They have left"]),
        ("quotation-negated", 'She said, "It is fine."', ['She said, "It is not fine."']),
        ("quoted-word-dropped", 'a "calm day" here', ['a "day" here', 'a "calm" here']),
        ("quoted-word-dropped", 'a "calm" day', []),  # nothing would be left
        ("modality-changed", "It may close", ["It will close"]),
        ("modality-changed", "in May it closed", []),  # the month
        ("direction-reversed", "Prices rose", ["Prices fell"]),
        ("direction-reversed", "They have it", []),
        ("extent-raised", "some houses", ["most houses"]),
        ("order-reversed", "after the opening", ["before the opening"]),
        ("order-reversed", "Despite the rain", ["Before the rain", "After the rain"]),
        (
            "reporting-verb-strengthened",
            "Ada Quill said that it was late.",
            ["Ada Quill confirmed that it was late.", "Ada Quill denied that it was late."],
        ),
        ("attribution-removed", "Ada Quill said that the bridge is late.", ["The bridge is late."]),
        ("attribution-removed", "The bridge is late, Ada Quill said.", ["The bridge is late."]),
        ("attribution-removed", "According to Ada Quill, the bridge is late.", ["The bridge is late."]),
        (
            "speakers-swapped",
            "Ada Quill met Noor Vane.",
            ["Noor Vane met Ada Quill."],
        ),
        ("places-swapped", "from Northport to Larkhaven", ["from Larkhaven to Northport"]),
        ("places-swapped", "from Old Town to Larkhaven", []),  # the one lies within the other
    ],
)
def test_an_operator_makes_the_mistake_it_is_named_for(name: str, text: str, expected: list[str]) -> None:
    assert made(name, text) == expected


def test_another_speaker_is_one_the_text_names_and_never_one_they_speak_within() -> None:
    text = "Ada Quill spoke for the Larkhaven City Council. Noor Vane listened."
    first = [each for each in made("speaker-replaced", text) if not each.startswith("Ada Quill")]
    assert first == ["Noor Vane spoke for the Larkhaven City Council. Noor Vane listened."]


def test_another_office_is_a_declared_one() -> None:
    assert made("office-replaced", "Ada Quill, Mayor of Larkhaven") == ["Ada Quill, Harbour Master"]
    assert made("office-replaced", "the mayoral race") == []


def test_a_place_on_another_branch_takes_the_place_of_one() -> None:
    text = "It opened in Old Town, not in Northport."
    assert made("place-replaced", text) == [
        "It opened in Northport, not in Northport.",
        "It opened in Old Town, not in Old Town.",
    ]


def test_a_quoted_word_is_replaced_by_its_usual_slip_or_by_a_word_of_the_text() -> None:
    found = made("quoted-word-replaced", 'She said, "It may flood."', context="The harbour froze.")
    assert 'She said, "It will flood."' in found
    assert 'She said, "It may harbour."' in found


def test_the_seed_chooses_among_replacements_and_the_same_seed_chooses_the_same() -> None:
    text = "Ada Quill, Tom Reed and Noor Vane spoke. So did Reed."
    one, same, other = (
        [c.after for c in OPERATORS["speaker-replaced"].make(Copy(text, TOWN, DAY, seed=seed))] for seed in (0, 0, 1)
    )
    assert one == same
    assert len(one) == len(other)


def test_every_operator_is_named_for_its_mistake_and_says_what_it_does() -> None:
    assert len(OPERATORS) == len(ARTICLE_OPERATORS) >= 27
    assert all(operator.meaning.endswith((".", ";")) or operator.meaning for operator in ARTICLE_OPERATORS)


@pytest.mark.parametrize("operator", ARTICLE_OPERATORS, ids=lambda operator: operator.name)
def test_what_an_operator_says_it_replaces_stands_there(operator: object) -> None:
    text = (
        "On 1 June 2031 Ada Quill, Mayor of Larkhaven, said that at least 1,250 people may have crossed. "
        '"It is the new bridge," she said on Monday in Old Town and in Northport, after 2.5 million euros were spent '
        "on 40 houses. Noor Vane did not reply. By late December some houses in Northport rose."
    )
    copy = Copy(text, TOWN, DAY)
    changes = list(operator.make(copy))  # type: ignore[attr-defined]
    assert changes
    for change in changes:
        assert all(text[part.start : part.end] == part.before for part in change.parts)
        assert change.applied(text) != text
