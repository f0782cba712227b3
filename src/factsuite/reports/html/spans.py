"""Spans over one text, cut into segments: where spans overlap, a segment belongs to several."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct


class Span(Struct, frozen=True, kw_only=True):
    """A marked stretch of a text, by code points."""

    start: int
    end: int
    key: int
    """What it marks: an index into a list of the caller's."""


class Segment(Struct, frozen=True, kw_only=True):
    """A stretch under the same spans from its first character to its last."""

    start: int
    end: int
    under: tuple[int, ...]
    """The keys of the spans it lies under, in order."""
    ending: tuple[int, ...]
    """The keys of those that end with it."""


def segments(start: int, end: int, spans: Iterable[Span]) -> Iterator[Segment]:
    """A stretch of text from `start` to `end`, cut wherever a span begins or ends. Nothing of it is left out."""
    inside = [span for span in spans if span.start < end and span.end > start and span.start < span.end]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span in inside:
        opening.setdefault(max(start, span.start), []).append(span.key)
        closing.setdefault(min(end, span.end), []).append(span.key)
    goes_on = {span.key for span in inside if span.end > end}
    cuts = sorted({start, end, *opening, *closing})
    current: set[int] = set()
    for first, last in pairwise(cuts):
        current.difference_update(closing.get(first, ()))
        current.update(opening.get(first, ()))
        ending = sorted(key for key in closing.get(last, ()) if key not in goes_on)
        yield Segment(start=first, end=last, under=tuple(sorted(current)), ending=tuple(ending))
