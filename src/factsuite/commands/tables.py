"""`factsuite tables`: the published tables values are read by."""

import argparse

from factsuite.commands.kept_page import add_page_options, keep_page

_EXAMPLES = """\
examples:
  factsuite tables | less
  factsuite tables --check docs/values.md"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    tables = commands.add_parser(
        "tables",
        help="print the tables values are read by",
        description="Print the published tables: hedges, quoted words, strength; or write them, or check the page.",
        epilog=_EXAMPLES,
    )
    add_page_options(tables)
    tables.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print, write or check."""
    from factsuite.reports.value_tables import render_value_tables

    return keep_page(options, render_value_tables())
