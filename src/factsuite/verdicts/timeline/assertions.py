"""What the facts of an article assert about times: orders, dates of events, days of statements, offices on a day.

A date that the article gives on somebody's word is that person's, and stays out: two people may well differ.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from factsuite.model.entities import Event
from factsuite.model.fact_kinds import OfficeFact, Order, Quotation, StatementFact
from factsuite.model.facts import Fact, Verdict
from factsuite.model.kinds import Kind
from factsuite.model.stated import Stated
from factsuite.values.dates import DateValue, describe_date
from factsuite.values.time_network import not_after, not_before
from factsuite.verdicts.timeline.reasons import Meant, Reason
from factsuite.verdicts.timeline.records import Records
from factsuite.verdicts.timeline.spans import LOCAL, dated, moment, ordered
from factsuite.verdicts.titles import same_office

DAY = 24 * 60
_SPOKEN = (Quotation, StatementFact)
_LINKS = {"in response": "in response to", "despite": "despite"}


def asserted_by(fact: Fact, records: Records) -> Meant | None:
    """What one fact asserts about times."""
    asserted = _ASSERTED.get(fact.kind)
    return asserted(fact, records) if asserted is not None else None


def told_by_the_day(records: Records) -> Iterator[Meant]:
    """An article tells of no words that were spoken after it was published, give or take a day for its zone."""
    article = records.dossier.article
    published = article.published if article is not None else None
    if published is None or published.value.latest is None or published.value.uncertain:
        return
    reason = partial(_published, published, records)
    latest = published.value.latest + DAY
    for fact in records.dossier.facts:
        if isinstance(fact, _SPOKEN) and fact.asserts.on is not None:
            yield Meant(not_after(_remark(fact, records), latest, reference=LOCAL), reason)


def _published(published: Stated[DateValue], records: Records) -> Reason:
    words = f"the article is dated {describe_date(published.value)}"
    return Reason(words=words, at=published.at, article=records.dossier.id)


def _order(fact: Order, records: Records) -> Meant | None:
    earlier, later = records.event(fact.earlier.value), records.event(fact.later.value)
    if earlier is None or later is None:
        return None
    constraints = ordered(records.span(earlier), records.span(later))
    return Meant(constraints, lambda: _ordering(fact, earlier, later, records))


def _ordering(fact: Order, earlier: Event, later: Event, records: Records) -> Reason:
    link = fact.asserts.link.text if fact.asserts.link is not None else ""
    word = _LINKS.get(link, "after")
    return Reason(
        words=f"the article has {later.name} {word} {earlier.name} [{fact.label}]",
        at=fact.later.at,
        article=records.dossier.id,
        fact=fact.label,
        known=is_known(fact),
        orders=(earlier.name, later.name, word),
        of=(records.key(earlier.id), records.key(later.id)),
    )


def _date(fact: Fact, records: Records) -> Meant | None:
    on, ref = fact.asserts.on, fact.asserts.event
    event = records.event(ref.value) if ref is not None else None
    if on is None or event is None or fact.asserts.according_to is not None:
        return None
    value = records.grounds.local(on.value, event)

    def reason() -> Reason:
        words = f"{event.name} on {describe_date(value)}"
        return _reason(fact, records, on, words, of=(records.key(event.id),), name=event.name)

    return Meant(dated(records.span(event), value), reason)


def _said(fact: Fact, records: Records) -> Meant | None:
    on = fact.asserts.on
    if on is None:
        return None
    constraints = dated(moment(_remark(fact, records)), on.value)
    return Meant(constraints, lambda: _reason(fact, records, on, f"these words spoken on {describe_date(on.value)}"))


def _office(fact: OfficeFact, records: Records) -> Meant | None:
    """In office on a day: compared where the person held the office once; of several terms any may be meant."""
    as_of = fact.asserts.as_of
    registry = records.grounds.registry
    person = registry.person(fact.person.value)
    if person is None or as_of is None:
        return None
    terms = [office for office in person.offices if same_office(fact.office.text, office.title, registry)]
    if len(terms) != 1:
        return None
    term, day = records.term(person, terms[0]), moment(f"{_own(fact, records)} (day)")
    in_term = not_before(day.start, 0, reference=term.start) + not_before(term.end, 0, reference=day.start)

    def reason() -> Reason:
        words = f"{person.name} as {fact.office.text} on {describe_date(as_of.value)}"
        return _reason(fact, records, as_of, words, of=(records.key(person.id),))

    return Meant(dated(day, as_of.value) + in_term, reason)


def _reason(
    fact: Fact, records: Records, on: Stated[DateValue], words: str, of: tuple[str, ...] = (), name: str = ""
) -> Reason:
    return Reason(
        words=f"the article has {words} [{fact.label}]",
        at=on.at,
        article=records.dossier.id,
        fact=fact.label,
        known=is_known(fact),
        dates=f"{name} ({describe_date(on.value)}, the article [{fact.label}])" if name else "",
        of=of,
    )


def _remark(fact: Fact, records: Records) -> str:
    return f"{_own(fact, records)} (said)"


def _own(fact: Fact, records: Records) -> str:
    """The name of a fact over all articles: two articles may each have a fact of one id."""
    return f"{records.dossier.id}/{fact.label}"


def is_known(fact: Fact) -> bool:
    """Whether the fact states that the article is wrong here."""
    return fact.stated_verdict is not Verdict.SUPPORTED


_ASSERTED: Mapping[Kind, Callable[[Any, Records], Meant | None]] = {
    Kind.ORDER: _order,
    Kind.DATE: _date,
    Kind.EVENT: _date,
    Kind.OFFICE: _office,
    Kind.QUOTATION: _said,
    Kind.STATEMENT: _said,
}
"""By kind: what facts of the other kinds assert has no time."""
