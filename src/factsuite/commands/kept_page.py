"""A page that is made by a command and kept in the repository: printed, written, or held against what is there."""

import argparse
import sys
from pathlib import Path

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK


def add_page_options(parser: argparse.ArgumentParser) -> None:
    """Add `--write FILE` and `--check FILE`."""
    parser.add_argument("--write", metavar="FILE", type=Path, help="write the page to FILE")
    parser.add_argument("--check", metavar="FILE", type=Path, help="exit 1 if FILE is not up to date")


def keep_page(options: argparse.Namespace, page: str) -> int:
    """Print, write or check the page, as the options ask; returns the exit code."""
    from factsuite.reports.writing import write_whole

    if options.write is not None:
        write_whole(options.write, page)
    elif options.check is not None:
        if not options.check.is_file() or options.check.read_text(encoding="utf-8") != page:
            print(f"{options.check}: not up to date; run `factsuite {options.command} --write {options.check}`")
            return EXIT_FINDINGS
    else:
        sys.stdout.write(page)
    return EXIT_OK
