"""The project itself."""

from dataclasses import replace
from fractions import Fraction

from benchmarks.systems import DateReading, Days, Figure, LengthReading, PhraseDate, Quoted, System, Verdict
from benchmarks.unit_names import unit_name
from factsuite.reading.checkworthiness import checkworthiness
from factsuite.reading.dates import DateMention, read_dates
from factsuite.reading.durations import read_durations
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.reading.quotations import QuotedSpan, read_quotations
from factsuite.texts.comparing import compare_texts
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.dates import Bounds, Calendar, DateValue, read_date
from factsuite.values.edtf import read_edtf
from factsuite.values.quantities import Reach
from factsuite.values.relation import Relation

NAME = "factsuite"
ABILITIES = frozenset(
    ("figures", "reaching_figures", "dates", "lengths", "verdict", "is_edtf", "phrase", "quotations", "worth")
)
AS_WRITTEN = Reach(about=Fraction(0), rounding=False)
VERDICTS = {
    Relation.ENTAILS: Verdict.SUPPORTS,
    Relation.CONTRADICTS: Verdict.REFUTES,
    Relation.COMPATIBLE: Verdict.NEITHER,
    Relation.INCOMPARABLE: None,
}


def system() -> System:
    """The project's public reading functions, in the terms of the benchmark."""
    return System(
        name=NAME,
        figures=lambda text: [figure(mention) for mention in read_quantities(text, AS_WRITTEN)],
        reaching_figures=lambda text: [figure(mention) for mention in read_quantities(text)],
        dates=_dates,
        lengths=_lengths,
        verdict=lambda claim, passage: VERDICTS[compare_texts(claim, passage).relation],
        is_edtf=lambda text: read_edtf(text) is not None,
        phrase=phrase,
        quotations=lambda text: [_quoted(span) for span in read_quotations(text)],
        worth=lambda text: checkworthiness(text).points,
    )


def figure(mention: QuantityMention) -> Figure:
    """A quantity in the terms of the benchmark. The project counts fractions in percent; here a third is a third."""
    quantity = mention.quantity
    unit = unit_name(quantity.unit + (f" per {quantity.per}" if quantity.per else ""))
    found = Figure(
        start=mention.start,
        end=mention.end,
        number=(mention.number_start, mention.number_end),
        low=quantity.low,
        high=quantity.high,
        low_closed=quantity.low_closed,
        high_closed=quantity.high_closed,
        unit=unit,
        noun=quantity.noun,
        kind=_kind(mention.kind, unit),
    )
    if mention.kind == "fraction":
        low, high = (None if end is None else end / 100 for end in (found.low, found.high))
        return replace(found, low=low, high=high, unit="")
    return replace(found, unit="") if mention.kind == "ordinal" else found


def _kind(kind: str, unit: str) -> str:
    if unit in ("degree celsius", "degree fahrenheit", "kelvin"):
        return "temperature"
    return "degree" if unit == "degree" else kind


def calendar(day: int | None) -> Calendar:
    """The calendar of a text of one day; dates in figures are read the American way, as the data sets write them."""
    if day is None:
        return Calendar(day_first=False)
    bounds = Bounds(earliest=day * MINUTES, latest=day * MINUTES + MINUTES - 1)
    return Calendar(reference=DateValue(starts=(bounds,), text=""), day_first=False)


def _dates(text: str, day: int | None) -> list[DateReading]:
    found: list[DateReading] = []
    waiting = list(reversed(read_dates(text, calendar(day))))
    while waiting:
        mention = waiting.pop()
        found.append(_date(mention))
        waiting += reversed(mention.parts)
    return found


def _date(mention: DateMention) -> DateReading:
    value = mention.value
    whole = (_day(value.earliest), _day(value.latest))
    choices = (whole,) if value.is_period else tuple((_day(each.earliest), _day(each.latest)) for each in value.starts)
    until: tuple[Days, ...] = ()
    if len(mention.parts) == 2:
        closing = mention.parts[1].value.earliest
        until = () if closing is None else ((whole[0], closing // MINUTES - 1),)
    return DateReading(start=mention.start, end=mention.end, choices=choices, until=until)


def _day(minute: int | None) -> int | None:
    return None if minute is None else minute // MINUTES


def _lengths(text: str) -> list[LengthReading]:
    return [
        LengthReading(start=found.start, end=found.end, least=found.value.least, most=found.value.most)
        for found in read_durations(text)
    ]


def phrase(text: str, went_on: bool) -> PhraseDate | None:
    """A date phrase or an EDTF string."""
    value = read_date(text, period=went_on)
    if value is None:
        return None
    return PhraseDate(earliest=value.earliest, latest=value.latest, uncertain=value.uncertain)


def _quoted(span: QuotedSpan) -> Quoted:
    speaker = None
    if span.speaker_start is not None and span.speaker_end is not None:
        speaker = (span.speaker_start, span.speaker_end)
    return Quoted(start=span.start, end=span.end, words=span.words, speaker=speaker, is_pronoun=not span.speaker)
