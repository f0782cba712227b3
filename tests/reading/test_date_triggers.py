"""What the quick look at two words rules out is no date for the grammar either."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.reading.date_context import believable
from factsuite.reading.date_triggers import triggers
from factsuite.values.calendar.date_grammar import BEGINNERS
from factsuite.values.calendar.date_lists import phrases_at
from factsuite.values.calendar.date_pieces import Scene, Span
from factsuite.values.calendar.date_prefixes import ABOUT, DOUBT, PREFIXES
from factsuite.values.calendar.date_words import Words, word_set
from factsuite.values.durations import UNITS

_LEAD = sorted({"the", *(word for prefix in PREFIXES for word in prefix)})
_OTHER = sorted(
    word_set(
        "of and or to in on at this that same s st th am pm p m day days year half quarter century c ad bc business "
        "working full whole more people council new boats was begin weekend commencing now ago later date end 3 12 20 "
        "31 348 523 1990 2024"
    )
)
_VOCABULARY = sorted({*BEGINNERS, *ABOUT, *DOUBT, *UNITS, *_LEAD, *_OTHER})
_WORD = st.one_of(st.sampled_from(_VOCABULARY), st.sampled_from(_LEAD), st.sampled_from(_OTHER))
_GAP = st.sampled_from([" "] * 12 + [", ", "-", "/", ".", ": ", "'", " (", "; ", "\n\n", ""])
_TEXT = st.lists(st.tuples(_WORD, st.booleans(), _GAP), min_size=2, max_size=7).map(
    lambda parts: "".join((word.capitalize() if high else word) + gap for word, high, gap in parts)
)
_STORIES = (None, Span(first=1_060_000_000, last=1_060_001_439, unit="day"), Span(first=0, last=500_000, unit="year"))
_COMMON = word_set("a an the by from before after within until no not up c about around that same in")
_PASSED_OVER = (ABOUT | DOUBT | word_set("all full whole ad commencing")) - {prefix[0] for prefix in PREFIXES}
"""Words the grammar knows and a running text is not read for."""
_AFTER_COMMON = BEGINNERS - word_set("all full whole fy fiscal ad commencing")
"""After a word so common, what is ruled out is read from the next word on: *by roughly March* begins at *roughly*."""


@given(_TEXT, st.sampled_from(_STORIES), st.sampled_from([None, 739_000]))
@settings(max_examples=400)
def test_what_is_ruled_out_is_no_date(text: str, story: Span | None, today: int | None) -> None:
    words = Words(text)
    scene = Scene(words=words, today=today, year=None, day_first=True, story=story)
    begins = set(triggers(words))
    for index, word in enumerate(words.low[: words.size]):
        if index in begins or word[0].isdigit() or word in _PASSED_OVER:
            continue
        if word in _COMMON and words.low[index + 1] not in _AFTER_COMMON:
            continue
        found = [phrase for phrase in phrases_at(scene, index) if believable(words, phrase) is not None]
        assert not found, (word, text)


@given(_TEXT)
def test_a_text_of_ascii_is_cut_as_any_other(text: str) -> None:
    plain, other = Words(text), Words(text + " \u00e9")
    assert plain.low[: plain.size] == other.low[: plain.size]
    for index in range(plain.size):
        assert (plain.starts[index], plain.ends[index]) == (other.starts[index], other.ends[index])
        assert (plain.gap(index), plain.glued(index)) == (other.gap(index), other.glued(index))


def test_common_words_are_passed_over() -> None:
    ruled_out = "that the, a new, in the, after the storm, 14 of them, the 20 boats, new boats, may begin"
    for text in ruled_out.split(", "):
        assert not triggers(Words(text)), text
    for text in ("that year", "an hour ago", "in three weeks", "after the storm of 3 May", "14 of May", "the 20th"):
        assert triggers(Words(text)), text
