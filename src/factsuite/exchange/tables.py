"""A sheet of a spreadsheet as text: rows of cells, each with the place a person finds it at."""

from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location


class Row(Struct, frozen=True, kw_only=True):
    """One row; `number` counts as a spreadsheet does, from 1, the header row too."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text of a column counted from 0; empty beyond the last cell."""
        return self.cells[column] if column < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


class Table(Struct, frozen=True, kw_only=True):
    """The rows of one sheet, blank ones left out; the first of them is the header row."""

    path: PurePosixPath
    sheet: str = ""
    """The name of the sheet, where the file has several."""
    rows: tuple[Row, ...]

    def at(self, row: int, column: int = 0) -> Location:
        """The place of a cell: its row, and its column counted from 1."""
        return Location(path=self.path, line=row, column=column + 1)

    def cell_name(self, row: int, column: int) -> str:
        """What a spreadsheet calls a cell: `C14`, or `facts!C14` where the file has several sheets."""
        return (f"{self.sheet}!" if self.sheet else "") + f"{column_letters(column)}{row}"


class TableError(FactsuiteError):
    """A file that is no table at all."""


def text_of(data: bytes, path: PurePosixPath, hint: str = "save it as UTF-8") -> str:
    """The text of a file, without a byte-order mark. Raises TableError, with the line, where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = Location(path=path, line=data.count(b"\n", 0, error.start) + 1)
        raise TableError("the file is not UTF-8", hint=hint, at=at) from error


def column_letters(column: int) -> str:
    """What a spreadsheet calls a column counted from 0: A to Z, then AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
