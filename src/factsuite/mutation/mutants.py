"""Mutants: one mistake each, with the place where it was made and the facts it touches."""

from enum import Enum

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier


class Link(Enum):
    """Who makes the mistake, and what they leave as it was."""

    ARTICLE = "article"
    """Somebody edits the copy; facts and evidence stay."""
    FACT = "fact"
    """Somebody edits the copy and updates the fact; the evidence stays."""
    EVIDENCE = "evidence"
    """Somebody mistypes what a source says; article and fact stay."""


class Mutant(Struct, frozen=True, kw_only=True):
    """One mistake."""

    operator: str
    link: Link
    kind: str
    """The kind of the first fact it touches; `uncovered` if it touches none."""
    location: Location
    before: str
    after: str
    facts: tuple[str, ...]
    """The labels of the facts it touches, in the order of the file."""
    context: str = ""
    """The words around it, for the report."""


class Attempt(Struct, frozen=True, kw_only=True):
    """A mutant, and the dossier in which it was made."""

    mutant: Mutant
    dossier: Dossier
    rejudged: frozenset[str]
    """The facts to judge again."""
    entities: frozenset[str] = frozenset()
    """The entities whose own record was changed."""
    compared: bool = True
    """At the third link: whether the changed field is compared with an excerpt; else only a verdict can tell."""
    reanchored: Dossier | None = None
    """At the first link: the same, with the anchors copied again and nothing else updated."""


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    EQUIVALENT = "equivalent"
    """It says the same, or no more than what stood there: nothing could notice it."""
    REDUNDANT = "redundant"
    """It changes evidence that no verdict hangs on."""
    UNCHECKED = "not checked"
    """It stands in words marked as not checked."""


class Outcome(Struct, frozen=True, kw_only=True):
    """A mutant and what became of it."""

    mutant: Mutant
    fate: Fate
    rules: tuple[str, ...] = ()
    """The rules that noticed it."""
    by_anchor: bool = False
    """An anchor no longer stands in the article."""
    by_value: bool = False
    """A rule other than the anchor's noticed it, with the anchors copied again."""
    compared: bool = False
    """A rule that compares something noticed it, and not only that copied words no longer stand."""
    because: str = ""
    """Why it survived, or is not counted."""
