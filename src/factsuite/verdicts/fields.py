"""What a source reports against what the article asserts, field by field."""

from collections.abc import Callable, Iterable, Iterator

from factsuite.model.facts import GIVEN, Terms
from factsuite.model.registry import Registry
from factsuite.model.stated import Refs, Stated
from factsuite.values.dates import DateValue, compare_dates
from factsuite.values.folding import fold
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, INCOMPARABLE, Relation
from factsuite.values.strength import compare_acts
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.containment import compare_lists, compare_parties, compare_places
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.measuring import compare_reported
from factsuite.verdicts.titles import compare_offices


def compare_fields(names: Iterable[str], reported: Terms, asserted: Terms, grounds: Grounds) -> list[Comparison]:
    """Compare those of the fields that both sides give."""
    found = []
    for name, told, claimed in _given_by_both(names, reported, asserted):
        relation, said, wanted = _COMPARE[name](reported, asserted, grounds), told.text, claimed.text
        if name == "order":  # the one field that is two
            said, wanted = written(reported, name), written(asserted, name)
        found.append(Comparison(field=name, relation=relation, reported=said, asserted=wanted))
    return found


def out_of_scope(names: Iterable[str], reported: Terms, asserted: Terms, grounds: Grounds) -> str:
    """The scope field in which a report is about something else, or nothing. Scope left out is the article's."""
    for name, told, claimed in _given_by_both(names, reported, asserted):
        if name == "as_of":
            outside = _dates(reported.as_of, asserted.as_of) is CONTRADICTS
        elif name == "according_to":
            outside = compare_parties(told.text, claimed.text, grounds.registry) is not ENTAILS
        else:
            outside = told.text != claimed.text
        if outside:
            return name
    return ""


def _given_by_both(
    names: Iterable[str], reported: Terms, asserted: Terms
) -> Iterator[tuple[str, Stated[object], Stated[object]]]:
    """Those of the fields that both sides give; most reports are silent on most."""
    for name in names:
        given = GIVEN[name]
        told = given(reported)
        claimed = given(asserted) if told is not None else None
        if told is not None and claimed is not None:
            yield name, told, claimed


def written(terms: Terms, name: str) -> str:
    """A field as the fact file writes it."""
    if name == "order":
        assert terms.earlier is not None and terms.later is not None
        return f"{terms.earlier.text} before {terms.later.text}"
    stated = terms.given(name)
    return stated.text if stated is not None else ""


def same_remark(reported: Stated[str], asserted: Stated[str]) -> bool:
    """Whether two statements are recorded in the same words; anything else is for a person to judge."""
    return reported.text == asserted.text or _sentence(reported.text) == _sentence(asserted.text)


def _sentence(text: str) -> str:
    return " ".join(fold(text).casefold().split()).rstrip(".")


def _value(reported: Terms, asserted: Terms, grounds: Grounds) -> Relation:
    told, claimed = reported.value, asserted.value
    assert told is not None and claimed is not None
    measure = grounds.registry.measure(asserted.measure.value) if asserted.measure is not None else None
    return compare_reported(told.value, claimed.value, measure, grounds.policy.reach)


def _on(reported: Terms, asserted: Terms, _: Grounds) -> Relation:
    return _dates(reported.on, asserted.on)


def _dates(reported: Stated[DateValue] | None, asserted: Stated[DateValue] | None) -> Relation:
    assert reported is not None and asserted is not None
    return compare_dates(reported.value, asserted.value)


def _order(reported: Terms, asserted: Terms, _: Grounds) -> Relation:
    """A source that reports the two events the other way round contradicts."""
    assert reported.earlier and reported.later and asserted.earlier and asserted.later
    told, claimed = (reported.earlier.value, reported.later.value), (asserted.earlier.value, asserted.later.value)
    if told == claimed:
        return ENTAILS
    return CONTRADICTS if told == claimed[::-1] else INCOMPARABLE


def _link(reported: Terms, asserted: Terms, _: Grounds) -> Relation:
    """*In response* and *despite* assert more than *after*."""
    told, claimed = written(reported, "link"), written(asserted, "link")
    if told == claimed or claimed == "after":
        return ENTAILS
    return COMPATIBLE if told == "after" else INCOMPARABLE


def _that(reported: Terms, asserted: Terms, _: Grounds) -> Relation:
    assert reported.that is not None and asserted.that is not None
    return ENTAILS if same_remark(reported.that, asserted.that) else INCOMPARABLE


def _office(reported: Terms, asserted: Terms, grounds: Grounds) -> Relation:
    told, claimed, person = reported.office, asserted.office, asserted.person
    assert told is not None and claimed is not None and person is not None
    as_of = asserted.as_of.value if asserted.as_of is not None else None
    return compare_offices(told.text, claimed.text, person.value, as_of, grounds.registry)


def _speaker(reported: Terms, asserted: Terms, grounds: Grounds) -> Relation:
    assert reported.speaker is not None and asserted.speaker is not None
    return compare_parties(reported.speaker.value, asserted.speaker.value, grounds.registry)


def _act(reported: Terms, asserted: Terms, _: Grounds) -> Relation:
    return compare_acts(written(reported, "act"), written(asserted, "act"))


_Compare = Callable[[Terms, Terms, Grounds], Relation]
"""What a source reports against what the article asserts, on the grounds they are compared on."""


def _ids(refs: Refs | None) -> list[str]:
    return [ref.value for ref in refs.value] if refs is not None else []


def _lists(read: Callable[[Terms], Refs | None], compare: Callable[[str, str, Registry], Relation]) -> _Compare:
    def compared(reported: Terms, asserted: Terms, grounds: Grounds) -> Relation:
        return compare_lists(_ids(read(reported)), _ids(read(asserted)), compare, grounds.registry)

    return compared


_COMPARE: dict[str, _Compare] = {
    "value": _value,
    "on": _on,
    "order": _order,
    "link": _link,
    "that": _that,
    "office": _office,
    "speaker": _speaker,
    "act": _act,
    "who": _lists(lambda terms: terms.who, compare_parties),
    "to": _lists(lambda terms: terms.to, compare_parties),
    "where": _lists(lambda terms: terms.where, compare_places),
    "at": _lists(lambda terms: terms.said_at, compare_places),
}
"""Every claimed field but `words`, which may also come from an excerpt: see entries."""
