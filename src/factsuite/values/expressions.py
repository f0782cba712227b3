"""Expressions over other facts' values: what a derived figure is computed from.

`fact-a + fact-b`, `( new - old ) / old * 100`, `share(women, voters)`, `duration(opening, closing)`. Operators stand
between spaces, because ids hold hyphens.
"""

import re
from difflib import get_close_matches
from fractions import Fraction

from msgspec import Struct

from factsuite.values.arithmetic.functions import FUNCTIONS, Sort
from factsuite.values.arithmetic.terms import Call, Expression, Name, Number, Term

_TOKEN = re.compile(r"[(),]|[^\s(),]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*\Z|[0-9]+[-.][a-z0-9.-]*\Z")
_GROUPED = re.compile(r"(?<![0-9.-])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9-])")
_UNSPACED = re.compile(r"[a-z0-9][-+*/][a-z0-9]")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-"})
"""Operators as word processors set them."""
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
_LONGEST = 2000
_DEEPEST = 20
HINT = "write ids of facts with operators between spaces: fact-a + fact-b; ( new - old ) / old; share(part, whole)"


class Misread(Struct, frozen=True, kw_only=True):
    """Why a text is no expression, and where."""

    start: int
    message: str
    hint: str = HINT


def read_expression(text: str) -> Expression | Misread:
    """Read an expression, or say where and why functions, operators and operands do not fit together."""
    grouped = _GROUPED.search(text)
    if grouped is not None:
        message = f"'{grouped[0]}' may be one number or two operands"
        return Misread(
            start=grouped.start(), message=message, hint="write 100000 without a comma, and 'a, b' with a space"
        )
    try:
        parser = _Parser(text)
        root = parser.sum(Sort.AMOUNT, 0)
        parser.end()
    except _Stop as stop:
        return stop.misread
    return Expression.of(text, root)


class _Stop(Exception):
    """The text cannot be read any further."""

    def __init__(self, start: int, message: str, hint: str = HINT) -> None:
        super().__init__(message)
        self.misread = Misread(start=start, message=message, hint=hint)


class _Parser:
    """Reads from left to right; each method reads one sort of term where it stands."""

    def __init__(self, text: str) -> None:
        self._tokens = [(match[0], match.start()) for match in _TOKEN.finditer(text.translate(_SIGNS))]
        self._at = 0
        self._length = len(text)
        if self._length > _LONGEST:
            raise _Stop(0, "it is too long")

    def sum(self, sort: Sort, depth: int, rank: int = 1) -> Term:
        """Terms joined by operators of a rank, from left to right."""
        if depth > _DEEPEST:
            raise _Stop(self._start(), "brackets stand too deep within each other")
        left = self.sum(sort, depth, 2) if rank == 1 else self._operand(sort, depth)
        while _RANK.get(self._token()) == rank:
            if sort is not Sort.AMOUNT:
                raise _Stop(self._start(), f"'{self._token()}' computes with values; here stands {sort.value}")
            operator = self._next()
            right = self.sum(sort, depth, 2) if rank == 1 else self._operand(sort, depth)
            left = Call(name=operator, operands=(left, right))
        return left

    def end(self) -> None:
        """Nothing may be left."""
        if self._token():
            raise _Stop(self._start(), f"'{self._token()}' does not fit here")

    def _operand(self, sort: Sort, depth: int) -> Term:
        start, token = self._start(), self._next()
        if token == "(":
            inner = self.sum(sort, depth + 1)
            self._close()
            return inner
        if self._token() == "(" and token not in _RANK and token != ",":
            return self._call(token, start, sort, depth)
        if sort is Sort.AMOUNT and _NUMBER.match(token):
            return Number(value=Fraction(token))
        if _NAME.match(token):
            return Name(id=token, start=start, sort=sort)
        if _UNSPACED.search(token):
            raise _Stop(start, f"'{token}' has an operator without spaces around it")
        message = f"'{token}' is no id of a fact" if token else "it ends where an operand is missing"
        raise _Stop(start, message)

    def _call(self, name: str, start: int, sort: Sort, depth: int) -> Term:
        function = FUNCTIONS.get(name)
        if function is None:
            near = get_close_matches(name.lower()[:40], FUNCTIONS, n=1)
            hint = f"did you mean `{FUNCTIONS[near[0]].form}`?" if near else f"known: {', '.join(sorted(FUNCTIONS))}"
            raise _Stop(start, f"there is no function '{name}'", hint)
        if sort is not Sort.AMOUNT:
            raise _Stop(start, f"'{name}' makes a value; here stands {sort.value}")
        self._next()
        operands = [self.sum(function.takes, depth + 1)]
        while self._token() == ",":
            self._next()
            operands.append(self.sum(function.takes, depth + 1))
        self._close()
        too_many = function.most is not None and len(operands) > function.most
        if too_many or len(operands) < function.least:
            raise _Stop(start, f"'{name}' does not take {len(operands)}", f"write it as `{function.form}`")
        return Call(name=name, operands=tuple(operands))

    def _close(self) -> None:
        if self._token() != ")":
            found = f"'{self._token()}' stands" if self._token() else "it ends"
            raise _Stop(self._start(), f"{found} where a bracket should close")
        self._next()

    def _token(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _start(self) -> int:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else self._length

    def _next(self) -> str:
        token = self._token()
        self._at += 1
        return token
