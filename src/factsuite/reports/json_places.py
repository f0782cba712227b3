"""A place in a file as data, as every part of the JSON report writes it."""

from typing import Any

from factsuite.load.locations import Location


def place_data(at: Location) -> dict[str, Any]:
    """A place in a file."""
    path, line, column = at
    return {"path": str(path), "line": line, "column": column}
