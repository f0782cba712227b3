"""The first step of a run: some articles, what they share and the policy, to an outcome of each that can be sent.

A pure function of files and settings: one process or many, this machine or another, and in whatever order.
"""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from factsuite.load.files import Tree
from factsuite.model.as_of import AsOf
from factsuite.model.baseline import Baseline
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Workspace
from factsuite.model.left_out import LeftOut
from factsuite.model.policy import Policy
from factsuite.reports.parts import ArticlePart, part_of
from factsuite.rules.applying import Runner
from factsuite.rules.collecting import collect_rules
from factsuite.rules.contributed import Contributing
from factsuite.rules.findings import Reported
from factsuite.rules.finishing import Tally
from factsuite.rules.house import leaving_out
from factsuite.rules.rule import Rule
from factsuite.rules.running import Worked, finished_by, work

Told = tuple[tuple[str, Reported], ...]
"""Findings across articles about one of them, each with the name of its rule."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a run is asked for, besides the files."""

    root: Path | None
    """Where the house's rules are looked for."""
    policy: Policy
    publish: bool = False
    as_of: AsOf | None = None
    today: AsOf | None = None
    baseline: Baseline | None = None
    left_out: LeftOut = field(default_factory=LeftOut)
    """The house's rules that are there and are not run."""
    without_house_rules: bool = False
    """Whether the house's rules are to be left out wherever the work is done; there may be some where none are here."""
    json: bool = False
    """Whether the report as JSON will be asked for."""

    def workspace(self, tree: Tree) -> Workspace:
        """The workspace of some files."""
        built = build_workspace(tree, self.policy)
        return replace(built, as_of=self.as_of, today=self.today, baseline=self.baseline, left_out=self.left_out)


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of one article."""

    id: str
    part: ArticlePart
    tally: Tally
    labels: tuple[str, ...]
    """The labels of its facts, the defective ones included."""
    contributed: Contributing
    across: str
    """A digest of what was told of it across articles, when this came of it."""
    cost: int
    """Microseconds of processor time it took."""


class Timed(Struct, frozen=True):
    """An article judged, and the microseconds of processor time that took."""

    worked: Worked
    cost: int

    @property
    def id(self) -> str:
        """The article's id."""
        return self.worked.examined.dossier.id


class Bench(Struct, frozen=True):
    """Where articles are worked on: what was asked, and the rules, collected once."""

    asked: Asked
    rules: tuple[Rule, ...]
    _runner: Runner

    @classmethod
    def of(cls, asked: Asked) -> "Bench":
        """A bench with our rules and the house's, unless these are left out."""
        with leaving_out(asked.without_house_rules or bool(asked.left_out.files)):
            return cls.with_rules(asked, collect_rules(asked.root))

    @classmethod
    def with_rules(cls, asked: Asked, rules: tuple[Rule, ...]) -> "Bench":
        """A bench with these rules alone."""
        return cls(asked, rules, Runner(rules, asked.publish))

    def runner(self) -> Runner:
        """The rules, ready to be applied to one article."""
        return self._runner.afresh()

    def works(self, tree: Tree, ids: Collection[str]) -> Iterator[Timed]:
        """Some articles judged. `tree` holds their files and the shared ones."""
        start = time.process_time_ns()
        workspace = self.asked.workspace(tree)
        reading = _since(start) // max(len(ids), 1)
        for dossier in workspace.dossiers:
            if dossier.id in ids:
                start = time.process_time_ns()
                worked = work(dossier, workspace, self.runner())
                yield Timed(worked, reading + _since(start))

    def outcome(self, timed: Timed, told: Told = ()) -> Outcome:
        """What came of an article, with what is told of it across articles."""
        start = time.process_time_ns()
        named = {rule.name: rule for rule in self.rules}
        finished = finished_by(timed.worked, [(named[name], reported) for name, reported in told], self.runner())
        dossier = timed.worked.examined.dossier
        part = part_of(finished.article, self.asked.json)
        return Outcome(
            id=dossier.id,
            part=part,
            tally=finished.tally,
            labels=tuple(slot.label for slot in dossier.slots),
            contributed=timed.worked.contributor.plain(),
            across=digest_of(told),
            cost=timed.cost + _since(start),
        )

    def outcomes(self, tree: Tree, told: Mapping[str, Told]) -> list[Outcome]:
        """The outcomes of some articles, with what is told of each across articles."""
        return [self.outcome(timed, told[timed.id]) for timed in self.works(tree, told.keys())]


def _since(start: int) -> int:
    """Microseconds of processor time since a moment."""
    return (time.process_time_ns() - start) // 1000


def digest_of(told: Iterable[tuple[str, Reported]]) -> str:
    """A digest of what is told of an article across articles; empty for nothing."""
    found = [repr(each) for each in told]
    return blake2b("\n".join(found).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() if found else ""


def needs_everything(asked: Asked, rules: Iterable[Rule]) -> bool:
    """Whether an article cannot be worked on without the others.

    A forecast is asked for in later articles, and a rule of the house may ask for the whole workspace.
    """
    return asked.as_of is not None or any(Workspace in rule.parameters for rule in rules)
