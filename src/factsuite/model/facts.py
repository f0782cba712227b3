"""Facts: a claim of the article, with its evidence."""

from collections.abc import Callable
from enum import Enum
from operator import attrgetter
from typing import ClassVar

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.kinds import FIELDS, Fields, Kind, Risk
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.arithmetic.terms import Expression
from factsuite.values.dates import DateValue
from factsuite.values.quantities import Quantity
from factsuite.values.relation import Relation
from factsuite.values.words import compare_words


class Verdict(Enum):
    """What the evidence makes of a fact."""

    SUPPORTED = "supported"
    OVERSTATED = "overstated"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


_SUPPORTED = Verdict.SUPPORTED


class Stance(Enum):
    """A person's judgement of what no rule can compare."""

    SUPPORTS = "supports"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"

    __hash__ = object.__hash__  # the one of Enum is Python code, and a stance is looked up for its relation

    @property
    def relation(self) -> Relation:
        """The relation a judgement stands for."""
        return _STANCE_RELATION[self]


_STANCE_RELATION = {
    Stance.SUPPORTS: Relation.ENTAILS,
    Stance.PARTLY: Relation.COMPATIBLE,
    Stance.CONTRADICTS: Relation.CONTRADICTS,
}


class Terms(Struct, frozen=True, gc=False):
    """What the article asserts, or a source reports, field by field. None is silence."""

    at: Location
    measure: Ref | None = None
    as_of: Stated[DateValue] | None = None
    according_to: Ref | None = None
    value: Stated[Quantity] | None = None
    event: Ref | None = None
    on: Stated[DateValue] | None = None
    earlier: Ref | None = None
    later: Ref | None = None
    link: Stated[str] | None = None
    words: Stated[str] | None = None
    speaker: Ref | None = None
    to: Refs | None = None
    said_at: Refs | None = None
    """The field `at` of a fact file: where it was said."""
    that: Stated[str] | None = None
    act: Stated[str] | None = None
    person: Ref | None = None
    office: Stated[str] | None = None
    what: Ref | None = None
    where: Refs | None = None
    who: Refs | None = None
    expression: Stated[Expression] | None = None
    """The field `from` of a derived fact."""
    of: Ref | None = None
    """The fact that gives the whole a share is of, or the total a part is of."""

    def given(self, field: str) -> Stated[object] | None:
        """A field by its name in a fact file; `order` is given when both its events are."""
        return GIVEN[field](self)

    def stated(self) -> tuple[tuple[str, Stated[object]], ...]:
        """Every field given, by its name in a fact file."""
        return tuple([pair for pair in zip(_NAMES, _READ(self), strict=True) if pair[1] is not None])


ATTRIBUTES = {"at": "said_at", "from": "expression"}
"""Fields whose name in a fact file is not their name here."""
_WRITTEN = {attribute: name for name, attribute in ATTRIBUTES.items()}
_SLOTS = tuple(name for name in Terms.__struct_fields__ if name != "at")
_NAMES = tuple(_WRITTEN.get(slot, slot) for slot in _SLOTS)
_READ = attrgetter(*_SLOTS)


def _order(terms: Terms) -> Stated[object] | None:
    return terms.later if terms.earlier is not None else None


GIVEN: dict[str, Callable[[Terms], Stated[object] | None]] = {
    **{name: attrgetter(slot) for name, slot in zip(_NAMES, _SLOTS, strict=True)},
    "order": _order,
}
"""How each field is read, by its name in a fact file."""


class Anchor(Struct, frozen=True, kw_only=True, gc=False):
    """Where the article says it: a W3C TextQuoteSelector, in code points."""

    exact: Stated[str]
    prefix: str = ""
    suffix: str = ""


class Evidence(Struct, frozen=True, kw_only=True, gc=False):
    """One source that bears on a fact."""

    source: Ref
    at: Location
    excerpt: Stated[str] | None = None
    locator: str = ""
    reports: Terms | None = None
    stance: Stated[Stance] | None = None
    because: Stated[str] | None = None
    of: Stated[str] | None = None
    set_aside: str = ""
    unnamed: bool = False
    """The source has it from unnamed people alone."""
    translated_from: str = ""

    @property
    def words(self) -> Stated[str] | None:
        """The words the source prints: those reported, or else the excerpt itself."""
        reported = self.reports.words if self.reports is not None else None
        return reported or self.excerpt

    def prints(self, words: Stated[str]) -> bool:
        """Whether the source prints these words, whole or as part of a longer quotation."""
        found = self.words
        if found is None or self.translated_from:
            return False
        return compare_words(found.text, words.text).relation in (Relation.ENTAILS, Relation.COMPATIBLE)


class Fact(Struct, frozen=True, kw_only=True, gc=False):
    """A claim with its evidence."""

    kind: ClassVar[Kind]
    fields: ClassVar[Fields]
    """The fields of this kind."""

    id: str
    label: str
    """The id, made unique where two facts share one."""
    claim: Stated[str]
    anchor: Anchor
    asserts: Terms
    at: Location
    risk: Risk = Risk.NORMAL
    """What a mistake here would do, in an editor's word."""
    evidence: tuple[Evidence, ...] = ()
    verdict: Stated[Verdict] | None = None
    correction: Stated[str] | None = None
    corrects: Stated[str] | None = None
    """The article's words that the correction was written for."""
    note: str = ""
    tags: tuple[str, ...] = ()
    valid: Stated[DateValue] | None = None
    """The period for which it is true; later it has expired."""

    def __init_subclass__(cls) -> None:
        cls.fields = FIELDS[cls.kind]

    @property
    def stated_verdict(self) -> Verdict:
        """The verdict the desk stands behind: supported unless it says otherwise."""
        return self.verdict.value if self.verdict is not None else _SUPPORTED

    @property
    def verdict_at(self) -> Location:
        """Where the verdict is stated; the fact itself where it is not."""
        return self.verdict.at if self.verdict is not None else self.at
