"""Does the time grow with the archive, and no faster? One run at each size, as a table and as a drawing.

    python -m benchmarks.speed_growth [--facts N ...] [--svg FILE]

The whole `factsuite check` is measured, in one process and without a cache: processor time, and megabytes at the peak.
"""

import argparse
import tempfile
from collections.abc import Sequence
from math import log10
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import write_corpus
from benchmarks.speed_programs import programs

SIZES = (1_000, 10_000, 100_000)
MEASURED = ("floor", "factsuite-check")
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 400, 70, 50, 20, 150


class Point(NamedTuple):
    """One size: seconds by name, and the peak of the whole check."""

    facts: int
    seconds: dict[str, float]
    peak_mb: float


def measured(sizes: Sequence[int]) -> list[Point]:
    """A corpus of each size, read and checked once."""
    points = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="factsuite-growth-") as folder:
            facts = write_corpus(Path(folder) / "corpus", size)
            runs = programs(Path(folder), facts, "")
            taken = {name: runs[name]() for name in MEASURED}
            seconds = {name: each.seconds for name, each in taken.items()}
            points.append(Point(facts, seconds, taken["factsuite-check"].peak_mb))
    return points


def table(points: Sequence[Point]) -> str:
    """A row for each size."""
    lines = [
        "| facts | floor, s | `factsuite check`, s | us a fact | x floor | peak MB |",
        "|------:|---------:|---------------------:|----------:|--------:|--------:|",
    ]
    for facts, seconds, peak in points:
        floor, whole = (seconds[name] for name in MEASURED)
        per_fact, times = whole * 1e6 / facts, whole / floor
        lines.append(f"| {facts:,} | {floor:.2f} | {whole:.1f} | {per_fact:,.0f} | {times:.1f} | {peak:,.0f} |")
    return "\n".join(lines)


def drawing(points: Sequence[Point]) -> str:
    """Seconds by facts, both axes logarithmic: what grows in step with the facts is a line at the slope of the grid."""
    across = (log10(points[0].facts), log10(points[-1].facts))
    times = [seconds for point in points for seconds in point.seconds.values()]
    up = (int(log10(min(times))) - (min(times) < 1), int(log10(max(times))) + 1)

    def place(facts: float, seconds: float) -> tuple[float, float]:
        x = LEFT + (log10(facts) - across[0]) / (across[1] - across[0]) * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (log10(seconds) - up[0]) / (up[1] - up[0]) * (HEIGHT - BOTTOM - TOP)
        return round(x, 1), round(y, 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"'
        ' font-size="13">',
        "<title>Seconds to check archives of different sizes</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(up[0], up[1] + 1):
        x, y = place(points[0].facts, 10.0**power)
        parts.append(f'<path d="M{x} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g} s</text>')
    for point in points:
        x, y = place(point.facts, 10.0 ** up[0])
        parts.append(f'<path d="M{x} {y}V{TOP}" stroke="#ddd"/>')
        parts.append(f'<text x="{x}" y="{y + 20}" text-anchor="middle">{point.facts:,}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">facts</text>')
    for name, colour, words in (("floor", "#777", "YAML alone"), ("factsuite-check", "#06c", "factsuite check")):
        places = [place(point.facts, point.seconds[name]) for point in points]
        parts.append(
            f'<path d="M{"L".join(f"{x} {y}" for x, y in places)}" stroke="{colour}" fill="none" stroke-width="2"/>'
        )
        parts += [f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        parts.append(f'<text x="{x + 10}" y="{y + 4}" fill="{colour}">{words}</text>')
    return "\n".join((*parts, "</svg>", ""))


def main() -> None:
    """Measure, print the table, and write the drawing where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="write the drawing there")
    args = parser.parse_args()
    sizes = sorted(set(args.facts))
    if sizes[0] < 1 or (args.svg and len(sizes) < 2):
        parser.error("--facts: each at least 1, and two sizes for a drawing")
    points = measured(sizes)
    print(table(points))
    if args.svg:
        args.svg.write_text(drawing(points), encoding="utf-8")
        print(f"written: {args.svg}")


if __name__ == "__main__":
    main()
