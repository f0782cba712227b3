"""What is wrong with a file, before anything is judged."""

from dataclasses import dataclass

from factsuite.load.locations import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One defect of a file: its syntax, its fields, its values or its ids.

    The rules in `checks/` turn problems into findings; `rule` names the one that does.
    """

    rule: str
    message: str
    hint: str
    at: Location
    fact: str | None = None
    """The label of the fact whose entry is defective, where it is a fact's."""
