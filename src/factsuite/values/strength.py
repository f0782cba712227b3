"""How strongly something is said: the article must not be stronger than its source."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from factsuite.values.relation import Relation, weakest
from factsuite.values.wording.spelling import regional_key
from factsuite.values.wording.strength_orders import (
    CAUSES,
    COMMITMENTS,
    DENIALS,
    DIRECTIVES,
    MODALITY,
    QUANTIFIERS,
    REPORTING,
    Order,
)

_ACTS = (REPORTING, DIRECTIVES, COMMITMENTS, DENIALS)
_OF_WORDING = (MODALITY, CAUSES, QUANTIFIERS)
_REFUTED_FROM = "said"  # from this level on, an assertion and a denial cannot both be reports of one remark
_WORD = re.compile(r"[\w'’]+")


def compare_acts(reported: str, asserted: str) -> Relation:
    """Compare what a source says someone did in speaking (said, denied, urged) with what the article says.

    As strong or stronger on one scale entails, weaker is compatible, different scales are incomparable; only a
    denial against *said* or *confirmed* contradicts. A verb in no order is comparable to itself alone.
    """
    if reported == asserted:
        return Relation.ENTAILS
    first, second = _act(reported), _act(asserted)
    if first == second:
        return Relation.ENTAILS
    place, wanted = _place(_ACTS, first), _place(_ACTS, second)
    if place is None or wanted is None:
        return Relation.INCOMPARABLE
    if place[0] is wanted[0]:
        return Relation.ENTAILS if place[1] >= wanted[1] else Relation.COMPATIBLE
    return Relation.CONTRADICTS if _is_denial_of_assertion(place, wanted) else Relation.INCOMPARABLE


def _is_denial_of_assertion(first: tuple[Order, int], second: tuple[Order, int]) -> bool:
    by_order = {first[0].name: first[1], second[0].name: second[1]}
    said = next(level for level, phrases in enumerate(REPORTING.levels) if _REFUTED_FROM in phrases)
    denied = len(DENIALS.levels) - 1
    return by_order.get(REPORTING.name, -1) >= said and by_order.get(DENIALS.name, -1) == denied


class Strength(Struct, frozen=True, kw_only=True):
    """How strong a wording is on one order."""

    order: str
    level: int  # from 0, the weakest
    phrase: str


def read_strength(text: str) -> tuple[Strength, ...]:
    """The strength of a wording on modality, causes and quantifiers, where it has a phrase of them.

    Where it has several phrases of one order, the weakest counts: *may well cause* is a *may*.
    """
    low = text.lower()
    if _SIGN.search(low) is None:
        return ()
    words = _WORD.findall(low)
    found = [_strength(order.name, words) for order in _OF_WORDING]
    return tuple([strength for strength in found if strength is not None])


def strength_on(order: str, text: str) -> Strength | None:
    """The strength of a wording on one order, by its name: that of `read_strength`, where no other is asked for."""
    return _strength(order, _WORD.findall(text.lower()))


def compare_strength(reported: str, asserted: str) -> Relation:
    """Compare the strength of two wordings on every published order that has a phrase of both."""
    levels = {strength.order: strength.level for strength in read_strength(reported)}
    relations = [
        Relation.ENTAILS if levels[strength.order] >= strength.level else Relation.COMPATIBLE
        for strength in read_strength(asserted)
        if strength.order in levels
    ]
    return weakest(relations) if relations else compare_acts(reported, asserted)


def _act(verb: str) -> str:
    words = [regional_key(word) for word in verb.lower().split()]
    return " ".join(_PAST.get(word, word) for word in words)


def _place(orders: tuple[Order, ...], phrase: str) -> tuple[Order, int] | None:
    found = ((order, _TABLES[order.name].levels.get(phrase)) for order in orders)
    return next(((order, level) for order, level in found if level is not None), None)


def _strength(order: str, words: Sequence[str]) -> Strength | None:
    """The weakest phrase of the order that stands in a text, with its level; a longer phrase hides a shorter one."""
    table = _TABLES[order]
    if table.signs.isdisjoint(words):
        return None
    found = []
    reached = 0
    for index, word in enumerate(words):
        if index < reached or word not in table.longest:
            continue
        for length in range(min(table.longest[word], len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            level = table.levels.get(phrase)
            if level is not None:
                found.append((level, phrase))
                reached = index + length
                break
    if not found:
        return None
    level, phrase = min(found)
    return Strength(order=order, level=level, phrase=phrase)


class _Table(Struct, frozen=True):
    """An order as it is looked up in."""

    levels: Mapping[str, int]
    longest: Mapping[str, int]
    """How many words the longest phrase has that begins with a word."""
    signs: frozenset[str]
    """The longest word of each phrase: a text without any of them has no phrase of the order."""


def _table(order: Order) -> _Table:
    levels: dict[str, int] = {}
    for level, phrases in enumerate(order.levels):
        for phrase in phrases:
            levels.setdefault(phrase, level)
    longest: dict[str, int] = {}
    words = [phrase.split() for phrase in levels]
    for each in words:
        longest[each[0]] = max(longest.get(each[0], 0), len(each))
    return _Table(levels, longest, frozenset(max(each, key=len) for each in words))


_TABLES = {order.name: _table(order) for order in (*_ACTS, *_OF_WORDING)}


def _sign() -> re.Pattern[str]:
    """The signs of every order of wording, by their first letter: most texts have none, and are through at once."""
    by_letter: dict[str, list[str]] = {}
    for sign in sorted({sign for order in _OF_WORDING for sign in _TABLES[order.name].signs}):
        by_letter.setdefault(sign[0], []).append(sign[1:])
    words = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


_SIGN = _sign()


def _past_forms() -> dict[str, str]:
    """Other forms of the regular reporting verbs, to the past tense the orders list."""
    forms = {
        "say": "said",
        "says": "said",
        "saying": "said",
        "tell": "told",
        "tells": "told",
        "telling": "told",
    }
    forms |= {"write": "wrote", "writes": "wrote", "think": "thought", "thinks": "thought", "swears": "swore"}
    for order in _ACTS:
        for word in (phrase.split()[0] for phrases in order.levels for phrase in phrases):
            stems: tuple[str, ...] = ()
            if word.endswith("ied"):
                stems = (word[:-3] + "y",)
                forms[word[:-3] + "ies"] = word
            elif word.endswith("ed"):
                stems = (word[:-2], word[:-1])
            for stem in stems:
                forms |= {stem: word, stem + "s": word, stem + "ing": word}
    return {form: word for form, word in forms.items() if form != word}


_PAST = _past_forms()
