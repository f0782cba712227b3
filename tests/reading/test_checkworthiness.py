"""Points for checkworthiness, and what gives them."""

import pytest

from factsuite.reading.checkworthiness import CUES, checkworthiness


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The bridge cost 12 million dollars last year.", "The bridge was a matter of some debate in the town."),
        ("The bridge carries 40 boats a day past the mill.", "Should the bridge carry 40 boats a day past the mill?"),
        ("The mayor cut the budget of the harbour in 2030.", "I think the mayor will cut the budget of the harbour."),
        ("She said the harbour lost three ferries.", "You and I know the harbour means a lot to everyone."),
        ("Crime doubled since the ferry stopped running.", "If crime doubles, the ferry might stop running."),
    ],
)
def test_what_can_be_looked_up_comes_before_opinion_plans_and_questions(more: str, less: str) -> None:
    assert checkworthiness(more).points > checkworthiness(less).points


def test_every_point_says_what_gave_it() -> None:
    found = checkworthiness("Should 40 boats wait?")
    assert found.points == sum(points for _, points in found.given_by)
    assert dict(found.given_by) == {"number": 4, "plan or wish": -3, "question": -3, "few words": -1}
    assert found.describe() == "number +4, plan or wish -3, question -3, few words -1"


def test_a_cue_counts_no_more_often_than_the_table_says() -> None:
    found = dict(checkworthiness("They counted 4 boats, 5 ferries, 6 rafts and 7 swans there.").given_by)
    assert found["number"] == 8
    assert {cue.name: cue.points * cue.most for cue in CUES}["number"] == 8


def test_a_year_is_a_date_and_not_a_number_as_well() -> None:
    assert "number" not in dict(checkworthiness("The old bridge fell into the river in 1998.").given_by)


@pytest.mark.parametrize("text", ["", "...", "???", "12"])
def test_a_text_without_words_is_no_error(text: str) -> None:
    assert isinstance(checkworthiness(text).points, int)


def test_the_cues_have_names_of_their_own() -> None:
    assert len({cue.name for cue in CUES}) == len(CUES)
