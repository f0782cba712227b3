"""`factsuite settings`: every setting, with its default and an example."""

import argparse

from factsuite.commands.kept_page import add_page_options, keep_page


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    settings = commands.add_parser(
        "settings",
        help="print every setting with its default and an example",
        description="Print what every setting of [tool.factsuite] does; or write it, or check the page. Those in force "
        "are printed by `factsuite policy`.",
        epilog="examples:\n  factsuite settings | less\n  factsuite settings --check docs/settings.md",
    )
    add_page_options(settings)
    settings.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print, write or check."""
    from factsuite.reports.setting_pages import render_setting_pages

    return keep_page(options, render_setting_pages())
