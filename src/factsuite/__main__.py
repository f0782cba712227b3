"""`python -m factsuite` is `factsuite`: for a Python whose scripts are not on the path."""

import sys

from factsuite.load.collector import alone_in_the_process, set_aside


def run() -> int:
    """`factsuite.cli.main`, in a process that does nothing else; returns its exit code."""
    alone_in_the_process()
    from factsuite.cli import main  # after the collector: importing makes thousands of objects that stay

    try:
        return main()
    finally:
        set_aside()  # all memory goes with the process: no circle in it need be found


if __name__ == "__main__":
    sys.exit(run())
