"""Offices as facts: the title an article gives to a person."""

from collections.abc import Iterator

from factsuite.drafting.drafts import Draft, Field, Reading
from factsuite.drafting.records import without_article
from factsuite.values.wording.word_lists import listed

_LED = frozenset(listed("former ex acting then"))


def draft_offices(reading: Reading, as_of: str) -> Iterator[Draft]:
    """A fact for every title of every person, once; `as_of` is the article's day, if it has one."""
    passages = reading.passages
    drafted: set[tuple[str, str]] = set()
    for titled in reading.parties.titled:
        span = min(titled.title[0], titled.name[0]), max(titled.title[1], titled.name[1])
        if passages.in_quotation(span):
            continue
        title = without_article(passages.words(titled.title))
        if title.split()[0].lower().strip("-") in _LED:
            reading.leave(span, "an office held in the past, or for a time: say which in entities.yaml")
            continue
        person = reading.parties.person(passages.words(titled.name))
        if (person.id, title.lower()) in drafted:
            continue
        drafted.add((person.id, title.lower()))
        if title.lower() not in map(str.lower, person.titles):
            person.titles.append(title)
        fields: list[Field] = [("person", person.id), ("office", title)]
        if as_of:
            fields.append(("as_of", as_of))
        yield Draft(
            kind="office",
            anchor=span,
            claim=f"{person.name} was the {title}.",
            asserts=tuple(fields),
            hint=f"{person.name.split()[-1]} office",
        )
