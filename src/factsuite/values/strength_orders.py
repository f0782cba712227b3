"""The published orders of strength, weakest first, each with where the order comes from.

A phrase is listed in the form it is looked for: lower case, reporting verbs in the past tense, as news prints them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One scale: levels from the weakest to the strongest, the phrases of a level being as strong as each other."""

    name: str
    source: str  # where the order is taken from
    levels: tuple[tuple[str, ...], ...]


REPORTING = Order(
    name="reporting verbs",
    source="house order: accusation, inference, estimate, plain report, confirmation, proof",
    levels=(
        ("alleged", "claimed", "accused", "speculated", "rumored", "purported"),
        ("suggested", "hinted", "implied", "indicated", "signaled", "believed", "thought", "suspected", "feared"),
        ("estimated", "assessed", "predicted", "expected", "projected", "forecast", "concluded", "judged"),
        (
            "said", "stated", "told", "added", "noted", "wrote", "reported", "announced", "declared", "explained",
            "informed", "emphasized", "stressed", "described", "argued", "insisted", "maintained", "remarked",
            "commented", "asserted", "testified", "posted", "tweeted", "replied", "answered", "continued", "observed",
            "mentioned", "called", "characterized", "claimed that",
        ),
        ("confirmed", "acknowledged", "admitted", "conceded", "verified", "corroborated", "established"),
        ("proved", "demonstrated", "showed conclusively"),
    ),
)  # fmt: skip

DIRECTIVES = Order(
    name="directives",
    source="house order: how much room is left to refuse",
    levels=(
        ("asked", "requested", "invited", "appealed", "proposed"),
        ("urged", "advised", "recommended", "encouraged", "pressed", "exhorted", "called on"),
        ("demanded", "insisted on", "warned against"),
        ("ordered", "commanded", "instructed", "directed", "required"),
    ),
)

COMMITMENTS = Order(
    name="commitments",
    source="house order: how firmly the speaker is bound",
    levels=(
        ("considered", "mulled", "weighed"),
        ("offered", "planned", "intended", "was willing"),
        ("promised", "pledged", "vowed", "committed", "agreed", "swore", "guaranteed"),
    ),
)

DENIALS = Order(
    name="denials",
    source="house order: a denial stands apart from the assertions it answers",
    levels=(
        ("questioned", "doubted", "disputed"),
        ("denied", "rejected", "dismissed", "refuted", "disavowed", "rebutted"),
    ),
)

MODALITY = Order(
    name="modality",
    source="the scale possible, probable, certain of Horn 1972; the verbs placed on it by the house",
    levels=(
        ("might",),
        ("may", "could", "can", "possibly", "perhaps", "potentially"),
        ("would", "should", "likely", "probably", "is expected to", "are expected to", "was expected to"),
        ("will", "must", "certainly", "definitely", "is certain to", "are certain to", "is set to"),
    ),
)

CAUSES = Order(
    name="causes",
    source="the groups readers tell apart in Adams et al. 2017, doi:10.1037/xap0000100; contributions: house order",
    levels=(
        (
            "linked to", "associated with", "correlated with", "tied to", "connected to", "related to", "may cause",
            "might cause", "could cause", "may lead to", "might lead to", "could lead to",
        ),
        ("can cause", "can lead to"),
        ("contributed to", "contributes to", "contribute to", "helped cause", "played a role in", "a factor in"),
        (
            "caused", "causes", "cause", "caused by", "led to", "leads to", "resulted in", "results in", "triggered",
            "brought about", "because of", "due to",
        ),
    ),
)  # fmt: skip

QUANTIFIERS = Order(
    name="quantifiers",
    source="the scale some, many, most, all of Horn 1972; the steps between placed by the house",
    levels=(
        ("some", "several", "a few", "a number of", "certain"),
        ("many", "numerous", "a lot of", "plenty of", "a large number of"),
        ("most", "a majority of", "the majority of", "more than half of", "the bulk of"),
        ("nearly all", "almost all", "the vast majority of", "virtually all"),
        ("all", "every", "each", "everyone", "everybody", "the whole of"),
    ),
)

ORDERS: tuple[Order, ...] = (REPORTING, DIRECTIVES, COMMITMENTS, DENIALS, MODALITY, CAUSES, QUANTIFIERS)
"""Every published order."""
