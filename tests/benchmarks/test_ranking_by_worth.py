"""The ranking of ClaimBuster sentences: halves, ties and average precision."""

import json
from pathlib import Path

import pytest

from benchmarks.scoring import Row
from benchmarks.sets.claimbuster import RANKING, average_precision, reported, score
from benchmarks.systems import System
from benchmarks.tables import cells


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([True, True, False], 1.0),
        ([True, False, True], (1 + 2 / 3) / 2),
        ([False, False, True], 1 / 3),
        ([False], None),
        ([], None),
    ],
)
def test_average_precision(labels: list[bool], expected: float | None) -> None:
    assert average_precision(labels) == expected


def test_only_the_half_on_which_no_points_were_set_is_ranked(tmp_path: Path) -> None:
    items = [{"id": f"x:{n}", "text": f"There were {n} boats.", "check_worthy": n % 2} for n in range(40)]
    (tmp_path / "sentences.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    knowing = System(name="knowing", worth=lambda text: int(text.split()[2]) % 2)
    rows = {(row.kind, row.system): row for row in score(tmp_path, [knowing]).rows}
    whole = rows[RANKING, "knowing"]
    assert 0 < sum(map(reported, items)) < 40
    assert whole.items == sum(map(reported, items))
    assert whole.precision == 1.0
    assert (whole.decided, whole.right) == (None, None)
    assert rows["most worthy 10", "knowing"].decided == 10
    assert {system for _, system in rows} == {"knowing", "longest first", "most numerals first", "hash order"}


def test_a_row_without_counts_prints_dashes_and_its_precision() -> None:
    row = Row(dataset="d", kind=RANKING, system="s", items=4, average_precision=0.5)
    assert cells(row, [row])[3:9] == ("4", "-", "-", "-", "50.0%", "-")
