"""Tokens: each stands where the text has it, and only blanks are between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.values.numbers.tokens import cut

WORDS = st.sampled_from(
    ("412 people", "U.S.", "p.m.", "couldn’t", "$1,234.50", ".5", "½", "--", "“Yes,”", "İ", "ΟΔΟΣ", "٣_", "\n")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=8).map(" ".join))
def test_tokens_are_the_text_without_its_blanks(text: str) -> None:
    tokens = cut(text)
    written = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]

    assert "".join(written) == "".join(text.split())
    assert "Σ" in text or list(tokens.words) == [word.lower() for word in written]  # a last sigma has a form of its own
    assert tokens.word(-1) == tokens.word(len(written)) == ""


def test_forms_of_tokens() -> None:
    tokens = cut("The U.S. spent $1,234.50 on 3½ boats... at 5 p.m., didn't it?")

    assert tokens.words == (
        *(
            "the",
            "u.s.",
            "spent",
            "$",
            "1,234.50",
            "on",
            "3",
            "½",
            "boats",
            "...",
            "at",
            "5",
            "p.m.",
            ",",
            "didn't",
            "it",
        ),
        "?",
    )
    assert tokens.glued(4)
    assert tokens.is_capital(0)
    assert not tokens.is_capital(2)
    assert not tokens.is_capital(-1)
