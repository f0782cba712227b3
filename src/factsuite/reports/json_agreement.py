"""Where the sources of an article agree and disagree, as data."""

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.verdicts.agreement.agreeing import Agreements
from factsuite.verdicts.agreement.records import Agreement, Aside, Report, Standing, Told, Topic


class _Agreement(Struct, frozen=True, gc=False):
    """Something that two or more lines report on: the keys of its object are these fields, in this order."""

    topic: Topic
    about: str
    what: str
    location: Location
    agrees: bool
    common: str | None
    lines: list["_Line"]
    clash: tuple[str, ...]
    outliers: tuple[tuple[str, ...], ...]
    set_aside: list["_Aside"]
    asserted: list["_Asserted"]
    not_compared: list["_Report"]


class _Report(Struct, frozen=True, gc=False):
    """What a source reports."""

    source: str
    reported: str
    location: Location


class _Line(Struct, frozen=True, gc=False):
    """What a line tells: the report that speaks for it, and its copies."""

    line: str
    source: str
    reported: str
    location: Location
    copies: list[_Report]
    differing_copies: list[str]


class _Aside(Struct, frozen=True, gc=False):
    """A report that is set aside."""

    source: str
    reported: str
    location: Location
    because: str
    would_break: bool


class _Asserted(Struct, frozen=True, gc=False):
    """What the article asserts, or entities.yaml records."""

    fact: str | None
    text: str
    location: Location
    standing: Standing | None


def agreement_data(agreements: Agreements | None) -> list[_Agreement]:
    """Everything that two or more lines report on."""
    return [_agreement(each) for each in agreements.items] if agreements is not None else []


def _agreement(each: Agreement) -> _Agreement:
    thing = each.thing
    return _Agreement(
        thing.topic,
        thing.about,
        thing.name,
        thing.at,
        each.agrees,
        each.shared or None,
        [_line(line) for line in each.lines],
        each.clash,
        each.outliers,
        [_aside(aside) for aside in each.asides],
        [_Asserted(known.claim.fact, known.claim.text, known.claim.at, known.standing) for known in each.asserted],
        [_report(report) for report in each.silent],
    )


def _line(told: Told) -> _Line:
    first, *copies = told.reports
    differing = list(dict.fromkeys([copy.source for copy in told.differing])) if told.differing else []
    return _Line(told.line, first.source, first.text, first.at, [_report(copy) for copy in copies], differing)


def _aside(aside: Aside) -> _Aside:
    report = aside.report
    return _Aside(report.source, report.text, report.at, report.set_aside, aside.breaks)


def _report(report: Report) -> _Report:
    return _Report(report.source, report.text, report.at)
