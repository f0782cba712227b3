"""House rules: was every rule of the house run?"""

from collections.abc import Iterator

from factsuite import Finding, LeftOut, Location, Severity, rule

_SHOWN = 5


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#house-rules")
def house_rules_left_out(left_out: LeftOut) -> Iterator[Finding]:
    """The rules in the workspace's own `checks/` were not run.

    ## Why it matters
    They are code. For a change nobody has read yet they are left out on purpose; whoever reads the report must know
    that less was asked than the house asks.

    ## Fails
        # left-out: checks/style.py
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]

    ## Passes
        anchor: {exact: The bridge is safe}
        asserts: {that: The bridge is safe.}
        evidence: [{source: gazette, reports: {that: The bridge is safe.}}]

    ## Limits
    Says that there are such files, not what is in them: they were not opened.
    """
    files = left_out.files
    if files:
        named = ", ".join(file.name for file in files[:_SHOWN])
        more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
        yield Finding(
            at=Location(path=files[0]),
            message=f"the house rules of {len(files)} {'file' if len(files) == 1 else 'files'} were not run: "
            f"{named}{more}",
            hint="where the code of the workspace is trusted, run it without --no-house-rules",
        )
