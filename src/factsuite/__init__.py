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
    from factsuite.model.left_out import LeftOut
    from factsuite.model.policy import Policy
    from factsuite.model.registry import Registry
    from factsuite.rules.findings import Finding, Related, Severity
    from factsuite.rules.rule import rule
    from factsuite.rules.standings import BaselineStanding, WaiverStanding
    from factsuite.values.relation import Relation
    from factsuite.verdicts.agreement.agreeing import Agreements
    from factsuite.verdicts.agreement.records import Agreement, Topic
    from factsuite.verdicts.contributions import Contribution, Matter
    from factsuite.verdicts.coverage.coverage import Coverage
    from factsuite.verdicts.exhibits import PinnedSources
    from factsuite.verdicts.grounds import Grounds
    from factsuite.verdicts.judging import Judgement
    from factsuite.verdicts.reconciling import Clash, Reconciled
    from factsuite.verdicts.signing import FactSigning, Signature, Signing
    from factsuite.verdicts.timeline.across import SharedTimeline
    from factsuite.verdicts.timeline.timelines import Timeline
    from factsuite.verdicts.validity.lapses import Lapses

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
    "factsuite.model.left_out": ("LeftOut",),
    "factsuite.model.policy": ("Policy",),
    "factsuite.model.registry": ("Registry",),
    "factsuite.rules.findings": ("Finding", "Related", "Severity"),
    "factsuite.rules.rule": ("rule",),
    "factsuite.rules.standings": ("BaselineStanding", "WaiverStanding"),
    "factsuite.values.relation": ("Relation",),
    "factsuite.verdicts.agreement.agreeing": ("Agreements",),
    "factsuite.verdicts.agreement.records": ("Agreement", "Topic"),
    "factsuite.verdicts.contributions": ("Contribution", "Matter"),
    "factsuite.verdicts.coverage.coverage": ("Coverage",),
    "factsuite.verdicts.exhibits": ("PinnedSources",),
    "factsuite.verdicts.grounds": ("Grounds",),
    "factsuite.verdicts.judging": ("Judgement",),
    "factsuite.verdicts.reconciling": ("Clash", "Reconciled"),
    "factsuite.verdicts.signing": ("FactSigning", "Signature", "Signing"),
    "factsuite.verdicts.timeline.across": ("SharedTimeline",),
    "factsuite.verdicts.timeline.timelines": ("Timeline",),
    "factsuite.verdicts.validity.lapses": ("Lapses",),
}

__all__ = [
    "Agreement",
    "Agreements",
    "Article",
    "BaselineStanding",
    "Clash",
    "Contribution",
    "Coverage",
    "DateFact",
    "Derived",
    "Dossier",
    "Event",
    "EventFact",
    "Evidence",
    "Fact",
    "FactSigning",
    "Finding",
    "Grounds",
    "Judgement",
    "Lapses",
    "LeftOut",
    "Location",
    "Matter",
    "OfficeFact",
    "Order",
    "Person",
    "PinnedSources",
    "PlaceFact",
    "Policy",
    "Problem",
    "QuantityFact",
    "Quotation",
    "Reconciled",
    "Registry",
    "Related",
    "Relation",
    "Severity",
    "SharedTimeline",
    "Signature",
    "Signing",
    "Stance",
    "StatementFact",
    "Terms",
    "Timeline",
    "Topic",
    "Verdict",
    "WaiverStanding",
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
