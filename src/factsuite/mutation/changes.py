"""A change: one stretch of a text replaced, and what that comes to in other texts and fields that say the same."""

from msgspec import Struct

Substitution = tuple[str, str]
"""What stood there, and what stands there after the change."""


class Part(Struct, frozen=True, kw_only=True):
    """A stretch replaced, by code points."""

    start: int
    end: int
    before: str
    after: str

    @property
    def core(self) -> tuple[int, int]:
        """What really differs: the stretch without the letters that stay at its edges."""
        lead = 0
        while lead < min(len(self.before), len(self.after)) and self.before[lead] == self.after[lead]:
            lead += 1
        tail = 0
        while tail < min(len(self.before), len(self.after)) - lead and self.before[-tail - 1] == self.after[-tail - 1]:
            tail += 1
        start, end = self.start + lead, self.end - tail
        return (start, end) if start < end else (self.start, self.end)


class Change(Struct, frozen=True, kw_only=True):
    """One mistake in one text: one stretch replaced, or two exchanged."""

    parts: tuple[Part, ...]
    words: tuple[Substitution, ...] = ()
    """What to replace in other texts, all at once; empty if it is the changed words themselves."""
    refs: tuple[Substitution, ...] = ()
    """Ids of people, organisations or places that take the place of others, all at once."""
    offices: tuple[Substitution, ...] = ()
    """Titles that take the place of others."""
    acts: tuple[Substitution, ...] = ()
    """Reporting verbs that take the place of others."""
    drops: tuple[str, ...] = ()
    """Ids to whom the text no longer attributes anything."""
    turns: bool = False
    """What came first is now said to have come last."""
    links: tuple[Substitution, ...] = ()
    """Words for what the wording adds to an order (*despite*) that take the place of others; or empty, none."""

    @property
    def before(self) -> str:
        """What stood there; for two stretches exchanged, both."""
        return " / ".join(part.before for part in self.parts)

    @property
    def after(self) -> str:
        """What stands there now."""
        return " / ".join(part.after for part in self.parts)

    def applied(self, text: str, start: int = 0, end: int | None = None) -> str:
        """A text, or a stretch of it, with the parts that lie within replaced."""
        end = len(text) if end is None else end
        made, reached = [], start
        for part in self.parts:
            if start <= part.start and part.end <= end:
                made += [text[reached : part.start], part.after]
                reached = part.end
        return "".join([*made, text[reached:end]])


def splice(text: str, start: int, end: int, after: str) -> Change:
    """A stretch replaced by other words."""
    return Change(parts=(Part(start=start, end=end, before=text[start:end], after=after),))


def swapped(text: str, one: tuple[int, int], other: tuple[int, int]) -> Change:
    """Two stretches, the first one before the second, each in the other's place."""
    first, second = text[one[0] : one[1]], text[other[0] : other[1]]
    return Change(
        parts=(
            Part(start=one[0], end=one[1], before=first, after=second),
            Part(start=other[0], end=other[1], before=second, after=first),
        ),
        words=((first, second), (second, first)),
    )


def like(word: str, pattern: str) -> str:
    """A word with a capital where the pattern has one."""
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
