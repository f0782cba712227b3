"""What the project sets out to reach, and whether a row reaches it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.scoring import Row
from benchmarks.sets import claims, edtf, gum_dates, inference, measeval, quantulum, quotations
from benchmarks.sets import recognized_dates as dates
from benchmarks.sets import recognized_numbers as numbers

OURS = "factsuite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Least and most shares a row should have; None asks nothing."""

    precision: float | None = None
    coverage: float | None = None
    right_of_all: float | None = None
    most_wrong_of_all: float | None = None
    ahead_of: str = ""
    """Another system, whose row of the same kind should be right less often."""

    def words(self) -> str:
        """The target in short."""
        parts = [
            (self.precision, "precision ≥"),
            (self.coverage, "coverage ≥"),
            (self.right_of_all, "right of all ≥"),
            (self.most_wrong_of_all, "decided ≤"),
        ]
        said = [f"{name} {value:.0%}" for value, name in parts if value is not None]
        return ", ".join(said + ([f"ahead of {self.ahead_of}"] if self.ahead_of else []))

    def is_reached(self, row: Row, rows: Sequence[Row]) -> bool | None:
        """Whether the row reaches it; None if that cannot be told."""
        pairs = (
            (self.precision, row.precision), (self.coverage, row.coverage), (self.right_of_all, row.right_of_all)
        )  # fmt: skip
        if row.note:
            return None
        reached = all(least is None or (got is not None and got >= least) for least, got in pairs)
        if self.most_wrong_of_all is not None:
            reached &= row.wrong_of_all is not None and row.wrong_of_all <= self.most_wrong_of_all
        if not self.ahead_of:
            return reached
        rival = next((each for each in rows if _is_rival(row, each, self.ahead_of)), None)
        if rival is None or rival.right_of_all is None or row.right_of_all is None:
            return None
        return reached and row.right_of_all > rival.right_of_all


def _is_rival(row: Row, other: Row, name: str) -> bool:
    return (other.dataset, other.kind, other.system) == (row.dataset, row.kind, name)


_PROSE_DATES = Target(right_of_all=0.85)
_HARD_CLAIMS = Target(precision=0.90, coverage=0.25)
TARGETS: Mapping[tuple[str, str], Target] = {
    ("vitaminc_pages", claims.HEDGED): Target(precision=0.97, coverage=0.70),
    ("vitaminc_pages", claims.PLAIN): Target(precision=0.95, coverage=0.45),
    ("vitaminc_pages", claims.NOT_ENOUGH): Target(most_wrong_of_all=0.12),
    ("vitaminc_numeric", claims.NOT_ENOUGH): Target(most_wrong_of_all=0.12),
    ("fever_symmetric_numeric", claims.ALL): _HARD_CLAIMS,
    ("fm2_numeric", claims.ALL): _HARD_CLAIMS,
    ("equate_stress", inference.ALL): Target(right_of_all=0.97),
    ("recognizers_text", numbers.ALL): Target(right_of_all=0.92),
    ("recognizers_text", dates.ALL): _PROSE_DATES,
    ("recognizers_text", dates.CONVENTION): _PROSE_DATES,
    ("edtf", edtf.VALID): Target(right_of_all=1.0),
    ("edtf", edtf.PHRASE): Target(right_of_all=0.90),
    ("gum_dates", gum_dates.DATE): Target(right_of_all=0.88),
    ("gum_quotes", quotations.FOUND): Target(right_of_all=0.95),
    ("gum_quotes", quotations.SPEAKER): Target(precision=0.85, coverage=0.70),
    ("gum_quotes", quotations.NAMED): Target(precision=0.85, coverage=0.70),
    ("litbank_quotes", quotations.FOUND): Target(right_of_all=0.95),
    ("litbank_quotes", quotations.SPEAKER): Target(precision=0.75, coverage=0.70),
    ("litbank_quotes", quotations.NAMED): Target(precision=0.75, coverage=0.70),
    ("measeval", measeval.FOUND): Target(right_of_all=0.88),
    ("measeval", measeval.VALUED): Target(precision=0.90),
    ("quantulum3", quantulum.FOUND): Target(right_of_all=0.88),
    ("quantulum3", quantulum.VALUED): Target(precision=0.90),
    ("quantulum3", quantulum.WHOLE): Target(ahead_of="quantulum3"),
}
"""By data set and kind. Where a target can be counted in two ways (a speaker's phrase or name; dates to the day or by
convention) both rows carry it."""


def target_of(row: Row) -> Target | None:
    """The target of a row of the project; other systems have none."""
    return TARGETS.get((row.dataset, row.kind)) if row.system == OURS else None
