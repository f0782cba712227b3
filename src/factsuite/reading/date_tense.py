"""Does the sentence around a date look back, look ahead, or speak of how things are?"""

from enum import Enum

from factsuite.reading.phrase_tokens import PAST_VERBS
from factsuite.values.calendar.date_words import Words, word_set


class Tense(Enum):
    """What the verb nearest to a date says of it; the values are the directions that dates are settled in."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNTOLD = ""


_FUTURE = word_set("will shall scheduled expected upcoming planned due expects plans slated forthcoming ll")
_PRESENT = word_set(
    "is are am has have do does still remain remains continue continues exist exists known live lives survives stands"
)
_PAST = (PAST_VERBS | word_set("was were did died")) - word_set("set cut hit let shut left led laid lay lit")
_SAYING = word_set("said told added says announced wrote")
_NOT_VERBS = word_set("need speed indeed united hundred limited unlimited based related so-called embed")
_TELLING = _FUTURE | _PRESENT | _PAST | {"to"}
_LINKS = word_set("in on at by since until during last this the from")
_REACH = 12  # words on either side in which a verb still governs a date
_STOPS = frozenset(".;!?\0")


def tense_around(words: Words, start: int, stop: int) -> Tense:
    """The tense of the nearest verb before an expression in its sentence, else of the first one after it."""
    near = start - 1
    while words.word(near) in _LINKS and near > start - 4:
        near -= 1
    low = words.low
    first = max(-1, start - 1 - _REACH)
    for back in range(start - 1, first, -1) if _telling(low[first + 1 : start]) else ():
        if low[back] in _TELLING or low[back].endswith("ed"):
            tense = _tense_of(words, back)
            if tense is not Tense.UNTOLD and (back == near or low[back] not in _SAYING):
                return tense
        if (gap := words.gap(back)) and not _STOPS.isdisjoint(gap):
            break
    last = min(words.size, stop + _REACH)
    for onward in range(stop, last) if _telling(low[stop:last]) else ():
        if (gap := words.gap(onward)) and not _STOPS.isdisjoint(gap):
            break
        if low[onward] in _TELLING or low[onward].endswith("ed"):
            tense = _tense_of(words, onward)
            if tense is not Tense.UNTOLD:
                return tense
    return Tense.UNTOLD


def _telling(low: list[str]) -> bool:
    """A quick look: may any of these words be a verb that tells?"""
    return not _TELLING.isdisjoint(low) or "ed " in " ".join(low) + " "


def _tense_of(words: Words, index: int) -> Tense:
    word = words.word(index)
    if word in _FUTURE or (word == "to" and words.word(index + 1) == "be"):
        return Tense.FUTURE
    if word in _PRESENT:
        coming = words.word(index + 1) == "to" or words.word(index + 1) in _FUTURE
        return Tense.FUTURE if coming else Tense.PRESENT
    past = word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS)
    if not past:
        return Tense.UNTOLD
    before = words.word(index - 1)
    if before == "be":
        return Tense.FUTURE
    return Tense.PRESENT if before in ("is", "are", "being") else Tense.PAST


def is_generic(words: Words, index: int) -> bool:
    """Is a "today" the present age rather than a day: the cities of today, as it is known today?"""
    if words.word(index - 1) == "of" or words.word(index + 1) in ("than", "still"):
        return True
    opens = not _STOPS.isdisjoint(words.gap(index)) or index == 0 or '"' in words.gap(index)
    if words.capital(index) and not opens:
        return words.capital(index - 1)  # the name of a newspaper
    tense = tense_around(words, index, index + 1)
    if tense is Tense.PRESENT:
        return not (opens and words.word(index + 1) in ("is", "s"))
    return tense is Tense.UNTOLD and opens and words.word(index + 1) != "s"
