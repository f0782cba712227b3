"""Who is said to speak: verbs that report speech, and verbs that only may."""

import pytest

from factsuite.reading.speech import read_attributions


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Captain Pia Lund added a third from the penalty spot.", False),
        ("Winther conceded at ten in the evening.", False),
        ("The firm reported a loss of two million.", False),
        ("Reed added that the bridge was safe.", True),
        ("Reed conceded the bridge was not safe.", True),
        ("The bridge is safe, Reed added.", True),
        ("The bridge had closed, the agency reported on Monday.", True),
    ],
)
def test_verbs_that_also_take_things_need_something_said(text: str, is_said: bool) -> None:
    assert bool(read_attributions(text)) is is_said
