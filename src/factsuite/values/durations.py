"""How long something took: three days, two-and-a-half years, an hour and a half, 1 year 20 days."""

from fractions import Fraction

from msgspec import Struct

from factsuite.values.calendar.date_words import Words

UNITS = {
    name: unit
    for unit, names in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "business day": "",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for name in names.split()
}

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
SECONDS_OF = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "business day": 86400, "week": 7 * 86400,
    "weekend": 2 * 86400, "fortnight": 14 * 86400, "month": 30 * 86400, "quarter": 91 * 86400, "year": 365 * 86400,
    "decade": 3650 * 86400, "century": 36500 * 86400,
}  # fmt: skip
"""Nominal lengths, for comparing durations with one another; dates are reckoned by the calendar."""

VAGUE = {"couple": (2, 2), "few": (3, 5), "several": (3, 9), "many": (3, 99), "some": (2, 99)}
"""Least and most of the vague counts. House policy."""

Amount = tuple[Fraction, Fraction]


class Duration(Struct, frozen=True, kw_only=True):
    """A length of time as it was said: least and most of each unit, largest first."""

    parts: tuple[tuple[str, Fraction, Fraction], ...]
    text: str

    @property
    def unit(self) -> str:
        """The finest unit named."""
        return min((unit for unit, _, _ in self.parts), key=SECONDS_OF.__getitem__)

    @property
    def least(self) -> Fraction:
        """Nominal seconds, at least."""
        return sum((SECONDS_OF[unit] * low for unit, low, _ in self.parts), Fraction(0))

    @property
    def most(self) -> Fraction:
        """Nominal seconds, at most."""
        return sum((SECONDS_OF[unit] * high for unit, _, high in self.parts), Fraction(0))


def duration_at(words: Words, index: int) -> tuple[Duration, int] | None:
    """The duration that begins at a word, and the index after it."""
    found = _part(words, index)
    if found is None:
        return None
    parts, after = [found[0]], found[1]
    while len(parts) < 6:
        following = after
        if words.word(following) == "and" and words.gap(following) in ("", ","):
            following += 1
        more = _part(words, following, exact=True) if words.gap(following) in ("", ",") else None
        if more is None or more[0][0] in {unit for unit, _, _ in parts}:
            break
        parts.append(more[0])
        after = more[1]
    half = _and_a_half(words, after)
    if half is not None and len(parts) == 1:
        unit, low, high = parts[0]
        parts, after = [(unit, low + half[0], high + half[0])], half[1]
    return Duration(parts=tuple(parts), text=words.said(index, after)), after


def _part(words: Words, index: int, *, exact: bool = False) -> tuple[tuple[str, Fraction, Fraction], int] | None:
    found = amount_at(words, index)
    if found is None or (exact and words.word(index) in ("a", "an") and words.word(index + 1) == "half"):
        return None
    (low, high), after = found
    if words.word(after) in ("full", "whole", "more", "long", "further", "additional", "consecutive", "straight"):
        after += 1
    unit, after = unit_at(words, after)
    return None if not unit else ((unit, low, high), after)


def unit_at(words: Words, index: int) -> tuple[str, int]:
    """The unit of time named at a word (empty if none), and the index after it."""
    if words.word(index) in ("business", "working") and words.word(index + 1) in ("day", "days"):
        return "business day", index + 2
    unit = UNITS.get(words.word(index), "")
    return (unit, index + 1) if unit and (words.gap(index) in ("", "-")) else ("", index)


def amount_at(words: Words, index: int) -> tuple[Amount, int] | None:
    """A count of units: `3.5`, `two-and-a-half`, `a`, `half a`, `a few`, `a couple of`."""
    word = words.word(index)
    if word in ("a", "an", "another"):
        return _after_article(words, index + 1)
    if word in ("all", "full", "whole") and words.word(index + 1) in UNITS and words.gap(index + 1) in ("", "-"):
        return (Fraction(1), Fraction(1)), index + 1
    if word == "half":
        after = index + 2 if words.word(index + 1) in ("a", "an") else index + 1
        return (Fraction(1, 2), Fraction(1, 2)), after
    if word in VAGUE:
        return _vague(words, index)
    found = words.cardinal(index)
    if found is None:
        return None
    number, after = Fraction(found[0]), found[1]
    digits = words.word(after)
    if words.gap(after) == "." and words.glued(after) is False and digits.isdecimal() and _tight(words, after):
        number, after = number + Fraction(int(digits[:9]), 10 ** len(digits[:9])), after + 1
    half = _and_a_half(words, after)
    if half is not None:
        number, after = number + half[0], half[1]
    return (number, number), after


def _tight(words: Words, index: int) -> bool:
    return words.starts[index] - words.ends[index - 1] == 1


def _after_article(words: Words, index: int) -> tuple[Amount, int] | None:
    word = words.word(index)
    if word in VAGUE:
        return _vague(words, index)
    if word == "half":
        return (Fraction(1, 2), Fraction(1, 2)), index + 1
    if word in UNITS or (word in ("full", "whole", "business", "working") and words.word(index + 1) in UNITS):
        return (Fraction(1), Fraction(1)), index
    return None


def _vague(words: Words, index: int) -> tuple[Amount, int] | None:
    low, high = VAGUE[words.word(index)]
    after = index + 1
    if words.word(index) == "couple" and words.word(after) == "of":
        after += 1
    return (Fraction(low), Fraction(high)), after


def _and_a_half(words: Words, index: int) -> tuple[Fraction, int] | None:
    """`and a half`, `-and-a-half`, `and half`."""
    if words.word(index) != "and" or words.gap(index) not in ("", "-"):
        return None
    after = index + 2 if words.word(index + 1) == "a" else index + 1
    return (Fraction(1, 2), after + 1) if words.word(after) == "half" else None
