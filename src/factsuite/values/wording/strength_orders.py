"""The published orders of strength, weakest first, each with where the order comes from.

They are data: `strength.json` beside this module. A phrase is listed in the form it is looked for: lower case,
reporting verbs in the past tense, as news prints them.
"""

import json
from importlib.resources import files

from msgspec import Struct


class Order(Struct, frozen=True, kw_only=True):
    """One scale: levels from the weakest to the strongest, the phrases of a level being as strong as each other."""

    name: str
    source: str  # where the order is taken from
    levels: tuple[tuple[str, ...], ...]


def _read() -> tuple[Order, ...]:
    rows = json.loads(files("factsuite.values.wording").joinpath("strength.json").read_text(encoding="utf-8"))
    return tuple(
        Order(name=row["name"], source=row["source"], levels=tuple(tuple(level) for level in row["levels"]))
        for row in rows
    )


ORDERS: tuple[Order, ...] = _read()
"""Every published order."""

REPORTING, DIRECTIVES, COMMITMENTS, DENIALS, MODALITY, CAUSES, QUANTIFIERS = ORDERS
