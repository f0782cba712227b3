"""Denials: does the article deny what the fact asserts?"""

import re
from collections.abc import Iterator

from factsuite import DateFact, EventFact, Fact, Finding, PlaceFact, QuantityFact, Related, Severity, rule
from factsuite.reading.quotation_marks import find_quoted

_DENIED = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|did|does|do|can)(?: not|n't|n’t) "
    r"(?!only\b|just\b|merely\b|simply\b|fewer\b|less\b|more\b|until\b|yet known\b)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r",(?!\d)|[;:()—–]|\b(?:who|which|that|whether|if|but|although|though|because|when|while)\b")
"""Words after which a denial may be about something else than the rest of the anchor."""
_ASSERTING = (QuantityFact, DateFact, PlaceFact, EventFact)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#anchors", link=2)
def anchor_denies(fact: Fact) -> Iterator[Finding]:
    """The article denies what the fact asserts: *300 people have not crossed it*.

    ## Why it matters
    A figure, a date, a place and an event are asserted as being so. The smallest slip of a pen, or an edit, turns that
    round, and every number in the sentence stays right.

    ## Fails
        kind: quantity
        anchor: {exact: more than 300 people have not crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Passes
        kind: quantity
        anchor: {exact: more than 300 people have crossed it}
        asserts: {measure: bridge-visitors, value: more than 300 people}

    ## Limits
    For figures, dates, places and events. Silent where the words may be about something else: after a comma, *who* or
    *that*, or inside quotation marks. Facts of other kinds say what was said, and may hold a *not* of their own.
    """
    if not isinstance(fact, _ASSERTING):
        return
    text = fact.anchor.exact.text
    low = text.lower()
    if "not " not in low and "n't " not in low and "n’t " not in low:
        return
    for found in _DENIED.finditer(text):
        if _is_quoted(text, found.start()) or _OF_ANOTHER.search(text[: found.start()]):
            continue
        yield Finding(
            at=fact.anchor.exact.at,
            message=f"the article says '{found[0].strip()}': it denies what the fact asserts",
            hint="anchor only the words that say it, or correct the article; a denial is a statement, `act: denied`",
            related=(Related(at=fact.asserts.at, message="what is asserted"),),
        )
        return


def _is_quoted(text: str, place: int) -> bool:
    return any(each.outer_start <= place < each.outer_end for each in find_quoted(text))
