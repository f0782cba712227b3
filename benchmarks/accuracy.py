"""Score the project, and what could be installed instead, on published data sets.

    python benchmarks/accuracy.py --data DIR [--only NAME]... [--system NAME]... [--format text|json] [--write PAGE]

DIR holds one folder per data set, under the names of benchmarks.sets.SETS.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import page, peers, tables
from benchmarks.scoring import Row, Score
from benchmarks.sets import SETS
from benchmarks.systems import System

NO_DATA = "no such data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when done, 2 when it cannot be."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        parser.error(f"{options.data} is no folder")
    names = [name for name in SETS if not options.only or name in options.only]
    if options.write is not None and len(names) < len(SETS):
        parser.error("the page is written from all data sets, not from a selection")
    systems = [each for each in peers.systems() if not options.system or each.name in options.system]
    scores = run(options.data, names, systems)
    rows = [row for score in scores.values() for row in score.rows]
    if options.write is not None:
        options.write.write_text(page.write(scores), encoding="utf-8")
    print(tables.as_json(rows) if options.format == "json" else text(scores, rows))
    return 0


def run(data: Path, names: Sequence[str], systems: Sequence[System]) -> dict[str, Score]:
    """The scores of each data set; one that is not in the folder says so."""
    scores = {}
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            scores[name] = SETS[name](data / name, systems)
        except FileNotFoundError as missing:
            note = f"{NO_DATA}: {Path(missing.filename).name}"
            scores[name] = Score(rows=(Row(dataset=name, kind="all", system="all", note=note),))
    return scores


def text(scores: dict[str, Score], rows: Sequence[Row]) -> str:
    """The table, and under it what was left out."""
    lines = [tables.table(rows)]
    for name, score in scores.items():
        lines += [f"{name}: left out: {kind}: {count}" for kind, count in score.excluded]
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Score reading and comparing on published data sets.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="folder of the data sets")
    parser.add_argument("--only", action="append", choices=tuple(SETS), metavar="NAME", help="one data set")
    parser.add_argument("--system", action="append", choices=peers.NAMES, metavar="NAME", help="one system")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also write the page with all tables")
    return parser


if __name__ == "__main__":
    sys.exit(main())
