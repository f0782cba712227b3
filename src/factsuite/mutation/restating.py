"""Fields of a fact stated anew: the text replaced and read again, as the loader would read it."""

from typing import Any

from msgspec import structs

from factsuite.model.facts import ATTRIBUTES, Terms
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar, read_date
from factsuite.values.quantities import Reach, read_quantity

QUANTITIES = ("value",)
DATES = ("on", "as_of")
PARTIES = ("speaker", "according_to", "who", "to")
PLACES = ("where", "at")
TEXTS = ("value", "on", "as_of", "words", "that", "office")
"""The fields whose text an editor updates with the article's."""


class Unreadable(Exception):
    """A value that its field could not hold; `name` and `text` say which."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(f"`{name}`: '{text}'")
        self.name = name
        self.text = text


def restated(terms: Terms, name: str, text: str, calendar: Calendar, reach: Reach, period: bool) -> Terms:
    """The terms with one field's text replaced. Raises Unreadable where the new text is no value of the field."""
    stated = terms.given(name)
    assert stated is not None
    value: object = text
    if name in QUANTITIES:
        value = read_quantity(text, reach)
    elif name in DATES:
        value = read_date(text, calendar, period=period and name == "on")
    if value is None:
        raise Unreadable(name, text)
    return with_field(terms, name, Stated(text=text, value=value, at=stated.at))


def renamed(terms: Terms, name: str, ids: dict[str, str]) -> Terms:
    """The terms with the ids of one field replaced, all at once."""
    stated: Stated[Any] | None = terms.given(name)
    if stated is None:
        return terms
    if isinstance(stated.value, tuple):
        refs = tuple(
            structs.replace(ref, text=ids.get(ref.value, ref.value), value=ids.get(ref.value, ref.value))
            for ref in stated.value
        )
        fresh = Stated(text=", ".join(ref.value for ref in refs), value=refs, at=stated.at)
        return with_field(terms, name, fresh) if fresh != stated else terms
    if stated.value not in ids:
        return terms
    return with_field(terms, name, Stated(text=ids[stated.value], value=ids[stated.value], at=stated.at))


def with_field(terms: Terms, name: str, stated: Stated[Any] | None) -> Terms:
    """The terms with one field replaced, or left out."""
    changed: dict[str, Any] = {ATTRIBUTES.get(name, name): stated}
    return structs.replace(terms, **changed)
