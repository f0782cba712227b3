"""What day it is: asked, given, or the machine's."""

from datetime import UTC, datetime

import pytest

from factsuite.clock import today_of
from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import read_as_of


def test_the_day_asked_for_comes_before_all_others() -> None:
    asked = read_as_of("2031-07-01")
    assert today_of(asked, {"SOURCE_DATE_EPOCH": "0"}) is asked


@pytest.mark.parametrize(
    ("seconds", "day"), [("0", "1 January 1970"), ("86399", "1 January 1970"), ("86400", "2 January 1970")]
)
def test_the_day_given_is_that_of_utc(seconds: str, day: str) -> None:
    assert str(today_of(None, {"SOURCE_DATE_EPOCH": seconds})) == day


@pytest.mark.parametrize("seconds", ["soon", "1e9", "9" * 30])
def test_what_is_no_number_of_seconds_is_refused(seconds: str) -> None:
    with pytest.raises(FactsuiteError, match="is no number of seconds"):
        today_of(None, {"SOURCE_DATE_EPOCH": seconds})


def test_else_it_is_the_day_of_the_machine() -> None:
    before = datetime.now(UTC).date()
    today = today_of(None, {})
    after = datetime.now(UTC).date()
    assert today.number in {read_as_of(day.isoformat()).number for day in (before, after)}
