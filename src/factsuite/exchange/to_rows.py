"""Facts and sources as rows of text: what a table shows of what a file says."""

from collections.abc import Iterable, Iterator, Sequence

from factsuite.exchange.columns import ALWAYS, Column, fact_columns, source_columns
from factsuite.exchange.yaml_text import flow
from factsuite.load.positioned import Map, Seq


def fact_rows(facts: Iterable[Map]) -> list[list[str]]:
    """The header row, then one row for each entry of evidence; a fact's own cells stand in the first of its rows."""
    rows = [row for fact in facts for row in _rows_of(fact)]
    return _table([column for column in fact_columns() if column.header in ALWAYS or _is_used(column, rows)], rows)


def source_rows(sources: Iterable[Map]) -> list[list[str]]:
    """The header row, then one row for each source."""
    columns = source_columns()
    return _table(columns, [{column.header: _cell(source, column) for column in columns} for source in sources])


def _rows_of(fact: Map) -> Iterator[dict[str, str]]:
    own = {column.header: _cell(fact, column) for column in fact_columns() if not column.is_evidence}
    evidence = fact.get("evidence")
    entries = [entry for entry in (evidence if isinstance(evidence, Seq) else ()) if isinstance(entry, Map)]
    for number, entry in enumerate(entries or [Map()]):
        row = own if number == 0 else {"fact": own["fact"]}
        yield {**row, **{column.header: _cell(entry, column) for column in fact_columns() if column.is_evidence}}


def _table(columns: Sequence[Column], rows: Iterable[dict[str, str]]) -> list[list[str]]:
    return [
        [column.header for column in columns],
        *([row.get(column.header, "") for column in columns] for row in rows),
    ]


def _is_used(column: Column, rows: Iterable[dict[str, str]]) -> bool:
    return any(row.get(column.header) for row in rows)


def _cell(record: Map, column: Column) -> str:
    value = column.of(record)
    if isinstance(value, Seq):
        return _list_cell(value, column)
    return "" if value is None else str(value)


def _list_cell(values: Seq, column: Column) -> str:
    """`a, b`; with brackets where that would be read as one value, or where an item is more than a name."""
    plain = all(isinstance(value, str) and value and not set(value) & set(",[]{}") for value in values)
    if plain and (len(values) > 1 or (values and not column.takes_text)):
        return ", ".join(str(value) for value in values)
    return flow(values)
