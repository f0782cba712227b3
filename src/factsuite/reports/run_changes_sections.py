"""Two runs compared, as tables of plain text: what Markdown and the index show alike."""

from collections.abc import Iterator

from msgspec import Struct

from factsuite.reports.run_changes_text import moves_in_words, settings_in_words, severity_change
from factsuite.runs.comparing import RunChanges
from factsuite.runs.stored import StoredFact, StoredFinding

NAMES = frozenset({"fact", "rule", "place"})
"""Columns that hold names, shown as code."""


class Section(Struct, frozen=True, kw_only=True):
    """One table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: bool = False
    """Whether it is what to look at first, and so is never folded."""


def sections_of(changes: RunChanges) -> Iterator[Section]:
    """The tables that have a row, what fails now first."""
    facts = ("fact", "state", "place")
    found = ("rule", "severity", "what", "place")
    was_now = ("fact", "was", "now", "place")
    yield from _section("Fails now", facts, map(_fact, changes.failing_now), first=True)
    yield from _section("New findings", found, map(_finding, changes.found_new))
    changed = (_changed(old, new) for old, new in changes.changed)
    yield from _section("Changed findings", ("rule", "severity", "was", "now", "place"), changed)
    yield from _section("Fixed", found, map(_finding, changes.fixed))
    verdicts = ((_name(new), old.state, new.state, new.place) for old, new in changes.verdicts)
    yield from _section("Another verdict or outcome", was_now, verdicts)
    yield from _section("Facts added", facts, map(_fact, changes.facts_added))
    yield from _section("Facts removed", facts, map(_fact, changes.facts_removed))
    yield from _section("Named otherwise", ("what",), ((line,) for line in moves_in_words(changes)))
    yield from _section("Asked for otherwise", ("setting",), ((line,) for line in settings_in_words(changes)))


def _section(
    title: str, columns: tuple[str, ...], rows: "Iterator[tuple[str, ...]]", *, first: bool = False
) -> Iterator[Section]:
    told = tuple(rows)
    if told:
        yield Section(title=title, columns=columns, rows=told, first=first)


def _name(fact: StoredFact) -> str:
    return f"{fact.article}/{fact.id}"


def _fact(fact: StoredFact) -> tuple[str, ...]:
    return _name(fact), fact.state, fact.place


def _finding(found: StoredFinding) -> tuple[str, ...]:
    return found.rule, severity_change(found, found), found.message, found.place


def _changed(old: StoredFinding, new: StoredFinding) -> tuple[str, ...]:
    return new.rule, severity_change(old, new), old.message, new.message, new.place
