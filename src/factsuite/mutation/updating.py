"""A fact updated by a hurried editor: everything it says of the article follows the article; its evidence stays."""

from collections.abc import Iterator

from msgspec import structs
from msgspec.structs import replace

from factsuite.model.articles import Article, Place
from factsuite.model.entities import Event
from factsuite.model.facts import Anchor, Fact, Terms
from factsuite.model.registry import Registry
from factsuite.model.stated import Stated
from factsuite.mutation.changes import Change
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.table import Operator
from factsuite.mutation.restating import PARTIES, PLACES, TEXTS, renamed, restated, with_field
from factsuite.mutation.transferring import transferred
from factsuite.values.relation import Relation
from factsuite.values.strength import compare_acts
from factsuite.verdicts.titles import same_office

_MADE_AGAIN = frozenset(
    (
        "negation-added",
        "negation-dropped",
        "attribution-removed",
        "modality-changed",
        "direction-reversed",
        "extent-raised",
    )
)
"""Where a claim has other words than the article, these mistakes are made in it once more."""


def reanchored(fact: Fact, place: Place, change: Change, source: str) -> Fact | None:
    """The fact with its anchor copied again from the changed text; None if its words are gone."""
    start, end = place.start, place.end
    for part in change.parts:
        if part.start < end and part.end > start:
            start, end = min(start, part.start), max(end, part.end)
    exact = change.applied(source, start, end).strip()
    if not any(character.isalnum() for character in exact):
        return None
    old = fact.anchor.exact
    anchor = Anchor(
        exact=Stated(text=exact, value=exact, at=old.at),
        prefix=transferred(change, source, fact.anchor.prefix),
        suffix=transferred(change, source, fact.anchor.suffix),
    )
    return structs.replace(fact, anchor=anchor)


def updated(fact: Fact, change: Change, operator: Operator, copy: Copy) -> Fact:
    """The fact with claim and `asserts` following the change. Raises Unreadable for a value that cannot be read."""
    claim = _followed(fact.claim.text, change, operator, copy)
    return structs.replace(
        fact,
        claim=Stated(text=claim, value=claim, at=fact.claim.at),
        asserts=_asserted(fact, change, operator, copy),
    )


def _asserted(fact: Fact, change: Change, operator: Operator, copy: Copy) -> Terms:
    terms, registry = fact.asserts, copy.registry
    for name in TEXTS:
        stated = terms.given(name)
        if stated is None:
            continue
        text = stated.text
        if name == "office":
            titles = (new for old, new in change.offices if same_office(text, old, registry))
            text = next(titles, None) or transferred(change, copy.text, text)
        elif name == "that":
            text = _followed(text, change, operator, copy)
        else:
            text = transferred(change, copy.text, text)
        if text != stated.text:
            terms = restated(terms, name, text, copy.calendar, copy.reach, is_period(fact, registry))
    for name in (*PARTIES, *PLACES, "person"):
        terms = renamed(terms, name, dict(change.refs))
        stated = terms.given(name)
        if stated is not None and name in ("speaker", "according_to") and _dropped(stated.text, change, registry):
            terms = with_field(terms, name, None)
    terms = _acted(terms, change)
    return _ordered(terms, change)


def _acted(terms: Terms, change: Change) -> Terms:
    for old, new in change.acts:
        if terms.act is not None and compare_acts(terms.act.text, old) is Relation.ENTAILS:
            terms = structs.replace(terms, act=Stated(text=new, value=new, at=terms.act.at))
    return terms


def _ordered(terms: Terms, change: Change) -> Terms:
    if terms.earlier is None or terms.later is None:
        return terms
    if change.turns:
        terms = structs.replace(terms, earlier=terms.later, later=terms.earlier, link=None)
    for old, new in change.links:
        if terms.link is not None and terms.link.value == old:
            terms = structs.replace(terms, link=Stated(text=new, value=new, at=terms.link.at) if new else None)
    return terms


def _dropped(speaker: str, change: Change, registry: Registry) -> bool:
    """Whether the attribution taken out was to this party, or to somebody who speaks within it."""
    return any(speaker in registry.containers(id) for id in change.drops)


def _followed(text: str, change: Change, operator: Operator, copy: Copy) -> str:
    """A sentence in the desk's own words, with the change made in it; made afresh where its words differ."""
    moved = transferred(change, copy.text, text)
    if moved != text or operator.name not in _MADE_AGAIN:
        return moved
    own = Copy(text, copy.registry, copy.calendar, copy.reach, copy.seed)
    again = next(iter(_fitting(operator.make(own), change)), None)
    return again.applied(text) if again is not None else text


def _fitting(changes: Iterator[Change], change: Change) -> Iterator[Change]:
    """For words that have one opposite, the same words; for negations and attributions, any."""
    fixed = {part.before.lower() for part in change.parts}
    for each in changes:
        if each.drops or " not" in each.after or each.after == "" or each.before.lower() in fixed:
            yield each


def is_period(fact: Fact, registry: Registry) -> bool:
    """Whether what a fact dates went on for a time."""
    event = registry.entities.get(fact.asserts.event.value) if fact.asserts.event is not None else None
    return isinstance(event, Event) and event.period


def edited(article: Article, change: Change, in_headline: bool) -> Article:
    """The article with the change made."""
    if in_headline:
        text = change.applied(article.headline.text)
        return replace(article, headline=Stated(text=text, value=text, at=article.headline.at))
    body = change.applied(article.body)
    return replace(article, body=body, line_starts=(0, *(n + 1 for n, char in enumerate(body) if char == "\n")))
