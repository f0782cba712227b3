"""Forecasts: what an article says is to come, and whether anybody said what came of it."""

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.fact_kinds import Quotation, StatementFact
from factsuite.model.facts import Fact
from factsuite.reading.dates import read_dates
from factsuite.values.calendar.calendar_days import MINUTES
from factsuite.values.dates import Calendar, DateValue, describe_date


def due(fact: Fact, dossier: Dossier) -> tuple[str, int] | None:
    """What is forecast in words, and the first day after it was due; None where nothing is."""
    article = dossier.article
    day = article.reference.value.latest if article is not None and article.reference is not None else None
    if article is None or article.reference is None or day is None:
        return None
    stated = fact.asserts.as_of or fact.asserts.on
    if stated is not None:
        return _due(stated.text, stated.value) if _is_to_come(stated.value, day) else None
    if not isinstance(fact, StatementFact | Quotation):
        return None
    found = read_dates(fact.anchor.exact.text, Calendar(reference=article.reference.value))
    to_come = [each for each in found if _is_to_come(each.value, day)]
    last = max(to_come, key=lambda each: _passed(each.value), default=None)
    return _due(last.text, last.value) if last is not None else None


def followed_up(fact: Fact, dossier: Dossier, workspace: Workspace, passed: int) -> bool:
    """Whether a later article has a fact of the same measure or event, written when the forecast was due or after."""
    asserts = fact.asserts
    wanted = {ref.value for ref in (asserts.measure, asserts.event) if ref is not None}
    for other in workspace.dossiers:
        article = other.article
        reference = article.reference.value.latest if article is not None and article.reference is not None else None
        if other.id == dossier.id or reference is None or reference // MINUTES < passed - 1:
            continue
        for each in other.facts:
            if wanted & {ref.value for ref in (each.asserts.measure, each.asserts.event) if ref is not None}:
                return True
    return False


def _is_to_come(value: DateValue, day: int) -> bool:
    """Whether it surely ends after the article's own day, and does not surely begin before."""
    if value.latest is None or value.uncertain or value.latest <= day:
        return False
    return value.earliest is None or value.earliest > day


def _due(text: str, value: DateValue) -> tuple[str, int]:
    when = describe_date(value)
    told = text if text == when else f"{text} ({when})"
    return f"expected {told}: no later article says what came of it", _passed(value)


def _passed(value: DateValue) -> int:
    return (value.latest or 0) // MINUTES + 1
