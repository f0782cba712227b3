"""`factsuite check`: check the facts, without pytest."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK

if TYPE_CHECKING:
    from factsuite.rules.results import Result


FORMATS = ("text", "json", "lines", "sarif", "github", "gitlab", "rdjsonl")


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
    check.add_argument(
        "--format", choices=FORMATS, default="text", help=f"one of {', '.join(FORMATS)}", metavar="FORMAT"
    )
    check.add_argument(
        "--output", metavar="FILE", type=Path, help="write to FILE, and print how many findings there are"
    )
    check.add_argument("--rules-url", metavar="URL", default="", help="where the rules' pages are published, for links")
    check.add_argument("--publish", action="store_true", help="known inaccuracies fail too")
    check.add_argument("--as-of", metavar="DATE", help="list what has expired by a day, or soon will")
    check.add_argument(
        "--since",
        metavar="BASE",
        help="fail only on what was made worse since a git revision, or is touched by the change since; the rest is "
        "told as old",
    )
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and print or write the report in the format asked for."""
    from factsuite.clock import today_of
    from factsuite.engine import check_workspace, root_of, store_of
    from factsuite.load.files import read_tree
    from factsuite.model.as_of import read_as_of
    from factsuite.reports.formats.rendering import Surroundings, render
    from factsuite.reports.mutation_stored import stored_mutation, summary_of
    from factsuite.reports.selecting import select
    from factsuite.rules.collecting import collect_rules

    paths = [Path(path) for path in options.paths] or [Path()]
    root = root_of(paths)
    as_of = read_as_of(options.as_of) if options.as_of is not None else None
    if options.since is not None:
        from factsuite.history import check_since

        whole = check_since(root, options.since, options.publish, as_of, today_of(as_of))
    else:
        whole = check_workspace(root, options.publish, as_of, today_of(as_of))
    result = select(whole, root, paths)
    around = Surroundings(
        rules=lambda: collect_rules(root),
        tree=lambda: read_tree(root, store_of(root)),
        mutation=lambda: summary_of(stored_mutation(root)) if result is whole else None,
        pages=options.rules_url,
    )
    text = render(result, options.format, around)
    if options.output is None:
        sys.stdout.write(text)
    else:
        _write(options.output, text)
        print(f"written: {options.output}; {len(result.all_findings)} findings")
    if options.format == "github":
        _summarise(result)
    return EXIT_FINDINGS if result.failed else EXIT_OK


def _write(file: Path, text: str) -> None:
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.writing import write_whole

    try:
        write_whole(file, text)
    except OSError as error:
        raise FactsuiteError(f"{file}: cannot be written: {error.strerror}", hint="name another file") from error


def _summarise(result: "Result") -> None:
    """Add the job summary, where the service has given a file for it."""
    from factsuite.reports.formats.github import render_summary

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with open(file, "a", encoding="utf-8") as stream:
            stream.write(render_summary(result))
