"""Two runs compared, as text on a terminal: what fails now first, then what is new, fixed, changed and unchanged."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from factsuite.reports.explaining import printable
from factsuite.reports.markdown_text import plural
from factsuite.reports.terminal_width import WIDTH
from factsuite.runs.comparing import RunChanges
from factsuite.runs.stored import StoredFact, StoredFinding

_NAMED = 10  # facts that fail now and are named at the end of a run


def render_run_changes_text(changes: RunChanges, old: str, new: str) -> str:
    """The whole comparison; `old` and `new` are what the two reports are called."""
    lines = [f"{old} -> {new}", *counts_in_words(changes), *_sections(changes)]
    return printable("\n".join(lines)) + "\n"


def counts_in_words(changes: RunChanges) -> list[str]:
    """How much changed, in a few lines."""
    if changes.is_same:
        return [f"Nothing has changed: {_unchanged(changes)}."]
    counted = (
        (len(changes.found_new), "new"),
        (len(changes.fixed), "fixed"),
        (len(changes.changed), "changed"),
        (len(changes.unchanged), "unchanged"),
    )
    said = [f"Findings: {', '.join(f'{number} {word}' for number, word in counted)}."]
    facts = (
        (len(changes.facts_added), "added"),
        (len(changes.facts_removed), "removed"),
        (len(changes.verdicts), "with another verdict or outcome"),
    )
    said.append(f"Facts: {len(changes.new.facts)}; {', '.join(f'{number} {word}' for number, word in facts)}.")
    return [line for text in said for line in textwrap.wrap(text, WIDTH)]


def since_lines(changes: RunChanges, title: str) -> Iterator[str]:
    """What a run prints of it at its end: a line or two, and what fails now. Nothing where nothing has changed."""
    if changes.is_same:
        return
    yield ""
    yield from textwrap.wrap(f"{title}: {', '.join(_changes_in_words(changes))}.", WIDTH)
    for fact in changes.failing_now[:_NAMED]:
        text = f"  fails now  {fact.article}/{fact.id}  ({fact.place})"
        yield from textwrap.wrap(printable(text), WIDTH, subsequent_indent=" " * 13)
    if len(changes.failing_now) > _NAMED:
        yield f"  and {len(changes.failing_now) - _NAMED} more that fail now: factsuite compare-runs lists them"


def _changes_in_words(changes: RunChanges) -> Iterator[str]:
    """What has changed, kind by kind; nothing of what has not."""
    findings = ((changes.found_new, "new"), (changes.fixed, "fixed"), (changes.changed, "changed"))
    yield from (f"{plural(len(some), f'{word} finding')}" for some, word in findings if some)
    if changes.verdicts:
        yield f"{plural(len(changes.verdicts), 'fact')} with another verdict or outcome"
    facts = ((changes.facts_added, "added"), (changes.facts_removed, "removed"))
    yield from (f"{plural(len(some), 'fact')} {word}" for some, word in facts if some)
    if changes.settings:
        yield plural(len(changes.settings), "other setting")


def settings_in_words(changes: RunChanges) -> Iterator[str]:
    """What was asked of the two runs, where it was not the same."""
    yield from (f"{name}: {before} -> {now}" for name, before, now in changes.settings)
    if changes.old.as_of != changes.new.as_of:
        yield f"as of: {changes.old.as_of or 'its own day'} -> {changes.new.as_of or 'its own day'}"


def moves_in_words(changes: RunChanges) -> Iterator[str]:
    """Articles and facts under another name."""
    yield from (f"article {before} -> {now}" for before, now in changes.articles_moved)
    yield from (f"fact {now.article}/{before.id} -> {now.id}" for before, now in changes.renamed)


def _unchanged(changes: RunChanges) -> str:
    moved = sum(old.place != new.place for old, new in changes.unchanged)
    at = f", {moved} of them at another line" if moved else ""
    return f"{plural(len(changes.new.facts), 'fact')}, {plural(len(changes.unchanged), 'finding')}{at}"


def _sections(changes: RunChanges) -> Iterator[str]:
    yield from _list("Fails now", [_fact(fact) for fact in changes.failing_now])
    yield from _list("New findings", [_finding(found) for found in changes.found_new])
    yield from _list("Changed findings", [_changed(*pair) for pair in changes.changed])
    yield from _list("Fixed", [_finding(found) for found in changes.fixed])
    yield from _list("Another verdict or outcome", [_verdict(*pair) for pair in changes.verdicts])
    yield from _list("Facts added", [_fact(fact) for fact in changes.facts_added])
    yield from _list("Facts removed", [_fact(fact) for fact in changes.facts_removed])
    yield from _list("Named otherwise", [[line] for line in moves_in_words(changes)])
    yield from _list("Asked for otherwise", [[line] for line in settings_in_words(changes)])


def _list(title: str, items: Sequence[Iterable[str]]) -> Iterator[str]:
    if items:
        yield ""
        yield f"{title} ({len(items)}):"
        yield from (f"  {line}" for item in items for line in item)


def _fact(fact: StoredFact) -> list[str]:
    return [f"{fact.article}/{fact.id}: {fact.state}  ({fact.place})"]


def _verdict(old: StoredFact, new: StoredFact) -> list[str]:
    return [f"{new.article}/{new.id}: {old.state} -> {new.state}  ({new.place})"]


def _finding(found: StoredFinding) -> list[str]:
    standing = "" if found.standing == "counts" else f", {found.standing}"
    return [f"{found.place}: {found.severity}{standing}: {found.rule}", *_message(found.message)]


def _changed(old: StoredFinding, new: StoredFinding) -> list[str]:
    head = [f"{new.place}: {severity_change(old, new)}: {new.rule}"]
    if old.message == new.message:
        return [*head, *_message(new.message)]
    return [*head, *_message(f"was: {old.message}"), *_message(f"now: {new.message}")]


def severity_change(old: StoredFinding, new: StoredFinding) -> str:
    """The severity and the standing of a finding, with what they were before where that was another."""
    before, now = (f"{each.severity}{'' if each.standing == 'counts' else ', ' + each.standing}" for each in (old, new))
    return now if before == now else f"{before} -> {now}"


def _message(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
