"""`factsuite check --shard K/N`: one of several parts of a run, written to a file."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_OK
from factsuite.load.errors import FactsuiteError

if TYPE_CHECKING:
    from factsuite.model.as_of import AsOf

MOST = 10_000
_SHARD = re.compile(r"([1-9]\d{0,4})/([1-9]\d{0,4})", re.ASCII)


class NoShard(FactsuiteError):
    """Something that cannot be asked for together with a shard."""


def read_shard(text: str) -> tuple[int, int]:
    """Which part of how many. Raises NoShard."""
    found = _SHARD.fullmatch(text)
    number, of = (int(found[1]), int(found[2])) if found is not None else (1, 0)
    if not number <= of <= MOST:
        raise NoShard(f"--shard: {text!r} is no part of a whole", hint="1/3, 2/3 and 3/3 are the parts of three")
    return number, of


def run_shard(options: argparse.Namespace, root: Path, paths: Sequence[Path], as_of: "AsOf | None") -> int:
    """Work on the articles of a shard, and write what came of them."""
    from factsuite.clock import today_of
    from factsuite.commands.check import write
    from factsuite.engine import asked_of, bench_of, files_of
    from factsuite.scaling.shard_files import written
    from factsuite.scaling.shards import members, read_costs
    from factsuite.scaling.whole_runs import Means, worked_out

    number, of = read_shard(options.shard)
    if options.output is None:
        raise NoShard("--shard writes a file, and none is named", hint=f"--output shard-{number}.json")
    if options.since is not None:
        raise NoShard("--shard and --since do not go together", hint="check what changed in one run: leave out --shard")
    if not all(path.resolve() in (root.resolve(), root.resolve() / "facts") for path in paths):
        raise NoShard("a shard is a part of the whole workspace", hint="name no article; the shards share them out")
    bench = bench_of(asked_of(root, options.publish, as_of, today_of(as_of, root=root), json=True))
    divided = files_of(root)
    costs = read_costs(options.costs) if options.costs is not None else None
    own = members(divided, of, costs)[number - 1]
    outcomes = worked_out(divided, bench, own, Means(jobs=options.jobs, cached=False))
    write(options.output, written(number, of, outcomes, bench, divided))
    print(
        f"written: {options.output}: shard {number}/{of}, {len(own)} of {len(divided.articles)} articles; "
        "`factsuite merge` tells whether anything fails"
    )
    return EXIT_OK
