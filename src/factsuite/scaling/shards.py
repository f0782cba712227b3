"""Shards: which articles each of several machines works on, told by what they cost and by nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factsuite.load.errors import FactsuiteError
from factsuite.scaling.articles import Divided, size
from factsuite.scaling.outcomes import Outcome

_FORMAT = 1
_HINT = "`factsuite merge --costs FILE` writes it; leave it out, and the size of the files is taken"


class CostsError(FactsuiteError):
    """A record of costs that cannot be used."""


def members(divided: Divided, shards: int, costs: Mapping[str, int] | None = None) -> tuple[tuple[str, ...], ...]:
    """The articles of each shard: the dearest first, each to the shard that has the least to do.

    Every article is in exactly one shard, and in the same one on every machine that is given the same files and costs.
    An article without a recorded cost is reckoned by its size, at the price of those that have one.
    """
    weights = _weights(divided, costs or {})
    loads = [0] * shards
    chosen: list[list[str]] = [[] for _ in range(shards)]
    for id in sorted(weights, key=lambda each: (-weights[each], each)):
        least = loads.index(min(loads))
        loads[least] += weights[id]
        chosen[least].append(id)
    return tuple(tuple(sorted(ids)) for ids in chosen)


def _weights(divided: Divided, costs: Mapping[str, int]) -> dict[str, int]:
    sizes = {id: size(files) + 1 for id, files in divided.articles.items()}
    known = [id for id in sizes if id in costs]
    paid, weighed = sum(costs[id] for id in known), sum(sizes[id] for id in known)
    return {id: costs[id] if id in costs else sizes[id] * max(paid, 1) // max(weighed, 1) for id in sizes}


def written_costs(outcomes: Mapping[str, Outcome]) -> str:
    """What each article cost, in microseconds of processor time, as a file."""
    return json.dumps({"format": _FORMAT, "microseconds": {id: outcomes[id].cost for id in sorted(outcomes)}}, indent=1)


def read_costs(file: Path) -> dict[str, int]:
    """What each article cost, by its id. Raises CostsError."""
    try:
        data: Any = json.loads(file.read_bytes())
    except OSError as error:
        raise CostsError(f"{file}: it cannot be read: {error.strerror}", hint=_HINT) from error
    except (ValueError, RecursionError) as error:
        raise CostsError(f"{file}: it is no record of costs: {error}", hint=_HINT) from error
    costs = data.get("microseconds") if isinstance(data, dict) and data.get("format") == _FORMAT else None
    if not isinstance(costs, dict) or not all(type(cost) is int and cost >= 0 for cost in costs.values()):
        raise CostsError(f"{file}: it is no record of costs", hint=_HINT)
    return costs
