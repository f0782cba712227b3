"""House policy on coverage: how much of an article must lie under a fact, or be marked as not checked."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from factsuite.model.setting_values import known_only, plain, refused

SETTINGS = ("sentences", "numbers", "dates", "quotations", "attributions", "titles", "names")
"""What has a threshold, each a share from 0 to 1."""


class CoveragePolicy(Struct, frozen=True, kw_only=True):
    """The thresholds, by kind of mention. A kind without one is reported, and never fails."""

    thresholds: tuple[tuple[str, Fraction], ...] = ()

    def threshold(self, setting: str) -> Fraction | None:
        """The share asked of a kind, by the name of its setting: `numbers`."""
        return dict(self.thresholds).get(setting)

    def describe(self) -> tuple[tuple[str, str], ...]:
        """The setting with its value, as TOML has it."""
        return (("coverage", "{" + ", ".join(f"{name} = {plain(share)}" for name, share in self.thresholds) + "}"),)


def read_coverage_policy(value: object) -> CoveragePolicy:
    """The policy of the settings `coverage.*`; raises PolicyError for what it does not know."""
    if not isinstance(value, Mapping):
        raise refused("coverage", f"{value!r} is no table of settings", "shares by kind: coverage.numbers = 1.0")
    known_only(value, SETTINGS, "coverage.")
    return CoveragePolicy(thresholds=tuple((name, _share(value[name], name)) for name in SETTINGS if name in value))


def _share(value: object, name: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise refused(f"coverage.{name}", f"{value!r} is no share", "a number from 0 to 1: 0.9 is nine in ten")
    return Fraction(str(value))
