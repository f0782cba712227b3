"""Numbers that are, or may be, part of a name, a label or a score: F-16, Voyager 2, page 10, 3-1."""

import re

from factsuite.reading.calendar_figures import MORNING
from factsuite.values.numbers.cardinals import DASHES, is_numeral
from factsuite.values.numbers.number_words import MAGNITUDES, SMALL
from factsuite.values.numbers.quantity_phrases import QuantityPhrase
from factsuite.values.numbers.tokens import Tokens, listed

_LABELS = listed(
    """no nr nrs nos number fig figs figure figures table tables chapter chapters page pages pp section
    sections article articles part item items step room flight route highway version volume vol episode
    season grade level type class line channel exhibit appendix equation eq ref phase stage gate
    apartment suite building block serial model bus train track zip isbn formula district ward precinct
    lane interstate week weeks exercise exercises fortune ftse nasdaq nikkei dax forbes formula
    question group day"""
)
_FUNCTION_WORDS = listed(
    """a an the in on at by of for from to with and or but as is are was were has have had about over under
    than then he she it they we i you his her its their our my this that these those there here after
    before since until when while where if so because although though however also only just some all
    most more less both each every another with within without between among against during through
    across into onto upon not no nor yet still even"""
)
_DETERMINERS = listed(
    """the this that these those each every any no which another last next first only same other my your his
    her"""
)
_SENTENCE_ENDS = frozenset((".", "!", "?", ":", ";", "", '"', "“", "”", "'", "‘", "(", "—", "–", "-", "•", "*"))
_AFTER_HALF = listed("of the its their his her all our as")
_BEFORE_HALF = listed("first second third fourth other latter last each either")
_AFTER_RANK = listed("most least place placed seed seeded ranked ever")
_STARTS = frozenset((".", "", '"', "“", "'", "‘", "``"))
_GROUPED_BY_POINT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SHORTEST_ADJECTIVE = 3


def is_in_name(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """Tell whether a phrase found at a token is part of a name or a label, or a word used otherwise."""
    if _touches_others(tokens, phrase) or _is_split(tokens, at, phrase):
        return True
    words = tokens.edged
    before = words[phrase.start - 1]
    if before == "not" or before.endswith(("n't", "n’t")):
        return not phrase.hedges and phrase.kind != "ordinal"
    if not phrase.unit and words[phrase.end] in MORNING:  # six pm
        return True
    if phrase.kind == "ordinal" and _is_of_calendar(tokens, phrase):
        return True
    if is_numeral(words[at]):
        return _is_label(tokens, at, phrase) or _is_score(tokens, phrase)
    return _is_word_of_name(tokens, at, phrase) or _is_loose_word(tokens, at, phrase)


def _touches_others(tokens: Tokens, phrase: QuantityPhrase) -> bool:
    """F-16, B52, J1149.5+6663, 777F, 24/7: letters or digits that no number or unit accounts for."""
    start, end, starts, ends = phrase.start, phrase.end, tokens.starts, tokens.ends
    if start and ends[start - 1] == starts[start]:
        before = tokens.words[start - 1]
        if before[:1].isalnum() or before in ("_", "#", "/", ".", ":", "&", "@", "\\"):
            return True
        inner = tokens.word(start - 2)[-1:].isalnum() and tokens.glued(start - 1)
        if inner and (before in DASHES or before in ("'", "’", "+", "−", "*")):
            return True
    if end >= len(starts) or ends[end - 1] != starts[end]:
        return False
    following, beyond = tokens.words[end], tokens.word(end + 1)
    if following[:1].isalnum() or following in ("_", "@", "\\", "^"):
        return True
    if following in ("'", "’"):  # 5'10
        return tokens.glued(end + 1) and is_numeral(beyond)
    if following in ("/", ":", "+") or following in DASHES:
        is_adjective = beyond[:1].isalpha() and len(beyond) >= _SHORTEST_ADJECTIVE and following in DASHES
        return tokens.glued(end + 1) and beyond[:1].isalnum() and not is_adjective
    return False


def _is_split(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """6 . 2, 80 , 000: a numeral cut by spaces around its mark; and digits in brackets that cite, [12]."""
    words = tokens.edged
    if words[at - 1] in (".", ",") and _is_cut(tokens, at, at - 1, at - 2):
        return True
    if words[phrase.number_end] in (".", ",") and _is_cut(tokens, at, phrase.number_end, phrase.number_end + 1):
        return True
    if words[at][0] == "." and is_numeral(words[at - 1]):
        return True
    following = words[phrase.end]
    if following[:1] == "." and is_numeral(following):
        return True
    if following == "]":
        return not phrase.unit
    return following == "," and words[at - 1] == "["


def _is_cut(tokens: Tokens, at: int, sign: int, digit: int) -> bool:
    words = tokens.edged
    if not (is_numeral(words[digit]) and is_numeral(words[at])) or tokens.glued(sign) or tokens.glued(sign + 1):
        return False
    return words[sign] == "." or len(words[max(sign, digit)]) == 3


def _is_label(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """Page 10, Voyager 2, 10 Downing Street, and 30.000 people, which may be thirty thousand."""
    if phrase.unit and not (phrase.unit == "times" and tokens.glued(phrase.number_end)):
        return False
    words = tokens.edged
    numeral = words[at]
    if "." in numeral:
        return bool(phrase.noun) and _GROUPED_BY_POINT.fullmatch(numeral) is not None
    if phrase.hedges or phrase.start != at:
        return False
    before = words[at - 1]
    if before in _LABELS or (before in (".", "#") and words[at - 2] in _LABELS) or before in ("#", "№"):
        return True
    if "," in numeral:
        return False
    is_name = tokens.is_capital(at - 1) and at > 1 and before not in _FUNCTION_WORDS
    if phrase.noun:  # Boeing 787 Dreamliner aircraft, Ligue 1 club
        return is_name and (_is_capital(tokens, phrase.end) or numeral == "1")
    return is_name or _is_address(tokens, phrase.end) or (before in _STARTS and _is_capital(tokens, phrase.end))


def _is_number(word: str) -> bool:
    return is_numeral(word) or word in SMALL


def _is_capital(tokens: Tokens, at: int) -> bool:
    return tokens.is_capital(at) and tokens.gap(at) == " "


def _is_address(tokens: Tokens, at: int) -> bool:
    return _is_capital(tokens, at) and _is_capital(tokens, at + 1)


def _is_of_calendar(tokens: Tokens, phrase: QuantityPhrase) -> bool:
    """20th century, third quarter, second half; first-degree: ordinals that rank nothing."""
    after = phrase.end + 1 if tokens.word(phrase.end) in DASHES else phrase.end
    if after != phrase.end and not (tokens.word(after).endswith("est") or tokens.word(after) in _AFTER_RANK):
        return True
    return tokens.word(after) in ("century", "centuries", "quarter", "half", "millennium")


def _is_score(tokens: Tokens, phrase: QuantityPhrase) -> bool:
    """3-1, 5 to 4, 10–12: small numbers that are no range, or that nothing says are one."""
    start, end, words = phrase.number_start, phrase.number_end, tokens.edged
    if not (phrase.unit or phrase.hedges or phrase.noun or phrase.connector):
        if words[end] == "to" and _is_number(words[end + 1]) and words[start - 1] != "from":
            return True
        return words[start - 1] == "to" and _is_number(words[start - 2]) and words[start - 3] != "from"
    if phrase.connector not in DASHES or phrase.unit or phrase.noun or phrase.hedges or phrase.per:
        return False
    ends = tokens.words[phrase.number_start : phrase.number_end]
    return len(ends) == 3 and all(len(end) <= 3 and "." not in end for end in ends)


def _is_word_of_name(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """Fantastic Four, Three Rivers: number words in capitals inside a sentence."""
    if phrase.hedges or not tokens.is_capital(at):
        return False
    before, after = tokens.word(at - 1), phrase.number_end
    if tokens.word(after) == "-" and tokens.is_capital(after + 1):
        return True
    if phrase.unit and phrase.unit != "ordinal":
        return tokens.is_capital(after) and before not in _SENTENCE_ENDS
    if phrase.kind == "ordinal" and _is_address(tokens, after):
        return True
    if before in _SENTENCE_ENDS or (tokens.is_capital(at - 1) and at == 1 and before in _FUNCTION_WORDS):
        return False
    return tokens.is_capital(at - 1) or tokens.is_capital(phrase.end)


def _is_loose_word(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    word, before = tokens.word(at), tokens.word(at - 1)
    if phrase.hedges:
        return False
    if phrase.kind == "ordinal":
        return word == "second" and (before in ("a", "per", "every", "split", "each") or is_numeral(before))
    if phrase.unit not in ("", "percent", "times") or (phrase.number_end - phrase.number_start > 1 and word == "one"):
        return False
    if word == "once":
        return True
    if word == "one":
        return not phrase.noun or before in _DETERMINERS
    if phrase.kind == "fraction" and word in ("half", "quarter"):
        return _is_part_of_time(tokens, at, phrase)
    if word in MAGNITUDES and phrase.number_start == at:
        return True
    return word in SMALL and tokens.word(phrase.end) in SMALL


def _is_part_of_time(tokens: Tokens, at: int, phrase: QuantityPhrase) -> bool:
    """The second half, a quarter, half-time: fractions only before what they are a part of."""
    if phrase.number_start != at:
        return tokens.word(at - 2) in ("and", "first", "second") or (tokens.word(at) == "quarter" and not phrase.noun)
    if tokens.word(at - 1) in (
        "first",
        "second",
        "third",
        "fourth",
        "other",
        "latter",
        "last",
        "each",
        "either",
    ):
        return True
    return tokens.word(phrase.end) not in _AFTER_HALF
