"""Times of the day in a text: 1:42 P.M. EDT, 13:42, noon, Wednesday morning."""

from factsuite.values.calendar.date_pieces import Clock, Scene
from factsuite.values.calendar.date_words import Words

PARTS_OF_DAY = {
    "morning": (6 * 60, 12 * 60 - 1),
    "mornings": (6 * 60, 12 * 60 - 1),
    "noon": (12 * 60, 12 * 60),
    "midday": (12 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60 - 1),
    "evening": (17 * 60, 24 * 60 - 1),
    "night": (18 * 60, 30 * 60 - 1),
    "midnight": (0, 0),
}
"""First and last minute of the parts of a day. House policy; evenings begin before afternoons end, and a night runs
to six o'clock of the next morning."""

ZONES = {
    "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "hkt": 480, "sgt": 480,
}  # fmt: skip
"""Minutes east of UTC. Letters that stand for zones on several continents (CST, IST) are left unread."""


_SEASONAL = frozenset(["et", "ct", "mt", "pt"])  # an hour apart in summer and winter


def zone_at(words: Words, index: int) -> tuple[int | None, int]:
    """The offset named at a word, and the index after it: EDT, UTC+3, GMT-04:30."""
    word = words.word(index)
    if word in _SEASONAL and words.gap(index) in ("", ".") and words.text[words.starts[index]].isupper():
        return None, index + 1
    if word not in ZONES or words.gap(index) not in ("", ".", ",", "("):
        return None, index
    offset, index = ZONES[word], index + 1
    sign = words.gap(index)
    if word in ("utc", "gmt") and sign in ("+", "-") and words.word(index).isdecimal():
        hours = int(words.word(index)[:4])
        minutes = 0
        index += 1
        if words.gap(index) == ":" and words.word(index).isdecimal():
            minutes, index = int(words.word(index)[:4]), index + 1
        if hours <= 14 and minutes < 60:
            offset = (hours * 60 + minutes) * (1 if sign == "+" else -1)
    return offset, index


def clock_at(scene: Scene, index: int) -> tuple[Clock, int] | None:
    """The time of day written at a word, and the index after it."""
    words = scene.words
    word = words.word(index)
    if word in ("noon", "midday", "midnight"):
        first, last = PARTS_OF_DAY[word]
        return Clock(first=first, last=last), index + 1
    if not (word.isdecimal() and len(word) <= 2):
        return _worded_hour(words, index)
    hour, minute, after = int(word), None, index + 1
    separator = words.gap(after)
    follows = words.word(after)
    if separator in (":", ".") and len(follows) == 2 and follows.isdecimal() and int(follows) < 60:
        minute, after, colon = int(follows), after + 1, separator == ":"
        if colon and words.gap(after) == ":" and len(words.word(after)) == 2 and words.word(after).isdecimal():
            after += 1
        half = _half_of_day(words, after)
        if half is None and not colon:
            return None
    else:
        half = _half_of_day(words, after)
        if half is None:
            return None
    return _clock(words, hour, minute, half, after)


def _clock(
    words: Words, hour: int, minute: int | None, half: tuple[str, int] | None, after: int
) -> tuple[Clock, int] | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "pm" else 0)
        after = half[1]
    if hour > 23:
        return None
    offset, after = zone_at(words, after)
    at = hour * 60 + (minute or 0)
    return Clock(first=at, last=at, offset=offset), after


def _half_of_day(words: Words, index: int) -> tuple[str, int] | None:
    """`am`, `p.m.`, `o'clock`: which half of the day, and the index after it."""
    word = words.word(index)
    if words.gap(index) != "":
        return None
    if word in ("am", "pm"):
        return word, index + 1
    if word in ("a", "p") and words.word(index + 1) == "m" and words.gap(index + 1) == ".":
        return word + "m", index + 2
    return None


def _worded_hour(words: Words, index: int) -> tuple[Clock, int] | None:
    """`seven o'clock`, `two pm`."""
    number = words.cardinal(index)
    if number is None or not 1 <= number[0] <= 12:
        return None
    half = _half_of_day(words, number[1])
    return None if half is None else _clock(words, number[0], None, half, number[1])
