"""`factsuite compare-runs`: two stored reports, and what is new, fixed, changed and unchanged between them."""

import argparse
import sys
from pathlib import Path

from factsuite.commands.colouring import add_colour, for_terminal
from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK

_EXAMPLES = """\
examples:
  factsuite compare-runs before.json reports/consistency.json
  git show main:reports/consistency.json > main.json
  factsuite compare-runs main.json reports/consistency.json --format markdown"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    compare = commands.add_parser(
        "compare-runs",
        help="what two reports say differently: new, fixed, changed",
        description="Compare two JSON reports: findings that are new, fixed, changed or unchanged, facts with another "
        "verdict, added or removed, settings that differ. A finding that only moved to another line, an article in "
        "another folder, or a fact under another id is no change. Exit 0: nothing fails that did not fail before; "
        "1: something does; 2: usage.",
        epilog=_EXAMPLES,
    )
    compare.add_argument("old", metavar="OLD", type=Path, help="the earlier report, as JSON")
    compare.add_argument("new", metavar="NEW", type=Path, help="the later one")
    compare.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="text for people, markdown for a comment on a pull request, json for programs",
    )
    add_colour(compare)
    compare.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, and print what has changed."""
    from factsuite.reports.run_changes_json import render_run_changes_json
    from factsuite.reports.run_changes_markdown import render_run_changes_markdown
    from factsuite.reports.run_changes_text import render_run_changes_text
    from factsuite.runs.comparing import compare_runs
    from factsuite.runs.stored import read_run

    changes = compare_runs(read_run(options.old), read_run(options.new))
    old, new = str(options.old), str(options.new)
    if options.format == "json":
        sys.stdout.write(render_run_changes_json(changes))
    elif options.format == "markdown":
        sys.stdout.write(render_run_changes_markdown(changes, old))
    else:
        sys.stdout.write(for_terminal(render_run_changes_text(changes, old, new), options.color))
    return EXIT_FINDINGS if changes.is_worse else EXIT_OK
