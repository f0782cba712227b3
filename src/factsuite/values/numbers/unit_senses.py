"""Units written like others, told apart by the words around: pounds, b, and the marks of feet, inches and arcs.

Where nothing around decides, *pounds* are of mass, a scaled number of them (3 million pounds) is of money, and the
others are not read.
"""

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.money import POUND_OF_MASS, POUND_OF_MONEY
from factsuite.values.numbers.number_words import VULGAR
from factsuite.values.numbers.numerals import read_numeral
from factsuite.values.numbers.tokens import Tokens, listed
from factsuite.values.numbers.units import ARC_MINUTE, ARC_SECOND, WORDS, Unit

MARKS = frozenset(("'", "’", "′", '"', "”", "″", "''", "’’", "′′"))
"""The marks of feet and inches, of minutes and seconds of arc."""
_PRIMES = frozenset(("′", "″", "′′"))
_DEGREES = frozenset(("°", "º"))
_SINGLE = frozenset(("'", "’", "′"))
_DOUBLE = MARKS - _SINGLE
_BY = frozenset(("x", "×", "by"))
_RANGES = frozenset(("and", "to", "or", "-", "–"))
_DIMENSIONS = frozenset(("tall", "long", "wide", "high", "deep", "thick", "square"))
_FARTHEST_QUOTATION = 1000
_BACK, _ON = 12, 6
_SENTENCE_ENDS = frozenset((".", "!", "?", ";"))
_CLAUSE_ENDS = frozenset((",", "and", "but", "who", "which", "while"))
_INCHES_TO_A_FOOT = 12
_SKY = listed(
    """sky galaxy galaxies star stars nebula nebulae telescope telescopes comet asteroid planet constellation
    astronomers astronomical declination angular resolution seeing"""
)
_SPENDING = listed(
    """cost costs costing paid pay pays paying spent spend spends spending worth price prices priced fine fined fines
    salary wage wages budget bill bills tax taxes grant grants loan loans debt debts fee fees rent earn earns earned
    donated donation donations invested investment compensation charge charged profit profits revenue savings borrowed
    owed owes owe fare fares pence £ gbp"""
)
_WEIGHING = listed(
    """weigh weighs weighed weighing weight weights heavy heavier lighter lb lbs kg kilogram kilograms kilogrammes
    kilos ounce ounces oz ton tons tonne tonnes stone thrust $ € dollars euros cents"""
)
_PAPER_MONEY = listed("fine note notes ticket tickets grant fee bill bonus prize deposit reward voucher fare loan coin")
_SUMS = listed("debt savings investment funding revenue taxpayers taxpayer’s cash money income profit profits credit")
_DATA = listed(
    """transmit transmits transmitted transmitting transmission packet packets data download downloaded upload
    bandwidth buffer memory payload file files encoded encoding bits bytes"""
)
_NUCLEI = listed("physics nuclear neutron neutrons proton protons scattering barn barns cross-section nuclei nucleus")
_AFTER_QUOTATION = listed(
    """he she it they we i you who which that this the a an his her their its said says say told tells added adds
    wrote writes and but or nor so as if when while where because after before is was were are be been has had have
    will would can could did does do in on at to for of from with about than then there not"""
)


def pound(tokens: Tokens, at: int, *, is_scaled: bool, hyphened: bool) -> Unit:
    """Return what *pounds* at a token are: money where sums are spoken of, else mass."""
    after = tokens.word(at + 1)
    if after == "of" and tokens.word(at + 2) not in _SUMS:
        return POUND_OF_MASS
    if hyphened:
        return POUND_OF_MONEY if after in _PAPER_MONEY else POUND_OF_MASS
    if is_scaled:
        return POUND_OF_MONEY
    around = _around(tokens, at)
    return POUND_OF_MONEY if around & _SPENDING and not around & _WEIGHING else POUND_OF_MASS


def stone(tokens: Tokens, at: int) -> Unit | None:
    """Return what *stone* at a token is: the weight where pounds follow or weight is spoken of, else no unit."""
    goes_on = is_numeral(tokens.word(at + 1)) and tokens.word(at + 2) in ("lb", "lbs", "pounds")
    return WORDS["stones"] if goes_on or (tokens.word(at) == "stone" and _around(tokens, at) & _WEIGHING) else None


def letter_b(tokens: Tokens, at: int) -> Unit | None:
    """Return what a b apart from its number is: bits among words of data, barns among those of nuclei."""
    around = _around(tokens, at)
    is_data, is_nuclear = bool(around & _DATA), bool(around & _NUCLEI)
    if is_data == is_nuclear:
        return None
    return WORDS["bit"] if is_data else WORDS["barn"]


def marked(tokens: Tokens, at: int) -> Unit | None:
    """Return the unit of a mark against its number: 6'2", a 9" plate, 30″; None if it may close a quotation."""
    mark = tokens.word(at)
    if mark not in MARKS or not tokens.glued(at):
        return None
    is_arc = tokens.word(at - 2) in _DEGREES or (tokens.word(at - 2) in _SINGLE and tokens.word(at - 4) in _DEGREES)
    if (
        not is_arc
        and mark not in _PRIMES
        and not (_is_beside_mark(tokens, at, mark) or _is_inch_mark(tokens, at, mark))
    ):
        return None
    if is_arc or _around(tokens, at) & _SKY:
        return ARC_MINUTE if mark in _SINGLE else ARC_SECOND
    return WORDS["foot"] if mark in _SINGLE else WORDS["inch"]


def _is_beside_mark(tokens: Tokens, at: int, mark: str) -> bool:
    """Tell whether another figure with a mark, or a dimension, stands beside: 6'2", 20' x 30', 2' (120"), 6' tall."""
    if mark in _DOUBLE:
        is_after = tokens.word(at - 2) in _SINGLE and is_numeral(tokens.word(at - 3)) and tokens.glued(at - 2)
        return is_after and _is_below_a_foot(tokens.word(at - 1))
    following = tokens.word(at + 1)
    if following in _DIMENSIONS or (tokens.word(at - 2) in _BY and tokens.word(at - 3) in _SINGLE):
        return True
    number = at + 2 if following in _BY or following == "(" else at + 1
    end = number + 2 if tokens.word(number + 1) in VULGAR else number + 1
    is_marked = tokens.word(end) in (MARKS if following in _BY else _DOUBLE) and tokens.glued(end)
    is_apart = following in _BY or following == "("
    return is_marked and is_numeral(tokens.word(number)) and (is_apart or _is_below_a_foot(tokens.word(number)))


def _is_below_a_foot(word: str) -> bool:
    """Tell whether digits can be the inches of a height: the 4 of 6'4", but not the 30 of 20'30", which is a time."""
    numeral = read_numeral(word)
    return numeral is not None and len(word.partition(".")[0]) < 3 and numeral.value < _INCHES_TO_A_FOOT


def _is_inch_mark(tokens: Tokens, at: int, mark: str) -> bool:
    """Tell whether a double mark closes no quotation: none is open, and what follows could not stand after one."""
    if mark not in _DOUBLE:
        return False
    end = tokens.starts[at]
    line = tokens.text[max(0, end - _FARTHEST_QUOTATION) : end]
    line = line[line.rfind("\n") + 1 :]
    last = max(line.rfind(sign) for sign in '"“”')
    if last >= 0:
        return line[last] != "“" and last > 0 and not line[last - 1].isspace() and line[last - 1] not in "(["
    return _goes_on(tokens, at)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether the words after a mark show that it measures, where its text may start inside a quotation."""
    following, beyond = tokens.word(at + 1), tokens.word(at + 2)
    if following == ")":
        return tokens.word(at - 2) == "("
    if following in _BY:
        return is_numeral(beyond)
    if following in _RANGES and is_numeral(beyond):
        return tokens.word(at + 3) in _DOUBLE
    if following == "(":
        return is_numeral(beyond) and tokens.word(at + 3) in ("cm", "mm", "m")
    if following == "-":
        return tokens.glued(at + 1) and beyond in _DIMENSIONS
    is_word = is_numeral(following) or following[:1].isalpha()
    return is_word and following not in _AFTER_QUOTATION and tokens.gap(at + 1) == " "


def _around(tokens: Tokens, at: int) -> frozenset[str]:
    """Return the words a few places before a token in its sentence, and after it in its clause."""
    found = []
    for step, count in ((-1, _BACK), (1, _ON)):
        for near in range(at + step, at + step * (count + 1), step):
            word = tokens.word(near)
            if not word or word in _SENTENCE_ENDS or (step > 0 and word in _CLAUSE_ENDS):
                break
            found.append(word.removesuffix("'s").removesuffix("’s"))
    return frozenset(found)
