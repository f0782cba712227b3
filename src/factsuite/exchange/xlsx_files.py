"""Tables as the sheets of an XLSX workbook, through openpyxl (the extra `sheets`).

Every cell is written as text, so that a spreadsheet changes no date and no number and runs nothing.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from factsuite.exchange.tables import Row, Table, TableError, column_letters
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location

MAX_UNPACKED = 1 << 28
"""Bytes that a workbook may unpack to; a small file can hold very large ones."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time a ZIP archive can hold: the same facts give the same bytes."""
_MODIFIED = re.compile(rb"<dcterms:modified.*?</dcterms:modified>")
_TEXT = "@"


def render_xlsx(sheets: Mapping[str, Iterable[Sequence[str]]]) -> bytes:
    """A workbook of sheets by name. Raises FactsuiteError where a cell holds what the format cannot."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if text:
                    _write(sheet.cell(number, column), text, f"{name}!{column_letters(column - 1)}{number}")
        sheet.freeze_panes = "B2"
    book.properties.creator = "factsuite"
    book.properties.created = datetime.datetime(*_EPOCH)
    stream = io.BytesIO()
    book.save(stream)
    return _undated(stream.getvalue())


def read_xlsx(data: bytes, path: PurePosixPath) -> tuple[Table, ...]:
    """The sheets of a workbook. Raises TableError for a file that is none, and for cells that hold no value."""
    openpyxl = _openpyxl()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise TableError(
                f"the workbook unpacks to {unpacked:,} bytes", hint="save the sheet as CSV", at=Location(path=path)
            )
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except TableError:
        raise
    except Exception as error:  # the library raises whatever it meets in a broken file
        raise TableError(
            "the file is no XLSX workbook", hint="save it as .xlsx or as CSV", at=Location(path=path)
        ) from error
    return tuple(_table(sheet, path) for sheet in book.worksheets)


def _table(sheet: Any, path: PurePosixPath) -> Table:
    rows = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = Row(number=number, cells=tuple(_text(cell, sheet.title, path) for cell in cells))
        if not row.is_blank:
            rows.append(row)
    return Table(path=path, sheet=sheet.title, rows=tuple(rows))


def _text(cell: Any, sheet: str, path: PurePosixPath) -> str:
    """A cell as a person would type it."""
    value = cell.value
    if value is None:
        return ""
    at = Location(path=path, line=cell.row, column=cell.column)
    if cell.data_type == "f":
        hint = "paste its value in its place"
        raise TableError(f"cell {sheet}!{cell.coordinate} holds a formula", hint=hint, at=at)
    if cell.data_type == "e":
        raise TableError(f"cell {sheet}!{cell.coordinate} holds the error {value}", hint="mend it", at=at)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _write(cell: Any, text: str, name: str) -> None:
    try:
        cell.value = text
    except ValueError as error:
        raise FactsuiteError(
            f"cell {name} cannot be written: it holds a character that XLSX has no place for", hint="export as CSV"
        ) from error
    if cell.value != text:  # the library cuts what is too long
        raise FactsuiteError(f"cell {name} is too long for XLSX", hint="export as CSV")
    cell.data_type = "s"
    cell.number_format = _TEXT


def _undated(workbook: bytes) -> bytes:
    """The same workbook without the times at which it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = _MODIFIED.sub(b"", old.read(info)) if info.filename == "docProps/core.xml" else old.read(info)
            new.writestr(zipfile.ZipInfo(info.filename, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _openpyxl() -> Any:
    try:
        import defusedxml  # noqa: F401  # without it openpyxl reads XML that unfolds without end
        import openpyxl
    except ImportError as error:
        raise FactsuiteError(
            "XLSX needs packages that are not installed", hint="pip install 'factsuite[sheets]', or use CSV"
        ) from error
    return openpyxl
