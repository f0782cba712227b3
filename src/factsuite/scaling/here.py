"""Working on articles in this very process."""

from collections.abc import Callable, Iterable, Mapping

from factsuite.load.files import Tree
from factsuite.scaling.articles import Divided
from factsuite.scaling.outcomes import Bench, Outcome, Timed, Told, needs_everything

BATCH = 25
"""Articles that are read together; where there are no more, they are kept until the run is over."""

Progress = Callable[[int, int], None]
"""Is told how many articles are done, of how many."""


class Here:
    """Works in this process, some articles at a time, so that no more of them are in memory than that."""

    reconciled = None
    """It is found when everything is put together."""

    def __init__(self, bench: Bench, divided: Divided, progress: Progress | None = None) -> None:
        self._bench = bench
        self._progress = progress
        self._divided = divided
        self._whole = needs_everything(bench.asked, bench.rules)
        self._kept: dict[str, Timed] = {}

    def outcomes(self, ids: Iterable[str]) -> list[Outcome]:
        """What comes of some articles by themselves."""
        wanted = list(ids)
        if self._whole or len(wanted) <= BATCH:
            self._kept = {timed.id: timed for timed in self._bench.works(self._tree(wanted), frozenset(wanted))}
        return self.again(dict.fromkeys(wanted, ()))

    def again(self, told: Mapping[str, Told]) -> list[Outcome]:
        """What comes of some articles, with what is told of each across articles."""
        found = [self._bench.outcome(self._kept[id], each) for id, each in told.items() if id in self._kept]
        left = [id for id in told if id not in self._kept]
        for start in range(0, len(left), BATCH):
            batch = left[start : start + BATCH]
            found += self._bench.outcomes(self._tree(batch), {id: told[id] for id in batch})
            if self._progress is not None:
                self._progress(len(found), len(told))
        return found

    def _tree(self, ids: list[str]) -> Tree:
        return self._divided.tree if self._whole else {**self._divided.shared, **self._divided.of(ids)}
