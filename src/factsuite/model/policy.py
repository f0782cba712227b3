"""House policy: how far hedges reach, how many lines are enough. Set in `[tool.factsuite]`."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from factsuite.model.coverage_policy import CoveragePolicy, read_coverage_policy
from factsuite.model.gate_policy import GatePolicy, read_gate_policy
from factsuite.model.lines_policy import LinesPolicy, read_lines_policy
from factsuite.model.setting_values import known_only, percent, plain, share, switch, whole, yes_or_no
from factsuite.model.signoff_policy import SignoffPolicy, read_signoff_policy
from factsuite.values.quantities import Reach


class Policy(Struct, frozen=True, kw_only=True):
    """The settings a result depends on. Every one is printed in the report."""

    lines_required: int = 1
    """How many independent lines must entail a fact before it counts as supported."""
    bound_factor: Fraction = Fraction(2)
    """How far a bound may lie from what its sources say before it is called far: *at least 300* for 3,000."""
    expiring_within_days: int = 30
    """How many days ahead is looked for what will expire: waivers, and what a run as of another day lists."""
    lines: LinesPolicy = field(default_factory=LinesPolicy)
    """What is asked of the lines of evidence below a fact."""
    coverage: CoveragePolicy = field(default_factory=CoveragePolicy)
    """How much of an article must be covered."""
    min_mutation_score: Fraction = Fraction(0)
    """The least share of mistakes made on purpose that must be noticed, in percent; 0 asks for none."""
    gate: GatePolicy = field(default_factory=GatePolicy)
    """How grave a finding is, by rule and path, and from which severity on a run fails."""
    signoff: SignoffPolicy = field(default_factory=SignoffPolicy)
    """Which facts somebody has to sign, and who may not."""
    reach: Reach = field(default_factory=Reach)
    """How far *about* and written precision reach."""

    def describe(self) -> tuple[tuple[str, str], ...]:
        """Every setting with its value, for the report."""
        return (
            ("lines_required", str(self.lines_required)),
            *self.lines.describe(),
            ("bound_factor", plain(self.bound_factor)),
            ("expiring_within_days", str(self.expiring_within_days)),
            ("about", plain(self.reach.about)),
            ("several", str(self.reach.several)),
            ("rounding", yes_or_no(self.reach.rounding)),
            *self.coverage.describe(),
            ("min_mutation_score", plain(self.min_mutation_score)),
            *self.gate.describe(),
            *self.signoff.describe(),
        )


def read_policy(table: Mapping[str, object]) -> Policy:
    """The policy of a `[tool.factsuite]` table; raises PolicyError for what it does not know."""
    known_only(table, dict.fromkeys(name.partition(".")[0] for name, _ in Policy().describe()))
    reach = Reach()
    return Policy(
        lines_required=whole(table, "lines_required", 1),
        lines=read_lines_policy(table.get("lines", {})),
        coverage=read_coverage_policy(table.get("coverage", {})),
        expiring_within_days=whole(table, "expiring_within_days", 30),
        min_mutation_score=percent(table, "min_mutation_score"),
        gate=read_gate_policy(table),
        signoff=read_signoff_policy(table.get("signoff", {})),
        bound_factor=share(table, "bound_factor", Fraction(2), least=Fraction(1)),
        reach=Reach(
            about=share(table, "about", reach.about, least=Fraction(0)),
            several=whole(table, "several", reach.several),
            rounding=switch(table, "rounding", reach.rounding),
        ),
    )
