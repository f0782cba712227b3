"""What day it is: the only place that looks at the machine's clock, for waivers alone."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import AsOf, read_as_of

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970, in place of the clock (reproducible-builds.org, SOURCE_DATE_EPOCH)."""


def today_of(as_of: AsOf | None, environment: Mapping[str, str] = os.environ) -> AsOf:
    """The day of `--as-of`; else that of SOURCE_DATE_EPOCH; else the machine's, in UTC.

    Raises FactsuiteError for a SOURCE_DATE_EPOCH that is no number of seconds.
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
    return read_as_of(now.date().isoformat())
