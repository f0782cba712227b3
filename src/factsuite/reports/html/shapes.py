"""Pictures as SVG: a few shapes, drawn in the colours of the page, with a title and a description in words."""

from collections.abc import Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from factsuite.reports.html.shown_text import shown

Attributes = tuple[tuple[str, str], ...]


class Shape(Struct, frozen=True, kw_only=True):
    """One element of a picture."""

    tag: str
    attributes: Attributes
    text: str = ""


class Picture(Struct, frozen=True, kw_only=True):
    """A picture in units of a pixel."""

    id: str
    title: str
    description: str
    """What it shows, for whoever does not see it."""
    width: int
    height: int
    shapes: tuple[Shape, ...]

    def __html__(self) -> Markup:
        """The picture as inline SVG."""
        id, size = _safe(self.id), f'width="{self.width}" height="{self.height}"'
        head = (
            f'<svg class="picture" viewBox="0 0 {self.width} {self.height}" {size} role="img" '
            f'aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{_safe(self.title)}</title>'
            f'<desc id="{id}-desc">{_safe(self.description)}</desc>'
        )
        return Markup("".join((head, *map(_drawn, self.shapes), "</svg>")))


def _drawn(shape: Shape) -> str:
    attributes = "".join(f' {name}="{_safe(value)}"' for name, value in shape.attributes)
    return f"<{shape.tag}{attributes}>{_safe(shape.text)}</{shape.tag}>"


def _safe(text: str) -> str:
    """Text of others within an element or an attribute. A plain string: `Markup` would escape it once more."""
    return str(escape(shown(text))) if text else ""


def line(x1: float, y1: float, x2: float, y2: float, name: str) -> Shape:
    """A straight line; `name` is its class."""
    ends = (("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)), ("y2", number(y2)))
    return Shape(tag="line", attributes=(*ends, ("class", name)))


def box(x: float, y: float, width: float, height: float, name: str) -> Shape:
    """A rectangle."""
    place = (("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)))
    return Shape(tag="rect", attributes=(*place, ("class", name)))


def disc(x: float, y: float, radius: float, name: str) -> Shape:
    """A circle."""
    place = (("cx", number(x)), ("cy", number(y)), ("r", number(radius)))
    return Shape(tag="circle", attributes=(*place, ("class", name)))


def path(points: Sequence[tuple[float, float]], name: str) -> Shape:
    """A line through some points."""
    drawn = " ".join(f"{'M' if index == 0 else 'L'}{number(x)} {number(y)}" for index, (x, y) in enumerate(points))
    return Shape(tag="path", attributes=(("d", drawn), ("class", name)))


def arrow(x: float, y: float, step: float, name: str) -> Shape:
    """The head of an arrow that points right, or left where `step` is negative."""
    return path(((x - step, y - 4), (x, y), (x - step, y + 4)), name)


def words(x: float, y: float, text: str, name: str = "", *, anchor: str = "start") -> Shape:
    """Text on a base line; `anchor` is start, middle or end."""
    attributes = (("x", number(x)), ("y", number(y)), ("text-anchor", anchor), ("class", f"words {name}".rstrip()))
    return Shape(tag="text", attributes=attributes, text=text)


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel: the same text on every machine."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def clipped(text: str, length: int) -> str:
    """A label that fits; a cut is shown, and the whole stands in the list beside the picture."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
