import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.reading.quotations import read_quotations
from factsuite.reading.speech import read_attributions


def _read(text: str) -> list[tuple[str, str]]:
    return [(quotation.words, quotation.speaker) for quotation in read_quotations(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('"We are late," said Ann Lee.', [("We are late,", "Ann Lee")]),
        ('"We are late," Ann Lee said.', [("We are late,", "Ann Lee")]),
        ("\u201cWe are late\u201d, Ann Lee told reporters.", [("We are late", "Ann Lee")]),
        ('Ann Lee said: "We are late."', [("We are late.", "Ann Lee")]),
        ('Ann Lee, a baker from Leeds, said, "We are late."', [("We are late.", "Ann Lee, a baker from Leeds")]),
        ('After the vote, Mayor Ann Lee added: "We are late."', [("We are late.", "Mayor Ann Lee")]),
        ('"We are late," Lee said. "We always are."', [("We are late,", "Lee"), ("We always are.", "Lee")]),
        ('"We," said the mayor, "are late."', [("We,", "the mayor"), ("are late.", "the mayor")]),
        ('"We are late," she said.', [("We are late,", "")]),
        ('According to the council, the bridge is "safe".', [("safe", "the council")]),
        ('The bridge is "safe", according to the council.', [("safe", "the council")]),
        ('The plan was called "a dream" by Jo Hill.', [("a dream", "Jo Hill")]),
        ('Lee paused before the vote, adding: "We are late."', [("We are late.", "Lee")]),
        ('Lee said the town had "no money" left.', [("no money", "Lee")]),
        ('The so-called "plan" failed.', [("plan", "")]),
        ('Lee said: "Late." Hill replied: "Never."', [("Late.", "Lee"), ("Never.", "Hill")]),
        ('"Late?" asked Hill. "Never," said Lee.', [("Late?", "Hill"), ("Never,", "Lee")]),
        ("\u2018It is where it\u2019s been,\u2019 said Hill.", [("It is where it\u2019s been,", "Hill")]),
        ("It wasn't the mayor's dogs' home.", []),
        ('It would mark a "bold move" for the town, the mayor said.', [("bold move", "the mayor")]),
    ],
)
def test_quotations_and_speakers(text: str, read: list[tuple[str, str]]) -> None:
    assert _read(text) == read


def test_a_pronoun_is_shown_and_not_decided() -> None:
    (quotation,) = read_quotations('"We are late," she said.')
    assert (quotation.speaker, quotation.speaker_start, quotation.speaker_end, quotation.verb) == ("", 15, 18, "said")


def test_a_quotation_of_two_paragraphs() -> None:
    assert [words for words, _ in _read("\u201cThe first.\n\n\u201cThe second,\u201d said Lee.")] == [
        "The first.",
        "The second,",
    ]


def test_attributions() -> None:
    text = "Lee denied the claim, and officials did not say why. According to the council, Hill urged calm."
    found = [(item.speaker, item.verb, item.act, item.negated) for item in read_attributions(text)]
    assert found == [
        ("Lee", "denied", "denied", False),
        ("officials", "say", "said", True),
        ("the council", "According to", "said", False),
        ("Hill", "urged", "urged", False),
    ]


MARKED = st.text(alphabet=st.sampled_from("aLs .,!?\"'\u2018\u2019\u201c\u201d\n\u2014:"), max_size=200)


@settings(max_examples=300)
@given(
    MARKED | st.text() | st.lists(st.sampled_from(['"', " said ", "Lee", ", ", ". ", "and", "who", "a"])).map("".join)
)
def test_any_text_is_read(text: str) -> None:
    read_attributions(text)
    for quotation in read_quotations(text):
        assert text[quotation.start : quotation.end] == quotation.words
        if quotation.speaker:
            assert text[quotation.speaker_start : quotation.speaker_end] == quotation.speaker


@pytest.mark.parametrize("unit", ['"', '" ', "\u201c", "\u2018", "'", "said ", "A, "])
def test_a_long_text_is_read_in_time(unit: str) -> None:
    started = time.perf_counter()
    read_quotations(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - started < 5
