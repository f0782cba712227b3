"""A dossier: one article with its facts, sources and entities. A workspace: all of them."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from types import MappingProxyType

from msgspec import Struct, field

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.articles import Article
from factsuite.model.as_of import AsOf
from factsuite.model.baseline import Baseline
from factsuite.model.entities import Entity
from factsuite.model.exhibits import Exhibit
from factsuite.model.facts import Fact
from factsuite.model.left_out import LeftOut
from factsuite.model.policy import Policy
from factsuite.model.references import fact_references
from factsuite.model.registry import Registry
from factsuite.model.signoffs import DeskPerson, SignOff
from factsuite.model.sources import Source
from factsuite.model.stated import Ref
from factsuite.model.waivers import Waiver


class Slot(Struct, frozen=True, kw_only=True, gc=False):
    """An entry of facts.yaml in its place: the fact, or what can be said of a defective one."""

    label: str
    at: Location
    fact: Fact | None
    kind: str = ""
    claim: str = ""


class Dossier(Struct, frozen=True, kw_only=True, dict=True):
    """One folder of `facts/`."""

    id: str
    path: PurePosixPath
    article: Article | None
    slots: tuple[Slot, ...]
    registry: Registry
    sources: tuple[Source, ...]
    """Its own sources, in file order, repeated ids included."""
    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...]
    exhibits: tuple[Exhibit, ...] = ()
    """The pinned copies of its own, then those of shared sources."""
    signoffs: tuple[SignOff, ...] = ()
    """Who signed which of its facts, in file order."""

    def exhibit(self, source: str) -> Exhibit | None:
        """The pinned copy of a source."""
        return self._pinned.get(source)

    @cached_property
    def _pinned(self) -> Mapping[str, Exhibit]:
        return {exhibit.source.value: exhibit for exhibit in reversed(self.exhibits)}

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that have a meaning."""
        return tuple(slot.fact for slot in self.slots if slot.fact is not None)

    @cached_property
    def references(self) -> tuple[tuple[Fact, Sequence[tuple[str, Ref]]], ...]:
        """Every id of an entity that a fact and its evidence hold, with the name of its field: several rules ask."""
        return tuple([(fact, fact_references(fact)) for fact in self.facts])

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """The facts that have a meaning, by id; of two with one id the last counts."""
        return MappingProxyType({fact.id: fact for fact in self.facts})

    @cached_property
    def places(self) -> Mapping[str, Location]:
        """Where each entry of facts.yaml stands, by its label."""
        return MappingProxyType({slot.label: slot.at for slot in self.slots})

    @property
    def complete(self) -> bool:
        """Whether there are facts, and every one of them has a meaning."""
        return bool(self.slots) and all(slot.fact is not None for slot in self.slots)

    @property
    def facts_path(self) -> PurePosixPath:
        """The path of its facts.yaml."""
        return self.path / "facts.yaml"


class Workspace(Struct, frozen=True, kw_only=True):
    """Everything under `facts/`, and the policy it is judged by."""

    dossiers: tuple[Dossier, ...]
    policy: Policy
    shared_sources: tuple[Source, ...] = ()
    shared_entities: tuple[Entity, ...] = ()
    shared_problems: tuple[Problem, ...] = ()
    as_of: AsOf | None = None
    """The day the run is as of, where that is asked for."""
    shared_exhibits: tuple[Exhibit, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    """What the house lets pass for now, in the order of its file."""
    desk: tuple[DeskPerson, ...] = ()
    """Who may sign facts, in the order of its file."""
    today: AsOf | None = None
    """The day by which waivers expire; none does where nobody says what day it is."""
    baseline: Baseline | None = None
    """What was wrong when an archive was put under the gate; None where there is no such file."""
    left_out: LeftOut = field(default_factory=LeftOut)
    """House rules that this run leaves out."""
