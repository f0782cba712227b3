"""Numerals that are dates, times or years, and so no quantities."""

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.numerals import is_no_time
from factsuite.values.numbers.quantity_phrases import QuantityPhrase
from factsuite.values.numbers.tokens import Tokens, listed

_MONTHS = listed(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec"""
)
_ALSO_WORDS = frozenset(("may", "march", "mar", "jan", "sept", "sep", "dec"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_LINKS = frozenset(("-", "/", "–", "."))
_JOINTS = frozenset(("-", "–", "—", "to", "and", "or", "through", ","))
_ERAS = frozenset(("bc", "bce", "ad", "ce", "b.c.", "a.d.", "b.c.e."))
_YEAR_HEDGES = frozenset(("about", "around", "circa", "c", "ca", "just", "over", "only"))
MORNING = listed("am pm a.m p.m a.m. p.m. gmt utc est edt bst cet hrs o'clock o’clock")


def names_month(tokens: Tokens) -> bool:
    """Tell whether a text has the name of a month, so that a numeral in it may be a day or a year."""
    return not _MONTHS.isdisjoint(tokens.words)


def is_date_or_time(tokens: Tokens, at: int, has_month: bool) -> bool:
    """Tell whether the numeral at a token is part of a date, a time of day or a telephone number."""
    words = tokens.edged
    before, after = words[at - 1], words[at + 1]
    # soon told; `_is_time` looks again, at what touches too
    may_be_time = (before == ":" and is_numeral(words[at - 2])) or (after == ":" and is_numeral(words[at + 2]))
    if (may_be_time or after in MORNING) and _is_time(tokens, at):
        return True
    if (before in _LINKS or after in _LINKS) and _is_chain(tokens, at):
        return True
    return has_month and (_is_day(tokens, at) or _is_year_of_date(tokens, at))


def row_end(tokens: Tokens, first: int) -> int:
    """Return where a row of numerals that starts at a token ends: 0171 555 0123, the cells of a table."""
    last, words = first, tokens.words
    while last + 1 < len(words) and is_numeral(words[last + 1]) and tokens.gap(last + 1) == " ":
        last += 1
    return last + 1


def is_row(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether three numerals or more side by side group no digits: telephones, rows of a table."""
    return end - first > 2 and any(len(word) != 3 or not word.isdigit() for word in tokens.words[first + 1 : end])


def is_year(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """Tell whether a phrase found at a numeral is a year, or two years, rather than a number of something."""
    words = tokens.edged
    if words[phrase.end] in _ERAS:
        return True
    if phrase.unit or phrase.per:
        return False
    if _is_early_year(tokens, at, phrase):
        return True
    if not _looks_like_year(words[at]):
        return False
    if phrase.connector and not _looks_like_year(words[phrase.number_end - 1]):
        return False
    if phrase.hedges and words[phrase.start] not in _YEAR_HEDGES:
        return False
    if not phrase.noun or words[at - 1] in ("in", "since", "during", "until", "year"):
        return True
    return 1900 <= int(words[at]) <= 2035 and int(words[at]) % 100 != 0


def _is_early_year(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """In 628, the prophet sent an envoy."""
    word, before = tokens.edged[at], tokens.edged[at - 1]
    if phrase.noun or before not in ("in", "since", "until", "during", "circa"):
        return False
    return len(word) == 3 and word.isdigit() and phrase.end == at + 1


def _looks_like_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and 1000 <= int(word) <= 2100


def _month(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word in _MONTHS and (word not in _ALSO_WORDS or tokens.is_capital(at))


def _after_suffix(tokens: Tokens, at: int) -> int:
    """Return the token after a numeral and its st, nd, rd or th."""
    return at + 2 if tokens.word(at + 1) in _SUFFIXES and tokens.glued(at + 1) else at + 1


def _is_day_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31


def _is_day(tokens: Tokens, at: int) -> bool:
    if not _is_day_number(tokens.edged[at]):
        return False
    return _month_before(tokens, at) or _month_after(tokens, at)


def _month_before(tokens: Tokens, at: int) -> bool:
    """October 5, Oct. 5, October the 5th, October 5-7, October 5 and 7."""
    back = at - 1
    if tokens.word(back) in _JOINTS and is_numeral(tokens.word(back - 1)) and tokens.word(at + 1)[:1] not in "%":
        back -= 2
    elif tokens.word(back) in _JOINTS and tokens.word(back - 1) in _SUFFIXES and is_numeral(tokens.word(back - 2)):
        back -= 3
    back -= tokens.word(back) in ("the", ".")
    return _month(tokens, back)


def _month_after(tokens: Tokens, at: int) -> bool:
    """5 October, 5th of October, the 5-7 October, 5 and 7 October."""
    after = _after_suffix(tokens, at)
    if tokens.word(after) in _JOINTS and _is_day_number(tokens.word(after + 1)):
        after = _after_suffix(tokens, after + 1)
    after += tokens.word(after) == "of"
    return _month(tokens, after)


def _is_year_of_date(tokens: Tokens, at: int) -> bool:
    if not _looks_like_year(tokens.edged[at]):
        return False
    back = at - 1
    back -= tokens.word(back) in (",", ".", "of", "in")
    if _month(tokens, back):
        return True
    back -= tokens.word(back) in _SUFFIXES
    return is_numeral(tokens.word(back)) and _is_day(tokens, back)


def _is_time(tokens: Tokens, at: int) -> bool:
    """2:15, 14:30:05, 5 pm, 2.17pm, 9 o'clock. What a colon joins is never read as a quantity."""
    return _reads_as_time(tokens, at) and not _is_ratio(tokens, at)


def _reads_as_time(tokens: Tokens, at: int) -> bool:
    for before, after in ((at - 1, at - 2), (at + 1, at + 2)):
        if tokens.word(before) == ":" and is_numeral(tokens.word(after)) and tokens.glued(max(before, after)):
            return True
    following = tokens.word(at + 1)
    if following == "hrs":  # 1730 hrs, but not 48 hrs
        return len(tokens.word(at)) == 4 and tokens.word(at).isdigit()
    return following in MORNING and not is_no_time(tokens.word(at))


def _is_ratio(tokens: Tokens, at: int) -> bool:
    return any(tokens.word(near) in ("ratio", "ratios", "odds") for near in (at - 4, at - 2, at - 1, at + 1, at + 3))


def _is_chain(tokens: Tokens, at: int) -> bool:
    """Three or more numerals joined by one sign: 2019-03-18, 3/18/2019; 2012-13 as a season."""
    if _linked(tokens, at + 1) and (_linked(tokens, at + 3) or _linked(tokens, at - 1)):
        return True
    if _linked(tokens, at - 1) and _linked(tokens, at - 3):
        return True
    return _looks_like_year(tokens.word(at)) and _linked(tokens, at + 1) and len(tokens.word(at + 2)) == 2


def _linked(tokens: Tokens, sign: int) -> bool:
    if tokens.word(sign) not in _LINKS:
        return False
    touching = tokens.glued(sign) and tokens.glued(sign + 1)
    return touching and is_numeral(tokens.word(sign - 1)) and is_numeral(tokens.word(sign + 1))
