"""What has expired by a day, or soon will, of what an article asserts.

A fact may state its own period of validity (`valid:`). Then that alone counts for it.
"""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.as_of import AsOf
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.fact_kinds import OfficeFact
from factsuite.model.facts import Fact, Verdict
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.dates import DateValue
from factsuite.verdicts.titles import same_office
from factsuite.verdicts.validity.ages import age_lapse
from factsuite.verdicts.validity.forecasts import due, followed_up
from factsuite.verdicts.validity.phrases import shifted


class Sort(Enum):
    """What it is that expires."""

    OFFICE = "office"
    VALIDITY = "validity"
    AGE = "age"
    PHRASE = "phrase"
    FORECAST = "forecast"


class Lapse(Struct, frozen=True, kw_only=True):
    """One thing that no longer holds, or soon will not."""

    sort: Sort
    fact: str
    at: Location
    words: str
    day: int
    """The first day on which it does not hold, as a day number."""


class Lapses(Struct, frozen=True, kw_only=True):
    """What expires in one article up to some days after the day asked for."""

    as_of: AsOf
    lapses: tuple[Lapse, ...]

    def expired(self, sort: Sort) -> tuple[Lapse, ...]:
        """What no longer holds on the day."""
        return tuple(each for each in self.lapses if each.sort is sort and each.day <= self.as_of.number)

    @property
    def soon(self) -> tuple[Lapse, ...]:
        """What still holds on the day, and will not for long."""
        return tuple(each for each in self.lapses if each.day > self.as_of.number)


def lapses_of(dossier: Dossier, workspace: Workspace) -> Lapses | None:
    """What expires in an article; None where the run is as of no other day than the article's own."""
    as_of = workspace.as_of
    if as_of is None:
        return None
    last = as_of.number + workspace.policy.expiring_within_days
    found = (
        each
        for fact in dossier.facts
        if fact.stated_verdict is not Verdict.CONTRADICTED
        for each in _lapses(fact, dossier, workspace, (as_of.number, last))
        if each.day <= last
    )
    return Lapses(as_of=as_of, lapses=tuple(sorted(found, key=lambda each: (each.at.line, each.day, each.sort.value))))


def _lapses(fact: Fact, dossier: Dossier, workspace: Workspace, days: tuple[int, int]) -> Iterator[Lapse]:
    if fact.valid is not None:
        ends = day_after(fact.valid.value)
        if ends is not None:
            words = f"the fact is stated to be valid for {fact.valid.text}"
            yield Lapse(sort=Sort.VALIDITY, fact=fact.label, at=fact.valid.at, words=words, day=ends)
        return
    if isinstance(fact, OfficeFact):
        yield from _office(fact, dossier)
    age = age_lapse(fact, dossier)
    if age is not None:
        yield Lapse(sort=Sort.AGE, fact=fact.label, at=fact.anchor.exact.at, words=age[0], day=age[1])
    forecast = due(fact, dossier)
    if forecast is not None:
        if not followed_up(fact, dossier, workspace, forecast[1]):
            yield Lapse(
                sort=Sort.FORECAST, fact=fact.label, at=fact.anchor.exact.at, words=forecast[0], day=forecast[1]
            )
        return
    for words, day in shifted(fact, dossier, *days):
        yield Lapse(sort=Sort.PHRASE, fact=fact.label, at=fact.anchor.exact.at, words=words, day=day)


def _office(fact: OfficeFact, dossier: Dossier) -> Iterator[Lapse]:
    """The last of the person's recorded terms in this office; a term without an end goes on."""
    registry = dossier.registry
    person = registry.person(fact.person.value)
    terms = [
        office
        for office in (person.offices if person is not None else ())
        if same_office(fact.office.text, office.title, registry)
    ]
    ends = [(day_after(office.until.value), office.until) for office in terms if office.until is not None]
    days = [(day, until) for day, until in ends if day is not None]
    if person is None or not terms or len(days) < len(terms):
        return
    day, until = max(days, key=lambda each: each[0])
    words = f"{person.name} was {fact.office.text} until {until.text}"
    yield Lapse(sort=Sort.OFFICE, fact=fact.label, at=fact.office.at, words=words, day=day)


def day_after(value: DateValue) -> int | None:
    """The first day that lies wholly after a date; None if it is open or doubted."""
    return None if value.latest is None or value.uncertain else value.latest // MINUTES + 1
