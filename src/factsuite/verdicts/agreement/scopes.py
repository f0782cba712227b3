"""Which reports are of one thing: the same measure at a time, the same event, on the same party's word."""

from collections.abc import Container, Sequence

from msgspec import Struct

from factsuite.model.registry import Registry
from factsuite.model.stated import Ref, Stated
from factsuite.values.calendar.moments import merged
from factsuite.values.dates import DateValue, compare_dates
from factsuite.values.relation import CONTRADICTS, ENTAILS, INCOMPARABLE, Relation
from factsuite.verdicts.agreement.records import Claim, Report
from factsuite.verdicts.containment import compare_parties


class Scope(Struct, frozen=True):
    """What is talked about. Parts left out are not limited."""

    about: str
    as_of: Stated[DateValue] | None = None
    according_to: Ref | None = None

    @property
    def key(self) -> object:
        """The same for scopes that mean the same, whatever their words."""
        if self.as_of is None and self.according_to is None:
            return self.about
        day = None if self.as_of is None else _day_key(self.as_of.value)
        return self.about, day, None if self.according_to is None else self.according_to.value


class Recorded(Struct, frozen=True):
    """A report in the scope it is given for, and the fact it is recorded with: none for entities.yaml."""

    report: Report
    scope: Scope
    fact: str | None


class Scoped(Struct, frozen=True):
    """A claim in its scope."""

    claim: Claim
    scope: Scope


def reports_in(
    scope: Scope, facts: Container[str | None], recorded: Sequence[Recorded], registry: Registry
) -> tuple[Report, ...]:
    """Of the reports on what a scope is about, those that are of this scope, each once, in the order recorded.

    A report recorded with one of the thing's own facts belongs to it unless it lies outside, as in judging the fact.
    One recorded with another fact must lie inside for certain. What entities.yaml records counts where the facts do
    not cite the source themselves.
    """
    cited: set[str] | None = None
    found: dict[tuple[str, str, str], Report] = {}
    for one in recorded:
        report, given = one.report, one.scope
        if one.fact in facts:
            belongs = given is scope or not _outside(given, scope, registry)
        elif one.fact is None:
            if cited is None:
                cited = {each.report.source for each in recorded if each.fact in facts}
            belongs = report.source not in cited
        else:
            belongs = _surely_inside(given, scope, registry)
        if belongs:
            found.setdefault((report.source, report.text, report.set_aside), report)
    return tuple(found.values())


def _outside(reported: Scope, asserted: Scope, registry: Registry) -> bool:
    another_day = _on_their_day(reported, asserted) is CONTRADICTS
    return another_day or not _on_their_word(reported, asserted, registry)


def _surely_inside(reported: Scope, asserted: Scope, registry: Registry) -> bool:
    if (reported.as_of is None) != (asserted.as_of is None):
        return False
    if (reported.according_to is None) != (asserted.according_to is None):
        return False
    that_day = _on_their_day(reported, asserted) in (ENTAILS, INCOMPARABLE)
    return that_day and _on_their_word(reported, asserted, registry)


def _on_their_day(reported: Scope, asserted: Scope) -> Relation:
    if reported.as_of is None or asserted.as_of is None:
        return INCOMPARABLE
    return compare_dates(reported.as_of.value, asserted.as_of.value)


def _on_their_word(reported: Scope, asserted: Scope, registry: Registry) -> bool:
    ours, theirs = asserted.according_to, reported.according_to
    if ours is None or theirs is None:
        return True
    return compare_parties(theirs.value, ours.value, registry) is ENTAILS


def _day_key(value: DateValue) -> tuple[object, ...]:
    return merged(value.starts), merged(value.ends), value.offset, value.uncertain, value.every
