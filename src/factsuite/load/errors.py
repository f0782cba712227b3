"""What stops a run: a setting or a rule that cannot be used. Defects of facts never do."""

from factsuite.load.locations import Location


class FactsuiteError(Exception):
    """A problem with how the tool is set up; the message says where, what and what to do."""

    def __init__(self, message: str, *, hint: str = "", at: Location | None = None) -> None:
        self.at = at
        self.hint = hint
        place = f"{at}: " if at is not None else ""
        super().__init__(f"{place}{message}" + (f"\n  hint: {hint}" if hint else ""))


class PolicyError(FactsuiteError):
    """A setting of `[tool.factsuite]` that is unknown or out of range."""


class RuleError(FactsuiteError):
    """A rule that cannot be collected: its page, its name or its form is wrong."""
