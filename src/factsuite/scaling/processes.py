"""Working on articles in several processes of this machine."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence

from factsuite.load.errors import FactsuiteError
from factsuite.load.files import Tree
from factsuite.scaling.articles import Divided, size
from factsuite.scaling.here import Progress
from factsuite.scaling.outcomes import Asked, Bench, Outcome, Told

PAYS_FROM = 3_000_000
"""Bytes of facts, sources and articles from which a second process is worth its start (docs/scaling.md)."""
_BATCHES = 4
"""Batches a process is given, so that none waits long for the last."""
_LARGEST = 1_500_000
"""Bytes of a batch."""


class WorkerLost(FactsuiteError):
    """A process ended before its work was done."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def jobs_for(divided: Divided, ids: Collection[str], asked: int | None) -> int:
    """How many processes to use for some articles: as many as were asked for, else as many as pay."""
    bytes_in_all = sum(size(divided.articles[id]) for id in ids)
    most = min(asked if asked is not None else processors(), max(len(ids), 1))
    return most if asked is not None or bytes_in_all >= PAYS_FROM else 1


class Processes:
    """Works in several processes. Each collects the rules for itself and is sent the files of its articles."""

    reconciled = None
    """It is found when everything is put together."""

    def __init__(self, bench: Bench, divided: Divided, jobs: int, progress: Progress | None = None) -> None:
        self._bench = bench
        self._divided = divided
        self._jobs = jobs
        self._progress = progress

    def outcomes(self, ids: Iterable[str]) -> list[Outcome]:
        """What comes of some articles by themselves. Raises WorkerLost."""
        return self.again(dict.fromkeys(ids, ()))

    def again(self, told: Mapping[str, Told]) -> list[Outcome]:
        """What comes of some articles, with what is told of each across articles. Raises WorkerLost."""
        from concurrent.futures import ProcessPoolExecutor  # takes long to import, and most runs are one process
        from concurrent.futures.process import BrokenProcessPool
        from multiprocessing import get_context

        batches = batched(list(told), self._divided, self._jobs)
        context = get_context("spawn")  # a fork of a process with threads may stand still for ever
        given = (self._bench.asked, self._divided.shared)
        try:
            with ProcessPoolExecutor(min(self._jobs, len(batches)), context, _begin, given) as pool:
                works = [
                    pool.submit(_work, self._divided.of(batch), {id: told[id] for id in batch}) for batch in batches
                ]
                found: list[Outcome] = []
                for done in works:
                    found += done.result()
                    if self._progress is not None:
                        self._progress(len(found), len(told))
                return found
        except BrokenProcessPool as error:
            raise WorkerLost(
                "a worker process ended before its work was done, so nothing is reported",
                hint="was it killed, or out of memory? --jobs 1 works without other processes",
            ) from error


def batched(ids: Sequence[str], divided: Divided, jobs: int) -> list[list[str]]:
    """Articles in batches of about the same size, several for each process."""
    sizes = {id: size(divided.articles[id]) for id in ids}
    most = min(_LARGEST, sum(sizes.values()) // (jobs * _BATCHES) + 1)
    batches: list[list[str]] = []
    room = 0
    for id in ids:
        if room < sizes[id] or not batches:
            batches.append([])
            room = most
        batches[-1].append(id)
        room -= sizes[id]
    return batches


_benches: dict[str, tuple[Bench, Tree]] = {}
"""In a worker: what it was begun with."""


def _begin(asked: Asked, shared: Tree) -> None:
    _benches["own"] = (Bench.of(asked), shared)


def _work(files: Tree, told: Mapping[str, Told]) -> list[Outcome]:
    bench, shared = _benches["own"]
    return bench.outcomes({**shared, **files}, told)
