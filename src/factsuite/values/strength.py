"""How strongly something is said: the article must not be stronger than its source."""

import re
from functools import lru_cache

from factsuite.values.relation import Relation, weakest
from factsuite.values.spelling import regional_key
from factsuite.values.strength_orders import (
    CAUSES,
    COMMITMENTS,
    DENIALS,
    DIRECTIVES,
    MODALITY,
    ORDERS,
    QUANTIFIERS,
    REPORTING,
    Order,
)

__all__ = [
    "CAUSES",
    "MODALITY",
    "ORDERS",
    "QUANTIFIERS",
    "REPORTING",
    "Order",
    "compare_acts",
    "compare_strength",
]

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


def compare_strength(reported: str, asserted: str) -> Relation:
    """Compare the strength of two wordings on every published order that has a phrase of both.

    Where a wording has several phrases of one order, the weakest counts for the source and for the article alike:
    *may well cause* is a *may*.
    """
    relations = []
    for order in (MODALITY, CAUSES, QUANTIFIERS):
        level, wanted = _level(order, reported), _level(order, asserted)
        if level is not None and wanted is not None:
            relations.append(Relation.ENTAILS if level >= wanted else Relation.COMPATIBLE)
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


def _level(order: Order, text: str) -> int | None:
    """The level of the weakest phrase of the order that stands in the text; a longer phrase hides a shorter one."""
    words = _WORD.findall(text.lower())
    longest = max(len(phrase.split()) for phrases in order.levels for phrase in phrases)
    levels = []
    index = 0
    while index < len(words):
        for length in range(min(longest, len(words) - index), 0, -1):
            place = _place((order,), " ".join(words[index : index + length]))
            if place is not None:
                levels.append(place[1])
                index += length
                break
        else:
            index += 1
    return min(levels, default=None)


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
