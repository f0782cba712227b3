"""Finding the unit after a number: kilometres, %, °C, m s−1, square miles, Australian dollars, per day."""

from msgspec import Struct

from factsuite.values.numbers.cardinals import DASHES, is_numeral
from factsuite.values.numbers.money import (
    BY_COUNTRY,
    NAMES,
    POUND_OF_MONEY,
    SIGNS,
    code,
    hundredth_sign,
)
from factsuite.values.numbers.numerals import is_no_time
from factsuite.values.numbers.tokens import Tokens, listed
from factsuite.values.numbers.unit_senses import MARKS, letter_b, marked, pound, stone
from factsuite.values.numbers.units import CELSIUS, PHRASES, SYMBOLS, WORDS, Dimension, Unit

_MINUS = frozenset("−-–⁻")
_EXPONENTS = {"1": 1, "2": 2, "3": 3, "²": 2, "³": 3, "¹": 1}
_POWER_WORDS = {
    "square": "square",
    "sq": "square",
    "cubic": "cubic",
    "cu": "cubic",
    "squared": "square",
    "cubed": "cubic",
}
_NEVER_SPACED = listed("a A C F H R T b d p x X y P E B")
_NEVER_GLUED = listed("a A C F H M R T U s E B P")
_ADJECTIVES = listed("more additional extra further full consecutive straight whole successive")
_LATIN = {"annum": "year", "diem": "day", "mensem": "month"}
_RATE_ARTICLES = frozenset(("a", "an", "each", "every"))
_RATE_NOUNS = listed(
    """second minute hour day night week weekend month quarter year decade century share barrel ton tonne
    gallon litre liter mile kilometre kilometer kilogram pound ounce acre hectare person head game
    season piece unit bottle ticket vote"""
)
_AMBIGUOUS = frozenset(("pound", "pounds", "stone", "stones"))
_LONGEST_SYMBOL = 3
"""Letters a symbol may have: a longer word is a unit's name."""
_COUNTRIES = frozenset(country for country, _ in BY_COUNTRY) | {"new", "hong", "united"}
_MORE = frozenset((*PHRASES, *NAMES, *_POWER_WORDS, *_ADJECTIVES)) | _COUNTRIES | _AMBIGUOUS
"""The words by which other units than those of one word begin, or that are not always the same unit."""
STARTS = (
    frozenset((*WORDS, *map(str.lower, SYMBOLS), *MARKS, *SIGNS, *DASHES)) | _MORE | {"(", "[", "st", "b", "c", "p"}
)
"""The words and ASCII signs, in lower case, that a unit can start with."""
_PLAIN = {word: unit for word, unit in WORDS.items() if len(word) > _LONGEST_SYMBOL and word not in _MORE}
"""The words that are one unit wherever they stand."""
_CURRENCIES = {
    word: unit
    for word, unit in NAMES.items()
    if word not in _AMBIGUOUS | {"real", "won", "mark", "crown", "st", "b"}
    and word not in {*PHRASES, *MARKS, *SIGNS, *DASHES, *_ADJECTIVES, *_COUNTRIES}
}
"""The words that are one currency wherever they stand."""
_PHRASED = PHRASES.keys() - MARKS - DASHES - _ADJECTIVES - {"stone", "st", "b"}
"""The words and signs that begin a unit of several words, and mean nothing else before another is looked for."""


class UnitPhrase(Struct, frozen=True):
    """A unit found in the text: its denominator if it is a rate, and where its tokens end."""

    unit: Unit
    end: int
    per: str = ""


def read_unit(tokens: Tokens, start: int, *, after_words: bool, is_scaled: bool) -> UnitPhrase | None:
    """Read the unit that starts at a token, or None. After words a one-letter symbol is no unit."""
    word = tokens.edged[start]
    if word not in STARTS and word.isascii():
        return None
    found = _simple(tokens, start, after_words, is_scaled)
    if found is None and word in ("(", "["):
        inner = _simple(tokens, start + 1, after_words, is_scaled)
        closed = inner is not None and tokens.word(inner.end) in (")", "]") and tokens.word(inner.end + 1) != "per"
        found = UnitPhrase(inner.unit, inner.end + 1, inner.per) if inner is not None and closed else None
    return None if found is None else _with_rate(tokens, found)


def read_rate(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """Read *per day*, *a day*, */day*, *each year*: the denominator and where it ends."""
    words = tokens.edged
    word = words[start]
    if word in ("per", "/"):
        after = words[start + 1]
        if after == "cent" or not after[:1].isalpha():
            return None
        unit = _symbol(tokens, start + 1) if word == "/" else None
        if unit is not None:
            return _power_name(unit[0].name, unit[1]), unit[2]
        powered = _powered(tokens, start + 1)
        if powered is not None:
            return powered.unit.name, powered.end
        known = WORDS.get(_LATIN.get(after, after)) or SYMBOLS.get(tokens.written(start + 1))
        if word == "/" and known is None and after not in _RATE_NOUNS:
            return None
        return (known.name if known is not None else after), start + 2
    if word not in _RATE_ARTICLES or words[start + 1] not in _RATE_NOUNS:
        return None
    if words[start + 2] in ("ago", "earlier", "later"):
        return None
    known = WORDS.get(words[start + 1])
    return (known.name if known is not None else words[start + 1]), start + 2


def _with_rate(tokens: Tokens, found: UnitPhrase) -> UnitPhrase:
    if found.per:
        return found
    rate = read_rate(tokens, found.end)
    if rate is None:
        return found
    again = read_rate(tokens, rate[1]) if tokens.word(rate[1]) == "per" else None
    if again is not None:
        return UnitPhrase(found.unit, again[1], f"{rate[0]} per {again[0]}")
    return UnitPhrase(found.unit, rate[1], rate[0])


def _simple(tokens: Tokens, start: int, after_words: bool, is_scaled: bool) -> UnitPhrase | None:
    word = tokens.edged[start]
    plain = _PLAIN.get(word)
    if plain is not None:
        return _squared_after(tokens, _phrase_of(plain, start + 1))
    currency = _CURRENCIES.get(word)
    if currency is not None:
        return UnitPhrase(currency, start + 1)
    phrase = _phrase(tokens, start) if word in _PHRASED else None
    if phrase is not None:
        return phrase
    hyphened = tokens.word(start) in DASHES and tokens.glued(start) and tokens.glued(start + 1)
    at = start + 1 if hyphened else start
    at += tokens.word(at) in _ADJECTIVES and tokens.word(at + 1) in WORDS
    word = tokens.word(at)
    sense = _sense(tokens, at)
    if sense is not None:
        return UnitPhrase(sense, at + 1)
    phrase = _phrase(tokens, start) or (_phrase(tokens, at) if at != start else None)
    if phrase is not None:
        return phrase
    if tokens.written(at) == "C" and tokens.glued(at) and "." in tokens.word(at - 1):  # not 14C, an isotope
        return UnitPhrase(CELSIUS, at + 1)
    found = _money(tokens, at, is_scaled, hyphened) or _powered(tokens, at)
    if found is not None:
        return found
    if word in WORDS and len(word) > _LONGEST_SYMBOL:
        return _squared_after(tokens, _phrase_of(WORDS[word], at + 1))
    return None if after_words and len(word) < 2 else _from_symbol(tokens, at)


def _sense(tokens: Tokens, at: int) -> Unit | None:
    word = tokens.word(at)
    if word in MARKS:
        return marked(tokens, at)
    if word in ("stone", "st") and not tokens.glued(at):
        return stone(tokens, at)
    return letter_b(tokens, at) if _is_apart(tokens, at, "b") else None


def _phrase(tokens: Tokens, start: int) -> UnitPhrase | None:
    for words, unit in PHRASES.get(tokens.word(start), ()):
        end = start + len(words)
        if tokens.words[start:end] == words:
            return UnitPhrase(unit, end)
    return None


def _phrase_of(unit: Unit, end: int) -> UnitPhrase:
    """Take a unit that is itself a rate apart: mph is miles, per hour."""
    if " per " not in unit.name:
        return UnitPhrase(unit, end)
    name, _, per = unit.name.partition(" per ")
    return UnitPhrase(Unit(name, unit.dimension, unit.factor), end, per)


def _money(tokens: Tokens, at: int, is_scaled: bool, hyphened: bool) -> UnitPhrase | None:
    word, after = tokens.word(at), tokens.word(at + 1)
    if word in SIGNS:
        return None if is_numeral(after) else UnitPhrase(code(SIGNS[word]), at + 1)
    for singular in (after, after[:-1]):
        if (word, singular) in BY_COUNTRY:
            return UnitPhrase(BY_COUNTRY[word, singular], at + 2)
    if word in ("new", "hong", "united") and (tokens.word(at + 1), tokens.word(at + 2).rstrip("s")) in BY_COUNTRY:
        return UnitPhrase(BY_COUNTRY[tokens.word(at + 1), tokens.word(at + 2).rstrip("s")], at + 3)
    if word in ("pound", "pounds"):
        if after == "sterling":
            return UnitPhrase(POUND_OF_MONEY, at + 2)
        return UnitPhrase(pound(tokens, at, is_scaled=is_scaled, hyphened=hyphened), at + 1)
    if word in NAMES and not (word in ("real", "won", "mark") or (word == "crown" and after)):
        return UnitPhrase(NAMES[word], at + 1)
    hundredth = hundredth_sign(tokens.written(at)) if tokens.glued(at) else None
    return None if hundredth is None else UnitPhrase(hundredth, at + 1)


def _powered(tokens: Tokens, at: int) -> UnitPhrase | None:
    """Read square kilometres, cubic feet, sq mi."""
    power = _POWER_WORDS.get(tokens.word(at))
    if power is None:
        return None
    after = at + 2 if tokens.word(at + 1) in (".", "-") else at + 1
    unit = WORDS.get(tokens.word(after)) or SYMBOLS.get(tokens.written(after))
    if unit is None or unit.dimension is Dimension.TIME:
        return None
    return UnitPhrase(Unit(f"{power} {unit.name}", Dimension.MEASURE), after + 1)


def _squared_after(tokens: Tokens, found: UnitPhrase) -> UnitPhrase:
    word = tokens.edged[found.end]
    if word in ("squared", "cubed"):
        return UnitPhrase(Unit(f"{_POWER_WORDS[word]} {found.unit.name}", Dimension.MEASURE), found.end + 1)
    return found


def _from_symbol(tokens: Tokens, at: int) -> UnitPhrase | None:
    first = _symbol(tokens, at)
    if first is None or not _stands_alone(tokens, at, first[2]):
        return None
    unit, power, end = first
    if power < 0:
        return UnitPhrase(Unit(f"inverse {_power_name(unit.name, power)}", Dimension.MEASURE), end)
    below: list[str] = []
    for _ in range(3):
        factor_at = end + 1 if tokens.word(end) in ("·", "⋅", "∙") else end
        factor = _symbol(tokens, factor_at)
        if factor is None or factor[1] > 0:
            break
        below.append(_power_name(factor[0].name, factor[1]))
        end = factor[2]
    if power == 1 and not below:
        return _squared_after(tokens, _phrase_of(unit, end))
    whole = unit if power == 1 else Unit(_power_name(unit.name, power), Dimension.MEASURE)
    return UnitPhrase(whole, end, " per ".join(below))


def _stands_alone(tokens: Tokens, at: int, end: int) -> bool:
    written = tokens.written(at)
    if written in ("am", "pm"):  # 5 am is a time
        return is_no_time(tokens.word(at - 1))
    if tokens.glued(at):
        return written not in _NEVER_GLUED or end > at + 1
    if written in _NEVER_SPACED:
        return False
    if written in (
        "M",
        "U",
    ):  # molar and enzyme units, only where the number makes them plain: 0.2 M, 100 U/ml
        return tokens.word(at + 1) == "/" or "." in tokens.word(at - 1)
    if written == "in" and tokens.word(at - 2) not in ("ft", "foot", "feet"):
        return not tokens.word(at + 1)[:1].isalnum() and tokens.word(at + 1) not in (
            "$",
            "£",
            "€",
            "'",
            '"',
            "“",
        )
    return True


def _is_apart(tokens: Tokens, at: int, letter: str) -> bool:
    return tokens.written(at) == letter and not tokens.glued(at) and is_numeral(tokens.word(at - 1))


def _symbol(tokens: Tokens, at: int) -> tuple[Unit, int, int] | None:
    """Read a symbol with its exponent: the unit, the power and where it ends."""
    written = tokens.written(at)
    unit = SYMBOLS.get(written) or WORDS.get(tokens.word(at))
    if unit is None:
        power = _EXPONENTS.get(written[-1:])
        unit = SYMBOLS.get(written[:-1])
        return None if power is None or unit is None or is_numeral(written) else (unit, power, at + 1)
    if tokens.word(at + 1) == "^" and tokens.word(at + 2) in _EXPONENTS:
        return unit, _EXPONENTS[tokens.word(at + 2)], at + 3
    if tokens.glued(at + 1) and tokens.word(at + 1) in _EXPONENTS:
        return unit, _EXPONENTS[tokens.word(at + 1)], at + 2
    if tokens.word(at + 1) in _MINUS and tokens.glued(at + 1) and tokens.word(at + 2) in _EXPONENTS:
        return unit, -_EXPONENTS[tokens.word(at + 2)], at + 3
    return unit, 1, at + 1


def _power_name(name: str, power: int) -> str:
    return {1: name, 2: f"square {name}", 3: f"cubic {name}"}[abs(power)]
