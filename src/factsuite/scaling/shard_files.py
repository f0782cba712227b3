"""The file a shard writes: the outcomes of its articles, with what they were made from and asked for."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import read_as_of
from factsuite.reports.json_text import is_json
from factsuite.scaling.articles import Divided
from factsuite.scaling.digests import digest, of_asked, of_files, of_program, of_rules
from factsuite.scaling.outcomes import Asked, Bench, Outcome
from factsuite.scaling.plain_records import NotARecord, Records

_FORMAT = 1
_AGAIN = "make the shards again, all from the same files and settings: factsuite check --shard K/N --output FILE"


class ShardError(FactsuiteError):
    """Shards that do not make a whole run."""


class Shard(Struct, frozen=True, kw_only=True):
    """One shard, as its file tells it."""

    file: str
    number: int
    of: int
    told: dict[str, Any]
    """What it was made from and asked for; the same in every shard of a run."""
    outcomes: list[Any]
    """As plain data."""


def written(number: int, of: int, outcomes: Sequence[Outcome], bench: Bench, divided: Divided) -> str:
    """The file of a shard."""
    records = Records(bench.asked.workspace(divided.shared).waivers)
    data = {
        "factsuite_shard": _FORMAT,
        "number": number,
        "of": of,
        "told": told_of(bench, divided),
        "outcomes": [records.plain(Outcome, each) for each in outcomes],
    }
    return json.dumps({**data, "digest": _digest(data)}) + "\n"


def told_of(bench: Bench, divided: Divided) -> dict[str, Any]:
    """What every shard of a run was made from and asked for."""
    asked = bench.asked
    shared = asked.workspace(divided.shared)
    return {
        "publish": asked.publish,
        "as_of": str(asked.as_of) if asked.as_of is not None else None,
        "today": str(asked.today) if asked.today is not None else None,
        "without_house_rules": bool(asked.left_out.files),
        "program": of_program(),
        "rules": of_rules(bench.rules, asked.root),
        "settings": of_asked(asked, shared),
        "shared": of_files(divided.shared),
        "articles": digest(f"{id} {of_files(files)}" for id, files in divided.articles.items()),
    }


def read(file: Path) -> Shard:
    """A shard from its file. Raises ShardError."""
    try:
        data: Any = json.loads(file.read_bytes())
    except OSError as error:
        raise ShardError(f"{file}: it cannot be read: {error.strerror}", hint=_AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise ShardError(f"{file}: it is no shard, or was cut short: {error}", hint=_AGAIN) from error
    if not isinstance(data, dict) or "factsuite_shard" not in data:
        raise ShardError(f"{file}: it is no shard of a run", hint=_AGAIN)
    if data["factsuite_shard"] != _FORMAT:
        raise ShardError(f"{file}: it is a shard of another format, written by another factsuite", hint=_AGAIN)
    given = data.pop("digest", None)
    if given != _digest(data):
        raise ShardError(f"{file}: it was changed or damaged since it was written", hint=_AGAIN)
    told: Any = data
    shard = Shard(
        file=str(file),
        number=told.get("number"),
        of=told.get("of"),
        told=told.get("told"),
        outcomes=told.get("outcomes"),
    )
    if not _is_told(shard):
        raise ShardError(f"{file}: it is no shard of a run", hint=_AGAIN)
    return shard


def _is_told(shard: Shard) -> bool:
    numbers = type(shard.number) is int and type(shard.of) is int and 0 < shard.number <= shard.of
    return numbers and isinstance(shard.told, dict) and isinstance(shard.outcomes, list)


def whole(files: Sequence[Path]) -> list[Shard]:
    """All shards of one run, in order. Raises ShardError where one is missing, is there twice, or is of another run."""
    shards = sorted(map(read, files), key=lambda each: each.number)
    first = shards[0]
    for each in shards[1:]:
        different = [name for name in first.told if each.told.get(name) != first.told[name]]
        if each.of != first.of or different:
            why = "it is one of another number of shards" if each.of != first.of else _WHY[different[0]]
            raise ShardError(f"{each.file} and {first.file} are shards of different runs: {why}", hint=_AGAIN)
    numbers = [each.number for each in shards]
    for one, two in pairwise(shards):
        if one.number == two.number:
            raise ShardError(f"{one.file} and {two.file} are both shard {one.number}/{one.of}", hint="name each once")
    missing = [f"{number}/{first.of}" for number in range(1, first.of + 1) if number not in numbers]
    if missing:
        raise ShardError(f"shard {', '.join(missing)} is missing", hint="name the files of all shards")
    return shards


def asked_again(told: dict[str, Any], asked: Asked) -> Asked:
    """What the shards were asked for, with the settings of the workspace at hand."""
    return replace(
        asked,
        publish=told["publish"],
        as_of=read_as_of(told["as_of"]) if told["as_of"] is not None else None,
        today=read_as_of(told["today"]) if told["today"] is not None else None,
        json=True,
    )


def outcomes_of(shards: Sequence[Shard], bench: Bench, divided: Divided) -> dict[str, Outcome]:
    """The outcomes of all shards. Raises ShardError where they were made from other files than those at hand."""
    here, there = told_of(bench, divided), shards[0].told
    for name, value in here.items():
        if there.get(name) != value:
            raise ShardError(f"the shards do not fit the workspace: {_WHY[name]}", hint=_HERE)
    records = Records(bench.asked.workspace(divided.shared).waivers)
    found: dict[str, Outcome] = {}
    for shard in shards:
        for data in shard.outcomes:
            outcome = _revived(records, data, shard.file)
            if outcome.id in found:
                raise ShardError(f"{shard.file}: the article {outcome.id} is in another shard too", hint=_SAME_COSTS)
            found[outcome.id] = outcome
    left = sorted(set(divided.articles) - set(found))
    if left:
        raise ShardError(f"no shard holds {', '.join(left[:5])}", hint=_SAME_COSTS)
    return found


_HERE = "merge in a checkout of the same commit, with the same factsuite; else make the shards again"
_SAME_COSTS = "give every shard the same --costs FILE, or none"
_WHY = {
    "publish": "one was made with --publish, another without",
    "as_of": "they are as of different days",
    "today": "they were made on different days: SOURCE_DATE_EPOCH gives all of them one",
    "without_house_rules": "one was made without the house's rules",
    "program": "they were made by another version of factsuite, of Python or of what it depends on",
    "rules": "the rules are others",
    "settings": "policy, baseline or waivers are others",
    "shared": "the files that articles share are others",
    "articles": "the files of the articles are others",
}


def _revived(records: Records, data: Any, file: str) -> Outcome:
    try:
        outcome = records.revived(Outcome, data)
    except NotARecord as error:
        raise ShardError(f"{file}: it is no shard of this version: {error}", hint=_AGAIN) from error
    if not is_json(outcome.part.json or b""):  # it is printed as it is
        raise ShardError(f"{file}: what it reports of {outcome.id} is no JSON", hint=_AGAIN)
    return outcome


def _digest(data: dict[str, Any]) -> str:
    return digest([json.dumps(data, sort_keys=True)])
