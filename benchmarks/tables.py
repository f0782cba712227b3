"""Rows as a table for people and as JSON for programs."""

import json
from collections.abc import Sequence

from tabulate import tabulate

from benchmarks.scoring import Row
from benchmarks.targets import target_of

COLUMNS = (
    "data set", "kind", "system", "items", "decided", "right", "wrong", "precision", "coverage", "right of all",
    "majority", "µs/item", "target", "reached",
)  # fmt: skip
_RIGHT_ALIGNED = range(3, 12)


def table(
    rows: Sequence[Row], *, style: str = "simple", columns: Sequence[str] = COLUMNS, among: Sequence[Row] = ()
) -> str:
    """Rows as one table, with the target beside those that have one; `among` are all rows of the run."""
    lines = [dict(zip(COLUMNS, cells(row, among or rows), strict=True)) for row in rows]
    align = ["right" if COLUMNS.index(column) in _RIGHT_ALIGNED else "left" for column in columns]
    body = [[line[column] for column in columns] for line in lines]
    return tabulate(body, headers=columns, tablefmt=style, colalign=align if body else None, disable_numparse=True)


def cells(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    """One row in print; a row without numbers says why."""
    if row.note:
        return (row.dataset, row.kind, row.system, *["-"] * 9, "", row.note)
    target = target_of(row)
    reached = None if target is None else target.is_reached(row, rows)
    return (
        row.dataset,
        row.kind,
        row.system,
        *("-" if count is None else str(count) for count in (row.items, row.decided, row.right, row.wrong)),
        *(_percent(share) for share in (row.precision, row.coverage, row.right_of_all, row.majority)),
        f"{row.microseconds_per_item:,.0f}" if row.microseconds_per_item is not None else "",
        target.words() if target else "",
        {True: "yes", False: "NO", None: "?" if target else ""}[reached],
    )


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def as_json(rows: Sequence[Row]) -> str:
    """The rows as a JSON list; shares that do not apply are null, and a row without numbers has a note."""
    return json.dumps([_object(row) for row in rows], indent=1, ensure_ascii=False)


def _object(row: Row) -> dict[str, object]:
    time = row.microseconds_per_item
    found: dict[str, object] = {
        "dataset": row.dataset,
        "kind": row.kind,
        "system": row.system,
        "items": row.items,
        "decided": row.decided,
        "right": row.right,
        "wrong": row.wrong,
        "precision": _rounded(row.precision),
        "coverage": _rounded(row.coverage),
        "majority": _rounded(row.majority),
        "microseconds_per_item": None if time is None else round(time, 1),
    }
    return found | {"note": row.note} if row.note else found


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
