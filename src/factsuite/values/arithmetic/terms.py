"""The terms of an expression: numbers, ids, and functions or operators over them."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from factsuite.values.arithmetic.functions import FUNCTIONS, OPERATORS, Function, Sort


class Number(Struct, frozen=True, kw_only=True, gc=False):
    """A number written in the expression."""

    value: Fraction


class Name(Struct, frozen=True, kw_only=True, gc=False):
    """The id of a fact, event or other entity."""

    id: str
    start: int
    """Where it stands in the text."""
    sort: Sort


class Call(Struct, frozen=True, kw_only=True, gc=False):
    """A function, or an operator, over what stands in it."""

    name: str
    operands: tuple["Term", ...]

    @property
    def function(self) -> Function:
        """What it does."""
        return FUNCTIONS[self.name] if self.name in FUNCTIONS else OPERATORS[self.name]


Term = Number | Name | Call


class Expression(Struct, frozen=True, kw_only=True, gc=False):
    """A formula that could be read."""

    text: str
    root: Term
    operands: tuple[Name, ...]
    """Every id in it, in the order of the text."""
    calls: tuple[Call, ...]
    """Every function and operator in it, the outermost first."""

    @classmethod
    def of(cls, text: str, root: Term) -> "Expression":
        """The formula of a text; walked through once, since many rules ask what stands in it."""
        terms = list(_walk(root))
        return cls(
            text=text,
            root=root,
            operands=tuple([term for term in terms if isinstance(term, Name)]),
            calls=tuple([term for term in terms if isinstance(term, Call)]),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The ids it is computed from."""
        return tuple([operand.id for operand in self.operands])


def _walk(term: Term) -> Iterator[Term]:
    yield term
    for operand in term.operands if isinstance(term, Call) else ():
        yield from _walk(operand)
