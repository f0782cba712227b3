"""The page docs/accuracy.md, from one run."""

import os
import platform
from collections.abc import Mapping, Sequence

from benchmarks.published import PUBLICATIONS
from benchmarks.scoring import Row, Score
from benchmarks.sets import counting
from benchmarks.tables import COLUMNS, table
from benchmarks.targets import target_of

_INTRO = """\
# Accuracy

How well the project reads numbers, dates, quotations and speakers, and compares them, on published data sets, beside
what could be installed instead. Written by

    python benchmarks/accuracy.py --data DIR --write docs/accuracy.md

from one run on a machine with {cores} cores, Python {python}; do not edit. The peers come with the extra `bench`; one
that is not installed has a row that says so. The data are in no package and not in this repository: `DIR` holds one
folder per data set, cut as said below. They are development data, looked at while the rules were written; scores on
text never seen will be lower.

How to read the tables:

- *decided*: the system gave an answer; *precision*: right of the decided; *coverage*: decided of all; *right of all*:
  right of all items. Silence is lost coverage, never an error; where nothing is to be found, it is a right answer.
- *majority*: what always giving the commonest answer would score, where there is an answer to choose.
- *µs/item*: time per text read (a sentence, a paragraph, a claim with its passage), after a first call that is not
  counted; the only numbers here that change from run to run.
- Systems: *factsuite* is the project; *nearest (regex)* takes the nearest number by regular expressions. The rule of
  *nearest (regex)* for claims (the passage's number nearest in value to the claim's, with the hedge before it) also
  serves quantulum3 and text2num, which compare nothing themselves. quantulum3 runs without its optional classifier,
  dateparser with its own settings for English. A system is asked only for what it offers.
"""


def write(scores: Mapping[str, Score]) -> str:
    """The whole page."""
    rows = [row for score in scores.values() for row in score.rows]
    parts = [_INTRO.format(cores=os.cpu_count(), python=platform.python_version()), _targets(rows)]
    told: dict[str, str] = {}
    for name, score in scores.items():
        how = counting(name)
        first = told.setdefault(how, name)
        parts.append(_section(name, score, how if first == name else f"Counted as {first}."))
    return "\n".join(parts).rstrip() + "\n"


def _targets(rows: Sequence[Row]) -> str:
    aimed = [row for row in rows if target_of(row) is not None]
    columns = ("data set", "kind", "items", "precision", "coverage", "right of all", "target", "reached")
    return "\n".join(("## Targets", "", table(aimed, style="github", columns=columns, among=rows), ""))


def _section(name: str, score: Score, counted: str) -> str:
    publication = PUBLICATIONS[name]
    lines = [f"## {name}", "", f"{publication.title}: {publication.at}. Licence: {publication.licence}."]
    lines += [f"Cut: {publication.cut}.", "", counted, "", publication.means, ""]
    columns = tuple(column for column in COLUMNS if column not in ("data set", "target", "reached"))
    lines += [table(score.rows, style="github", columns=columns), ""]
    if score.excluded:
        lines += ["Left out of the counts:", ""]
        lines += [f"- {kind}: {count}" for kind, count in score.excluded]
        lines.append("")
    return "\n".join(lines)
