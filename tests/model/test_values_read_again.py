"""A value that is read several times is read against the calendar of the source it stands under."""

from pathlib import PurePosixPath

from factsuite.load.positioned import Map, text_at
from factsuite.model.reading_fields import FieldReader
from factsuite.values.dates import Calendar, read_date


def test_the_same_words_mean_another_day_under_another_source() -> None:
    reader = FieldReader(path=PurePosixPath("facts/harbour/facts.yaml"), calendar=Calendar())
    data = Map()
    data["on"] = text_at("Wednesday", 1, 1)
    days = []
    for published in ("2024-10-25", "2024-11-01", "2024-10-25"):
        reader.calendar = Calendar(reference=read_date(published))
        stated = reader.date(data, "on")
        assert stated is not None
        days.append(stated.value)
    assert days[0] == days[2] != days[1]


def test_a_value_that_cannot_be_read_is_told_each_time() -> None:
    reader = FieldReader(path=PurePosixPath("facts/harbour/facts.yaml"), calendar=Calendar())
    for line in (3, 9):
        data = Map()
        data["on"] = text_at("in the reign of the last king", line, 5)
        data["value"] = text_at("no idea", line, 9)
        assert reader.date(data, "on") is None
        assert reader.quantity(data, "value") is None
    assert [each.at.line for each in reader.problems] == [3, 3, 9, 9]


def test_the_same_words_are_read_anew_where_anything_else_decides_what_they_mean() -> None:
    day, later = (Calendar(reference=read_date(each)) for each in ("2024-10-25", "2031-06-03"))
    for _ in range(2):  # the second time what was read before is at hand
        assert len({read_date("from Monday to Tuesday", day, period=period) for period in (False, True)}) == 2
        assert len({read_date("03/04/2024", Calendar(day_first=first)) for first in (False, True, None)}) == 3
        assert len({read_date("by March", calendar) for calendar in (day, later, Calendar())}) == 3
