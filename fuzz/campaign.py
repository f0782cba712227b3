"""`python -m fuzz.campaign SECONDS`: fuzz every harness for its share of the time, and say what came of it.

Each harness runs in a process of its own, with the committed corpus to start from. An input that breaks one is kept,
and the way to repeat it is printed; the exit code is then 1.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzz.harnesses import HARNESSES

CORPUS = Path(__file__).parent / "corpus"
FOUND = Path(__file__).parent / "found"
SLOWEST = 5
"""Seconds one input may take, with the fuzzer's own instruments in the code; they multiply the time by about three."""
LONGEST = 3000
"""Bytes of one input. Long texts have tests of their own, on time that grows with the length."""
_TRIED = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.MULTILINE)
_COVERED = re.compile(r"^#\d+\s.*\bcov: (\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Campaign:
    """What came of fuzzing one harness."""

    name: str
    tried: int
    covered: int
    """Places in the code that were reached, as libFuzzer counts them."""
    found: tuple[Path, ...]
    broken: str
    """The end of the output, where the fuzzer itself failed."""


def fuzz(name: str, seconds: int, seed: int, found: Path, keep: Path | None) -> Campaign:
    """Fuzz one harness for so many seconds; `keep` is a folder in which its corpus grows from run to run."""
    found.mkdir(parents=True, exist_ok=True)
    before = set(found.iterdir())
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch, name) if keep is None else keep / name
        corpus.mkdir(parents=True, exist_ok=True)
        options = [
            f"-max_total_time={seconds}",
            f"-timeout={SLOWEST}",
            f"-max_len={LONGEST}",
            f"-seed={seed}",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            f"-artifact_prefix={found.resolve()}/{name}-",
        ]
        command = [sys.executable, "-m", "fuzz", name, *options, str(corpus)]
        seeds = CORPUS / name
        ended = subprocess.run(
            [*command, str(seeds)] if seeds.is_dir() else command,
            cwd=CORPUS.parent.parent,
            capture_output=True,
            text=True,
            errors="replace",
        )
    tried, covered = _TRIED.findall(ended.stderr), _COVERED.findall(ended.stderr)
    is_broken = ended.returncode != 0 or not tried
    return Campaign(
        name=name,
        tried=int(tried[-1]) if tried else 0,
        covered=int(covered[-1]) if covered else 0,
        found=tuple(sorted(set(found.iterdir()) - before)),
        broken=_why(ended.stdout + ended.stderr) if is_broken else "",
    )


def _why(output: str) -> str:
    """The traceback, else the end of what the fuzzer said."""
    lines = [line for line in output.split("\n") if not line.startswith(("INFO:", "#", "WARNING:", '"'))]
    start = next((n for n, line in enumerate(lines) if "Uncaught Python exception" in line), max(0, len(lines) - 15))
    return "\n".join(lines[start : start + 40])


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz all, or those named."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.campaign", description="Fuzz every harness in turn.")
    parser.add_argument("seconds", type=int, help="for all harnesses together")
    parser.add_argument("--only", nargs="+", choices=sorted(HARNESSES), default=list(HARNESSES), metavar="NAME")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="a folder in which the corpus grows from run to run")
    parser.add_argument("--found", type=Path, metavar="DIR", default=FOUND, help="where inputs that break one are kept")
    options = parser.parse_args(arguments)
    share = max(1, options.seconds // len(options.only))
    failed = False
    print(f"{'harness':<12} {'seconds':>7} {'inputs':>10} {'places':>7}  failures", flush=True)
    for name in options.only:
        done = fuzz(name, share, options.seed, options.found, options.keep)
        count = len(done.found) or ("stopped" if done.broken else 0)
        print(f"{name:<12} {share:>7} {done.tried:>10,} {done.covered:>7,}  {count}", flush=True)
        for file in done.found:
            print(f"  kept: {file}\n  repeat it: {Path(sys.executable).name} -m fuzz {name} {file}", flush=True)
        if done.broken:
            print("  " + done.broken.replace("\n", "\n  "), flush=True)
        failed = failed or bool(done.found or done.broken)
    if not any(options.found.iterdir()):
        options.found.rmdir()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
