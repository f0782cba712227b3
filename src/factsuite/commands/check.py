"""`factsuite check`: check the facts, without pytest."""

import argparse
import sys
from pathlib import Path

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    check = commands.add_parser(
        "check",
        help="check the facts, without pytest",
        description="Check every fact below the given paths. Exit 0: nothing failed; 1: findings; 2: usage.",
    )
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a workspace, its facts folder, an article or a file of it (default: here)",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    check.add_argument("--publish", action="store_true", help="known inaccuracies fail too")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and print the report."""
    from factsuite.engine import check_workspace, root_of
    from factsuite.reports.json_report import render_json
    from factsuite.reports.selecting import select
    from factsuite.reports.text import render_text

    paths = [Path(path) for path in options.paths] or [Path()]
    root = root_of(paths)
    result = select(check_workspace(root, options.publish), root, paths)
    sys.stdout.write(render_json(result) if options.format == "json" else render_text(result))
    return EXIT_FINDINGS if result.failed else EXIT_OK
