"""`factsuite merge`: the shards of a run put together."""

import argparse
from pathlib import Path

from factsuite.commands.check import FORMATS, report
from factsuite.commands.colouring import add_colour
from factsuite.commands.workspace_asked import add_workspace, folder_of


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    merge = commands.add_parser(
        "merge",
        help="put the shards of a run together",
        description="Put together what `factsuite check --shard K/N --output FILE` wrote: the report is that of one "
        "whole run, byte for byte. Run it in the same files. Exit 0: nothing failed; 1: findings; 2: usage, or shards "
        "that do not make a whole run.",
        epilog="example: factsuite merge shards/*.json --format json --output report.json",
    )
    merge.add_argument("files", nargs="+", metavar="FILE", type=Path, help="the files of all shards, in any order")
    merge.add_argument(
        "--format", choices=FORMATS, default="text", help=f"one of {', '.join(FORMATS)}", metavar="FORMAT"
    )
    merge.add_argument(
        "--output", metavar="FILE", type=Path, help="write to FILE, and print how many findings there are"
    )
    merge.add_argument("--rules-url", metavar="URL", default="", help="where the rules' pages are published, for links")
    merge.add_argument("--costs", metavar="FILE", type=Path, help="write what each article cost, for the next shards")
    merge.add_argument("-q", "--quiet", action="store_true", help="only what fails, and nothing where nothing does")
    add_colour(merge)
    add_workspace(merge)
    merge.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Put the shards together, and print or write the report in the format asked for."""
    from factsuite.commands.check import write
    from factsuite.engine import asked_of, bench_of, files_of, root_of
    from factsuite.rules.house import leaving_out
    from factsuite.scaling.here import Here
    from factsuite.scaling.plain_records import NotARecord
    from factsuite.scaling.reducing import reduced
    from factsuite.scaling.shard_files import ShardError, asked_again, outcomes_of, whole
    from factsuite.scaling.shards import written_costs

    shards = whole(options.files)
    root = root_of([folder_of(options)])
    with leaving_out(bool(shards[0].told.get("without_house_rules"))):
        bench = bench_of(asked_again(shards[0].told, asked_of(root)))
    divided = files_of(root)
    outcomes = outcomes_of(shards, bench, divided)
    try:
        merged = reduced(tuple(outcomes.values()), divided, bench, Here(bench, divided).again)
    except NotARecord as error:
        raise ShardError(f"the shards hold what no factsuite wrote: {error}", hint="make the shards again") from error
    if options.costs is not None:
        write(options.costs, written_costs(outcomes) + "\n")
    return report(merged, merged, root, options)
