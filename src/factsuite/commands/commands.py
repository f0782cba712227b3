"""`factsuite commands`: every command with its arguments, options and examples, as one page."""

import argparse

from factsuite.commands.kept_page import add_page_options, keep_page

_EXAMPLES = """\
examples:
  factsuite commands --write docs/commands.md
  factsuite commands --check docs/commands.md"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    page = commands.add_parser(
        "commands",
        help="print every command with its options, as one page",
        description="Print the reference of the command line, made from the commands themselves; or write it, or "
        "check that the page is up to date.",
        epilog=_EXAMPLES,
    )
    add_page_options(page)
    page.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print, write or check."""
    from factsuite.cli import GROUPS, make_parser
    from factsuite.commands.command_page import render_command_page

    return keep_page(options, render_command_page(make_parser(), GROUPS))
