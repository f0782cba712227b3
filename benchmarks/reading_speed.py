"""What reading running text costs: every mention in a 4 kB article, against scanning it once with one regular expression.

    python benchmarks/reading_speed.py [--repeat N]

Prints the medians of one run and their ratio; the ratio is what to quote.
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable

from factsuite.reading.dates import read_dates
from factsuite.reading.names import find_names
from factsuite.reading.quantities import read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.reading.speech import read_attributions
from factsuite.values.dates import Calendar, read_date

PARAGRAPH = (
    "Larkhaven's new bridge opened on Sunday, 1 June 2031, after two-and-a-half years of work. At least 3,200 people "
    'crossed it before noon, the harbour board said, nearly twice as many as in May. "If the river rises, we will '
    'close it again," Mayor Ada Quill told reporters in Old Town. Between early and mid-October about 1,500 tonnes of '
    "steel had arrived from Northport; the council put the cost at $12.5 million, 8 percent more than planned. "
    "According to the clerk, Tom Reed, up to 40 workers had been expected by December.\n"
)
NAMES = {"ada-quill": ["Ada Quill", "Quill"], "tom-reed": ["Tom Reed", "Reed"], "northport": ["Northport"]}
ONE_SCAN = re.compile(r"[0-9]+|\b[A-Z][a-z]+\b|[\"“”]|\b(?:about|least|most|nearly|since|between|by)\b")


def article() -> str:
    """An openly fictional article of about 4 kB."""
    return (PARAGRAPH * (4096 // len(PARAGRAPH) + 1))[:4096]


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
    calendar = Calendar(reference=read_date("2031-06-02"))
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
