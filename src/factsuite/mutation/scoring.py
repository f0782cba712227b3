"""The score: of the mistakes that could be noticed, how many were."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from factsuite.mutation.mutants import Fate, Link, Outcome


class Score(Struct, frozen=True, kw_only=True):
    """Mutants by what became of them."""

    killed: int
    survived: int
    compared: int = 0
    """Of the killed, those that a comparison noticed."""
    equivalent: int = 0
    redundant: int = 0
    unchecked: int = 0

    @property
    def counted(self) -> int:
        """The mutants that could have been noticed."""
        return self.killed + self.survived

    @property
    def percent(self) -> Fraction | None:
        """The share that was noticed, in percent; None where there was nothing to notice."""
        return Fraction(100 * self.killed, self.counted) if self.counted else None

    @property
    def compared_percent(self) -> Fraction | None:
        """The share that a comparison noticed; None where there was nothing to notice."""
        return Fraction(100 * self.compared, self.counted) if self.counted else None


def score_of(outcomes: Iterable[Outcome]) -> Score:
    """Count what became of some mutants."""
    found = list(outcomes)
    fates = [outcome.fate for outcome in found]
    return Score(
        compared=sum(outcome.compared for outcome in found),
        killed=fates.count(Fate.KILLED),
        survived=fates.count(Fate.SURVIVED),
        equivalent=fates.count(Fate.EQUIVALENT),
        redundant=fates.count(Fate.REDUNDANT),
        unchecked=fates.count(Fate.UNCHECKED),
    )


def by_link(outcomes: Iterable[Outcome]) -> dict[Link, Score]:
    """The score of each link that was tried."""
    found = list(outcomes)
    return {link: score_of(each for each in found if each.mutant.link is link) for link in Link}


def by_operator(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """The score of each operator, by its name."""
    found = list(outcomes)
    names = sorted({each.mutant.operator for each in found})
    return {name: score_of(each for each in found if each.mutant.operator == name) for name in names}


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """The score by the kind of the first fact touched."""
    found = list(outcomes)
    kinds = sorted({each.mutant.kind for each in found})
    return {kind: score_of(each for each in found if each.mutant.kind == kind) for kind in kinds}


def shown(percent: Fraction | None) -> str:
    """A score in tenths of a percent, rounded down, so that 100 % means all."""
    if percent is None:
        return "none"
    tenths = percent * 10 // 1
    return f"{tenths // 10}.{tenths % 10} %"
