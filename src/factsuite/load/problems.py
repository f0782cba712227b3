"""What is wrong with a file, before anything is judged."""

from msgspec import Struct

from factsuite.load.locations import Location


def shortened(text: str, length: int) -> str:
    """A value as a message quotes it: no longer than so many code points."""
    return text if len(text) <= length else text[: length - 3] + "..."


class Problem(Struct, frozen=True, kw_only=True):
    """One defect of a file: its syntax, its fields, its values or its ids.

    The rules in `checks/` turn problems into findings; `rule` names the one that does.
    """

    rule: str
    message: str
    hint: str
    at: Location
    fact: str | None = None
    """The label of the fact whose entry is defective, where it is a fact's."""
