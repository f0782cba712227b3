"""Which words of running text may begin a date: a quick look at each word and the next, before the grammar is tried.

The tables name what the forms of `values/calendar` ask for, and no less: what is ruled out here is no date there.
"""

from factsuite.values.calendar.clock_times import PARTS_OF_DAY
from factsuite.values.calendar.date_grammar import BEGINNERS, LENGTHENED
from factsuite.values.calendar.date_prefixes import ABOUT, DOUBT, PREFIXES
from factsuite.values.calendar.date_ranges import JOINERS
from factsuite.values.calendar.date_words import (
    CARDINALS,
    DECADE_WORDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASON_WORDS,
    TENS,
    WEEKDAYS,
    Words,
    word_set,
)
from factsuite.values.calendar.holidays import HOLIDAYS, WARS
from factsuite.values.calendar.parts_of_stretches import EDGES, THIRDS
from factsuite.values.calendar.relative_dates import DAYS, WHICH
from factsuite.values.durations import UNITS, VAGUE

_NAMES = (*HOLIDAYS, *WARS)
_NAMED = frozenset(name[0] for name in _NAMES)
_WHOLE_NAMES = frozenset(name[0] for name in _NAMES if len(name) == 1)
_TRIGGERS = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASON_WORDS) | frozenset(DECADE_WORDS) | frozenset(DAYS)
    | frozenset(WHICH) | frozenset(THIRDS) | frozenset(EDGES) | frozenset(PARTS_OF_DAY) | frozenset(ORDINALS)
    | frozenset(TENS) | frozenset(CARDINALS) | frozenset(VAGUE)
    | word_set("a an another half the q h ad day month week year earlier circa ca c about around that same in later")
    | {"rest", "remainder"}
)  # fmt: skip
_ALL = _TRIGGERS | frozenset(word for prefix in PREFIXES for word in prefix[:1]) | _NAMED | {"fy", "fiscal"}
_COMMON = word_set("a an the by from before after within until no not up c about around that same in")
"""Words so common that the next one must also be of those that begin a date, or follow these."""
_AFTER_COMMON = (_TRIGGERS - {"in"}) | word_set("no not to in from than") | frozenset(UNITS) | _NAMED

_JOINERS = JOINERS | {"and", "or"}
_PARTS = frozenset(PARTS_OF_DAY)
_AROUND = word_set("to of commencing beginning starting after before")
_BEGINS = BEGINNERS | ABOUT | DOUBT | {"the"}


def _followers() -> dict[str, frozenset[str]]:
    """For words that begin a date only with certain words after them, those; figures and signs apart."""
    found: dict[str, frozenset[str]] = {}
    for words, following in (
        (_NAMED - _WHOLE_NAMES - frozenset(MONTHS), frozenset(name[1] for name in _NAMES if len(name) > 1)),
        (("a", "an", "another"), frozenset(VAGUE) | frozenset(UNITS) | word_set("half full whole business working")),
        (("that", "same"), frozenset(UNITS) | _PARTS | {"same", "very"}),
        (("the",), BEGINNERS | ABOUT | {"weekend"}),
        (("in",), frozenset((*VAGUE, *CARDINALS, *TENS)) | word_set("a an another all half full whole")),
        (("month", "week"), _AROUND),
        (("year",), word_set("to end s after before")),
        (("day",), word_set("after before")),
        (_PARTS - {"noon", "midday", "midnight"}, word_set("of on")),
        (EDGES, word_set("of")),
        (THIRDS, BEGINNERS | _JOINERS | word_set("in on the")),
        (("earlier", "later"), BEGINNERS | word_set("in on than")),
        (VAGUE, frozenset(UNITS) | LENGTHENED | {"of"}),
        (WHICH, BEGINNERS | frozenset(UNITS) | word_set("calendar working work workweek")),
        ((*CARDINALS, *TENS), frozenset(MONTHS) | frozenset(UNITS) | NUMBERS | LENGTHENED | _JOINERS
            | word_set("am pm a p of thousand hundred zero oh")),
        (ORDINALS, BEGINNERS | _JOINERS | word_set("quarter half century centuries c of weekend world")),
        (SEASON_WORDS, NUMBERS | frozenset(WHICH) | _JOINERS | word_set("of in the")),
    ):  # fmt: skip
        for word in words:
            found[word] = following
    for prefix in PREFIXES:
        first = prefix[0]
        following = _BEGINS if len(prefix) == 1 else frozenset(prefix[1:2])
        found[first] = found.get(first, frozenset()) | following
    return found


_FOLLOWED_BY = _followers()
_LEADS = frozenset(prefix[0] for prefix in PREFIXES if len(prefix) == 1) | {"in", "the"}
"""Words before which nothing of the date itself stands, so that the next one is looked at in the same way."""
_FURTHER = 2  # such words one after another that are looked past: by the end of, but not all of "the the the"
_VERBS_TOO = word_set("may march")
_AFTER_VERBS_TOO = NUMBERS | frozenset(WHICH) | word_set("the of in day")

_LIST = 14  # words from a number to the month at the end of its list
_DIGITS = frozenset("0123456789")
_JOINTS = frozenset("-/.:")
_AFTER_NUMBER = (
    frozenset(MONTHS)
    | frozenset(UNITS)
    | word_set(
        "st nd rd th s of to until till through and day c century centuries am pm a p ad bc ce bce business half"
    )
)


def triggers(words: Words) -> list[int]:
    """Indexes of the words at which a date may begin."""
    return [
        index
        for index, word in enumerate(words.low[: words.size])
        if (word in _ALL and _word_may_begin(words, index, word))
        or (word[0] in _DIGITS and _number_may_begin(words, index, word))
    ]


def _word_may_begin(words: Words, index: int, word: str) -> bool:
    after = words.low[index + 1]
    if after[:1].isdecimal():
        return word not in _COMMON or _number_may_follow(words, index + 1, word)
    if word in _COMMON and after not in _AFTER_COMMON:
        return False
    if word in _VERBS_TOO and after not in _AFTER_VERBS_TOO and not words.capital(index):
        return words.gap(index + 1) != ""
    return _may_go_on(words, index, word)


def _may_go_on(words: Words, index: int, word: str, further: int = _FURTHER) -> bool:
    """Is the word after one that begins a date among those that dates have there, and may it go on from there?"""
    following = _FOLLOWED_BY.get(word)
    if following is None:
        return True
    after = words.low[index + 1]
    if after not in following:
        return after[:1].isdecimal() or words.gap(index + 1) not in ("", "\0")
    if after == "of" and (word in CARDINALS or word in TENS):
        return words.low[index + 2] in MONTHS
    if word not in _LEADS or after == "in" or not further:  # starting in March
        return True
    return _may_go_on(words, index + 1, after, further - 1)


def _number_may_follow(words: Words, index: int, lead: str) -> bool:
    """A number after a word so common that the number must go on as dates do: not *the 20 boats*, *about 40 people*."""
    word, after = words.low[index], words.low[index + 1]
    if len(word) > 2 and lead != "in":
        return True
    if after == "of":
        return words.low[index + 2] in MONTHS
    return (
        after in _AFTER_NUMBER
        or after in LENGTHENED
        or after in _JOINERS
        or after[:1].isdecimal()
        or words.gap(index + 1) not in ("", "\0")
        or len(word) == 3
    )


def _number_may_begin(words: Words, index: int, word: str) -> bool:
    """A quick look: four digits, or fewer with a word after them that dates have there."""
    if len(word) == 4:
        return not _in_chain(words, index)
    after = words.low[index + 1]
    if len(word) < 3 and (after in ("and", "or") or words.gap(index + 1) in (",", "&")):
        return not MONTHS.keys().isdisjoint(words.low[index + 2 : index + _LIST])
    if after == "of":
        return words.low[index + 2] in MONTHS
    return len(word) < 4 and (after in _AFTER_NUMBER or (after.isdecimal() and words.gap(index + 1) in _JOINTS))


def _in_chain(words: Words, index: int) -> bool:
    """Do two numbers joined by a sign come before it, as in a telephone number?"""
    low = words.low
    if not (words.tight(index) and low[index - 1].isdecimal() and words.gap(index)):
        return False
    return words.tight(index - 1) and low[index - 2].isdecimal() and words.gap(index - 1) == words.gap(index)
