"""How strongly something is said: the article must not be stronger than its source."""

import re
from dataclasses import dataclass
from functools import lru_cache

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
_REFUTED_FROM = "said"  # from this level on, an assertion and a denial cannot both be reports of one remark
_WORD = re.compile(r"[\w'’]+")


def compare_acts(reported: str, asserted: str) -> Relation:
    """Compare what a source says someone did in speaking (said, denied, urged) with what the article says.

    As strong or stronger on one scale entails, weaker is compatible, different scales are incomparable; only a
    denial against *said* or *confirmed* contradicts. A verb in no order is comparable to itself alone.
    """
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How strong a wording is on one order."""

    order: str
    level: int  # from 0, the weakest
    phrase: str


def read_strength(text: str) -> tuple[Strength, ...]:
    """The strength of a wording on modality, causes and quantifiers, where it has a phrase of them.

    Where it has several phrases of one order, the weakest counts: *may well cause* is a *may*.
    """
    found = ((order, _weakest(order, text)) for order in (MODALITY, CAUSES, QUANTIFIERS))
    return tuple(Strength(order=order.name, level=place[0], phrase=place[1]) for order, place in found if place)


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


@lru_cache(maxsize=1024)
def _place(orders: tuple[Order, ...], phrase: str) -> tuple[Order, int] | None:
    for order in orders:
        for level, phrases in enumerate(order.levels):
            if phrase in phrases:
                return order, level
    return None


def _weakest(order: Order, text: str) -> tuple[int, str] | None:
    """The weakest phrase of the order that stands in the text, with its level; a longer phrase hides a shorter one."""
    words = _WORD.findall(text.lower())
    longest, firsts = _longest(order), _first_words(order)
    found = []
    index = 0
    while index < len(words):
        if words[index] not in firsts:
            index += 1
            continue
        for length in range(min(longest, len(words) - index), 0, -1):
            phrase = " ".join(words[index : index + length])
            place = _place((order,), phrase)
            if place is not None:
                found.append((place[1], phrase))
                index += length
                break
        else:
            index += 1
    return min(found, default=None)


@lru_cache
def _longest(order: Order) -> int:
    return max(len(phrase.split()) for phrases in order.levels for phrase in phrases)


@lru_cache
def _first_words(order: Order) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrases in order.levels for phrase in phrases)


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
