"""`factsuite export`: facts and sources as a table for a spreadsheet."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.commands.import_files import Desk


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    exporting = commands.add_parser(
        "export",
        help="facts and sources as a table for a spreadsheet",
        description="Write the facts of an article as a table, one row for each entry of evidence; `factsuite import` "
        "takes it back without loss. XLSX has the sources on a second sheet. Exit 0: done; 2: usage.",
        epilog="Examples:\n"
        "  factsuite export harbour --output harbour.xlsx\n"
        "  factsuite export harbour > facts.csv\n"
        "  factsuite export harbour --what sources --output sources.csv",
    )
    exporting.add_argument("article", metavar="ARTICLE", help="the article, by its id or folder")
    exporting.add_argument("--what", choices=("facts", "sources"), default="facts", help="of a CSV (default: facts)")
    exporting.add_argument("--output", metavar="FILE", type=Path, help="where to; .xlsx gives a workbook, else CSV")
    add_workspace(exporting)
    exporting.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the table."""
    from factsuite.commands.import_files import desk_of
    from factsuite.exchange.csv_files import render_csv
    from factsuite.exchange.xlsx_files import render_xlsx

    desk = desk_of(folder_of(options), options.article)
    if options.output is not None and options.output.suffix.lower() == ".xlsx":
        data = render_xlsx({what: _rows(desk, what) for what in ("facts", "sources")})
    else:
        data = render_csv(_rows(desk, options.what)).encode("utf-8")
    if options.output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return EXIT_OK
    from factsuite.load.whole_files import write_whole

    write_whole(options.output.resolve(), data)
    print(f"written: {options.output}")
    return EXIT_OK


def _rows(desk: "Desk", what: str) -> list[list[str]]:
    from factsuite.exchange.to_rows import fact_rows, source_rows

    return (fact_rows if what == "facts" else source_rows)(desk.records(what))
