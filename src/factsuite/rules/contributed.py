"""What one article adds to the questions across articles: small records, made once, that can be sent and kept."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Protocol

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.verdicts.contributions import Contribution, contributions_of
from factsuite.verdicts.exhibits import PinnedSources, look_up_article
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.identifiers import Identifiers, identifiers_of
from factsuite.verdicts.reconciling import Key, key_of
from factsuite.verdicts.timeline.across import Told, told_by


class Contributing(Protocol):
    """An article as the questions across articles see it."""

    @property
    def article(self) -> str:
        """Its id."""

    @property
    def folder(self) -> PurePosixPath:
        """Its folder."""

    @property
    def things(self) -> tuple[Key, ...]:
        """What it asserts something of that others may assert something of, too: a key for each assertion."""

    def assertions_on(self, things: Container[Key]) -> Iterable[Contribution]:
        """What it asserts of some of these."""

    @property
    def told(self) -> Told | None:
        """What it says of the events that articles share."""

    @property
    def identifiers(self) -> Identifiers:
        """The ids of its entries."""

    @property
    def cited(self) -> tuple[Location, ...]:
        """The places of the pinned copies that it cites."""

    @property
    def broken(self) -> tuple[str, ...]:
        """The ids of its entries, and of shared ones, that are defective."""


def compared(articles: Iterable[Contributing]) -> Iterator[Contribution]:
    """The assertions of all articles that share what they are about with another; no other one can be contradicted."""
    known = tuple(articles)
    times = Counter(chain.from_iterable(each.things for each in known))
    shared = frozenset(thing for thing, number in times.items() if number > 1)
    for each in known:
        yield from each.assertions_on(shared)


class Contributed(Struct, frozen=True, kw_only=True):
    """The same as plain records."""

    article: str
    folder: PurePosixPath
    assertions: tuple[Contribution, ...]
    told: Told | None
    identifiers: Identifiers
    cited: tuple[Location, ...]
    broken: tuple[str, ...]

    @property
    def things(self) -> tuple[Key, ...]:
        """What it asserts something of: a key for each assertion."""
        return tuple(key_of(each) for each in self.assertions)

    def assertions_on(self, things: Container[Key]) -> Iterable[Contribution]:
        """What it asserts of some of these."""
        return (each for each in self.assertions if key_of(each) in things)


class Contributor:
    """An article at hand: what it adds is made when it is first asked for."""

    def __init__(self, dossier: Dossier, workspace: Workspace, pinned: PinnedSources | None = None) -> None:
        self._dossier = dossier
        self._workspace = workspace
        self._pinned = pinned

    @property
    def article(self) -> str:
        """Its id."""
        return self._dossier.id

    @property
    def folder(self) -> PurePosixPath:
        """Its folder."""
        return self._dossier.path

    @cached_property
    def assertions(self) -> tuple[Contribution, ...]:
        """What it asserts of things that others may assert something of, too."""
        return contributions_of(self._dossier)

    @cached_property
    def things(self) -> tuple[Key, ...]:
        """What it asserts something of: a key for each assertion."""
        return tuple([key_of(each) for each in self.assertions])

    def assertions_on(self, things: Container[Key]) -> Iterable[Contribution]:
        """What it asserts of some of these."""
        return [each for each, key in zip(self.assertions, self.things, strict=True) if key in things]

    @cached_property
    def told(self) -> Told | None:
        """What it says of the events that articles share."""
        return told_by(Grounds(self._dossier, self._workspace.policy), self._workspace)

    @cached_property
    def identifiers(self) -> Identifiers:
        """The ids of its entries."""
        return identifiers_of(self._dossier)

    @cached_property
    def cited(self) -> tuple[Location, ...]:
        """The places of the pinned copies that it cites."""
        pinned = self._pinned or look_up_article(self._dossier, self._workspace)
        return tuple(sorted({citation.exhibit.at for citation in pinned.citations}))

    @property
    def broken(self) -> tuple[str, ...]:
        """The ids of its entries, and of shared ones, that are defective."""
        return tuple(sorted(self._dossier.registry.broken))

    def plain(self) -> Contributed:
        """All of it as plain records."""
        return Contributed(
            article=self.article,
            folder=self.folder,
            assertions=self.assertions,
            told=self.told,
            identifiers=self.identifiers,
            cited=self.cited,
            broken=self.broken,
        )
