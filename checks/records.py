"""Records: are the dates of events and the terms of offices what their sources give?"""

from collections.abc import Iterator

from factsuite import Event, Finding, Location, Person, Registry, Related, Relation, Severity, rule
from factsuite.model.stated import Stated
from factsuite.values.dates import DateValue, compare_dates
from factsuite.verdicts.containment import compare_lists, compare_parties, compare_places
from factsuite.verdicts.terms import contradicts_term, supports_term


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#events")
def event_date_contradicted(event: Event) -> Iterator[Finding]:
    """The date recorded for an event is not the one its sources give.

    ## Why it matters
    The order of events is computed from these dates: one slip moves every fact that uses them.

    ## Fails
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06-02, evidence: [{source: gazette, reports: {on: 2031-06-01}}]}

    ## Passes
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06-01, evidence: [{source: gazette, reports: {on: 2031-06-01}}]}

    ## Limits
    An outlier is `set_aside` with its reason.
    """
    if event.on is None:
        return
    against = [
        item
        for item in event.evidence
        if item.on is not None
        and not item.set_aside
        and compare_dates(item.on.value, event.on.value) is Relation.CONTRADICTS
    ]
    if against:
        given = [(item.source.value, item.on) for item in against if item.on is not None]
        yield Finding(
            at=event.on.at,
            message=f"`{event.id}` is dated {event.on}; {_sources_give(given)}",
            hint="correct the date, or set the outlier aside with its reason",
            related=_recorded(given),
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#events")
def event_date_unsupported(event: Event) -> Iterator[Finding]:
    """The date recorded for an event is given by no source, or is more exact than all of them.

    ## Why it matters
    What is used as evidence has evidence.

    ## Fails
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06-01, evidence: [{source: gazette, reports: {on: 2031-06}}]}

    ## Passes
        # entities.yaml
        format: 1
        events:
          - {id: opening, name: the opening, on: 2031-06, evidence: [{source: gazette, reports: {on: 2031-06-01}}]}

    ## Limits
    None known.
    """
    if event.on is None:
        return
    dated = [item.on.value for item in event.evidence if item.on is not None and not item.set_aside]
    for value in dated:
        if compare_dates(value, event.on.value) in (Relation.CONTRADICTS, Relation.ENTAILS):
            return
    yield Finding(
        at=event.on.at,
        message=f"no source of `{event.id}` gives {event.on}" + (" so exactly" if dated else ""),
        hint="name a source that gives it under `evidence`, or date the event no more exactly than its sources",
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#events")
def event_record_contradicted(event: Event, registry: Registry) -> Iterator[Finding]:
    """The place or the people recorded for an event are not those its sources give.

    ## Why it matters
    Facts about the event are compared with this record.

    ## Fails
        # entities.yaml
        format: 1
        places: [{id: larkhaven, name: Larkhaven}, {id: northport, name: Northport}]
        events:
          - id: opening
            name: the opening
            where: northport
            evidence: [{source: gazette, reports: {where: larkhaven}}]

    ## Passes
        # entities.yaml
        format: 1
        places: [{id: larkhaven, name: Larkhaven}, {id: northport, name: Northport}]
        events:
          - id: opening
            name: the opening
            where: larkhaven
            evidence: [{source: gazette, reports: {where: larkhaven}}]

    ## Limits
    Fields a source leaves out are silence.
    """
    for item in event.evidence:
        if item.set_aside:
            continue
        for name, given, recorded, compare in (
            ("where", item.where, event.where, compare_places),
            ("who", item.who, event.who, compare_parties),
        ):
            if given is None or recorded is None:
                continue
            ids = [ref.value for ref in given.value], [ref.value for ref in recorded.value]
            if compare_lists(*ids, compare, registry) is Relation.CONTRADICTS:
                yield Finding(
                    at=recorded.at,
                    message=f"`{event.id}` has `{name}: {recorded.text}`; `{item.source.value}` gives {given}",
                    hint="correct the record, or set the outlier aside with its reason",
                    related=(Related(at=given.at, message="what the source is recorded to report"),),
                )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#offices")
def office_term_contradicted(person: Person) -> Iterator[Finding]:
    """The term recorded for an office is not the one its sources give.

    ## Why it matters
    A title is right or wrong at a date: a wrong term makes a right title wrong.

    ## Fails
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices:
              - {title: Mayor of Larkhaven, from: 2031, evidence: [{source: gazette, reports: {held_on: 2030-05-06}}]}

    ## Passes
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices:
              - {title: Mayor of Larkhaven, from: 2029, evidence: [{source: gazette, reports: {held_on: 2030-05-06}}]}

    ## Limits
    None known.
    """
    for office in person.offices:
        clashes: dict[Location, list[tuple[str, Stated[DateValue]]]] = {}
        terms: dict[Location, Stated[DateValue]] = {}
        for item in office.evidence:
            clash = contradicts_term(office, item)
            if clash is not None and not item.set_aside:
                recorded, given = clash
                terms[recorded.at] = recorded
                clashes.setdefault(recorded.at, []).append((item.source.value, given))
        for at, found in clashes.items():
            yield Finding(
                at=at,
                message=f"{person.name}, {office.title}: the term has {terms[at]}; {_sources_give(found)}",
                hint="correct the term, or set the outlier aside with its reason",
                related=_recorded(found),
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#offices")
def office_term_unsupported(person: Person) -> Iterator[Finding]:
    """The term recorded for an office is given by no source.

    ## Why it matters
    What is used as evidence has evidence.

    ## Fails
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices: [{title: Mayor of Larkhaven, from: 2029}]

    ## Passes
        # entities.yaml
        format: 1
        people:
          - id: ada-quill
            name: Ada Quill
            offices: [{title: Mayor of Larkhaven, from: 2029, evidence: [{source: gazette, reports: {from: 2029}}]}]

    ## Limits
    None known.
    """
    for office in person.offices:
        for name, stated in (("from", office.start), ("until", office.until)):
            if stated is None or any(
                supports_term(name, stated, item) for item in office.evidence if not item.set_aside
            ):
                continue
            yield Finding(
                at=stated.at,
                message=f"{person.name}, {office.title}: no source gives `{name}: {stated.text}`",
                hint="name the source that gives it under `evidence`, or leave it out",
            )


def _sources_give(given: list[tuple[str, Stated[DateValue]]]) -> str:
    """The first source with what it gives, and how many more say otherwise too."""
    source, stated = given[0]
    more = f", and {len(given) - 1} more differ" if len(given) > 1 else ""
    return f"`{source}` gives {stated}{more}"


def _recorded(given: list[tuple[str, Stated[DateValue]]]) -> tuple[Related, ...]:
    return tuple(Related(at=stated.at, message=f"what `{source}` is recorded to report") for source, stated in given)
