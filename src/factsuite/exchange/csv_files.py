"""Tables as CSV (RFC 4180), as spreadsheets write and read it.

Written with a byte-order mark, without which some spreadsheets take UTF-8 for another encoding. A cell that a
spreadsheet would run as a formula is written with an apostrophe before it, which reading takes away again; so is one
that begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from factsuite.exchange.tables import Row, Table, TableError, text_of
from factsuite.load.locations import Location

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection)."""

MAX_CELL = 1 << 20
"""Code points of the longest cell read; a quotation mark that is never closed makes one cell of the rest of a file."""

_DELIMITERS = ",;\t"


def render_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV, the byte-order mark included."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([_guarded(cell) for cell in row] for row in rows)
    return "\ufeff" + stream.getvalue()


def read_csv(data: bytes, path: PurePosixPath) -> Table:
    """The table of a CSV file; commas, semicolons or tabs part its cells. Raises TableError where it is none."""
    text = text_of(data, path, hint="save it as `CSV UTF-8`")
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows = []
    try:
        for number, cells in enumerate(reader, 1):
            row = Row(number=number, cells=tuple(_bare(cell) for cell in cells))
            if not row.is_blank:
                rows.append(row)
    except csv.Error as error:
        at = Location(path=path, line=max(reader.line_num, 1))
        hint = "look for a quotation mark that is not closed, or not doubled inside a cell"
        raise TableError(f"the file is no CSV: {error}", hint=hint, at=at) from error
    return Table(path=path, rows=tuple(rows))


def _delimiter(text: str) -> str:
    """The sign that parts the cells of the header row, whose names hold none of them."""
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*FORMULA, "'")) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell
