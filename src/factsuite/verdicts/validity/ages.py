"""Ages of people and things, which a year makes untrue."""

import re

from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.values.calendar.calendar_days import MINUTES, add_months

_AGE = re.compile(
    r"\b[\w-]+-years?-old\b|\b[\w-]+ years old\b|\baged [\w-]+\b|(?<=[a-z]), \d{1,3}(?=,)",
)
"""`a 54-year-old`, `two years old`, `aged 54`, `Ada Quill, 54,`."""

_LAST_AGE = re.compile(r"\b(?:died|dead|death|dies|killed|buried|was then|at the time)\b", re.IGNORECASE)
"""Words beside which an age is one of the past, and stays true."""


def age_lapse(fact: Fact, dossier: Dossier) -> tuple[str, int] | None:
    """An age in the words of a fact, and the first day on which it is surely another; None where there is none.

    Nobody records birthdays: an age may be wrong from the next day on, and surely is a year later.
    """
    text = fact.anchor.exact.text
    found = _AGE.search(text)
    if found is None or _LAST_AGE.search(text) or _LAST_AGE.search(fact.claim.text):
        return None
    article = dossier.article
    own = fact.asserts.as_of or (article.reference if article is not None else None)
    if own is None or own.value.latest is None:
        return None
    age = found.group().strip(", ")
    return f"'{age}' was the age on {own.text}; there has been a birthday since", add_months(
        own.value.latest // MINUTES, 12
    )
