"""A workspace without some of its evidence: what is taken out, and what the facts come to without it."""

from collections.abc import Callable, Iterable

from msgspec import Struct, structs
from msgspec.structs import replace

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.entities import Entity, Event, Person
from factsuite.model.facts import Fact
from factsuite.model.references import references
from factsuite.model.registry import Registry
from factsuite.model.sources import Source
from factsuite.rules.providing import Examined
from factsuite.values.relation import Relation
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge


class Struck(Struct, frozen=True, kw_only=True):
    """One fact that a withdrawal touches, before and after it."""

    dossier: Dossier
    before: Judgement
    after: Judgement

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.before.fact

    @property
    def changes(self) -> bool:
        """Whether its verdict becomes another one."""
        return self.before.verdict is not self.after.verdict

    @property
    def loses_last_line(self) -> bool:
        """Whether some line entailed it, and none is left that does."""
        return entailing(self.before) > 0 and entailing(self.after) == 0


def entailing(judgement: Judgement) -> int:
    """How many independent lines entail a fact."""
    return sum(line.relation is Relation.ENTAILS for line in judgement.lines)


def fallen_sources(start: str, workspace: Workspace) -> frozenset[str]:
    """A source, and every text that goes back to nothing but it: copies fall with what they copy."""
    fallen = {start}
    sources = _all_sources(workspace)
    found = True
    while found:
        found = False
        for source in sources:
            parents = {derivation.parent.value for derivation in source.derives_from}
            if source.id not in fallen and parents and parents <= fallen:
                fallen.add(source.id)
                found = True
    return frozenset(fallen)


def withdraw_sources(fallen: frozenset[str], articles: Iterable[Examined]) -> list[Struck]:
    """The facts that rest on any of these sources, judged again without them; in order of article and text."""
    return [struck for examined in articles for struck in _without(examined, fallen, _no_record)]


def withdraw_record(entity: str, articles: Iterable[Examined]) -> list[Struck]:
    """The facts that rest on what entities.yaml records of an entity, judged again without its evidence."""
    return [struck for examined in articles for struck in _without(examined, frozenset(), {entity}.__contains__)]


def _without(examined: Examined, fallen: frozenset[str], is_struck: Callable[[str], bool]) -> Iterable[Struck]:
    dossier = examined.dossier
    stripped = {id: _stripped(entity, fallen, is_struck(id)) for id, entity in dossier.registry.entities.items()}
    changed = {id for id, entity in stripped.items() if entity is not dossier.registry.entities[id]}
    touched = [fact for fact in dossier.facts if _rests_on(fact, fallen, changed)]
    if not touched:
        return
    registry = Registry(stripped, dossier.registry.sources, dossier.registry.labels, dossier.registry.broken)
    grounds = Grounds(replace(dossier, registry=registry), examined.workspace.policy)
    facts = {fact.id: fact for fact in dossier.facts}
    for fact in touched:
        kept = tuple(entry for entry in fact.evidence if entry.source.value not in fallen)
        left = structs.replace(fact, evidence=kept)
        before = examined.judgements[fact.label]
        yield Struck(dossier=dossier, before=before, after=judge(left, grounds, facts))


def _no_record(_: str) -> bool:
    return False


def _rests_on(fact: Fact, fallen: frozenset[str], changed: set[str]) -> bool:
    if any(entry.source.value in fallen for entry in fact.evidence):
        return True
    return any(ref.value in changed for _, ref in references(fact.kind, fact.asserts))


def _stripped(entity: Entity, fallen: frozenset[str], whole: bool) -> Entity:
    """An entity without the evidence that falls. A date or an office that nothing else gives falls with it."""
    if isinstance(entity, Event):
        kept = tuple(item for item in entity.evidence if not whole and item.source.value not in fallen)
        if kept == entity.evidence:
            return entity
        dated = any(item.on is not None for item in kept)
        return structs.replace(entity, evidence=kept, on=entity.on if dated else None)
    if isinstance(entity, Person):
        offices = []
        for office in entity.offices:
            left = tuple(item for item in office.evidence if not whole and item.source.value not in fallen)
            if left or not office.evidence:
                offices.append(office if left == office.evidence else structs.replace(office, evidence=left))
        same = tuple(offices) == entity.offices
        return entity if same else structs.replace(entity, offices=tuple(offices))
    return entity


def _all_sources(workspace: Workspace) -> list[Source]:
    own = [source for dossier in workspace.dossiers for source in dossier.sources]
    return [*workspace.shared_sources, *own]
