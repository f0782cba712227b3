"""The facts of an article, drafted kind by kind and put in the order of its text."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from factsuite.drafting.counting import draft_quantities
from factsuite.drafting.dating import draft_dates
from factsuite.drafting.drafts import Draft, Reading
from factsuite.drafting.linking import draft_orders
from factsuite.drafting.placing import draft_places
from factsuite.drafting.quoting import draft_quotations
from factsuite.drafting.records import Records, free_id, slug
from factsuite.drafting.stating import draft_statements
from factsuite.drafting.titling import draft_offices

_LONGEST_ID = 5


class Named(Struct, frozen=True, kw_only=True):
    """A drafted fact with its id and the number of its paragraph."""

    id: str
    paragraph: int
    draft: Draft


def compose(reading: Reading, *, as_of: str = "") -> tuple[Named, ...]:
    """Every fact that can be drafted, in the order of the text."""
    offices = list(draft_offices(reading, as_of))
    quotations = list(draft_quotations(reading))
    statements = list(draft_statements(reading))
    quantities = list(draft_quantities(reading))
    dates = list(draft_dates(reading, [*statements, *quantities]))
    drafts = [*offices, *quotations, *statements, *quantities, *dates, *draft_places(reading), *draft_orders(reading)]
    return named(reading, _distinct(drafts))


def named(reading: Reading, drafts: Iterable[Draft], taken: Collection[str] = ()) -> tuple[Named, ...]:
    """Drafts with ids of their own, in the order of the text; ids that are taken are left alone."""
    found: list[Named] = []
    used = set(taken)
    for draft in sorted(drafts, key=lambda each: (each.anchor, each.kind, each.claim)):
        id = free_id(slug(draft.hint or draft.claim, _LONGEST_ID), used)
        used.add(id)
        sentence = reading.passages.sentence_at(draft.anchor[0])
        found.append(Named(id=id, paragraph=sentence.paragraph if sentence is not None else 0, draft=draft))
    return tuple(found)


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Each assertion once: the same kind at the same place with the same main value."""
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        seen.setdefault((draft.kind, draft.anchor, draft.asserts[1:]), draft)
    return list(seen.values())


def used_ids(facts: Iterable[Named]) -> frozenset[str]:
    """Everything the facts refer to."""
    ids: set[str] = set()
    for fact in facts:
        for name, value in fact.draft.asserts:
            if name not in ("words", "that", "value", "on", "as_of", "office", "act", "link"):
                ids.update((value,) if isinstance(value, str) else value)
    return frozenset(ids)


def only_used(records: Records, facts: Iterable[Named]) -> None:
    """Forget every record that no fact refers to."""
    records.keep(used_ids(facts))
