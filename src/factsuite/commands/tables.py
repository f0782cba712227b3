"""`factsuite tables`: the published tables values are read by."""

import argparse
from pathlib import Path

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    tables = commands.add_parser(
        "tables",
        help="print the tables values are read by",
        description="Print the published tables: hedges, quoted words, strength; or write them, or check the page.",
    )
    tables.add_argument("--write", metavar="FILE", type=Path, help="write the page to FILE")
    tables.add_argument("--check", metavar="FILE", type=Path, help="exit 1 if FILE is not up to date")
    tables.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print, write or check."""
    from factsuite.reports.value_tables import render_value_tables
    from factsuite.reports.writing import write_whole

    page = render_value_tables()
    if options.write is not None:
        write_whole(options.write, page)
    elif options.check is not None:
        if not options.check.is_file() or options.check.read_text(encoding="utf-8") != page:
            print(f"{options.check}: not up to date; run `factsuite tables --write {options.check}`")
            return EXIT_FINDINGS
    else:
        print(page, end="")
    return EXIT_OK
