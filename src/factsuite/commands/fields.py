"""`factsuite fields`: every file and field, as one page."""

import argparse

from factsuite.commands.kept_page import add_page_options, keep_page


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    fields = commands.add_parser(
        "fields",
        help="print every file and field, as one page",
        description="Print what every field of every file says, from the schemas; or write it, or check the page.",
        epilog="examples:\n  factsuite fields | less\n  factsuite fields --check docs/fields.md",
    )
    add_page_options(fields)
    fields.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print, write or check."""
    from factsuite.reports.field_pages import render_field_pages

    return keep_page(options, render_field_pages())
