"""Records written as YAML in every layout a person may choose, with a comment wherever one may stand."""

import textwrap
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeAlias

from factsuite.anchoring.scalars import scalar

Plain: TypeAlias = "str | Mapping[str, Plain] | Sequence[Plain]"


class OddLayouts:
    """Writes one file; the same seed writes the same."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.comments = 0

    def file(self, facts: Sequence[Plain]) -> str:
        """A whole file of facts; it may end without a line break, and its lines may end as on Windows."""
        lines = [self._comment(), "format: 1", "facts:"]
        indent = self.random.choice([0, 2, 4])
        for fact in facts:
            lines += [""] * self._now_and_then(0.5) + self._item(fact, indent)
        lines += ["  " + self._comment()] * self._now_and_then(0.3)
        text = "\n".join(lines) + "\n" * (not self._now_and_then(0.3))
        return text.replace("\n", "\r\n") if self._now_and_then(0.2) else text

    def _now_and_then(self, share: float = 0.1) -> bool:
        return self.random.random() < share

    def _comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}c note: x"

    def _tail(self) -> str:
        return "  " + self._comment() if self._now_and_then() else ""

    def _item(self, value: Plain, indent: int) -> list[str]:
        margin = " " * indent
        above = [margin + self._comment()] * self._now_and_then() + [""] * self._now_and_then(0.05)
        if isinstance(value, str):
            return [*above, f"{margin}- {self._scalar(value, indent)}"]
        if indent > 3 and self._now_and_then(0.3):
            return [*above, f"{margin}- {self._flow(value, indent)}{self._tail()}"]
        gap = self.random.choice([1, 1, 1, 3])
        assert isinstance(value, Mapping)
        lines = [line for key, below in value.items() for line in self._field(key, below, indent + 1 + gap)]
        while not lines[0].strip() or lines[0].lstrip().startswith("#"):
            lines.pop(0)
        if self._now_and_then(0.05):
            return [*above, margin + "-", *lines]
        return [*above, margin + "-" + " " * gap + lines[0].lstrip(), *lines[1:]]

    def _field(self, key: str, value: Plain, indent: int) -> list[str]:
        margin = " " * indent
        lines = [margin + self._comment()] * self._now_and_then() + [""] * self._now_and_then(0.04)
        if isinstance(value, str):
            written = self._scalar(value, indent)
            return [*lines, f"{margin}{key}: {written}{'' if chr(10) in written else self._tail()}"]
        if not value or self._now_and_then(0.4):
            return [*lines, f"{margin}{key}: {self._flow(value, indent)}{self._tail()}"]
        lines.append(f"{margin}{key}:{self._tail()}")
        if isinstance(value, Mapping):
            step = self.random.choice([1, 2, 4])
            return lines + [line for name, below in value.items() for line in self._field(name, below, indent + step)]
        step = self.random.choice([0, 2, 4])
        return lines + [line for each in value for line in self._item(each, indent + step)]

    def _flow(self, value: Plain, indent: int) -> str:
        if isinstance(value, str):
            return self._scalar(value, indent + 2, in_flow=True)
        between = ",\n" + " " * (indent + 2) if self._now_and_then(0.3) else ", "
        last = self.random.choice(["", ","]) if value else ""
        if isinstance(value, Mapping):
            return (
                "{"
                + between.join(f"{key}: {self._flow(below, indent + 2)}" for key, below in value.items())
                + last
                + "}"
            )
        return "[" + between.join(self._flow(each, indent + 2) for each in value) + last + "]"

    def _scalar(self, text: str, indent: int, in_flow: bool = False) -> str:
        style = self.random.choice(["", "'", '"', "|", ">", "wrapped", "wrapped'", 'wrapped"'])
        margin = "\n" + " " * (indent + self.random.choice([1, 2, 4]))
        words = text.split(" ")
        if not text.isprintable() or not all(words):
            return scalar(text)
        if style in ("|", ">") and not in_flow:
            lines = [text] if style == "|" else _wrapped(text, self.random.choice([20, 40, 70]))
            return style + "-" + (" " + self._comment() if self._now_and_then() else "") + margin + margin.join(lines)
        mark = style.removeprefix("wrapped")
        one_line = scalar(text, mark or None)
        if style.startswith("wrapped") and len(words) > 3 and one_line[0] == (mark or text[0]) and "\\" not in one_line:
            lines = _wrapped(one_line, self.random.choice([20, 40]))
            if not any(line.startswith(("#", "-", "?")) for line in lines):
                return margin.join(lines)
        return one_line


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
