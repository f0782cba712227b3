"""What day it is: the only place that looks at the machine's clock, for waivers alone."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from factsuite.load.errors import FactsuiteError
from factsuite.load.files import FACTS, WAIVERS
from factsuite.load.revisions import committed_at
from factsuite.model.as_of import AsOf, read_as_of

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970, in place of the clock (reproducible-builds.org, SOURCE_DATE_EPOCH)."""
_SLACK = timedelta(days=1)
"""How far two machines may be apart, in time or by their zones."""


def today_of(as_of: AsOf | None, environment: Mapping[str, str] = os.environ, *, root: Path | None = None) -> AsOf:
    """The day of `--as-of`; else that of SOURCE_DATE_EPOCH; else the machine's, in UTC.

    Raises FactsuiteError for a SOURCE_DATE_EPOCH that is no number of seconds; and, where a workspace has waivers, for
    a clock that is behind: by it a waiver would hold again that has expired.
    """
    if as_of is not None:
        return as_of
    given = environment.get(EPOCH_VARIABLE, "")
    try:
        now = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise FactsuiteError(
            f"{EPOCH_VARIABLE}: {given!r} is no number of seconds", hint="seconds since 1970"
        ) from error
    if root is not None and not given:
        _refuse_behind(now, root)
    return read_as_of(now.date().isoformat())


def _refuse_behind(now: datetime, root: Path) -> None:
    """What has happened is past: a file that was written, a commit that was made."""
    file = root / FACTS / WAIVERS
    if not file.is_file():
        return
    written, committed = file.stat().st_mtime, committed_at(root)
    for seconds, what in ((written, f"{FACTS}/{WAIVERS} was written"), (committed, "the last commit was made")):
        if seconds is not None and seconds > (now + _SLACK).timestamp():
            then = datetime.fromtimestamp(seconds, UTC).date()
            raise FactsuiteError(
                f"the clock says {now.date()}, but {what} on {then}: nobody can say which waivers have expired",
                hint=f"set the clock; or name the day, with {EPOCH_VARIABLE} or --as-of",
            )
