"""What a cache, several processes and shards come to, against one process that works on everything.

    python -m benchmarks.scaling [--facts N]

Every row is a process of its own, its processor time with that of the processes it starts; the bytes are compared.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tabulate import tabulate

from benchmarks.corpus import write_corpus

FACTSUITE = (sys.executable, "-m", "factsuite")


class Measured:
    """Rows of a table, each a command that was run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: list[tuple[str, float, float, float]] = []

    def run(self, name: str, *arguments: str) -> bytes:
        """Run a command in the corpus; what it prints."""
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder.parent), "SOURCE_DATE_EPOCH": "1938816000"}
        done = subprocess.run([*FACTSUITE, *arguments], cwd=self.folder, env=environment, capture_output=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode("utf-8", "replace"))
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.rows.append((name, used, used / (self.rows[0][1] if self.rows else used), wall))
        return done.stdout

    def table(self) -> str:
        """The rows, each against the first."""
        headers = ["what", "processor s", "x one process", "wall s"]
        return tabulate(self.rows, headers, tablefmt="github", floatfmt=("", ".2f", ".3f", ".1f"))


def measure(folder: Path) -> Measured:
    """Run everything once over the corpus in a folder."""
    found = Measured(folder)
    whole = found.run("one process, nothing kept", "check", "--jobs", "1", "--no-cache")
    same(whole, found.run("two processes", "check", "--jobs", "2", "--no-cache"))
    same(whole, found.run("one process, outcomes kept", "check", "--jobs", "1"))
    same(whole, found.run("again, nothing changed", "check"))
    article = sorted((folder / "facts").iterdir())[0] / "facts.yaml"
    with article.open("a", encoding="utf-8") as stream:
        stream.write("# one more line\n")
    same(whole, found.run("again, one article changed", "check"))
    for number in (1, 2):
        found.run(f"shard {number}/2", "check", "--jobs", "1", "--shard", f"{number}/2", "--output", f"{number}.json")
    same(whole, found.run("merge", "merge", "1.json", "2.json"))
    return found


def same(one: bytes, other: bytes) -> None:
    """Both print the same."""
    if one != other:
        raise RuntimeError("the bytes are others")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make a corpus, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=40_000, metavar="N")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "corpus"
        write_corpus(folder, options.facts)
        print(f"{options.facts:,} facts, {len(os.sched_getaffinity(0))} processors, Python {sys.version.split()[0]}\n")
        print(measure(folder).table())


if __name__ == "__main__":
    main()
