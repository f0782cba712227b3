"""House policy on lines of evidence: how many are enough, what may stand alone, what counts as one."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from factsuite.load.schemas import source_kinds
from factsuite.model.kinds import Kind, Risk
from factsuite.model.setting_values import known_only, refused, switch, whole, yes_or_no

_OWN_WORDS = ("transcript", "official statement")
_EVERY = "every fact"
_ARTICLE = {Kind.EVENT: "an", Kind.OFFICE: "an", Kind.ORDER: "an"}


class Required(Struct, frozen=True, kw_only=True):
    """How many lines a fact needs, and why."""

    lines: int
    because: str
    """Whom the number is for: `every fact`, `a quantity of high risk`."""

    def __str__(self) -> str:
        verb = "line is" if self.lines == 1 else "lines are"
        return f"{self.lines} {verb} required for {self.because}"


class LinesPolicy(Struct, frozen=True, kw_only=True):
    """What the house asks of the lines of evidence below a fact."""

    by_kind: tuple[tuple[Kind, int], ...] = ()
    """Lines required of a kind of fact, in place of the default."""
    by_risk: tuple[tuple[Risk, int], ...] = ()
    """Lines required of a risk, in place of the default. Where kind and risk both say, the greater wins."""
    stand_alone: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        (Kind.QUOTATION, _OWN_WORDS),
        (Kind.STATEMENT, _OWN_WORDS),
    )
    """Kinds of source that suffice alone for a kind of fact, where they report the speaker the article names."""
    same_owner: bool = False
    """Whether sources of one owner that say the same are one line."""
    unnamed_counts: bool = True
    """Whether a line that relies on unnamed people alone counts towards the lines required."""
    attribute_single_line: bool = False
    """Whether the article must attribute what it has from one line only."""

    def required(self, kind: Kind, risk: Risk, default: int) -> Required:
        """The lines a fact of a kind and a risk needs."""
        if not self.by_kind and not self.by_risk:
            return Required(lines=default, because=_EVERY)
        of_kind, of_risk = dict(self.by_kind).get(kind), dict(self.by_risk).get(risk)
        most = max(of_kind or 0, of_risk or 0) or default
        words = f"{_ARTICLE.get(kind, 'a')} {kind.value}" if of_kind == most else ""
        if of_risk == most:
            words = f"{words or 'a fact'} of {risk.value} risk"
        return Required(lines=most, because=words or _EVERY)

    def sufficing_alone(self, kind: Kind) -> tuple[str, ...]:
        """The kinds of source of which one suffices alone for a kind of fact."""
        for each, sorts in self.stand_alone:
            if each is kind:
                return sorts
        return ()

    def describe(self) -> tuple[tuple[str, str], ...]:
        """Every setting with its value, as TOML has it."""
        alone = [
            (f"lines.stand_alone.{kind.value}", "[" + ", ".join(f'"{sort}"' for sort in sorts) + "]")
            for kind, sorts in self.stand_alone
        ]
        return (
            ("lines.by_kind", _inline((kind.value, number) for kind, number in self.by_kind)),
            ("lines.by_risk", _inline((risk.value, number) for risk, number in self.by_risk)),
            *alone,
            ("lines.same_owner", yes_or_no(self.same_owner)),
            ("lines.unnamed_counts", yes_or_no(self.unnamed_counts)),
            ("lines.attribute_single_line", yes_or_no(self.attribute_single_line)),
        )


_SETTINGS = ("by_kind", "by_risk", "stand_alone", "same_owner", "unnamed_counts", "attribute_single_line")


def read_lines_policy(value: object) -> LinesPolicy:
    """The policy of the settings `lines.*`; raises PolicyError for what it does not know."""
    table = _table(value, "lines")
    known_only(table, _SETTINGS, "lines.")
    kinds, risks = _table(table.get("by_kind", {}), "lines.by_kind"), _table(table.get("by_risk", {}), "lines.by_risk")
    known_only(kinds, [kind.value for kind in Kind], "lines.by_kind.", "kind of fact")
    known_only(risks, [risk.value for risk in Risk], "lines.by_risk.", "risk")
    default = LinesPolicy()
    return LinesPolicy(
        by_kind=tuple((k, whole(kinds, k.value, 1, f"lines.by_kind.{k.value}")) for k in Kind if k.value in kinds),
        by_risk=tuple((r, whole(risks, r.value, 1, f"lines.by_risk.{r.value}")) for r in Risk if r.value in risks),
        stand_alone=_stand_alone(table.get("stand_alone", {}), default),
        same_owner=switch(table, "same_owner", default.same_owner, "lines.same_owner"),
        unnamed_counts=switch(table, "unnamed_counts", default.unnamed_counts, "lines.unnamed_counts"),
        attribute_single_line=switch(
            table, "attribute_single_line", default.attribute_single_line, "lines.attribute_single_line"
        ),
    )


def _stand_alone(value: object, default: LinesPolicy) -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    """The kinds of source given, in place of the default ones of the same kind of fact."""
    table = _table(value, "lines.stand_alone")
    known_only(table, [kind.value for kind in Kind], "lines.stand_alone.", "kind of fact")
    given = {kind: _source_kinds(table[kind.value], kind) for kind in Kind if kind.value in table}
    merged = {**dict(default.stand_alone), **given}
    return tuple((kind, merged[kind]) for kind in Kind if kind in merged)


def _source_kinds(value: object, kind: Kind) -> tuple[str, ...]:
    name = f"lines.stand_alone.{kind.value}"
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise refused(name, f"{value!r} is not a list of kinds of source", 'a list: ["transcript"], or [] for none')
    known_only(dict.fromkeys(value), source_kinds(), f"{name}: ", "kind of source")
    return tuple(value)


def _table(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise refused(name, f"{value!r} is no table of settings", "settings by name: lines.by_kind = {quantity = 2}")
    return value


def _inline(pairs: Iterable[tuple[str, int]]) -> str:
    return "{" + ", ".join(f"{name} = {number}" for name, number in pairs) + "}"
