"""Articles: the text under check, and where in it something stands."""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.facts import Anchor
from factsuite.model.sources import Derivation
from factsuite.model.stated import Ref, Stated
from factsuite.values.dates import DateValue

_LINE_END = re.compile("\n")


class Passage(Struct, frozen=True, kw_only=True):
    """A passage that is not checked, and why."""

    because: str
    at: Location
    id: str = ""
    anchor: Anchor | None = None


class Place(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of the article: in its headline or its body, by code points."""

    start: int
    end: int
    at: Location
    in_headline: bool


class Article(Struct, frozen=True, kw_only=True, dict=True):
    """The article under check."""

    id: str
    path: PurePosixPath
    headline: Stated[str]
    publisher: str
    body: str
    body_line: int
    line_starts: tuple[int, ...]
    published: Stated[DateValue] | None = None
    reference: Stated[DateValue] | None = None
    """The day relative dates are read against: its own date, or the one its front matter states."""
    reference_because: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    """Who wrote it: ids of people of the desk, or a byline as it is printed."""
    source_id: Ref | None = None
    """The source that is this article itself, where one is listed."""
    fictional: bool = False
    derives_from: tuple[Derivation, ...] = ()
    not_checked: tuple[Passage, ...] = ()

    def find(self, anchor: Anchor) -> tuple[Place, ...]:
        """Every place where the anchor's words stand, with its prefix and suffix where given."""
        wanted = anchor.prefix, anchor.exact.text, anchor.suffix
        found = self._found.get(wanted)
        if found is None:  # every rule about an anchor asks, and an article may be long
            found = self._found[wanted] = self._places(*wanted)
        return found

    @cached_property
    def _found(self) -> dict[tuple[str, str, str], tuple[Place, ...]]:
        return {}

    def place(self, start: int, end: int, in_headline: bool = False) -> Place:
        """A stretch of the text as a place to jump to."""
        return Place(start=start, end=end, at=self.location(start, in_headline), in_headline=in_headline)

    def location(self, start: int, in_headline: bool = False) -> Location:
        """Where in its file a character of the text stands."""
        if in_headline:
            at = self.headline.at
            return Location(at.path, at.line, at.column + start)
        line = bisect_right(self.line_starts, start) - 1
        column = start - self.line_starts[line] + 1
        return Location(self.path, self.body_line + line, column)

    def _places(self, prefix: str, exact: str, suffix: str) -> tuple[Place, ...]:
        if not exact:
            return ()
        needle = prefix + exact + suffix
        found = []
        for text, in_headline in ((self.headline.text, True), (self.body, False)):
            start = text.find(needle)
            while start >= 0:
                begin = start + len(prefix)
                found.append(self.place(begin, begin + len(exact), in_headline))
                start = text.find(needle, start + 1)
        return tuple(found)


def line_starts(text: str) -> tuple[int, ...]:
    """The offset at which each line of a text begins."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))
