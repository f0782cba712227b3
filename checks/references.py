"""References: does every id lead somewhere, to the right sort of thing, and to one thing only?"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from factsuite import (
    Dossier,
    Finding,
    Grounds,
    Location,
    OfficeFact,
    Registry,
    Related,
    Severity,
    rule,
)
from factsuite.load.suggestions import did_you_mean
from factsuite.model.entities import Entity, Event, Measure, Organisation, Person, Place
from factsuite.model.stated import Ref
from factsuite.values.arithmetic.functions import Sort
from factsuite.verdicts.identifiers import Identifiers, Named
from factsuite.verdicts.operands import missing_operands
from factsuite.verdicts.titles import resolve_title
from factsuite.verdicts.uses import derivation_references, entity_references, source_references

_SORTS: dict[str, tuple[type[Entity], ...]] = {
    "measure": (Measure,),
    "event": (Event,),
    "earlier": (Event,),
    "later": (Event,),
    "person": (Person,),
    "where": (Place,),
    "at": (Place,),
    "who": (Person, Organisation),
    "to": (Person, Organisation),
    "speaker": (Person, Organisation),
    "according_to": (Person, Organisation),
}
_ANY = (Entity,)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sources")
def unknown_source(dossier: Dossier) -> Iterator[Finding]:
    """An evidence entry, an event or a derivation names a source that is not listed.

    ## Why it matters
    Evidence without a source is hearsay: nobody can look it up, and it belongs to no line.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: hearings, reports: {that: The bridge opened.}}]

    ## Passes
        kind: statement
        asserts: {that: The bridge opened.}
        evidence: [{source: hearing, reports: {that: The bridge opened.}}]

    ## Limits
    A source whose own entry is defective is known; mend that entry first.
    """
    known = {*dossier.registry.sources, *dossier.registry.broken}
    for fact in dossier.facts:
        for entry in fact.evidence:
            if entry.source.value not in known:
                yield _unknown_source(entry.source, dossier, fact.label)
    loose = [ref for entity in dossier.entities for ref in source_references(entity)]
    loose += derivation_references(dossier)
    for ref in loose:
        if ref.value not in known:
            yield _unknown_source(ref, dossier, None)


def _unknown_source(ref: Ref, dossier: Dossier, fact: str | None) -> Finding:
    hint = did_you_mean(ref.value, dossier.registry.sources, "add it to sources.yaml, or correct the id")
    return Finding(at=ref.at, message=f"no source has the id `{ref.value}`", hint=hint, fact=fact)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#entities")
def unknown_entity(dossier: Dossier) -> Iterator[Finding]:
    """A field names a person, organisation, place, event or measure that is not listed, or one of another sort.

    ## Why it matters
    Speakers, places and events are compared through what is recorded of them. An unknown one compares with nothing.

    ## Fails
        kind: statement
        asserts: {that: The bridge opened., speaker: the-mayor}

    ## Passes
        kind: statement
        asserts: {that: The bridge opened., speaker: mayor}

    ## Limits
    None known.
    """
    known = dossier.registry.entities
    for fact, named in dossier.references:
        for name, ref in named:
            if not isinstance(known.get(ref.value), _SORTS.get(name, _ANY)):
                yield from _unfit(name, ref, dossier.registry, fact.label)
    for entity in dossier.entities:
        for name, ref in entity_references(entity):
            if not isinstance(known.get(ref.value), _SORTS.get(name, _ANY)):
                yield from _unfit(name, ref, dossier.registry, None)


def _unfit(name: str, ref: Ref, registry: Registry, fact: str | None) -> Iterator[Finding]:
    """What is wrong with an id that names nothing of the sort its field asks for."""
    found = registry.entities.get(ref.value)
    wanted = _SORTS.get(name, _ANY)
    if found is None and ref.value in registry.broken:
        return
    if found is None:
        same_sort = [id for id, entity in registry.entities.items() if isinstance(entity, wanted)]
        hint = did_you_mean(ref.value, same_sort, "add it to entities.yaml, or correct the id")
        yield Finding(at=ref.at, message=f"`{name}`: nothing has the id `{ref.value}`", hint=hint, fact=fact)
    else:
        sorts = " or ".join(_a(sort) for sort in wanted)
        message = f"`{name}`: `{ref.value}` is {_a(type(found))}, not {sorts}"
        yield Finding(at=ref.at, message=message, hint=f"name {sorts} of entities.yaml", fact=fact)


def _a(sort: type[Entity]) -> str:
    word = sort.__name__.lower()
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#offices")
def unknown_office(fact: OfficeFact, registry: Registry) -> Iterator[Finding]:
    """A title is neither a declared office, nor an alias of one, nor a label.

    ## Why it matters
    Titles are not forgiven for being near: *adviser* and *communications adviser* are two offices. Only what
    is declared can be told apart.

    ## Fails
        asserts: {person: ada-quill, office: Lady Mayor of Larkhaven, as_of: 2031-06-01}

    ## Passes
        asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}

    ## Limits
    None known.
    """
    stated = [fact.office]
    stated += [entry.reports.office for entry in fact.evidence if entry.reports is not None and entry.reports.office]
    for office in stated:
        if not resolve_title(office.text, registry).known:
            titles = [title for _, office in registry.offices for title in office.titles]
            yield Finding(
                at=office.at,
                message=f"{office} is no declared office, alias or label",
                hint=did_you_mean(
                    office.text, titles, "declare it in entities.yaml: an office, an alias, or under `labels`"
                ),
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#derived-figures")
def unknown_fact(dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """A derived figure is computed from a fact that does not exist or has no value, or a date nobody recorded.

    ## Why it matters
    The figure could not be recomputed, so nobody checked the arithmetic.

    ## Fails
        kind: derived
        asserts: {measure: bridge-visitors, value: 500 people, from: saturday + sunday}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: sunday
            kind: quantity
            claim: 300 people came on Sunday.
            anchor: {exact: 300 people}
            asserts: {measure: bridge-visitors, value: 300 people}
          - id: both
            kind: derived
            claim: 500 people came.
            anchor: {exact: 500 people}
            asserts: {measure: bridge-visitors, value: 500 people, from: saturday + sunday}

    ## Limits
    Facts of the same article only; events may be shared.
    """
    valued = _offered(Sort.AMOUNT, dossier)
    for fact in dossier.facts:
        expression, of = fact.asserts.expression, fact.asserts.of
        if expression is not None:
            for name in missing_operands(expression.value, dossier.by_id, grounds):
                at = replace(expression.at, column=expression.at.column + name.start)
                yield _no_operand(name.id, name.sort, at, dossier, fact.label)
        if of is not None and of.value not in valued:
            yield _no_operand(of.value, Sort.AMOUNT, of.at, dossier, fact.label)


def _no_operand(id: str, sort: Sort, at: Location, dossier: Dossier, fact: str) -> Finding:
    what, otherwise = _OPERANDS[sort]
    hint = did_you_mean(id, _offered(sort, dossier), otherwise)
    return Finding(at=at, message=f"no {what.format(id)}", hint=hint, fact=fact)


def _offered(sort: Sort, dossier: Dossier) -> set[str]:
    """The ids that an operand of some sort may have."""
    entities = dossier.registry.entities
    if sort is Sort.AMOUNT:
        return {fact.id for fact in dossier.facts if fact.asserts.value is not None}
    if sort is Sort.MOMENT:
        dated = {fact.id for fact in dossier.facts if fact.asserts.on is not None}
        return dated | {id for id, entity in entities.items() if isinstance(entity, Event) and entity.on}
    return {*dossier.by_id, *entities}


_OPERANDS = {
    Sort.AMOUNT: ("fact `{}` with a value exists in this article", "name facts of this article that assert a value"),
    Sort.MOMENT: ("event or fact `{}` with a date exists", "name an event, a fact of kind date, or a day (2031-06-01)"),
    Sort.THING: ("fact or entity `{}` exists", "name facts of this article, or entries of entities.yaml"),
}


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#references")
def repeated_id(ids: Identifiers) -> Iterator[Finding]:
    """Two entries have one id.

    ## Why it matters
    One id is one thing in the whole folder. Of two, one would be cited and the other checked.

    ## Fails
        # sources.yaml
        format: 1
        sources:
          - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
          - {id: gazette, publisher: The Northport Gazette, kind: newspaper}

    ## Passes
        # sources.yaml
        format: 1
        sources:
          - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
          - {id: northport-gazette, publisher: The Northport Gazette, kind: newspaper}

    ## Limits
    Fact ids are unique within their article; ids of sources and entities within the whole facts folder.
    """
    yield from _repeats(ids.sources)
    yield from _repeats(ids.entities)
    for each in ids.repeated_facts:
        message = f"a fact with the id `{each.id}` exists already, on line {each.first_line}"
        yield Finding(at=each.at, message=message, hint="give it an id of its own", fact=each.label)


def _repeats(things: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, Named] = {}
    for thing in things:
        known = first.setdefault(thing.id, thing)
        if known is not thing:
            yield Finding(
                at=thing.at,
                message=f"the id `{thing.id}` is given twice in the facts folder",
                hint="give it an id of its own, or move what both articles share to facts/",
                related=(Related(at=known.at, message="it is first given here"),),
            )
