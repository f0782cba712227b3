"""factsuite: facts as code, a test suite for the factual assertions of an article.

What is listed in `__all__` is public; everything else may change. Names are imported when they are first
used: the pytest plugin loads this package in every run of an environment.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factsuite.load.locations import Location
    from factsuite.load.problems import Problem
    from factsuite.model.articles import Article
    from factsuite.model.dossiers import Dossier, Workspace
    from factsuite.model.entities import Event, Person
    from factsuite.model.fact_kinds import (
        DateFact,
        Derived,
        EventFact,
        OfficeFact,
        Order,
        PlaceFact,
        QuantityFact,
        Quotation,
        StatementFact,
    )
    from factsuite.model.facts import Evidence, Fact, Stance, Terms, Verdict
    from factsuite.model.policy import Policy
    from factsuite.model.registry import Registry
    from factsuite.rules.findings import Finding, Related, Severity
    from factsuite.rules.rule import rule
    from factsuite.values.relation import Relation
    from factsuite.verdicts.grounds import Grounds
    from factsuite.verdicts.judging import Judgement

_HOMES = {
    "factsuite.load.locations": ("Location",),
    "factsuite.load.problems": ("Problem",),
    "factsuite.model.articles": ("Article",),
    "factsuite.model.dossiers": ("Dossier", "Workspace"),
    "factsuite.model.entities": ("Event", "Person"),
    "factsuite.model.fact_kinds": (
        "DateFact",
        "Derived",
        "EventFact",
        "OfficeFact",
        "Order",
        "PlaceFact",
        "QuantityFact",
        "Quotation",
        "StatementFact",
    ),
    "factsuite.model.facts": ("Evidence", "Fact", "Stance", "Terms", "Verdict"),
    "factsuite.model.policy": ("Policy",),
    "factsuite.model.registry": ("Registry",),
    "factsuite.rules.findings": ("Finding", "Related", "Severity"),
    "factsuite.rules.rule": ("rule",),
    "factsuite.values.relation": ("Relation",),
    "factsuite.verdicts.grounds": ("Grounds",),
    "factsuite.verdicts.judging": ("Judgement",),
}

__all__ = [
    "Article",
    "DateFact",
    "Derived",
    "Dossier",
    "Event",
    "EventFact",
    "Evidence",
    "Fact",
    "Finding",
    "Grounds",
    "Judgement",
    "Location",
    "OfficeFact",
    "Order",
    "Person",
    "PlaceFact",
    "Policy",
    "Problem",
    "QuantityFact",
    "Quotation",
    "Registry",
    "Related",
    "Relation",
    "Severity",
    "Stance",
    "StatementFact",
    "Terms",
    "Verdict",
    "Workspace",
    "rule",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
