"""Assertions: does a fact assert what a mention of the article says? Standing under its anchor is not enough."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec.structs import replace

from factsuite.model.facts import Fact
from factsuite.model.kinds import Kind
from factsuite.model.stated import Stated
from factsuite.reading.dates import read_dates
from factsuite.reading.quantities import read_quantities
from factsuite.values.dates import DateValue, compare_dates, same_date
from factsuite.values.folding import fold
from factsuite.values.quantities import Quantity, same_numbers, same_set
from factsuite.values.relation import Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.containment import compare_parties
from factsuite.verdicts.coverage.mentions import Mention, MentionKind, Reading
from factsuite.verdicts.measuring import counts_as
from factsuite.verdicts.titles import same_office

_WORD = re.compile(r"[^\W_]+(?:[',.][^\W_]+)*|[%$\u20ac\u00a3]")
MAIN_FIELDS = {MentionKind.NUMBER: "value", MentionKind.DATE: "on", MentionKind.QUOTATION: "words"}
"""The field by which a fact says something of its own about a mention of this kind."""


class Asserting:
    """A fact with what it asserts, at hand for every mention under its anchor."""

    def __init__(self, fact: Fact, reading: Reading) -> None:
        terms = fact.asserts
        self.fact = fact
        self.reading = reading
        self.registry = reading.registry
        self.texts = [stated.text for stated in (terms.words, terms.that, terms.office) if stated is not None]
        self._measure = self.registry.measure(terms.measure.value) if terms.measure is not None else None
        self._own_unit = self._unit(terms.value.value) if terms.value is not None else None

    def asserts(self, mention: Mention) -> bool:
        """Whether the fact asserts what the mention says; where the mention stands is not looked at."""
        return _TESTS[mention.kind](self, mention)

    def asserts_a_piece(self, mention: Mention) -> bool:
        """Whether the fact asserts a piece of a quotation."""
        return bool(self.covered_words(plain_words(mention.words), mention.words))

    def is_about(self, mention: Mention) -> bool:
        """Whether the fact asserts another value of the same sort, so that the anchor is found to say otherwise."""
        field = MAIN_FIELDS.get(mention.kind)
        if field is None or self.fact.asserts.given(field) is None:
            return False
        value, date = self.fact.asserts.value, self.fact.asserts.on
        if mention.kind is MentionKind.NUMBER and value is not None and mention.quantity is not None:
            return self._unit(mention.quantity) == self._own_unit
        if mention.kind is MentionKind.DATE and date is not None and mention.date is not None:
            return compare_dates(mention.date, date.value) is not Relation.ENTAILS  # the article's is more exact
        return True

    def covered_words(self, words: Sequence[str], text: str) -> set[int]:
        """Which words of a quotation the fact asserts, by their index."""
        found: set[int] = set()
        for text_asserted, asserted in self.folded:
            start = _place(words, asserted)
            if _place(asserted, words) is not None:
                return set(range(len(words)))
            if start is not None:
                found.update(range(start, start + len(asserted)))
            elif compare_words(text_asserted, text).relation is Relation.ENTAILS:
                return set(range(len(words)))
        return found

    @cached_property
    def folded(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The texts asserted (words, what was said, an office), each with its words as they are compared."""
        return tuple([(text, plain_words(text)) for text in self.texts])

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Everyone whose word the fact asserts, or who took part in its event."""
        terms = self.fact.asserts
        ids = [ref.value for ref in (terms.speaker, terms.according_to) if ref is not None]
        if self.fact.kind is Kind.EVENT and terms.who is not None:
            ids += [ref.value for ref in terms.who.value]
        return tuple(dict.fromkeys(ids))

    @cached_property
    def entities(self) -> frozenset[str]:
        """Everything the fact refers to, with who took part in its event, and where; and all that these lie within."""
        registry = self.registry
        found: list[str] = []
        for _, stated in self.fact.asserts.stated():
            found += _ids(stated)
        for event in [registry.event(id) for id in found]:
            for refs in (event.who, event.where) if event is not None else ():
                found += _ids(refs) if refs is not None else ()
        wider: set[str] = set()
        for id in found:
            wider.update(registry.containers(id) if id in registry.entities else (id,))
        return frozenset(wider)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers within the texts asserted."""
        return tuple([found.quantity for text in self.texts for found in read_quantities(text, self.reading.reach)])

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """The dates asserted: its own, that of its event, and those within the texts asserted."""
        terms = self.fact.asserts
        given = [stated.value for stated in (terms.on, terms.as_of) if stated is not None]
        for ref in (terms.event, terms.what, terms.earlier, terms.later):
            event = self.registry.event(ref.value) if ref is not None else None
            given += [event.on.value] if event is not None and event.on is not None else []
        return (*given, *(found.value for text in self.texts for found in read_dates(text, self.reading.calendar)))

    def says(self, words: str) -> bool:
        """Whether these words stand in a text the fact asserts."""
        wanted = plain_words(words) if self.texts else ()
        return bool(wanted) and any(_place(asserted, wanted) is not None for _, asserted in self.folded)

    def values(self, quantity: Quantity) -> bool:
        """Whether the fact asserts this number, in this unit, as its value or within a text."""
        value = self.fact.asserts.value
        if value is not None and self._same(quantity, value.value):
            return True
        if not self.texts:
            return False
        return any(quantity.unit in (each.unit, "") and same_numbers(quantity, each) for each in self.quantities)

    def _same(self, read: Quantity, asserted: Quantity) -> bool:
        left, right = self._unit(read), self._own_unit
        if left == right or not (read.unit or read.noun):
            return same_numbers(read, asserted)
        if left is None or right is None:
            return False
        return same_set(replace(read, unit=left), replace(asserted, unit=right))

    def _unit(self, quantity: Quantity) -> str | None:
        return counts_as(quantity, self._measure)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without regard to typography, punctuation and case."""
    return tuple(_WORD.findall(fold(text).casefold()))


def _place(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Where some words stand among others, one after another."""
    if not wanted or len(wanted) > len(words):
        return None
    size, wanted = len(wanted), tuple(wanted)
    starts = range(len(words) - size + 1)
    return next((at for at in starts if words[at] == wanted[0] and tuple(words[at : at + size]) == wanted), None)


def _ids(stated: Stated[object]) -> list[str]:
    """The ids a field holds; a text that is no id is in no record, and does no harm."""
    if isinstance(stated.value, tuple):
        return [ref.value for ref in stated.value if isinstance(ref, Stated) and isinstance(ref.value, str)]
    return [stated.value] if isinstance(stated.value, str) else []


def _number(asserting: Asserting, mention: Mention) -> bool:
    for read in (mention.quantity, mention.whole):
        if read is not None and asserting.values(read):
            return True
    return asserting.says(mention.words)


def _date(asserting: Asserting, mention: Mention) -> bool:
    """A date more exact than the article's asserts it; one less exact does not."""
    read = mention.date
    if read is not None:
        for date in asserting.dates:
            if same_date(date, read) or compare_dates(date, read) is Relation.ENTAILS:
                return True
    return _number(asserting, mention)


def _quotation(asserting: Asserting, mention: Mention) -> bool:
    words = plain_words(mention.words)
    return len(asserting.covered_words(words, mention.words)) == len(words)


def _attribution(asserting: Asserting, mention: Mention) -> bool:
    """A speaker nobody recorded, or a pronoun, may be whoever the fact names."""
    if not mention.ids:
        return bool(asserting.parties)
    for party in asserting.parties:
        for id in mention.ids:
            if compare_parties(party, id, asserting.registry) in (Relation.ENTAILS, Relation.COMPATIBLE):
                return True
    return False


def _title(asserting: Asserting, mention: Mention) -> bool:
    person = asserting.fact.asserts.person
    return person is not None and (not mention.ids or person.value in mention.ids)


def _name(asserting: Asserting, mention: Mention) -> bool:
    for id in mention.ids:
        if not asserting.entities.isdisjoint(asserting.registry.containers(id)):
            return True
    return asserting.says(mention.words)


_TESTS: dict[MentionKind, Callable[[Asserting, Mention], bool]] = {  # a sentence is covered by what stands in it
    MentionKind.NUMBER: _number,
    MentionKind.DATE: _date,
    MentionKind.QUOTATION: _quotation,
    MentionKind.ATTRIBUTION: _attribution,
    MentionKind.TITLE: _title,
    MentionKind.NAME: _name,
}


def same_title(asserting: Asserting, mention: Mention) -> bool:
    """Whether a fact asserts this very title of this person, wherever its words stand."""
    terms = asserting.fact.asserts
    if terms.office is None or not mention.ids or not _title(asserting, mention):
        return False
    return same_office(mention.words, terms.office.text, asserting.registry)
