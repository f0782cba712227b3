"""What a file would say once a table is brought in: cells win where the table has a column; the rest stays."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from factsuite.exchange.columns import Column
from factsuite.load.positioned import Map, Node, Seq, Text, mark_at, text_at


class Merged(Struct):
    """The records of a file after a table, and how they differ from those before."""

    records: list[Map]
    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    """By record: what became of which field."""
    kept: list[str] = field(default_factory=list)
    """Records and entries of evidence that the table does not have and that stay."""
    removed: list[str] = field(default_factory=list)


def merged(existing: Sequence[Map], wanted: Sequence[Map], columns: Iterable[Column], delete: bool = False) -> Merged:
    """The records of a file with those of a table taken in, by id; with `delete`, what the table lacks goes."""
    columns = tuple(columns)
    by_id = {str(record.get("id")): record for record in wanted}
    found = Merged(records=[])
    for record in existing:
        name = str(record.get("id"))
        if name in by_id:
            found.records.append(_one(record, by_id[name], columns, found, name, delete))
        elif delete:
            found.removed.append(name)
        else:
            found.kept.append(name)
            found.records.append(record)
    there = {str(record.get("id")) for record in existing}
    for place, record in enumerate(wanted):
        if str(record.get("id")) not in there:
            found.added.append(str(record.get("id")))
            found.records.insert(_place(found.records, wanted[:place]), _trimmed(record))
    return found


def _one(record: Map, wanted: Map, columns: tuple[Column, ...], found: Merged, name: str, delete: bool) -> Map:
    told: list[str] = []
    new = _overlaid(record, wanted, [column for column in columns if not column.is_evidence], told)
    about_evidence = [column for column in columns if column.is_evidence]
    entries = wanted.get("evidence")
    if about_evidence and isinstance(entries, Seq):
        evidence = _evidence(record.get("evidence"), entries, about_evidence, found, name, delete, told)
        if evidence or "evidence" in record:
            new["evidence"] = evidence
    if told:
        found.changed[name] = told
    return new


def _evidence(
    existing: Node | None,
    wanted: Seq,
    columns: list[Column],
    found: Merged,
    name: str,
    delete: bool,
    told: list[str],
) -> Seq:
    """Entries pair by their source, in order; those left over in order too if there are as many on both sides."""
    old = [entry for entry in (existing if isinstance(existing, Seq) else ()) if isinstance(entry, Map)]
    new = [entry for entry in wanted if isinstance(entry, Map)]
    pairs = _paired(old, new)
    result = Seq()
    for entry in old:
        partner = pairs.get(_which(entry))
        if partner is not None:
            label = f"{entry.get('source')}: "
            result.append(_overlaid(entry, partner, columns, told, label))
        elif delete:
            told.append(f"{entry.get('source')}: the entry is removed")
        else:
            found.kept.append(f"{name}, evidence of {entry.get('source')}")
            result.append(entry)
    taken = {_which(partner) for partner in pairs.values()}
    for entry in new:
        if _which(entry) not in taken:
            told.append(f"{entry.get('source')}: an entry is added")
            result.append(entry)
    return result


def _which(record: Map) -> int:
    """Which object a record is: two entries may say the same."""
    return id(record)


def _paired(old: list[Map], new: list[Map]) -> dict[int, Map]:
    waiting: dict[str, list[Map]] = {}
    for entry in new:
        waiting.setdefault(str(entry.get("source")), []).append(entry)
    pairs: dict[int, Map] = {}
    for entry in old:
        same = waiting.get(str(entry.get("source")))
        if same:
            pairs[_which(entry)] = same.pop(0)
    taken = {_which(entry) for entry in pairs.values()}
    left_old = [entry for entry in old if _which(entry) not in pairs]
    left_new = [entry for entry in new if _which(entry) not in taken]
    if len(left_old) == len(left_new):
        pairs |= {_which(entry): other for entry, other in zip(left_old, left_new, strict=True)}
    return pairs


def _overlaid(record: Map, wanted: Map, columns: Iterable[Column], told: list[str], label: str = "") -> Map:
    """A record with the fields that have a column taken from the table; a blank cell takes the field away."""
    new = _placed(record, wanted.line)
    for column in columns:
        before, after = column.of(record), column.of(wanted)
        if column.path == ("id",) or before == after:
            continue
        _set(new, column.path, after)
        told.append(f"{label}{column.header}: {_said(before)} became {_said(after)}")
    return new


def _placed(record: Map, row: int) -> Map:
    """A copy whose values stand in a row of the table, so that what is wrong with them is told of that row."""
    new = Map()
    for name, value in record.items():
        if isinstance(value, Map):
            new[name] = _placed(value, row)
        else:
            new[name] = text_at(value, row, 1) if isinstance(value, Text) else value
    new.mark = mark_at(row, 1)
    return new


def _trimmed(record: Map) -> Map:
    """A new record without an empty list of evidence."""
    return Map({name: value for name, value in record.items() if value != []})


def _set(record: Map, path: tuple[str, ...], value: Node | None) -> None:
    name, *rest = path
    if not rest:
        if value is None:
            record.pop(name, None)
        else:
            record[name] = value
        return
    below = record.get(name)
    group = below if isinstance(below, Map) else _placed(Map(), record.line)
    _set(group, tuple(rest), value)
    if group:
        record[name] = group
    else:
        record.pop(name, None)


def _said(value: Node | None) -> str:
    if value is None:
        return "nothing"
    return f"'{value}'" if isinstance(value, Text) else str(list(value))


def _place(records: list[Map], before: Sequence[Map]) -> int:
    """Where a new record goes: after the one that stands before it in the table, or last."""
    names = [str(record.get("id")) for record in records]
    earlier = next((name for name in (str(each.get("id")) for each in reversed(before)) if name in names), None)
    return names.index(earlier) + 1 if earlier is not None else len(records)
