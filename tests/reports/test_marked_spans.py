"""Spans cut into segments: nothing is lost, and each segment lies under the right spans."""

from hypothesis import given
from hypothesis import strategies as st

from factsuite.reports.html.spans import Segment, Span, segments

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8)


def test_a_span_that_goes_on_beyond_the_stretch_does_not_end_in_it() -> None:
    found = list(segments(0, 10, [Span(start=4, end=15, key=0), Span(start=2, end=6, key=1)]))
    assert found == [
        Segment(start=0, end=2, under=(), ending=()),
        Segment(start=2, end=4, under=(1,), ending=()),
        Segment(start=4, end=6, under=(0, 1), ending=(1,)),
        Segment(start=6, end=10, under=(0,), ending=()),
    ]
    assert next(segments(10, 20, [Span(start=4, end=15, key=0)])).ending == (0,)


def test_the_same_span_twice_ends_twice() -> None:
    found = list(segments(0, 3, [Span(start=1, end=3, key=0), Span(start=1, end=3, key=1)]))
    assert found[-1] == Segment(start=1, end=3, under=(0, 1), ending=(0, 1))


@given(SPANS)
def test_segments_cover_the_stretch_and_agree_with_the_spans(pairs: list[list[int]]) -> None:
    spans = [Span(start=start, end=end, key=key) for key, (start, end) in enumerate(pairs)]
    found = list(segments(0, 30, spans))
    assert [place for each in found for place in range(each.start, each.end)] == list(range(30))
    for each in found:
        for place in range(each.start, each.end):
            assert each.under == tuple(span.key for span in spans if span.start <= place < span.end)
    ended = sorted(key for each in found for key in each.ending)
    assert ended == [span.key for span in spans if span.start < span.end]
