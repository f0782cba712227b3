"""Working on articles as tasks of Dask distributed: on a cluster of many machines, or of processes of this one."""

import logging
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import CancelledError
from contextlib import ExitStack
from functools import cache
from importlib import import_module
from itertools import chain
from operator import getitem
from typing import Any

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.files import Tree
from factsuite.scaling.articles import Divided
from factsuite.scaling.by_key import Shares, pairs_in, shares_of
from factsuite.scaling.digests import of_program, of_rules
from factsuite.scaling.outcomes import Asked, Bench, Outcome, Told, needs_everything
from factsuite.scaling.processes import batched, processors
from factsuite.verdicts.reconciling import Pair, Reconciled, told_once

_INSTALL = "pip install 'factsuite[dask]'"
_PATIENCE = 30  # seconds in which a scheduler answers

Watch = Callable[[Any], None]
"""Is handed the client once the tasks are under way: for tests that take a worker down."""


class ClusterError(FactsuiteError):
    """A cluster that cannot be used, or did not come to an end."""


class Answer(Struct, frozen=True, kw_only=True):
    """What a worker sends back: its outcomes, and by what program and rules they were made."""

    program: str
    rules: str
    outcomes: tuple[Outcome, ...]


class Cluster:
    """Works on a cluster; a task whose worker is lost is done by another one.

    What articles assert of the same things is compared there too, shared out by what it is about.
    """

    reconciled: Reconciled | None = None

    def __init__(
        self, bench: Bench, divided: Divided, scheduler: str | None, jobs: int | None, watch: Watch | None = None
    ) -> None:
        if needs_everything(bench.asked, bench.rules):
            raise ClusterError(
                "a run as of a day, or with a rule of the house about the whole workspace, needs every article at once",
                hint="leave out --engine dask",
            )
        self._bench = bench
        self._divided = divided
        self._scheduler = scheduler
        self._jobs = jobs or processors()
        self._watch = watch

    def outcomes(self, ids: Iterable[str]) -> list[Outcome]:
        """What comes of some articles by themselves. Raises ClusterError."""
        return self._worked(dict.fromkeys(ids, ()), reconciling=True)

    def again(self, told: Mapping[str, Told]) -> list[Outcome]:
        """What comes of some articles, with what is told of each across articles. Raises ClusterError."""
        return self._worked(told, reconciling=False)

    def _worked(self, told: Mapping[str, Told], reconciling: bool) -> list[Outcome]:
        with ExitStack() as stack:
            client = stack.enter_context(_connected(self._scheduler, self._jobs, stack))
            workers = len(client.scheduler_info(n_workers=-1)["workers"]) or self._jobs
            batches = batched(list(told), self._divided, workers)
            shared = client.submit(dict, self._divided.shared, pure=False)
            works = [
                client.submit(
                    work_on,
                    self._bench.asked,
                    shared,
                    self._divided.of(batch),
                    {id: told[id] for id in batch},
                    pure=False,
                )
                for batch in batches
            ]
            shares = _reduced_by_key(client, works, workers) if reconciling else []
            if self._watch is not None:
                self._watch(client)
            answers: list[Answer]
            pairs: list[tuple[Pair, ...]]
            answers, pairs = _gathered(client, [works, shares])
        outcomes = [outcome for answer in answers for outcome in self._checked(answer).outcomes]
        if reconciling:
            self.reconciled = told_once(chain.from_iterable(pairs))
        return outcomes

    def _checked(self, answer: Answer) -> Answer:
        if answer.program != of_program():
            raise ClusterError(
                "a worker runs another version of factsuite, of Python or of what it depends on",
                hint="install the same on every worker as here",
            )
        if answer.rules != of_rules(self._bench.rules, self._bench.asked.root):
            raise ClusterError(
                "a worker has other rules than this machine",
                hint="the house's checks/ must lie in the same folder on every worker; --no-house-rules does without",
            )
        return answer


def work_on(asked: Asked, shared: Tree, files: Tree, told: Mapping[str, Told]) -> Answer:
    """A task: some articles, by the rules of the worker it runs on."""
    bench = _bench(_Kept(asked))
    outcomes = bench.outcomes({**shared, **files}, told)
    return Answer(program=of_program(), rules=of_rules(bench.rules, asked.root), outcomes=tuple(outcomes))


def shared_out(answer: Answer, number: int) -> Shares:
    """A task: what a task's articles assert, in so many shares."""
    return shares_of(answer.outcomes, number)


def _reduced_by_key(client: Any, works: list[Any], number: int) -> list[Any]:
    """A task for each share of what is asserted: it is sent that share of every batch, and nothing else of it."""
    shares = [client.submit(shared_out, work, number, pure=False) for work in works]
    return [
        client.submit(pairs_in, [client.submit(getitem, each, share, pure=False) for each in shares], pure=False)
        for share in range(number)
    ]


class _Kept:
    """What was asked, as a key: one run asks the same of every task."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.asked == other.asked

    def __hash__(self) -> int:
        return hash(str(self.asked.root))


@cache
def _bench(kept: _Kept) -> Bench:
    return Bench.of(kept.asked)


def _connected(scheduler: str | None, jobs: int, stack: ExitStack) -> Any:
    """A client of the cluster that is named, or of one of separate processes here."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError("--engine dask needs Dask distributed, which is not installed", hint=_INSTALL) from error
    try:
        if scheduler is not None:
            return distributed.Client(scheduler, timeout=_PATIENCE)
        cluster = distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        )
        return distributed.Client(stack.enter_context(cluster), timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        where = scheduler if scheduler is not None else "here"
        raise ClusterError(
            f"the scheduler {where} does not answer: {error}", hint="is it running? tcp://HOST:8786"
        ) from error


def _gathered(client: Any, works: list[list[Any]]) -> list[list[Any]]:
    distributed: Any = import_module("distributed")
    try:
        found: list[list[Any]] = client.gather(works)
    except (distributed.KilledWorker, CancelledError, OSError) as error:
        raise ClusterError(
            f"the cluster lost its workers before the work was done, so nothing is reported ({type(error).__name__})",
            hint="were they killed, or out of memory?",
        ) from error
    return found
