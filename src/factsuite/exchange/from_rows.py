"""Rows of a table as the records of a file, each value at the place of its cell, so that errors name the cell."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from factsuite.exchange.columns import Column
from factsuite.exchange.tables import Row, Table, TableError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text, mark_at, text_at
from factsuite.load.problems import Problem, shortened
from factsuite.load.schemas import fact_kinds, validator
from factsuite.load.suggestions import did_you_mean
from factsuite.load.validation import QUOTED, validate
from factsuite.load.yaml_tree import read_yaml


class Records(Struct):
    """What a table says: records as the file would hold them, the fields it has columns for, and what is wrong."""

    table: Table
    columns: tuple[tuple[int, Column], ...]
    """The columns that are there, each with its place from 0."""
    records: list[Map] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_facts(table: Table, columns: Sequence[Column]) -> Records:
    """The facts of a table with one row for each entry of evidence. Raises TableError without a header row."""
    found = _headed(table, columns, "fact")
    by_id: dict[str, Map] = {}
    current = ""
    for row in table.rows[1:]:
        cells = {column: _value(found, row, place, column) for place, column in found.columns if row.cell(place)}
        id = next((str(value) for column, value in cells.items() if column.header == "fact"), current)
        if not id:
            found.problems.append(_problem(table, row, 0, "missing-field", "the row says no fact", "write its id"))
            continue
        current = id
        if id not in by_id:
            by_id[id] = _map_at(row)
            by_id[id]["id"] = text_at(id, row.number, 1)
            by_id[id]["evidence"] = _seq_at(row)
        _take(found, by_id[id], row, cells)
    found.records = list(by_id.values())
    return found


def read_sources(table: Table, columns: Sequence[Column]) -> Records:
    """The sources of a table with one row for each. Raises TableError without a header row."""
    found = _headed(table, columns, "id")
    seen: dict[str, Row] = {}
    for row in table.rows[1:]:
        record = _map_at(row)
        for place, column in found.columns:
            if row.cell(place):
                _put(record, column.path, _value(found, row, place, column), row)
        id = str(record.get("id", ""))
        if id and id in seen:
            message = f"`{id}` is given twice, first in row {seen[id].number}"
            found.problems.append(_problem(table, row, 0, "repeated-id", message, "one row for each source"))
            continue
        seen[id] = row
        found.records.append(record)
    return found


def form_problems(found: Records, record: Map, what: str) -> list[Problem]:
    """What is wrong with the form of a record, once it is whole: `what` is `facts` or `sources`."""
    path = found.table.path
    if what == "sources":
        return validate(record, validator("sources", "source"), path, "a source")
    kind = record.get("kind")
    if str(kind) not in fact_kinds():
        at = kind if isinstance(kind, Text) else record
        message = f"`{kind}` is not a kind of fact" if isinstance(kind, Text) else "the fact does not say its `kind`"
        hint = did_you_mean(str(kind), fact_kinds(), f"one of: {', '.join(fact_kinds())}")
        place = Location(path=path, line=at.line, column=at.column)
        return [Problem(rule="invalid-value", message=message, hint=hint, at=place)]
    return validate(record, validator("facts", f"fact-{kind}"), path, f"a fact of kind {kind}")


def _headed(table: Table, columns: Sequence[Column], needed: str) -> Records:
    if not table.rows:
        raise TableError("the table is empty", hint=f"a header row, with a column `{needed}`", at=table.at(1))
    header, known = table.rows[0], {column.header: column for column in columns}
    places: dict[str, int] = {}
    problems = []
    for place, cell in enumerate(header.cells):
        name = cell.strip()
        if not name:
            if any(row.cell(place).strip() for row in table.rows[1:]):
                problems.append(_problem(table, header, place, "missing-field", "the column has no name", "name it"))
        elif name not in known:
            hint = did_you_mean(name, known, "factsuite import --columns lists them")
            problems.append(_problem(table, header, place, "unknown-field", f"unknown column `{name}`", hint))
        elif name in places:
            first = table.cell_name(header.number, places[name])
            problems.append(
                _problem(table, header, place, "repeated-key", f"`{name}` stands in {first} too", "keep one of them")
            )
        else:
            places[name] = place
    if needed not in places:
        hint = f"the first row names the columns; one of them is `{needed}`"
        raise TableError(f"the header row has no column `{needed}`", hint=hint, at=table.at(header.number))
    return Records(table, tuple((place, known[name]) for name, place in places.items()), problems=problems)


def _take(found: Records, fact: Map, row: Row, cells: dict[Column, Node]) -> None:
    """The cells of a row given to their fact, or to an entry of its evidence."""
    entry = _map_at(row)
    for column, value in cells.items():
        if column.is_evidence:
            _put(entry, column.path, value, row)
            continue
        there = column.of(fact)
        if there is None:
            _put(fact, column.path, value, row)
        elif there != value and column.header != "fact":
            message = f"`{column.header}` of `{fact['id']}` is something else in row {there.line}"
            hint = "say it once; leave it blank in the fact's other rows"
            at = found.table.at(value.line, value.column - 1)
            found.problems.append(Problem(rule="invalid-value", message=message, hint=hint, at=at))
    evidence = fact["evidence"]
    if entry and isinstance(evidence, Seq):
        evidence.append(entry)


def _value(found: Records, row: Row, place: int, column: Column) -> Node:
    """A cell as the value it stands for: text, or a list where the field may be one."""
    text = row.cell(place)
    if column.header == "fact":
        text = text.strip()
    plain = text_at(text, row.number, place + 1)
    if not column.takes_list:
        return plain
    if text.lstrip().startswith(("[", "{")):
        node, problems = read_yaml(text, found.table.path)
        if problems or node is None:
            message = f"'{shortened(text, QUOTED)}' cannot be read as a list"
            found.problems.append(_problem(found.table, row, place, "invalid-value", message, "write `a, b`"))
            return plain
        return _placed(node, row.number, place + 1)
    names = [name.strip() for name in text.split(",")]
    if column.takes_text and len(names) == 1:
        return plain
    return _listed([text_at(name, row.number, place + 1) for name in names], row.number, place + 1)


def _placed(node: Node, line: int, column: int) -> Node:
    """The same value, all of it at the place of its cell."""
    if isinstance(node, Map):
        placed = Map({text_at(key, line, column): _placed(value, line, column) for key, value in node.items()})
        placed.mark = mark_at(line, column)
        return placed
    if isinstance(node, Seq):
        return _listed([_placed(value, line, column) for value in node], line, column)
    return text_at(node, line, column)


def _listed(nodes: list[Node], line: int, column: int) -> Seq:
    found = Seq(nodes)
    found.mark = mark_at(line, column)
    return found


def _map_at(row: Row) -> Map:
    found = Map()
    found.mark = mark_at(row.number, 1)
    return found


def _seq_at(row: Row) -> Seq:
    return _listed([], row.number, 1)


def _put(record: Map, path: tuple[str, ...], value: Node, row: Row) -> None:
    for name in path[:-1]:
        below = record.get(name)
        if not isinstance(below, Map):
            below = _map_at(row)
            record[text_at(name, row.number, value.column)] = below
        record = below
    record[text_at(path[-1], value.line, value.column)] = value


def _problem(table: Table, row: Row, place: int, rule: str, message: str, hint: str) -> Problem:
    return Problem(rule=rule, message=message, hint=hint, at=table.at(row.number, place))


def problems_in_order(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Problems by their cells, each once."""
    yield from sorted(dict.fromkeys(problems), key=lambda each: (each.at, each.rule, each.message))
