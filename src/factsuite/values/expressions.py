"""Arithmetic over other facts' values: what a derived figure is computed from.

`fact-a + fact-b`, `( new - old ) / old * 100`. Operators stand between spaces, because ids hold hyphens.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factsuite.values.quantities import Quantity

_TOKEN = re.compile(r"[()]|[^\s()]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*\Z|[0-9]+[-.][a-z0-9.-]*\Z")
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}

Interval = tuple[Fraction | None, Fraction | None]
"""Lowest and highest value; None where there is no bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """An expression in postfix order: numbers, fact ids and operators."""

    text: str
    postfix: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The facts it is computed from."""
        return tuple(token for token in self.postfix if token not in _RANK and not _NUMBER.match(token))


def read_expression(text: str) -> Expression | None:
    """Read an expression, or None where brackets, operators and operands do not fit together."""
    postfix: list[str] = []
    waiting: list[str] = []
    operand_next = True
    for token in _TOKEN.findall(text):
        if token == "(" and operand_next:
            waiting.append(token)
        elif token == ")" and not operand_next:
            while waiting and waiting[-1] != "(":
                postfix.append(waiting.pop())
            if not waiting:
                return None
            waiting.pop()
        elif token in _RANK and not operand_next:
            while waiting and waiting[-1] != "(" and _RANK[waiting[-1]] >= _RANK[token]:
                postfix.append(waiting.pop())
            waiting.append(token)
            operand_next = True
        elif operand_next and (_NUMBER.match(token) or _NAME.match(token)):
            postfix.append(token)
            operand_next = False
        else:
            return None
    if operand_next or "(" in waiting:
        return None
    return Expression(text=text, postfix=(*postfix, *reversed(waiting)))


def evaluate(expression: Expression, values: Mapping[str, Quantity]) -> Interval | None:
    """The interval an expression allows, or None where a value is missing or it divides by zero."""
    stack: list[Interval] = []
    for token in expression.postfix:
        if token in _RANK:
            right, left = stack.pop(), stack.pop()
            result = _OPERATIONS[token](left, right)
            if result is None:
                return None
            stack.append(result)
        elif _NUMBER.match(token):
            stack.append((Fraction(token), Fraction(token)))
        elif token in values:
            stack.append((values[token].low, values[token].high))
        else:
            return None
    return stack[0]


def _plus(left: Interval, right: Interval) -> Interval:
    low = None if left[0] is None or right[0] is None else left[0] + right[0]
    high = None if left[1] is None or right[1] is None else left[1] + right[1]
    return low, high


def _minus(left: Interval, right: Interval) -> Interval:
    low = None if left[0] is None or right[1] is None else left[0] - right[1]
    high = None if left[1] is None or right[0] is None else left[1] - right[0]
    return low, high


def _times(left: Interval, right: Interval) -> Interval | None:
    if None in left or None in right:
        return _times_unbounded(left, right)
    corners = [a * b for a in left for b in right if a is not None and b is not None]
    return min(corners), max(corners)


def _times_unbounded(left: Interval, right: Interval) -> Interval | None:
    """Open ends are kept only where nothing is negative; otherwise any product is possible."""
    if left[0] is None or right[0] is None or left[0] < 0 or right[0] < 0:
        return None
    return left[0] * right[0], None


def _over(left: Interval, right: Interval) -> Interval | None:
    if right[0] is None or right[0] <= 0:
        return None
    low = Fraction(0) if right[1] is None else 1 / right[1]
    return _times(left, (low, 1 / right[0]))


_OPERATIONS: dict[str, Callable[[Interval, Interval], Interval | None]] = {
    "+": _plus,
    "-": _minus,
    "*": _times,
    "/": _over,
}
