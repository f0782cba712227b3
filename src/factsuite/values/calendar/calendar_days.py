"""Days of the proleptic Gregorian calendar as whole numbers, for any year.

Day 0 is 0000-03-01 (astronomical years: 0 is 1 BCE). Python's own dates end at 1 and 9999.
"""

MINUTES = 24 * 60  # of a day

SEASONS: dict[int, tuple[int, int]] = {  # EDTF season code: first month, months
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Months of each season code of ISO 8601-2. Seasons of an unstated hemisphere (21-24) are read as northern;
a winter begins in the December of the year it is named after."""

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Has this year a 29 February?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 0000-03-01. Counting years from March puts the leap day last."""
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 1


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    ages, left = divmod(number, 146097)  # days in 400 years
    year = (left - left // 1460 + left // 36524 - left // 146096) // 365  # less a day for every leap year before it
    left -= 365 * year + year // 4 - year // 100
    year += 400 * ages
    month = (5 * left + 2) // 153 + 3
    day = left - (153 * (month - 3) + 2) // 5 + 1
    return (year, month, day) if month < 13 else (year + 1, month - 12, day)


def weekday(number: int) -> int:
    """Day of the week, Monday 0 to Sunday 6."""
    return (number + 2) % 7


def add_months(number: int, months: int) -> int:
    """The same day of another month, or that month's last day if it is shorter."""
    year, month, day = civil(number)
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return day_number(year, month, min(day, days_in_month(year, month)))


def month_start(year: int, month: int) -> int:
    """First day of a month; months outside 1 to 12 run on into other years."""
    years, index = divmod(month - 1, 12)
    return day_number(year + years, index + 1, 1)


def months_span(year: int, month: int, count: int) -> tuple[int, int]:
    """First and last day of so many months from this one."""
    return month_start(year, month), month_start(year, month + count) - 1


def season_span(year: int, code: int) -> tuple[int, int]:
    """First and last day of a month (1-12) or of a season, quarter or half (EDTF codes 21-41)."""
    month, count = (code, 1) if code <= 12 else SEASONS[code]
    return months_span(year, month, count)


def year_span(year: int, count: int = 1) -> tuple[int, int]:
    """First and last day of so many years from this one."""
    return day_number(year, 1, 1), day_number(year + count, 1, 1) - 1


def week_start(number: int) -> int:
    """The Monday of the week a day lies in (ISO 8601)."""
    return number - weekday(number)


def iso_week(year: int, week: int) -> int:
    """The Monday of a week of a year (ISO 8601: week 1 holds 4 January)."""
    return week_start(day_number(year, 1, 4)) + 7 * (week - 1)


def easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar, by the rule of the golden number and the epact."""
    century = year // 100
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    full_moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    sunday = (year + year // 4 + full_moon + 2 - century + century // 4) % 7
    return day_number(year, 3, 28) + full_moon - sunday
