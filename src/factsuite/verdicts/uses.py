"""What a dossier uses of its sources and entities."""

from collections.abc import Iterator

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Entity, Event, Organisation, Person, Place
from factsuite.model.sources import Derivation
from factsuite.model.stated import Ref, Refs
from factsuite.reading.markdown import read_markdown
from factsuite.reading.names import Names, find_names


def entity_references(entity: Entity) -> Iterator[tuple[str, Ref]]:
    """Every id of an entity that another one refers to, with the name of its field."""
    yield from (("within", ref) for ref in entity.within)
    if isinstance(entity, Place):
        yield from (("where", ref) for ref in (*entity.near, *entity.overlaps))
    if isinstance(entity, Event):
        yield from _listed("who", entity.who)
        yield from _listed("where", entity.where)
        for item in entity.evidence:
            yield from _listed("who", item.who)
            yield from _listed("where", item.where)
            yield from (("event", ref) for ref in (item.after, item.before) if ref is not None)


def source_references(entity: Entity) -> Iterator[Ref]:
    """Every source an entity's own evidence names."""
    if isinstance(entity, Event):
        yield from (item.source for item in entity.evidence)
    if isinstance(entity, Person):
        yield from (item.source for office in entity.offices for item in office.evidence)


def derivation_references(dossier: Dossier) -> Iterator[Ref]:
    """Every source named by `derives_from`, of the article and of its sources, and the article's own page."""
    derived: tuple[Derivation, ...] = dossier.article.derives_from if dossier.article is not None else ()
    yield from (derivation.parent for derivation in derived)
    if dossier.article is not None and dossier.article.source_id is not None:
        yield dossier.article.source_id
    for source in dossier.sources:
        yield from (derivation.parent for derivation in source.derives_from)


def used_sources(dossier: Dossier) -> frozenset[str]:
    """The sources a dossier's facts and entities rest on, and those they derive from."""
    cited = {entry.source.value for fact in dossier.facts for entry in fact.evidence}
    cited.update(ref.value for entity in dossier.entities for ref in source_references(entity))
    cited.update(ref.value for ref in derivation_references(dossier))
    return frozenset(cited)


def used_entities(dossier: Dossier) -> frozenset[str]:
    """The entities a dossier's facts and other entities refer to."""
    used: set[str] = set()
    for fact, named in dossier.references:
        for _, ref in named:
            used.add(ref.value)
        if fact.asserts.expression is not None:
            used.update(fact.asserts.expression.value.names)
    for entity in dossier.entities:
        used.update(ref.value for _, ref in entity_references(entity))
        if isinstance(entity, Person) and any(office.evidence for office in entity.offices):
            used.add(entity.id)  # the holder of an office that others are compared with
    return frozenset(used)


def named_entities(dossier: Dossier) -> frozenset[str]:
    """The people, organisations and places of a dossier that its article names."""
    article = dossier.article
    names = Names({each.id: each.names for each in dossier.entities if isinstance(each, Organisation | Person | Place)})
    texts = (article.headline.text, read_markdown(article.body).text) if article is not None else ()
    return frozenset(id for text in texts for mention in find_names(text, names) for id in mention.ids)


def _listed(name: str, refs: Refs | None) -> Iterator[tuple[str, Ref]]:
    yield from ((name, ref) for ref in (refs.value if refs is not None else ()))
