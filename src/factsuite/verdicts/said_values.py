"""What a text says of quantities and dates: the one recorded, another one, or nothing that can be read."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from factsuite.model.entities import Measure
from factsuite.reading.changed_figures import figures_changed
from factsuite.reading.dates import read_dates
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.texts.comparing import find_contradiction
from factsuite.texts.mentions import Mention
from factsuite.values.dates import DateValue, compare_dates, same_date
from factsuite.values.numbers.conversions import conversion
from factsuite.values.numbers.money import CODES
from factsuite.values.quantities import Quantity, same_set
from factsuite.values.relation import Relation
from factsuite.verdicts.measuring import counts_as, same_measured
from factsuite.verdicts.questions import Question, Saying


def value_said(question: Question) -> Saying | None:
    """Among the quantities of the text that count the same thing, one must be the value recorded."""
    stated = question.terms.value
    assert stated is not None
    measure = question.registry.measure(question.measure) if question.measure else None
    reach = question.grounds.policy.reach
    found = read_quantities(question.text, reach)
    if not found:
        return None
    has_value = _has_value(found, stated.value, measure)
    if has_value and len(found) == 1:
        return None
    unit = counts_as(stated.value, measure)
    if has_value:
        if sum(counts_as(mention.quantity, measure) == unit for mention in found) < 2:
            return None
        return _meant(question, "value", stated.text, partial(_is_value, expected=stated.value, measure=measure))
    if _has_value(figures_changed(question.text, found, reach), stated.value, measure):
        return None
    countable = [m for m in found if m.kind != "ordinal"]
    alike = [m for m in countable if (m.quantity.unit or m.quantity.noun) and counts_as(m.quantity, measure) == unit]
    if not alike and len(countable) == 1 and _is_rival(countable[0], stated.value, question.text):
        alike = countable
    if not alike:
        return None
    words = " and ".join(f"'{question.text[m.start : m.end]}'" for m in alike[:3])
    return Saying(field="value", read=words, expected=stated.text)


def _is_rival(only: QuantityMention, expected: Quantity, text: str) -> bool:
    """Whether the one figure of a text stands in the place of the one recorded: a bare number, or miles for kilometres.

    The cells of a table have no nouns: there the number recorded may stand anywhere.
    """
    unit = only.quantity.unit
    if unit and expected.unit and not only.quantity.per and not expected.per:
        is_money = unit in CODES and expected.unit in CODES
        return is_money or conversion(unit, "", expected.unit, "") is not None
    if unit or expected.unit:
        return False
    number = expected.low
    return number is None or number.denominator != 1 or f"{int(number)}" not in _NUMBER.findall(text.replace(",", ""))


_NUMBER = re.compile(r"(?<![\d.])\d+(?![\d.]*\d)")


def _has_value(mentions: Sequence[QuantityMention], expected: Quantity, measure: Measure | None) -> bool:
    for mention in mentions:
        read, sought = mention.quantity, expected
        if sought.per and not read.per:  # *from $4 to $6 a day*: the words may be cut before their *a day*
            sought = replace(sought, per="")
        if same_measured(read, sought, measure) or (not read.unit and not sought.unit and same_set(read, sought)):
            return True
    return False


def date_said(question: Question) -> Saying | None:
    """One of the dates of the text must be the date recorded; several others only speak if all contradict it."""
    stated = question.terms.on
    assert stated is not None
    found = read_dates(question.text, question.calendar, period=question.period)
    if not found or any(_same_day(mention.value, stated.value) for mention in found):
        is_it = partial(_is_date, expected=stated.value)
        return _meant(question, "on", stated.text, is_it) if len(found) > 1 else None
    contradicting = [m for m in found if compare_dates(m.value, stated.value) is Relation.CONTRADICTS]
    if len(found) > 1 and len(contradicting) < len(found):
        return None
    read = " and ".join(f"'{mention.text}'" for mention in found[:3])
    return Saying(field="on", read=read, expected=stated.text)


def _same_day(read: DateValue, recorded: DateValue) -> bool:
    """A record may be less exact than its text; and a text that gives the day is not at odds with one that knows
    the hour.
    """
    if same_date(read, recorded) or compare_dates(read, recorded) is Relation.ENTAILS:
        return True
    earliest, latest = recorded.earliest, recorded.latest
    to_the_hour = earliest is not None and latest is not None and latest - earliest < 24 * 60 - 1
    return to_the_hour and compare_dates(recorded, read) is Relation.ENTAILS


def _is_value(mention: Mention, expected: Quantity, measure: Measure | None) -> bool:
    return mention.quantity is not None and same_measured(mention.quantity, expected, measure)


def _is_date(mention: Mention, expected: DateValue) -> bool:
    return mention.date is not None and same_date(mention.date, expected)


def _meant(question: Question, field: str, expected: str, is_it: Callable[[Mention], bool]) -> Saying | None:
    """Where a text has several figures or dates: the one that stands for what the claim counts or dates.

    The text has the value somewhere. It speaks only if that is said of something else, and what the claim is about is
    given another value. A text that is the claim itself says what the claim says.
    """
    if question.text == question.claim:
        return None
    found = find_contradiction(question.claim, question.text, is_it, calendar=question.calendar)
    if found is None or found.reported is None:
        return None
    return Saying(field=field, read=f"'{found.reported.text}'", expected=expected, detail=found.why)
