"""`factsuite check`: check the facts, without pytest."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factsuite.commands.colouring import add_colour, for_terminal
from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.progress import progress
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.model.as_of import AsOf
    from factsuite.reports.parts import Run
    from factsuite.scaling.whole_runs import Hiring


_EXAMPLES = """\
examples:
  factsuite check                      the workspace here
  factsuite check facts/harbour -q     one article, and only what fails
  factsuite check --format lines       for an editor
  factsuite check --since main         only what a change made worse, or touches"""
FORMATS = ("text", "json", "lines", "sarif", "github", "gitlab", "rdjsonl")
MOST_JOBS = 1000


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    check = commands.add_parser(
        "check",
        help="check the facts, without pytest",
        description="Check every fact below the given paths. Exit 0: nothing failed; 1: findings; 2: usage.",
        epilog=_EXAMPLES,
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
    check.add_argument(
        "--jobs", metavar="N", type=jobs, help="how many processes to use (default: as many as pay; 1: none but this)"
    )
    check.add_argument(
        "--no-cache", action="store_true", help="work out everything anew, and keep nothing in .factsuite_cache/"
    )
    check.add_argument("-q", "--quiet", action="store_true", help="only what fails, and nothing where nothing does")
    add_colour(check)
    add_workspace(check)
    check.add_argument(
        "--shard", metavar="K/N", help="work on part K of N only, and write it to --output, for `factsuite merge`"
    )
    check.add_argument(
        "--engine", choices=("here", "dask"), default="here", help="here, or dask: as tasks of a cluster"
    )
    check.add_argument(
        "--scheduler", metavar="ADDRESS", help="of the Dask cluster (default: processes of this machine)"
    )
    check.add_argument("--costs", metavar="FILE", type=Path, help="what each article cost, to make shards of one size")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, and print or write the report in the format asked for."""
    from factsuite.engine import root_of
    from factsuite.model.as_of import read_as_of
    from factsuite.reports.selecting import select

    folder = folder_of(options)
    paths = [folder / path for path in options.paths] or [folder]
    root = root_of(paths)
    as_of = read_as_of(options.as_of) if options.as_of is not None else None
    refuse_what_does_nothing(options)
    if options.shard is not None:
        from factsuite.commands.check_shard import run_shard

        return run_shard(options, root, paths, as_of)
    whole = _whole(options, root, as_of)
    return report(select(whole, root, paths), whole, root, options)


def refuse_what_does_nothing(options: argparse.Namespace) -> None:
    """Raise FactsuiteError for an option that has no effect without another one."""
    from factsuite.load.errors import FactsuiteError

    if options.costs is not None and options.shard is None:
        raise FactsuiteError("--costs says how to share out articles among shards", hint="add --shard K/N")
    if options.scheduler is not None and options.engine != "dask":
        raise FactsuiteError("--scheduler names a Dask cluster, and none is asked for", hint="add --engine dask")
    if options.engine == "dask" and (options.shard is not None or options.since is not None):
        raise FactsuiteError(
            "--engine dask works on whole runs", hint="leave out --engine dask, or --shard and --since"
        )


def _print_bytes(pieces: Iterable[bytes]) -> None:
    """Print UTF-8 as it is, whatever the terminal's own encoding and line ends are."""
    out = getattr(sys.stdout, "buffer", None)
    if out is None:  # what stands in for it takes text alone
        sys.stdout.writelines(piece.decode("utf-8") for piece in pieces)
        return
    sys.stdout.flush()
    out.writelines(pieces)


def report(run: "Run", whole: "Run", root: Path, options: argparse.Namespace) -> int:
    """Print or write a run, or the part of the whole one that was asked for."""

    def mutation() -> dict[str, Any] | None:
        from factsuite.reports.mutation_stored import stored_mutation, summary_of

        return summary_of(stored_mutation(root)) if run is whole else None

    if options.format == "json" and options.output is None:
        from factsuite.reports.json_report import json_pieces

        _print_bytes(json_pieces(run, mutation()))
        return EXIT_FINDINGS if run.failed else EXIT_OK

    from factsuite.engine import store_of  # every other format takes long to import
    from factsuite.load.files import read_tree
    from factsuite.reports.formats.rendering import Surroundings, render
    from factsuite.reports.text import render_failing
    from factsuite.rules.collecting import collect_rules

    around = Surroundings(
        rules=lambda: collect_rules(root),
        tree=lambda: read_tree(root, store_of(root)),
        mutation=mutation,
        pages=options.rules_url,
    )
    is_text = options.format == "text"
    text = render_failing(run) if is_text and options.quiet else render(run, options.format, around)
    if options.output is None:
        sys.stdout.write(for_terminal(text, options.color) if is_text else text)
    else:
        write(options.output, text)
        if not options.quiet:
            print(f"written: {options.output}; {len(run.all_findings)} findings")
    if options.format == "github":
        _summarise(run)
    return EXIT_FINDINGS if run.failed else EXIT_OK


def _whole(options: argparse.Namespace, root: Path, as_of: "AsOf | None") -> "Run":
    """The whole workspace checked, as the options ask for it."""
    from factsuite.clock import today_of
    from factsuite.engine import asked_of, caches, check_in_parts
    from factsuite.reports.parts import run_of
    from factsuite.scaling.whole_runs import Means

    json = options.format == "json"
    if options.since is not None:
        from factsuite.history import check_since

        return run_of(check_since(root, options.since, options.publish, as_of, today_of(as_of, root=root)), json)
    asked = asked_of(root, options.publish, as_of, today_of(as_of, root=root), json)
    shown = progress("articles", quiet=options.quiet, every=1)
    cached = caches(root) and not options.no_cache
    hire = _hire(options) if options.engine == "dask" else None
    return check_in_parts(root, asked, Means(jobs=options.jobs, cached=cached, hire=hire, progress=shown))


def _hire(options: argparse.Namespace) -> "Hiring":
    """Who works on the articles where a cluster is asked for."""
    from factsuite.scaling.cluster import Cluster

    return lambda bench, divided: Cluster(bench, divided, options.scheduler, options.jobs)


def jobs(text: str) -> int:
    """A number of processes, from a command line."""
    if not text.isdecimal() or not 0 < int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes from 1 to {MOST_JOBS}")
    return int(text)


def write(file: Path, text: str) -> None:
    """Write a file whole. Raises FactsuiteError."""
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.writing import write_whole

    try:
        write_whole(file, text)
    except OSError as error:
        raise FactsuiteError(f"{file}: cannot be written: {error.strerror}", hint="name another file") from error


def _summarise(result: "Run") -> None:
    """Add the job summary, where the service has given a file for it."""
    from factsuite.reports.formats.github import render_summary

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with open(file, "a", encoding="utf-8") as stream:
            stream.write(render_summary(result))
