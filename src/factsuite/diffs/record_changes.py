"""Sources and entities in two versions, and the facts that rest on them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from factsuite.diffs.changes import Change, change, counted, listed
from factsuite.diffs.essence import essence
from factsuite.diffs.values_changed import to
from factsuite.model.entities import Entity
from factsuite.model.sources import Source
from factsuite.model.stated import Stated

Record = Source | Entity
_ID = frozenset({"id"})


class Records(Struct, frozen=True, kw_only=True):
    """The records of one article, or the shared ones, in two versions."""

    article: str
    """Empty for the shared ones."""
    before: tuple[Record, ...]
    now: tuple[Record, ...]


def renamed_records(records: Iterable[Records]) -> dict[str, str]:
    """The present id of every record that says what another id said before: a renaming is no change."""
    known = tuple((_by_id(each.before), _by_id(each.now)) for each in records)
    names: dict[str, str] = {}
    while True:  # one that names another renamed one is known again only when that is
        found = {old: new for before, now in known for old, new in _again(before, now, names)}
        if not found:
            return names
        names |= found


def _again(before: dict[str, Record], now: dict[str, Record], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    came = {essence(now[id], _ID): id for id in sorted(now) if id not in before and id not in names.values()}
    for id in sorted(before):
        content = essence(before[id], _ID, names)
        if id not in now and id not in names and content in came:
            yield id, came.pop(content)


def record_changes(
    records: Records, names: Mapping[str, str], resting: Callable[[str, bool], tuple[str, ...]]
) -> Iterator[Change]:
    """Every change of a source or an entity. `resting` gives the facts that rest on an id; true asks for a source."""
    old = {names.get(id, id): record for id, record in _by_id(records.before).items()}
    new = _by_id(records.now)
    for is_source, sort in ((True, "source"), (False, "record")):
        came = [new[id] for id in new if id not in old and isinstance(new[id], Source) is is_source]
        gone = [id for id in old if id not in new and isinstance(old[id], Source) is is_source]
        if came:
            words = f"{counted(len(came), 'new ' + sort)}: {listed(record.id for record in came)}"
            yield change(f"{sort}-added", words, article=records.article, now=came[0].at)
        for id in gone:
            facts = resting(id, is_source)
            words = f"{sort} `{id}` is gone{_on_it(facts)}"
            yield change(
                f"{sort}-removed", words, article=records.article, facts=facts, eased=not facts, before=old[id].at
            )
    for id in (id for id in new if id in old):
        yield from _changed(records.article, old[id], new[id], names, resting)


def _changed(
    article: str,
    old: Record,
    new: Record,
    names: Mapping[str, str],
    resting: Callable[[str, bool], tuple[str, ...]],
) -> Iterator[Change]:
    if essence(old, _ID, names) == essence(new, _ID, names):
        return
    is_source = isinstance(new, Source)
    facts = resting(new.id, is_source)
    fields = "; ".join(_shown(name, old, new) for name in _differing(old, new, names))
    if isinstance(old, Source) and isinstance(new, Source):
        parents = {names.get(each.parent.value, each.parent.value) for each in old.derives_from}
        lost = sorted(parents - {each.parent.value for each in new.derives_from})
        if lost or (old.unknown_derivation and not new.unknown_derivation and not new.derives_from):
            words = f"source `{new.id}` no longer derives from {listed(lost) or 'a text nobody knows'}{_on_it(facts)}"
            yield change("derivation-removed", words, article=article, facts=facts, now=new.at, before=old.at)
        else:
            words = f"source `{new.id}` is recorded otherwise: {fields}"
            yield change("source-changed", words, article=article, facts=facts, now=new.at, before=old.at)
        return
    words = f"`{new.id}` is recorded otherwise: {fields}{_on_it(facts)}"
    yield change("record-changed", words, article=article, facts=facts, now=new.at, before=old.at)


def _on_it(facts: tuple[str, ...]) -> str:
    return f"; {counted(len(facts), 'fact names', 'facts name')} it: {listed(facts)}" if facts else ""


def _differing(old: Record, new: Record, names: Mapping[str, str]) -> list[str]:
    """The fields that say otherwise."""
    one, other = essence(old, _ID, names), essence(new, _ID, names)
    if not isinstance(one, tuple) or not isinstance(other, tuple) or one[0] != other[0]:
        return ["sort"]
    was = dict(one[1:])
    return [name for name, value in other[1:] if was.get(name) != value]


def _shown(name: str, old: Record, new: Record) -> str:
    """A field that says otherwise, with both values where they are short."""
    was, has = getattr(old, name, None), getattr(new, name, None)
    if isinstance(was, Stated) and isinstance(has, Stated):
        return f"`{name}` {to(was.text, has.text)}"
    if isinstance(was, str) and isinstance(has, str):
        return f"`{name}` {to(was, has)}"
    return f"`{name}`"


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found
