"""A command in a process of its own that may use so much time and memory, and no more."""

import resource
import subprocess
import sys
from pathlib import Path

SECONDS = 20
MEMORY = 1_500_000_000
"""Bytes of address space; what is mapped without being used counts as well."""


def run_limited(
    root: Path, *arguments: str, seconds: int = SECONDS, memory: int = MEMORY
) -> "subprocess.CompletedProcess[str]":
    """Run `factsuite` in a workspace. It must end by itself: with 0, 1 or 2, and without a traceback."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    done = subprocess.run(
        [sys.executable, "-m", "factsuite", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds * 5,
        preexec_fn=limit,
    )
    assert done.returncode in (0, 1, 2), (done.returncode, done.stderr[-2000:])
    assert "Traceback" not in done.stderr, done.stderr[-2000:]
    return done
