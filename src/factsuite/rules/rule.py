"""A rule: one defect, looked for by one pure function."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct

from factsuite.rules.findings import Finding, Severity

RuleFunction = Callable[..., Iterable[Finding]]
F = TypeVar("F", bound=RuleFunction)

MARK = "__factsuite_rule__"


class Mark(Struct, frozen=True, kw_only=True):
    """What the decorator attaches; collection makes a rule of it."""

    severity: Severity
    handbook: str
    link: int | None


class Page(Struct, frozen=True, kw_only=True):
    """A rule's page, from its docstring: the heading and the four sections."""

    title: str
    why: str
    fails: str
    passes: str
    limits: str


class Rule(Struct, frozen=True, kw_only=True):
    """A collected rule."""

    name: str
    severity: Severity
    handbook: str
    link: int | None
    """The link of the chain it checks (1 to 5). Findings of link 3 explain a verdict, so they are expected
    on a fact whose stated verdict is the one the evidence computes to."""
    function: RuleFunction
    parameters: tuple[type[Any], ...]
    """What the function asks for, by type; the first is what it looks at, one by one."""
    family: str
    """The module it stands in, and the first line of that module: the editorial question."""
    question: str
    file: str
    line: int
    page: Page


def rule(*, severity: Severity, handbook: str, link: int | None = None) -> Callable[[F], F]:
    """Mark a function as a rule.

    `handbook` is the place in the editorial handbook that the rule enforces, `docs/editorial.md#section`.
    `link` is the link of the chain it checks: 1 anchor and article, 2 anchor and fact, 3 sources and fact,
    4 excerpt and report, 5 excerpt and exhibit; none for the form of files and for house-keeping.
    """

    def mark(function: F) -> F:
        setattr(function, MARK, Mark(severity=severity, handbook=handbook, link=link))
        return function

    return mark


def parameter_types(function: RuleFunction) -> tuple[type[Any], ...]:
    """The types a rule asks for, from its annotations."""
    signature = inspect.signature(function, eval_str=True)
    return tuple(parameter.annotation for parameter in signature.parameters.values())
