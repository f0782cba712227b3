"""What the facts of an article assert about times: orders, dates of events, days of statements, offices on a day.

A date that the article gives on somebody's word is that person's, and stays out: two people may well differ.
"""

from collections.abc import Iterator

from factsuite.model.fact_kinds import DateFact, EventFact, OfficeFact, Order, Quotation, StatementFact
from factsuite.model.facts import Fact, Verdict
from factsuite.model.stated import Stated
from factsuite.values.calendar.moments import Bounds
from factsuite.values.dates import DateValue, describe_date
from factsuite.values.time_network import within
from factsuite.verdicts.timeline.reasons import Reason, Said
from factsuite.verdicts.timeline.records import Records
from factsuite.verdicts.timeline.spans import LOCAL, dated, moment, ordered
from factsuite.verdicts.titles import same_office

DAY = 24 * 60
_SPOKEN = (Quotation, StatementFact)
_LINKS = {"in response": "in response to", "despite": "despite"}


def asserted_by(fact: Fact, records: Records) -> Iterator[Said]:
    """What one fact asserts about times."""
    if isinstance(fact, Order):
        yield from _order(fact, records)
    elif isinstance(fact, (DateFact, EventFact)):
        yield from _date(fact, records)
    elif isinstance(fact, OfficeFact):
        yield from _office(fact, records)
    elif isinstance(fact, _SPOKEN):
        yield from _said(fact, records)


def told_by_the_day(fact: Fact, records: Records) -> Iterator[Said]:
    """An article tells of no words that were spoken after it was published, give or take a day for its zone."""
    article = records.dossier.article
    if not isinstance(fact, _SPOKEN) or fact.asserts.on is None or article is None:
        return
    published = article.published
    if published is None or published.value.latest is None or published.value.uncertain:
        return
    reason = Reason(
        words=f"the article is dated {describe_date(published.value)}", at=published.at, article=records.dossier.id
    )
    latest = Bounds(earliest=None, latest=published.value.latest + DAY)
    constraints = within(_remark(fact, records), latest, reference=LOCAL)
    yield Said(reason=reason, constraints=tuple(constraints))


def _order(fact: Order, records: Records) -> Iterator[Said]:
    earlier, later = records.event(fact.earlier.value), records.event(fact.later.value)
    if earlier is None or later is None:
        return
    link = fact.asserts.link.text if fact.asserts.link is not None else ""
    word = _LINKS.get(link, "after")
    reason = Reason(
        words=f"the article has {later.name} {word} {earlier.name} [{fact.label}]",
        at=fact.later.at,
        article=records.dossier.id,
        fact=fact.label,
        known=_is_known(fact),
        orders=(earlier.name, later.name, word),
        of=(records.key(earlier.id), records.key(later.id)),
    )
    yield Said(reason=reason, constraints=tuple(ordered(records.span(earlier), records.span(later))))


def _date(fact: Fact, records: Records) -> Iterator[Said]:
    on, ref = fact.asserts.on, fact.asserts.event
    event = records.event(ref.value) if ref is not None else None
    if on is None or event is None or fact.asserts.according_to is not None:
        return
    value = records.grounds.local(on.value, event)
    reason = _reason(
        fact, records, on, f"{event.name} on {describe_date(value)}", of=(records.key(event.id),), name=event.name
    )
    yield Said(reason=reason, constraints=tuple(dated(records.span(event), value)))


def _said(fact: Fact, records: Records) -> Iterator[Said]:
    on = fact.asserts.on
    if on is None:
        return
    reason = _reason(fact, records, on, f"these words spoken on {describe_date(on.value)}")
    yield Said(reason=reason, constraints=tuple(dated(moment(_remark(fact, records)), on.value)))


def _office(fact: OfficeFact, records: Records) -> Iterator[Said]:
    """In office on a day: compared where the person held the office once; of several terms any may be meant."""
    as_of = fact.asserts.as_of
    registry = records.grounds.registry
    person = registry.person(fact.person.value)
    terms = [
        office
        for office in (person.offices if person is not None else ())
        if same_office(fact.office.text, office.title, registry)
    ]
    if person is None or as_of is None or len(terms) != 1:
        return
    term, day = records.term(person, terms[0]), moment(f"{_own(fact, records)} (day)")
    words = f"{person.name} as {fact.office.text} on {describe_date(as_of.value)}"
    reason = _reason(fact, records, as_of, words, of=(records.key(person.id),))
    in_term = (
        *within(day.start, Bounds(earliest=0, latest=None), reference=term.start),
        *within(term.end, Bounds(earliest=0, latest=None), reference=day.start),
    )
    yield Said(reason=reason, constraints=(*dated(day, as_of.value), *in_term))


def _reason(
    fact: Fact, records: Records, on: Stated[DateValue], words: str, of: tuple[str, ...] = (), name: str = ""
) -> Reason:
    return Reason(
        words=f"the article has {words} [{fact.label}]",
        at=on.at,
        article=records.dossier.id,
        fact=fact.label,
        known=_is_known(fact),
        dates=f"{name} ({describe_date(on.value)}, the article [{fact.label}])" if name else "",
        of=of,
    )


def _remark(fact: Fact, records: Records) -> str:
    return f"{_own(fact, records)} (said)"


def _own(fact: Fact, records: Records) -> str:
    """The name of a fact over all articles: two articles may each have a fact of one id."""
    return f"{records.dossier.id}/{fact.label}"


def _is_known(fact: Fact) -> bool:
    return fact.stated_verdict is not Verdict.SUPPORTED
