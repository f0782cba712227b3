"""What reading running text costs: every mention in a 4 kB article, against one scan with one regular expression.

    python benchmarks/reading_speed.py [--repeat N]

Prints the medians of one run and their ratio; the ratio is what to quote.
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from factsuite.reading.dates import read_dates
from factsuite.reading.names import find_names
from factsuite.reading.quantities import read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.reading.speech import read_attributions
from factsuite.values.dates import Calendar, read_date

ARTICLE = Path(__file__).parent.parent / "facts" / "dprk-troops-in-russia" / "article.md"
NAMES = {"john-kirby": ["John Kirby", "Kirby"], "lloyd-austin": ["Lloyd Austin", "Austin"], "nis": ["NIS"]}
ONE_SCAN = re.compile(r"[0-9]+|\b[A-Z][a-z]+\b|[\"“”]|\b(?:about|least|most|nearly|since|between|by)\b")


def article() -> str:
    """The text of the first dossier's article, repeated to 4 kB."""
    text = ARTICLE.read_text(encoding="utf-8").rpartition("---\n")[2]
    return (text * (4096 // len(text) + 1))[:4096]


def median(work: Callable[[], object], repeat: int) -> float:
    """The median time of one call, in milliseconds."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--repeat", type=int, default=50)
    repeat = parser.parse_args().repeat
    text = article()
    calendar = Calendar(reference=read_date("2024-10-23"))
    parts: dict[str, Callable[[], object]] = {
        "one regular expression, once": lambda: ONE_SCAN.findall(text),
        "quantities": lambda: read_quantities(text),
        "dates": lambda: read_dates(text, calendar),
        "quotations with speakers": lambda: read_quotations(text),
        "attributions": lambda: read_attributions(text),
        "names": lambda: find_names(text, NAMES),
    }
    found = {name: median(work, repeat) for name, work in parts.items()}
    floor = found.pop("one regular expression, once")
    print(f"{'one regular expression, once':<30} {floor:8.3f} ms")
    for name, time_taken in [*found.items(), ("all mentions", sum(found.values()))]:
        print(f"{name:<30} {time_taken:8.3f} ms  {time_taken / floor:7.1f} x")


if __name__ == "__main__":
    main()
