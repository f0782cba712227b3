"""Fields of a loaded entry, read: texts, ids, quantities, dates and expressions, each with its place."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Node, Seq, Text
from factsuite.load.problems import Problem, shortened
from factsuite.model.stated import Ref, Refs, Stated
from factsuite.values.arithmetic.terms import Expression
from factsuite.values.dates import Calendar, DateValue, read_date, why_unreadable
from factsuite.values.expressions import Misread, read_expression
from factsuite.values.quantities import Quantity, Reach, read_quantity

_QUANTITY_HINT = (
    "write it as people say it: 3,000 soldiers; at least 3,000; between 10 and 12 percent; about 2.5 million"
)


class FieldReader(Struct, kw_only=True):
    """Reads the fields of one file and keeps a list of what could not be read."""

    path: PurePosixPath
    calendar: Calendar
    reach: Reach = field(default_factory=Reach)
    fact: str | None = None
    problems: list[Problem] = field(default_factory=list)
    _quantities: dict[str, Quantity | None] = field(default_factory=dict)
    """Sources report what the article asserts, mostly in its words, so most values are read several times."""

    def at(self, node: Node) -> Location:
        """The place of a loaded value."""
        mark = node.mark
        return Location(self.path, mark.line + 1, mark.column + 1)

    def given(self, data: Map, readers: "Mapping[str, Callable[[FieldReader, Map, str], object]]") -> dict[str, object]:
        """The fields of an entry that are given, each read as its name says: most entries leave most fields out."""
        found = {}
        for name in data:
            read = readers.get(name)
            if read is not None:
                found[name] = read(self, data, name)
        return found

    def text(self, data: Map, name: str) -> Stated[str] | None:
        """A text field."""
        node = data.get(name)
        if not isinstance(node, Text):
            return None
        text, mark = node.typed, node.mark  # as `_stated` does; this is asked for most fields of a run
        return Stated(text, text, Location(self.path, mark.line + 1, mark.column + 1))

    def plain(self, data: Map, name: str) -> str:
        """A text field whose place nobody asks for; empty if left out."""
        node = data.get(name)
        return node.typed if isinstance(node, Text) else ""

    def switch(self, data: Map, name: str) -> bool:
        """A field that is `yes` or left out."""
        return self.plain(data, name).lower() in ("yes", "true")

    def texts(self, data: Map, name: str) -> tuple[str, ...]:
        """A list of texts."""
        node = data.get(name)
        return tuple([item.typed for item in node if isinstance(item, Text)]) if isinstance(node, Seq) else ()

    def refs(self, data: Map, name: str) -> Refs | None:
        """One id, or a list of ids."""
        node = data.get(name)
        if node is None or isinstance(node, Map):
            return None
        if isinstance(node, Text):
            ref = self._stated(node)
            return Stated(ref.text, (ref,), ref.at)
        refs = tuple([self._stated(item) for item in node if isinstance(item, Text)])
        return Stated(", ".join([ref.value for ref in refs]), refs, self.at(node))

    def ref_tuple(self, data: Map, name: str) -> tuple[Ref, ...]:
        """One id or a list of ids, as a plain tuple."""
        refs = self.refs(data, name)
        return refs.value if refs is not None else ()

    def date(self, data: Map, name: str, period: bool = False) -> Stated[DateValue] | None:
        """A date field; what cannot be read is a problem with the reason."""
        node = data.get(name)
        if not isinstance(node, Text):
            return None
        text = node.typed
        value = read_date(text, self.calendar, period=period)
        if value is None:
            self.unreadable(self._stated(node), name, "a date", why_unreadable(text))
            return None
        mark = node.mark
        return Stated(text, value, Location(self.path, mark.line + 1, mark.column + 1))

    def quantity(self, data: Map, name: str) -> Stated[Quantity] | None:
        """A quantity in words; what cannot be read is a problem."""
        node = data.get(name)
        if not isinstance(node, Text):
            return None
        text = node.typed
        quantities = self._quantities
        value = quantities[text] if text in quantities else quantities.setdefault(text, read_quantity(text, self.reach))
        if value is None:
            self.unreadable(self._stated(node), name, "a quantity", _QUANTITY_HINT)
            return None
        mark = node.mark
        return Stated(text, value, Location(self.path, mark.line + 1, mark.column + 1))

    def expression(self, data: Map, name: str) -> Stated[Expression] | None:
        """An expression over other facts' values; what cannot be read is a problem."""
        stated = self.text(data, name)
        if stated is None:
            return None
        node = data.get(name)
        quoted = isinstance(node, Text) and node.quoted
        first = Location(path=self.path, line=stated.at.line, column=stated.at.column + quoted)
        value = read_expression(stated.text)
        if isinstance(value, Misread):
            place = Location(path=self.path, line=first.line, column=first.column + value.start)
            self.unreadable(replace(stated, at=place), name, f"an expression: {value.message}", value.hint)
            return None
        return Stated(text=stated.text, value=value, at=first)

    def _stated(self, node: Text) -> Stated[str]:
        text, mark = node.typed, node.mark
        return Stated(text, text, Location(self.path, mark.line + 1, mark.column + 1))

    def unreadable(self, stated: Stated[str], name: str, sort: str, hint: str) -> None:
        """Record that a value cannot be read as what its field holds."""
        message = f"`{name}`: '{shortened(stated.text, 100)}' cannot be read as {sort}"
        self.problems.append(Problem(rule="unreadable-value", message=message, hint=hint, at=stated.at, fact=self.fact))


def minutes_east(offset: str) -> int | None:
    """`+03:00` as minutes east of UTC."""
    if not offset:
        return None
    hours, _, minutes = offset[1:].partition(":")
    total = int(hours) * 60 + int(minutes)
    return -total if offset[0] == "-" else total
