"""What a source reports against what the article asserts, field by field."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from factsuite.model.facts import GIVEN, Terms
from factsuite.model.stated import Refs, Stated
from factsuite.values.dates import compare_dates
from factsuite.values.folding import fold
from factsuite.values.relation import COMPATIBLE, CONTRADICTS, ENTAILS, INCOMPARABLE, Relation
from factsuite.values.strength import compare_acts
from factsuite.verdicts.comparisons import Comparison
from factsuite.verdicts.containment import compare_lists, compare_parties, compare_places
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.measuring import compare_reported
from factsuite.verdicts.titles import compare_offices


class Pair(Struct, frozen=True):
    """What both sides say, on the grounds they are compared on."""

    reported: Terms
    asserted: Terms
    grounds: Grounds


def compare_fields(names: Iterable[str], pair: Pair) -> list[Comparison]:
    """Compare those of the fields that both sides give."""
    found = []
    for name, reported, asserted in _given_by_both(names, pair):
        is_order = name == "order"  # the one field that is two
        comparison = Comparison(
            field=name,
            relation=_COMPARE[name](pair),
            reported=written(pair.reported, name) if is_order else reported.text,
            asserted=written(pair.asserted, name) if is_order else asserted.text,
        )
        found.append(comparison)
    return found


def out_of_scope(names: Iterable[str], pair: Pair) -> str | None:
    """The scope field in which a report is about something else, or None. Scope left out is the article's."""
    for name, reported, asserted in _given_by_both(names, pair):
        if name == "as_of":
            outside = _dates(pair, "as_of") is CONTRADICTS
        elif name == "according_to":
            outside = compare_parties(reported.text, asserted.text, pair.grounds.registry) is not ENTAILS
        else:
            outside = reported.text != asserted.text
        if outside:
            return name
    return None


def _given_by_both(names: Iterable[str], pair: Pair) -> Iterator[tuple[str, Stated[object], Stated[object]]]:
    """Those of the fields that both sides give, as reported and as asserted; most reports are silent on most."""
    for name in names:
        given = GIVEN[name]
        reported = given(pair.reported)
        asserted = given(pair.asserted) if reported is not None else None
        if reported is not None and asserted is not None:
            yield name, reported, asserted


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


def _value(pair: Pair) -> Relation:
    reported, asserted = pair.reported.value, pair.asserted.value
    assert reported is not None and asserted is not None
    measure = pair.grounds.registry.measure(pair.asserted.measure.value) if pair.asserted.measure else None
    return compare_reported(reported.value, asserted.value, measure, pair.grounds.policy.reach)


def _dates(pair: Pair, name: str = "on") -> Relation:
    reported = pair.reported.on if name == "on" else pair.reported.as_of
    asserted = pair.asserted.on if name == "on" else pair.asserted.as_of
    assert reported is not None and asserted is not None
    return compare_dates(reported.value, asserted.value)


def _order(pair: Pair) -> Relation:
    """A source that reports the two events the other way round contradicts."""
    reported, asserted = pair.reported, pair.asserted
    assert reported.earlier and reported.later and asserted.earlier and asserted.later
    if (reported.earlier.value, reported.later.value) == (asserted.earlier.value, asserted.later.value):
        return ENTAILS
    if (reported.earlier.value, reported.later.value) == (asserted.later.value, asserted.earlier.value):
        return CONTRADICTS
    return INCOMPARABLE


def _link(pair: Pair) -> Relation:
    """*In response* and *despite* assert more than *after*."""
    reported, asserted = written(pair.reported, "link"), written(pair.asserted, "link")
    if reported == asserted or asserted == "after":
        return ENTAILS
    return COMPATIBLE if reported == "after" else INCOMPARABLE


def _that(pair: Pair) -> Relation:
    reported, asserted = pair.reported.that, pair.asserted.that
    assert reported is not None and asserted is not None
    return ENTAILS if same_remark(reported, asserted) else INCOMPARABLE


def _office(pair: Pair) -> Relation:
    reported, asserted, person = pair.reported.office, pair.asserted.office, pair.asserted.person
    assert reported is not None and asserted is not None and person is not None
    as_of = pair.asserted.as_of.value if pair.asserted.as_of is not None else None
    return compare_offices(reported.text, asserted.text, person.value, as_of, pair.grounds.registry)


def _speaker(pair: Pair) -> Relation:
    reported, asserted = pair.reported.speaker, pair.asserted.speaker
    assert reported is not None and asserted is not None
    return compare_parties(reported.value, asserted.value, pair.grounds.registry)


def _act(pair: Pair) -> Relation:
    return compare_acts(written(pair.reported, "act"), written(pair.asserted, "act"))


_Refs = Callable[[Terms], Refs | None]


def _ids(refs: Refs | None) -> list[str]:
    return [ref.value for ref in refs.value] if refs is not None else []


def _parties(read: _Refs) -> Callable[[Pair], Relation]:
    def compare(pair: Pair) -> Relation:
        reported, asserted = _ids(read(pair.reported)), _ids(read(pair.asserted))
        return compare_lists(reported, asserted, compare_parties, pair.grounds.registry)

    return compare


def _places(read: _Refs) -> Callable[[Pair], Relation]:
    def compare(pair: Pair) -> Relation:
        reported, asserted = _ids(read(pair.reported)), _ids(read(pair.asserted))
        return compare_lists(reported, asserted, compare_places, pair.grounds.registry)

    return compare


_COMPARE: dict[str, Callable[[Pair], Relation]] = {
    "value": _value,
    "on": _dates,
    "order": _order,
    "link": _link,
    "that": _that,
    "office": _office,
    "speaker": _speaker,
    "act": _act,
    "who": _parties(lambda terms: terms.who),
    "to": _parties(lambda terms: terms.to),
    "where": _places(lambda terms: terms.where),
    "at": _places(lambda terms: terms.said_at),
}
"""Every claimed field but `words`, which may also come from an excerpt: see entries."""
