import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.reading.phrase_tokens import tokens_of, tokens_to_stop
from factsuite.reading.quotations import read_quotations


def _speakers(text: str) -> list[str]:
    return [quotation.speaker for quotation in read_quotations(text)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # an act just before, in one paragraph
        ('The mayor smiled. "We are late."', ["The mayor"]),
        ('The ferry left, and Ann Lee shrugged. "We are late."', ["Ann Lee"]),
        ('The old man had spoken thus: "We are late."', ["The old man"]),
        ('The firm moved to Leeds, the mayor explained. "It was late."', ["the mayor"]),
        ('Lee, however, paused. "We are late."', ["Lee"]),
        ('"We are late." Lee sat down.', ["Lee"]),
        # none that says who speaks
        ('Lee smiled.\n\n"We are late."', [""]),
        ('Leeds fell in 1940. "We are late."', [""]),
        ('The mayor signed the paper. "It is a bad law."', [""]),
        ('Lee heard a noise. "We are late."', [""]),
        ('The council met. "We are late."', [""]),
        ('Lee smiled. "Open Town" was his first book.', [""]),
        ('Ann and Lee smiled. "We are late."', [""]),
        ('Lee smiled. "We are late," Hill said.', ["Hill"]),
        # turns
        ('"So it is," said Hill.\n\n"Why?" asked Lee.\n\n"The ferry."\n\n"Again?"', ["Hill", "Lee", "Hill", "Lee"]),
        ('"Why?" asked Lee.\n"The ferry."', ["Lee", ""]),
        ('"So it is," said Hill.\n\n"It is," said Lee.\n\n"The ferry is slow."', ["Hill", "Lee", ""]),
        ('"Why?" asked Lee.\n\nThe rain fell.\n\n"The ferry."', ["Lee", ""]),
        # one speaker goes on in the next paragraph
        ("\u201cThe first.\n\n\u201cThe second,\u201d said Lee.", ["Lee", "Lee"]),
        ("\u201cThe first,\u201d said Lee. \u201cMore.\n\n\u201cThe last.\u201d", ["Lee", "Lee", "Lee"]),
        # any verb between a comma and a name
        ('"We are late," glowed Ann.', ["Ann"]),
    ],
)
def test_speakers_without_a_tag_of_their_own(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


def test_a_pronoun_that_acts_is_shown_and_not_decided() -> None:
    (quotation,) = read_quotations('She opened the door. "We are late."')
    assert (quotation.speaker, quotation.speaker_start, quotation.speaker_end) == ("", 0, 3)


def test_a_full_stop_stays_with_a_title_and_initials() -> None:
    text = "Dr. A. B. Lee of the U.S. spoke at 10."
    assert [token.text for token in tokens_of(text, 0, len(text))] == [
        "Dr.", "A.", "B.", "Lee", "of", "the", "U.S.", "spoke", "at", "10", ".",
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("aLs .,!?'\u2019-\n1"), max_size=80))
def test_tokens_to_a_stop_are_the_first_tokens(text: str) -> None:
    first = tokens_to_stop(text, 0, len(text))
    assert first == tokens_of(text, 0, len(text))[: len(first)]
    assert all(text[token.start : token.end] == token.text for token in first)


@pytest.mark.parametrize("unit", ['"a" "a" ', '"a" b ', '"A?" said Lee.\n', '"A."\n', "\u201cA.\n\n", 'He sat. "A." '])
def test_many_quotations_are_read_in_linear_time(unit: str) -> None:
    started = time.perf_counter()
    read_quotations(unit * (200_000 // len(unit)))
    assert time.perf_counter() - started < 5
