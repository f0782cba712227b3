"""Recognizers-Text: both halves of its specifications, numbers and dates."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.scoring import Score
from benchmarks.sets import recognized_dates, recognized_numbers
from benchmarks.systems import System


def score(folder: Path, systems: Sequence[System]) -> Score:
    """Score the files of numbers and units, then those of dates and lengths of time."""
    numbers, dates = recognized_numbers.score(folder, systems), recognized_dates.score(folder, systems)
    return Score(rows=numbers.rows + dates.rows, excluded=numbers.excluded + dates.excluded)
