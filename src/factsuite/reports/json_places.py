"""A place in a file as data, as every part of the JSON report writes it."""

from typing import Any

from factsuite.load.locations import Location


def place_data(at: Location) -> dict[str, Any]:
    """A place in a file."""
    return {"path": str(at.path), "line": at.line, "column": at.column}
