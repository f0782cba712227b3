"""What reconciling articles costs: do the figures of a measure take n log n, or n squared?

    python benchmarks/reconciling.py [--articles N] [--measures M] [--repeat R]

Generates articles with shared measures (seeded), reads them as a run does, and reconciles what they assert. The ratio
is the time by n log n of the facts: where it does not grow from row to row, the time grows no faster. The first table
has half of all facts on one measure of one day, the worst a newsroom can do. `--articles` sets the size of the second,
whole articles through the loader; `--measures` among how many measures their facts are dealt out.
"""

import argparse
import math
import random
import time
import timeit
from collections.abc import Callable
from fractions import Fraction
from pathlib import PurePosixPath

from factsuite.load.files import Tree
from factsuite.load.locations import Location
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.values.numbers.intervals import Interval
from factsuite.verdicts.contributions import Contribution, Matter, contributions_of
from factsuite.verdicts.reconciling import reconcile

SIZES = (125, 250, 500, 1000, 2000, 4000, 8000)
FACTS_PER_ARTICLE = 8
FIGURES = (300,) * 19 + (500,)


def asserted(size: int, seed: int = 5) -> list[Contribution]:
    """Facts on one measure: half of one day, the rest of days and months over three years; one in ten stands out."""
    chance = random.Random(seed)
    return [_asserted(index, chance) for index in range(size)]


def _asserted(index: int, chance: random.Random) -> Contribution:
    first = 0 if index % 2 else chance.randrange(1000) * 1440
    last = first + chance.choice((1, 1, 1, 30)) * 1440 - 1
    low = Fraction(chance.choice((300,) * 9 + (chance.randrange(1000),)))
    return Contribution(
        matter=Matter.FIGURE,
        thing="visitors",
        unit="person",
        article=f"article-{index // FACTS_PER_ARTICLE:05}",
        fact=f"fact-{index}",
        at=Location(path=PurePosixPath("facts.yaml"), line=index % FACTS_PER_ARTICLE + 1),
        text=str(low),
        when=(first, last),
        day="",
        scope="",
        within=frozenset({""}),
        content=Interval(low, low + chance.choice((0, 0, 50))),
    )


def articles(number: int, measures: int, seed: int = 5) -> Tree:
    """The files of so many articles of eight facts each, on shared measures."""
    chance = random.Random(seed)
    entities = "format: 1\nmeasures:\n" + "".join(
        f"  - {{id: m{each}, name: measure {each}, unit: person, nouns: [people]}}\n" for each in range(measures)
    )
    tree: Tree = {PurePosixPath("facts/entities.yaml"): entities.encode()}
    for index in range(number):
        folder = PurePosixPath(f"facts/article-{index:05}")
        day = f"2031-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        head = (
            f"format: 1\nheadline: Article {index}\npublisher: The Larkhaven Gazette\npublished: {day}\nfictional: yes"
        )
        tree[folder / "article.md"] = f"---\n{head}\n---\nNothing is anchored here.\n".encode()
        facts = "".join(
            f"  - id: f{fact}\n    kind: quantity\n    claim: So many people came.\n    anchor: {{exact: people}}\n"
            f"    asserts: {{measure: m{chance.randrange(measures)}, value: {chance.choice(FIGURES)} people}}\n"
            for fact in range(FACTS_PER_ARTICLE)
        )
        tree[folder / "facts.yaml"] = f"format: 1\nfacts:\n{facts}".encode()
        tree[folder / "sources.yaml"] = b"format: 1\nsources: []\n"
        tree[folder / "entities.yaml"] = b"format: 1\n"
    return tree


def seconds(work: Callable[[], object], repeat: int) -> float:
    """The fastest of several calls, in processor time: the others waited for something else."""
    return min(timeit.repeat(work, timer=time.process_time, number=1, repeat=repeat))


def sweep_table(repeat: int) -> list[str]:
    """One row for each size: time, and time by n log n."""
    rows = ["| facts of one measure | clashes | seconds | microseconds by n log2 n |", "| ---: | ---: | ---: | ---: |"]
    for size in SIZES:
        facts = asserted(size)
        taken = seconds(lambda facts=facts: reconcile(facts), repeat)
        found = len(reconcile(facts).clashes)
        rows.append(f"| {size:,} | {found} | {taken:.4f} | {taken * 1e6 / (size * math.log2(size)):.2f} |")
    return rows


def whole_table(number: int, measures: int, repeat: int) -> list[str]:
    """Whole articles, in eighths: what each stage takes."""
    rows = ["| articles | facts | read, s | contribute, s | reconcile, s | clashes |", "| ---: " * 6 + "|"]
    for part in (number // 8, number // 4, number // 2, number):
        tree = articles(part, measures)
        begin = time.process_time()
        workspace = build_workspace(tree, Policy())
        reading = time.process_time() - begin
        begin = time.process_time()
        given = [each for dossier in workspace.dossiers for each in contributions_of(dossier)]
        contributing = time.process_time() - begin
        taken = seconds(lambda given=given: reconcile(given), repeat)
        found = len(reconcile(given).clashes)
        rows.append(f"| {part:,} | {len(given):,} | {reading:.2f} | {contributing:.3f} | {taken:.4f} | {found} |")
    return rows


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1000, help="articles in the last row of the second table")
    parser.add_argument("--measures", type=int, default=40, help="measures they share")
    parser.add_argument("--repeat", type=int, default=9, help="calls of which the fastest is printed")
    options = parser.parse_args()
    print("\n".join(sweep_table(options.repeat)))
    print()
    print("\n".join(whole_table(options.articles, options.measures, options.repeat)))


if __name__ == "__main__":
    main()
