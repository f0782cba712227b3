"""A whole run: what the cache holds is taken from there, the rest is worked on, and all of it is put together."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from factsuite.reports.parts import Run
from factsuite.scaling.articles import Divided, size
from factsuite.scaling.cache import Cache
from factsuite.scaling.digests import digest, of_asked, of_files, of_program, of_rules
from factsuite.scaling.here import Here, Progress
from factsuite.scaling.outcomes import Bench, Outcome, Told, needs_everything
from factsuite.scaling.plain_records import Records
from factsuite.scaling.reducing import reduced
from factsuite.verdicts.reconciling import Reconciled

CACHED_FROM = 200_000
"""Bytes of articles from which a run is worth a cache (docs/scaling.md)."""


class Working(Protocol):
    """Something that works on articles."""

    def outcomes(self, ids: Iterable[str]) -> list[Outcome]:
        """What comes of some articles by themselves."""

    def again(self, told: Mapping[str, Told]) -> list[Outcome]:
        """What comes of some articles, with what is told of each across articles."""

    @property
    def reconciled(self) -> Reconciled | None:
        """What of the articles worked on by themselves cannot hold together, where that was found on the way."""


Hiring = Callable[[Bench, Divided], Working]
"""Says who works on the articles that the cache does not hold."""


class Means(Struct, frozen=True, kw_only=True):
    """How a run is to be done; what comes of it does not depend on that."""

    jobs: int | None = None
    """How many processes; None for as many as pay."""
    cached: bool = True
    hire: Hiring | None = None
    """Who works on the articles in place of processes of this machine."""
    progress: Progress | None = None
    """Is told how many articles are done, of how many."""


def whole_run(divided: Divided, bench: Bench, means: Means) -> Run:
    """The run over a workspace's files."""
    alone = needs_everything(bench.asked, bench.rules)
    store = _Store(divided, bench) if means.cached and not alone and _is_worth_it(divided) else None
    known = store.known() if store is not None else {}
    left = [id for id in divided.articles if id not in known]
    working = _hired(bench, divided, left, means, alone)
    made = {each.id: each for each in (working.outcomes(left) if left else ())}

    def again(told: Mapping[str, Told]) -> list[Outcome]:
        few = working if len(told) <= len(left) else _hired(bench, divided, list(told), means, alone)
        found = few.again(told)
        made.update({each.id: each for each in found})
        return found

    reconciled = working.reconciled if not known else None  # what the cache holds was not there to be reconciled
    run = reduced([*known.values(), *made.values()], divided, bench, again, reconciled)
    if store is not None:
        store.keep(made.values())
    return run


def worked_out(divided: Divided, bench: Bench, ids: Iterable[str], means: Means) -> list[Outcome]:
    """What comes of some articles by themselves, the cache left alone."""
    wanted = list(ids)
    alone = needs_everything(bench.asked, bench.rules)
    working = _hired(bench, divided, wanted, means, alone)
    return working.outcomes(wanted) if wanted else []


class _Store:
    """The cache of a workspace, asked by article."""

    def __init__(self, divided: Divided, bench: Bench) -> None:
        asked = bench.asked
        shared = asked.workspace(divided.shared)
        given = (of_program(), of_rules(bench.rules, asked.root), of_asked(asked, shared), of_files(divided.shared))
        self._keys = {id: digest((*given, id, of_files(files))) for id, files in divided.articles.items()}
        self._json = asked.json
        self._cache = Cache(asked.root or Path(), Records(shared.waivers))

    def known(self) -> dict[str, Outcome]:
        """What is kept of the articles as they are."""
        return self._cache.found(self._keys, self._json)

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Keep what was worked out."""
        self._cache.keep(outcomes, self._keys)


def _is_worth_it(divided: Divided) -> bool:
    return sum(map(size, divided.articles.values())) >= CACHED_FROM


def _hired(bench: Bench, divided: Divided, left: list[str], means: Means, alone: bool) -> Working:
    if means.hire is not None:
        return means.hire(bench, divided)
    if alone:
        return Here(bench, divided)
    from factsuite.scaling.processes import Processes, jobs_for

    jobs = jobs_for(divided, left, means.jobs)
    if jobs > 1:
        return Processes(bench, divided, jobs, means.progress)
    return Here(bench, divided, means.progress)
