"""Phrases such as *last year*, which mean another time when they are read on another day."""

from collections.abc import Iterator, Mapping

from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.reading.dates import read_dates
from factsuite.values.calendar.moments import hull, of_days
from factsuite.values.dates import Calendar, DateValue, describe_date

_Place = tuple[int, int]


_SLIDE = 10
"""*The past two years* slides day by day: it means another time once it has moved by this part of its length."""


def shifted(fact: Fact, dossier: Dossier, as_of: int, last: int) -> Iterator[tuple[str, int]]:
    """The phrases of a fact's words that mean another time by the `last` day, and the first day on which they do.

    Each is told as it reads on the day `as_of`, or, if it changes only later, on the day it changes. Beginnings are
    compared: that *since March* goes on, day by day, changes nothing.
    """
    article = dossier.article
    start = Calendar(reference=article.reference.value).day if article is not None and article.reference else None
    if start is None or last <= start:
        return
    text = fact.anchor.exact.text
    own = _read(text, start)
    late = _read(text, last)
    for place, value in own.items():
        if _same(value, late.get(place)):
            continue
        day = _first_change(text, place, value, start, last)
        read_on = max(day, as_of)
        then = _read(text, read_on).get(place)
        means = _words(then) if then is not None else "nothing"
        phrase, when = text[place[0] : place[1]], _words(DateValue(starts=(of_days(read_on, read_on),), text=""))
        yield f"'{phrase}' meant {_words(value)}; read on {when} it means {means}", day


def _first_change(text: str, place: _Place, value: DateValue, before: int, after: int) -> int:
    """The first day of another meaning; between two changes and back the later one may be found."""
    while after - before > 1:
        middle = (before + after) // 2
        if _same(value, _read(text, middle).get(place)):
            before = middle
        else:
            after = middle
    return after


def _read(text: str, day: int) -> Mapping[_Place, DateValue]:
    bounds = of_days(day, day)
    calendar = Calendar(reference=DateValue(starts=(bounds,), text=""))
    return {(each.start, each.end): each.value for each in read_dates(text, calendar)}


def _same(one: DateValue, other: DateValue | None) -> bool:
    if other is None or one.starts == other.starts:
        return other is not None
    own, new = hull(one.starts), hull(other.starts)
    if own.earliest is None or own.latest is None or new.earliest is None:
        return False
    return abs(new.earliest - own.earliest) * _SLIDE < own.latest - own.earliest


def _words(value: DateValue) -> str:
    return describe_date(DateValue(starts=value.starts, every=value.every, text=""))
