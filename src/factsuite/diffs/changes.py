"""A change: one thing that is otherwise between two versions, in one line for a copy editor."""

from collections.abc import Iterable

from msgspec import Struct, field

from factsuite.diffs.sorts import SORT
from factsuite.load.locations import Location
from factsuite.rules.findings import Severity

_SHOWN = 90  # characters of a value in a message
GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Change(Struct, frozen=True, kw_only=True):
    """One change, with the rule that names it."""

    rule: str
    severity: Severity
    article: str
    """Empty where it belongs to no single article."""
    fact: str | None
    """The label of the fact it is a change of, in the present version, else in the former one."""
    facts: tuple[str, ...]
    """The facts it touches: its own, or those whose words stand in the changed text, or that rest on what changed."""
    message: str
    hint: str = ""
    now: Location | None = None
    before: Location | None = None
    topics: frozenset[str] = frozenset()
    """What it is about: a sentence does not tell again what a fact of it tells."""

    @property
    def at(self) -> Location:
        """Where to look: in the present version if it is there, else in the former one."""
        found = self.now or self.before
        assert found is not None, f"{self.rule} stands nowhere"
        return found

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By article, then the gravest first, then by place."""
        place = (str(self.at.path), self.at.line, self.at.column)
        return self.article, GRAVEST_FIRST.index(self.severity), place, self.rule, self.message


class Difference(Struct, frozen=True, kw_only=True):
    """What differs between two wordings or two values, before it is known whose: a rule, and the words for it."""

    rule: str
    words: str
    was: str = ""
    """The former words, where there were any."""
    written: str = ""
    """The present words, where there are any."""

    @property
    def topic(self) -> str:
        """What it is about."""
        return SORT[self.rule].topic


class Diff(Struct, frozen=True, kw_only=True):
    """Every change between two versions."""

    before: str
    """The name of the former version."""
    now: str
    """The name of the present one."""
    changes: tuple[Change, ...]
    touched: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """The facts of the present version that changed, stand in changed text, or depend on what changed: by article and
    label."""
    former: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    """The facts that have another name now, or stand in another article: each with what it was called."""

    @property
    def grave(self) -> tuple[Change, ...]:
        """The changes that a gate stops."""
        return tuple(change for change in self.changes if change.severity is Severity.ERROR)


def change(
    rule: str,
    message: str,
    *,
    article: str = "",
    fact: str | None = None,
    facts: Iterable[str] = (),
    eased: bool = False,
    hint: str | None = None,
    now: Location | None = None,
    before: Location | None = None,
    topics: Iterable[str] = (),
) -> Change:
    """A change under one of the rules of the table; `eased` where it is less grave."""
    sort = SORT[rule]
    severity = sort.eased if eased and sort.eased is not None else sort.severity
    return Change(
        rule=rule,
        severity=severity,
        article=article,
        fact=fact,
        facts=tuple(dict.fromkeys((*((fact,) if fact is not None else ()), *facts))),
        message=message,
        hint=sort.hint if hint is None else hint,
        now=now,
        before=before,
        topics=frozenset({sort.topic, *topics}),
    )


def quoted(text: str) -> str:
    """A value in a message, on one line, shortened in the middle."""
    flat = " ".join(text.split())
    if len(flat) > _SHOWN:
        flat = f"{flat[: _SHOWN * 2 // 3].rstrip()} ... {flat[-_SHOWN // 3 :].lstrip()}"
    return f"'{flat}'"


def listed(names: Iterable[str], most: int = 4) -> str:
    """Ids in a message: `a`, `b` and 3 more."""
    found = list(names)
    shown = ", ".join(f"`{name}`" for name in found[:most])
    left = len(found) - most
    return f"{shown} and {left} more" if left > 0 else shown


def counted(number: int, noun: str, plural: str = "") -> str:
    """A count with its noun."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
