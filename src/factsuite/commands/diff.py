"""`factsuite diff`: what changed between two versions, said as facts."""

import argparse
import sys

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite diff main                  what has changed since a branch, with what is not committed yet
  factsuite diff v1 v2                 between two revisions
  factsuite diff main --format markdown > comment.md"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    diff = commands.add_parser(
        "diff",
        help="what changed between two git revisions, said as facts",
        description="Tell in one line each what changed between two git revisions, or from one to the working tree: "
        "figures, hedges, dates, speakers, quotations, evidence, verdicts, records, policy, and text without a fact. "
        "Nothing is checked out. Exit 0: nothing that stops a change; 1: something does; 2: usage.",
        epilog=_EXAMPLES,
    )
    diff.add_argument("base", metavar="BASE", nargs="?", help="the former version: a branch, a tag, a commit, HEAD~1")
    diff.add_argument("head", metavar="HEAD", nargs="?", help="the present version (default: the working tree)")
    add_workspace(diff)
    diff.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="text for people, markdown for a comment on a pull request, json for programs",
    )
    diff.add_argument("--rules", action="store_true", help="print every kind of change with its severity, and end")
    diff.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare the two versions and print what changed."""
    from factsuite.engine import root_of
    from factsuite.history import diff_of
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.diff_json import render_diff_json
    from factsuite.reports.diff_markdown import change_table, render_diff_markdown
    from factsuite.reports.diff_text import render_diff_text

    if options.rules:
        sys.stdout.write("\n".join(change_table()) + "\n")
        return EXIT_OK
    if options.base is None:
        raise FactsuiteError("nothing to compare with", hint="name a revision: factsuite diff main")
    diff = diff_of(root_of([folder_of(options)]), options.base, options.head)
    render = {"text": render_diff_text, "markdown": render_diff_markdown, "json": render_diff_json}[options.format]
    sys.stdout.write(render(diff))
    return EXIT_FINDINGS if diff.grave else EXIT_OK
