import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.reading.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The ferry left.", "It was late."],
        ["Mr. Lee met Dr. Hill on Oct. 3 at No. 10 High St. and left."],
        ["U.S. Senator Ann Lee spoke.", "She lives in the U.S.", "The rest is known."],
        ["J. P. Hill Inc. of Leeds paid 3.5 percent vs. 4.1 percent."],
        ['"Why?" Hill asked.', '"Because."'],
        ['"Stop!" he said.', "They did."],
        ["It ended at 5 p.m. Tuesday.", "He left at 5 p.m.", "The town slept."],
        ["It went on ... and on.", "Then \u2026 nothing.", "Really?!", "Yes."],
        ["He said \u201cNo.\u201d", "She left."],
        ["1. Open the door.", "2. Close it."],
        ["Is it I.", "The man left."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = ("\n" if sentences[0][0] == "1" else " ").join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_blank_lines_and_headings_end_sentences() -> None:
    text = "A headline\n\n# A heading\nThe ferry\nleft."
    assert [text[start:end] for start, end in split_sentences(text)] == [
        "A headline",
        "# A heading\nThe ferry\nleft.",
    ]


@given(st.text(alphabet=st.sampled_from("aA .!?\"'\n\u2026\u201d1#")))
def test_spans_hold_all_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert "".join(text[start:end] for start, end in spans).split() == [] or spans
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("unit", [".", '"', "A. ", "\n", "a", "U.S. "])
def test_a_long_text_is_split_in_time(unit: str) -> None:
    started = time.perf_counter()
    split_sentences(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - started < 6
