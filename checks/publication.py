"""Publication: did every source appear after what it is cited for had happened?"""

from collections.abc import Iterator

from factsuite import (
    Article,
    DateFact,
    Event,
    EventFact,
    Evidence,
    Fact,
    Finding,
    Person,
    PlaceFact,
    QuantityFact,
    Quotation,
    Registry,
    Related,
    Severity,
    Stance,
    StatementFact,
    rule,
)
from factsuite.model.stated import Stated
from factsuite.values.dates import DateValue

_DAY = 24 * 60
"""A source dated the day before may be of the same day, in another zone."""
_SPOKEN = (Quotation, StatementFact)
_DATED = (*_SPOKEN, DateFact, EventFact, PlaceFact)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#dates-of-sources", link=3)
def source_older_than_event(fact: Fact, registry: Registry, article: Article) -> Iterator[Finding]:
    """A source is older than the event, or the remark, that it is cited to confirm.

    ## Why it matters
    What was printed before a thing happened can announce it, and cannot report it. Often a year is mistyped, or an old
    story is taken for news.

    ## Fails
        kind: event
        asserts: {event: opening, who: mayor}
        evidence: [{source: preview, reports: {who: mayor}}]
        # sources.yaml
        format: 1
        sources:
          - {id: preview, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-05-20}

    ## Passes
        kind: event
        asserts: {event: opening, who: mayor}
        evidence: [{source: report, reports: {who: mayor}}]
        # sources.yaml
        format: 1
        sources:
          - {id: report, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-06-01}

    ## Limits
    A day of slack for time zones. Silent where the source or the event has no date, and where the event lies after the
    article's own day: of what is to come, an older source may well speak.
    """
    if not isinstance(fact, _DATED):
        return
    for entry in fact.evidence:
        on = _happened(fact, entry, registry)
        if on is not None and _confirms(entry):
            yield from _older(entry.source, on, registry, article, "cannot report what came later")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#dates-of-sources", link=3)
def source_older_than_figure(fact: QuantityFact, registry: Registry, article: Article) -> Iterator[Finding]:
    """A source is older than the day for which it is cited with a figure.

    ## Why it matters
    Yesterday's count is no evidence for today's.

    ## Fails
        asserts: {measure: bridge-visitors, value: at least 300 people, as_of: 2031-06-01}
        evidence: [{source: preview, reports: {value: 412 people}}]
        # sources.yaml
        format: 1
        sources:
          - {id: preview, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-05-20}

    ## Passes
        asserts: {measure: bridge-visitors, value: at least 300 people, as_of: by December 2031}
        evidence: [{source: preview, reports: {value: 412 people}}]
        # sources.yaml
        format: 1
        sources:
          - {id: preview, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-05-20}

    ## Limits
    A forecast, a figure for a day after the article's own, is left alone.
    """
    for entry in fact.evidence:
        reported = entry.reports.as_of if entry.reports is not None else None
        as_of = reported or fact.asserts.as_of
        if as_of is not None and _confirms(entry):
            yield from _older(entry.source, as_of, registry, article, "cannot give a figure of a later day")


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#dates-of-sources")
def record_older_than_event(event: Event, registry: Registry, article: Article) -> Iterator[Finding]:
    """A source recorded for an event is older than the date it is recorded to give.

    ## Why it matters
    The order of events is computed from these dates.

    ## Fails
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06-01, evidence: [{source: preview, reports: {on: 2031-06-01}}]}
        # sources.yaml
        format: 1
        sources:
          - {id: preview, publisher: The Larkhaven Gazette, kind: newspaper, published: 2030-06-02}

    ## Passes
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06-01, evidence: [{source: report, reports: {on: 2031-06-01}}]}
        # sources.yaml
        format: 1
        sources:
          - {id: report, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-06-02}

    ## Limits
    As for source-older-than-event. Looks at the events an article records itself, not at those that articles share.
    """
    for item in event.evidence:
        on = item.on or event.on
        if on is not None and not item.set_aside:
            yield from _older(item.source, on, registry, article, "cannot report what came later")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#dates-of-sources")
def record_older_than_term(person: Person, registry: Registry) -> Iterator[Finding]:
    """A source recorded for an office is older than the day on which it is recorded to show somebody in it.

    ## Why it matters
    A title is right or wrong at a date.

    ## Fails
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices: [{title: Mayor of Larkhaven, evidence: [{source: report, reports: {held_on: 2031-06-01}}]}]
        # sources.yaml
        format: 1
        sources:
          - {id: report, publisher: The Larkhaven Gazette, kind: newspaper, published: 2030-06-02}

    ## Passes
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices: [{title: Mayor of Larkhaven, evidence: [{source: report, reports: {held_on: 2031-06-01}}]}]
        # sources.yaml
        format: 1
        sources:
          - {id: report, publisher: The Larkhaven Gazette, kind: newspaper, published: 2031-06-02}

    ## Limits
    A day of slack for time zones. Silent where the source has no date.
    """
    for office in person.offices:
        for item in office.evidence:
            if item.held_on is not None and not item.set_aside:
                yield from _older(item.source, item.held_on, registry, None, "cannot show who was in office later")


def _confirms(entry: Evidence) -> bool:
    """Whether an entry counts, and is not cited because it says otherwise."""
    return not entry.set_aside and (entry.stance is None or entry.stance.value is not Stance.CONTRADICTS)


def _happened(fact: Fact, entry: Evidence, registry: Registry) -> Stated[DateValue] | None:
    """When what an entry is cited for happened: as it reports, as the article says, or as recorded of the event."""
    on = (entry.reports.on if entry.reports is not None else None) or fact.asserts.on
    if isinstance(fact, _SPOKEN):
        return on
    reported = entry.reports.event if entry.reports is not None else None
    ref = reported or fact.asserts.event or fact.asserts.what
    event = registry.event(ref.value) if ref is not None else None
    return on or (event.on if event is not None else None)


def _older(
    source: Stated[str], on: Stated[DateValue], registry: Registry, article: Article | None, verdict: str
) -> tuple[Finding, ...]:
    """A finding where the source surely came before, and the article tells of it as of the past."""
    known = registry.sources.get(source.value)
    published = known.published if known is not None else None
    latest = published.value.latest if published is not None else None
    earliest = on.value.earliest
    if published is None or latest is None or earliest is None or earliest <= latest + _DAY:
        return ()
    if published.value.uncertain or on.value.uncertain:
        return ()
    if article is not None and not _is_past(earliest, article):
        return ()
    found = Finding(
        at=source.at,
        message=f"`{source.value}` was published {published}, and is cited for {on}: it {verdict}",
        hint="correct the date that is wrong, or cite a source that came after; set an announcement aside",
        related=(Related(at=published.at, message="when the source was published"), Related(at=on.at, message="when")),
    )
    return (found,)


def _is_past(minute: int, article: Article) -> bool:
    """Whether it lies before the end of the article's own day; unknown is not."""
    day = article.reference
    return day is not None and day.value.latest is not None and minute <= day.value.latest
