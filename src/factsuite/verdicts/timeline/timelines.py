"""The timeline of one article: when its events were, and what it cannot mean."""

from collections.abc import Iterator

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event
from factsuite.values.calendar.moments import Bounds
from factsuite.values.time_network import ORIGIN, Constraint
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.timeline.assertions import asserted_by, is_known, told_by_the_day
from factsuite.verdicts.timeline.network import Solved, solve
from factsuite.verdicts.timeline.reasons import Conflict, Meant, Reason
from factsuite.verdicts.timeline.records import Records
from factsuite.verdicts.timeline.spans import Span, shape


class Occurrence(Struct, frozen=True, kw_only=True):
    """One event with the tightest bounds the records give it."""

    id: str
    name: str
    at: Location
    starts: Bounds
    ends: Bounds
    """The same as `starts`, unless it is a period."""
    offset: int | None
    """Minutes east of UTC; None where nobody says in which zone its times are told."""
    is_period: bool

    @property
    def sort_key(self) -> tuple[float, float, str]:
        """By its first moment, then its last; what has no date comes last."""
        shift = self.offset or 0
        first = self.starts.earliest if self.starts.earliest is not None else self.starts.latest
        last = self.ends.latest if self.ends.latest is not None else self.ends.earliest
        start = float("inf") if first is None else first - shift
        return start, float("inf") if last is None else last - shift, self.id


class Timeline(Struct, frozen=True, kw_only=True):
    """The events of an article in order, and what cannot hold."""

    dossier: Dossier
    events: tuple[Occurrence, ...]
    records: tuple[Conflict, ...]
    """Records that contradict one another."""
    facts: tuple[Conflict, ...]
    """Facts that cannot hold beside the records or one another."""


def timeline_of(grounds: Grounds) -> Timeline:
    """The time network of an article, solved."""
    records = Records(grounds)
    dossier = grounds.dossier
    events = records.reached(sorted(event_ids(dossier)))
    solved = solve(shapes(records, events), recorded(records, events), asserted(records))
    return Timeline(
        dossier=dossier,
        events=tuple(sorted((_occurrence(e, records, solved) for e in events), key=lambda each: each.sort_key)),
        records=tuple(sorted(solved.records, key=lambda each: _by_place(each.reasons[0]))),
        facts=tuple(sorted(solved.facts, key=lambda each: _by_place(each.blamed))),
    )


def event_ids(dossier: Dossier) -> set[str]:
    """The events an article records itself, and those its facts speak of."""
    found = {entity.id for entity in dossier.entities if isinstance(entity, Event)}
    for fact in dossier.facts:
        asserts = fact.asserts
        for ref in (asserts.event, asserts.earlier, asserts.later, asserts.what):
            if ref is not None:
                found.add(ref.value)
    return found


def shapes(records: Records, events: tuple[Event, ...]) -> Iterator[Constraint]:
    """What holds of periods and terms whatever anybody says."""
    for event in events:
        yield from shape(records.span(event))
    for person, office in records.offices:
        yield from shape(records.term(person, office))


def recorded(records: Records, events: tuple[Event, ...]) -> Iterator[Meant]:
    """What the records say of these events, of the offices the facts name, and of the article's own day."""
    for event in events:
        yield from records.said_of(event)
    for person, office in records.offices:
        yield from records.said_of_term(person, office)
    yield from told_by_the_day(records)


def asserted(records: Records, *, known: bool = True) -> Iterator[Meant]:
    """What the facts assert; `known` includes those that are stated to be wrong."""
    for fact in records.dossier.facts:
        meant = asserted_by(fact, records)
        if meant is not None and (known or not is_known(fact)):
            yield meant


def _by_place(reason: Reason) -> tuple[str, int, int]:
    return str(reason.at.path), reason.at.line, reason.at.column


def _occurrence(event: Event, records: Records, solved: Solved) -> Occurrence:
    span = records.span(event)
    return Occurrence(
        id=event.id,
        name=event.name,
        at=event.at,
        starts=_window(span, span.start, solved),
        ends=_window(span, span.end, solved),
        offset=span.offset,
        is_period=span.is_period,
    )


def _window(span: Span, point: str, solved: Solved) -> Bounds:
    """When a moment can be, by the clock its event is told by."""
    if span.reference == ORIGIN and span.offset is not None:
        found = solved.by_utc.get(point)
        first, last = (found.earliest, found.latest) if found is not None else (None, None)
        shift = span.offset
        return Bounds(earliest=None if first is None else first + shift, latest=None if last is None else last + shift)
    return solved.by_local.get(point) or Bounds(earliest=None, latest=None)
