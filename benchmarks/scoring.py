"""What a benchmark counts: items, decisions, right and wrong ones, the majority baseline and the time taken."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter_ns
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One system on one kind of item of one data set."""

    dataset: str
    kind: str
    system: str
    items: int | None = None
    decided: int | None = None
    right: int | None = None
    majority: float | None = None
    """What always giving the most frequent answer would score; None where there is nothing to choose from."""
    microseconds_per_item: float | None = None
    average_precision: float | None = None
    """Of a ranking: the precision at each right item, on average. Printed as its precision."""
    note: str = ""
    """Why there are no numbers."""

    @property
    def wrong(self) -> int | None:
        """Decisions that are not right."""
        return None if self.decided is None or self.right is None else self.decided - self.right

    @property
    def precision(self) -> float | None:
        """The share of right decisions among all decisions; of a whole ranking, its average precision."""
        if self.average_precision is not None:
            return self.average_precision
        return None if self.right is None else _share(self.right, self.decided)

    @property
    def coverage(self) -> float | None:
        """The share of items that were decided."""
        return None if self.decided is None else _share(self.decided, self.items)

    @property
    def right_of_all(self) -> float | None:
        """The share of items decided and right: precision times coverage."""
        return None if self.right is None else _share(self.right, self.items)

    @property
    def wrong_of_all(self) -> float | None:
        """The share of items decided and wrong."""
        return None if self.wrong is None else _share(self.wrong, self.items)


@dataclass(slots=True)
class Tally:
    """A running count of one kind of item."""

    items: int = 0
    decided: int = 0
    right: int = 0

    def add(self, right: bool | None) -> None:
        """Count one item: right, wrong, or undecided (None)."""
        self.items += 1
        self.decided += right is not None
        self.right += right is True

    def row(
        self, dataset: str, kind: str, system: str, *, majority: float | None = None, time: float | None = None
    ) -> Row:
        """The row of these counts."""
        return Row(
            dataset=dataset,
            kind=kind,
            system=system,
            items=self.items,
            decided=self.decided,
            right=self.right,
            majority=majority,
            microseconds_per_item=time,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a data set gave: its rows, and what was left out of them, by kind."""

    rows: tuple[Row, ...]
    excluded: tuple[tuple[str, int], ...] = ()


def timed(read: Callable[[Item], Result], items: Sequence[Item]) -> tuple[list[Result], float]:
    """Read all items, and return the results with the microseconds per item.

    The first item is read once before the clock starts: what a library does on its first call only (tables, word
    lists, compiled expressions) is not counted.
    """
    if not items:
        return [], 0.0
    read(items[0])
    start = perf_counter_ns()
    results = [read(item) for item in items]
    return results, (perf_counter_ns() - start) / 1000 / len(items)


def majority_share(answers: Iterable[object]) -> float | None:
    """The share of the most frequent answer; None if there is no answer."""
    counts = Counter(answers)
    return max(counts.values()) / counts.total() if counts else None


def _share(part: int, whole: int | None) -> float | None:
    return part / whole if whole else None
