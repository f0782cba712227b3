"""The data sets, by the names of their folders, in the order they are reported."""

import sys
from collections.abc import Callable, Sequence
from inspect import getdoc
from pathlib import Path

from benchmarks.scoring import Score
from benchmarks.sets import (
    claimbuster,
    claims,
    edtf,
    event_dates,
    gum_dates,
    inference,
    measeval,
    quantulum,
    quotations,
    recognized_dates,
    recognized_numbers,
    recognizers,
)
from benchmarks.systems import System

SETS: dict[str, Callable[[Path, Sequence[System]], Score]] = {
    "vitaminc_pages": claims.score,
    "vitaminc_numeric": claims.score,
    "fever_symmetric_numeric": claims.score,
    "fm2_numeric": claims.score,
    "equate_stress": inference.score,
    "equate_awpnli": inference.score,
    "recognizers_text": recognizers.score,
    "quantulum3": quantulum.score,
    "measeval": measeval.score,
    "edtf": edtf.score,
    "gum_dates": gum_dates.score,
    "event_dates": event_dates.score,
    "gum_quotes": quotations.score_gum,
    "litbank_quotes": quotations.score_litbank,
    "claimbuster": claimbuster.score,
}


def counting(name: str) -> str:
    """How the items of a data set are counted."""
    module = sys.modules[SETS[name].__module__]
    modules = (recognized_numbers, recognized_dates) if module is recognizers else (module,)
    return "\n\n".join(getdoc(each) or "" for each in modules)
