"""What checking costs, as ratios to named baselines measured in the same run on the same made-up files.

    python -m benchmarks.speed [--facts N] [--repeat R] [--format text|json] [--rivals PYTHON] [--only NAME ...]

Every measurement is a process of its own, the names take turns, and processor time is counted, so that a busy machine
disturbs little. `--rivals` is the Python of an environment that holds linkml-reference-validator and citations.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from benchmarks.speed_programs import NotMeasured, Taken, programs

RATIOS = (
    ("engine without reading text", "engine-without-text", "floor"),
    ("engine", "engine", "floor"),
    ("check-jsonschema against factsuite check", "check-jsonschema", "factsuite-check"),
    ("pytest with facts against empty tests", "pytest", "pytest-empty"),
    ("linkml-reference-validator against our quotations", "quotations-linkml-reference-validator", "quotations"),
    ("citations against our quotations", "quotations-citations", "quotations"),
    ("factsuite --help against an empty program", "factsuite-help", "python-empty"),
    ("an unrelated pytest run with the plugin against without", "pytest-unrelated", "pytest-unrelated-without"),
)
"""What is divided by what; the name is what a reader is told."""

OVER_FACTS = frozenset(
    {
        "floor",
        "engine",
        "engine-without-text",
        "factsuite-check",
        "check-jsonschema",
        "pytest",
        "pytest-adds",
        "pytest-empty",
    }
)
"""What takes longer the more facts there are."""


class Outcome(NamedTuple):
    """All that was measured."""

    facts: int
    taken: Mapping[str, Sequence[Taken]]
    missing: Mapping[str, str]
    """What could not be measured here, and why."""

    def seconds(self, name: str) -> float:
        """The median of one thing."""
        return statistics.median(each.seconds for each in self.taken[name])

    def ratio(self, above: str, below: str) -> tuple[float, float, float] | None:
        """The least, the median and the greatest ratio of two things measured one after the other."""
        if above not in self.taken or below not in self.taken:
            return None
        each = sorted(a.seconds / b.seconds for a, b in zip(self.taken[above], self.taken[below], strict=True))
        return each[0], statistics.median(each), each[-1]


def measure(facts: int, repeat: int, rivals: str, only: Sequence[str] = ()) -> Outcome:
    """Write the corpus, and measure everything in turn, so many times."""
    with tempfile.TemporaryDirectory(prefix="factsuite-speed-") as folder:
        written = write_corpus(Path(folder) / "corpus", facts)
        wanted = {
            name: run for name, run in programs(Path(folder), written, rivals).items() if not only or name in only
        }
        taken: dict[str, list[Taken]] = {name: [] for name in wanted}
        missing: dict[str, str] = {}
        for number in range(repeat):
            for name, run in wanted.items():
                print(f"{number + 1}/{repeat} {name}", file=sys.stderr)
                try:
                    if name not in missing:
                        taken[name].append(run())
                except NotMeasured as reason:
                    missing[name] = str(reason)
        return Outcome(written, {name: each for name, each in taken.items() if each}, missing)


def as_data(outcome: Outcome) -> dict[str, object]:
    """The outcome under the keys that programs read."""
    ratios = {f"{above}/{below}": outcome.ratio(above, below) for _, above, below in RATIOS}
    engine = "engine" if "engine" in outcome.taken else next(iter(outcome.taken))
    return {
        "facts": outcome.facts,
        "seconds": {name: round(outcome.seconds(name), 4) for name in outcome.taken},
        "ratios": {name: [round(each, 3) for each in found] for name, found in ratios.items() if found},
        "microseconds_per_fact": round(outcome.seconds(engine) * 1e6 / outcome.facts, 1),
        "peak_mb": round(max(each.peak_mb for each in outcome.taken[engine]), 1),
        "not_measured": dict(outcome.missing),
    }


def as_text(outcome: Outcome) -> str:
    """The outcome as two tables for people."""
    from tabulate import tabulate

    rows = [
        [name, f"{outcome.seconds(name):.3f}", _each(outcome, name), f"{peak:,.0f}" if peak else ""]
        for name, each in outcome.taken.items()
        for peak in [max(one.peak_mb for one in each)]
    ]
    ratios = [
        [words, *(f"{each:.2f}" for each in found)]
        for words, above, below in RATIOS
        for found in [outcome.ratio(above, below)]
        if found
    ]
    lines = [
        f"{outcome.facts:,} facts; processor time, medians",
        "",
        tabulate(rows, ["what", "seconds", "us a fact", "peak MB"], tablefmt="github", disable_numparse=True),
        "",
        tabulate(ratios, ["ratio", "least", "median", "greatest"], tablefmt="github", disable_numparse=True),
        *(f"\nnot measured: {name}: {why}" for name, why in outcome.missing.items()),
    ]
    return "\n".join(lines)


def _each(outcome: Outcome, name: str) -> str:
    """Microseconds for one fact, where facts are what is worked on."""
    return f"{outcome.seconds(name) * 1e6 / outcome.facts:,.0f}" if name in OVER_FACTS else ""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=4_000, metavar="N", help="how many facts (default: 4000)")
    parser.add_argument("--repeat", type=int, default=3, metavar="R", help="how often (default: 3)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--rivals", default=sys.executable, metavar="PYTHON", help="the Python of the rivals")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="measure these alone")
    args = parser.parse_args()
    if args.facts < 1 or args.repeat < 1:
        parser.error("--facts and --repeat: at least 1")
    unknown = set(args.only) - set(programs(Path(), 1, args.rivals))
    if unknown:
        parser.error(
            f"--only: {', '.join(sorted(unknown))} is not measured; known: {', '.join(programs(Path(), 1, ''))}"
        )
    outcome = measure(args.facts, args.repeat, args.rivals, args.only)
    print(json.dumps(as_data(outcome), indent=1) if args.format == "json" else as_text(outcome))


if __name__ == "__main__":
    main()
