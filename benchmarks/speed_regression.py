"""Has checking become twice as dear? Ratios of one run against those stored in `speed.json`, never times.

    python -m benchmarks.speed_regression [--write]

Exit 1 where a ratio is more than twice what is stored. The numbers of a busy machine rise and fall together, so the
medians of several runs are compared, and what is measured together is divided by each other.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from benchmarks.speed import Outcome, measure

STORED = Path(__file__).with_name("speed.json")
FACTS = 400
REPEAT = 5
LIMIT = 2.0
WATCHED = (
    ("engine-without-text", "floor"),
    ("engine", "floor"),
    ("pytest-adds", "floor"),
    ("factsuite-help", "python-empty"),
    ("pytest-unrelated", "pytest-unrelated-without"),
)
"""Each is a cost of ours divided by a baseline: the smaller, the better."""


def taken() -> Outcome:
    """What is watched, measured."""
    return measure(FACTS, REPEAT, "", tuple(dict.fromkeys(name for pair in WATCHED for name in pair)))


def medians(outcome: Outcome) -> dict[str, float]:
    """The median ratio of each pair."""
    found = {f"{above}/{below}": outcome.ratio(above, below) for above, below in WATCHED}
    return {name: round(each[1], 2) for name, each in found.items() if each is not None}


def worse(now: Mapping[str, float], stored: Mapping[str, float]) -> list[str]:
    """What has doubled, or is no longer measured, in words."""
    told = []
    for name, before in stored.items():
        if name not in now:
            told.append(f"{name}: stored as {before}, and not measured")
        elif now[name] > LIMIT * before:
            told.append(f"{name}: {now[name]}, more than {LIMIT:g} times the stored {before}")
    return told


def main() -> None:
    """Measure, and compare or store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="store the ratios of this run")
    args = parser.parse_args()
    now = medians(taken())
    if args.write:
        STORED.write_text(json.dumps({"facts": FACTS, "ratios": now}, indent=1) + "\n", encoding="utf-8")
    stored = json.loads(STORED.read_text(encoding="utf-8"))["ratios"]
    for name, ratio in now.items():
        print(f"{name:45} {ratio:8.2f}   stored {stored.get(name, 'nothing')}")
    told = worse(now, stored)
    if told:
        print("\n".join(("slower:", *told)))
        print("hint: `python -m benchmarks.speed` shows where; if it must be so, store it with --write and say why")
        raise SystemExit(1)


if __name__ == "__main__":
    main()
