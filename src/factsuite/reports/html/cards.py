"""A fact as a card: what the article says, the verdict and how it was reached, the evidence, what to do."""

import shlex
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from factsuite.model.articles import Place
from factsuite.model.facts import Fact, Verdict
from factsuite.reports.counting import needs_attention
from factsuite.reports.explaining import basis_words
from factsuite.reports.html.evidence import EvidenceView, evidence_of
from factsuite.reports.html.shown_text import Ids
from factsuite.reports.html.signs import OUTCOME_WORDS, Sign, sign_of
from factsuite.reports.markdown_text import plural
from factsuite.rules.findings import Reported
from factsuite.rules.results import ArticleResult, FactResult
from factsuite.values.relation import Relation
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signing import FactSigning

_LINES_THAT = {
    Relation.ENTAILS: ("supports it", "support it"),
    Relation.COMPATIBLE: ("supports it in part", "support it in part"),
    Relation.CONTRADICTS: ("contradicts it", "contradict it"),
}


class Told(Struct, frozen=True, kw_only=True):
    """A finding on a card, and how it stands: failing, expected, waived, or wrong before."""

    reported: Reported
    standing: str = ""


class Card(Struct, frozen=True, kw_only=True):
    """One fact with everything its card shows."""

    number: int
    """From 1, in the order of the text; facts whose words are not found come last."""
    id: str
    ref: str
    """The id of its reference in the text."""
    label: str
    kind: str
    claim: str
    sign: Sign
    outcome: str
    fix: bool
    """Whether an editor has to do something about it."""
    place: Place | None
    """Where its words stand; None if they do not, or more than once."""
    fact: Fact | None
    at: str
    """`path:line` of its entry."""
    command: str
    """The command that runs this fact alone."""
    basis: str
    """Computed, mixed or judged; empty where nothing could be."""
    reached: tuple[str, ...]
    """How the verdict was reached, part by part."""
    asserted: tuple[tuple[str, str], ...]
    """Field and value, as the fact file writes them."""
    evidence: EvidenceView | None
    told: tuple[Told, ...]
    signing: FactSigning | None
    """Who signed it, and whether it is still what they signed; None where nobody looked."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found something in it."""
        return tuple(sorted({told.reported.rule for told in self.told}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that bear on it."""
        return self.evidence.sources if self.evidence is not None else ()

    @property
    def words(self) -> str:
        """The article's words."""
        return self.fact.anchor.exact.text if self.fact is not None else ""

    @property
    def correction(self) -> str:
        """What the desk says instead; empty if it says nothing."""
        return self.fact.correction.text if self.fact is not None and self.fact.correction is not None else ""


def cards_of(result: ArticleResult, ids: Ids) -> tuple[Card, ...]:
    """The cards of an article, in the order of its text."""
    placed = [(_place(fact, result), fact) for fact in result.facts]
    placed.sort(key=lambda each: _order(each[0]))
    signed = {each.fact.label: each for each in result.signing.facts} if result.signing is not None else {}
    return tuple(
        _card(number, place, fact, result, signed.get(fact.slot.label), ids)
        for number, (place, fact) in enumerate(placed, start=1)
    )


def to_fix(cards: Iterable[Card], facts: Sequence[FactResult]) -> list[Card]:
    """The cards of some facts, in their order."""
    by_label = {card.label: card for card in cards}
    return [by_label[fact.slot.label] for fact in facts]


def _place(fact: FactResult, result: ArticleResult) -> Place | None:
    article = result.dossier.article
    if article is None or fact.slot.fact is None:
        return None
    places = article.find(fact.slot.fact.anchor)
    return places[0] if len(places) == 1 else None


def _order(place: Place | None) -> tuple[bool, bool, int, int]:
    """Headline, body, what stands nowhere; what begins at one place with the shorter first."""
    return (True, True, 0, 0) if place is None else (False, not place.in_headline, place.start, place.end)


def _card(
    number: int,
    place: Place | None,
    result: FactResult,
    article: ArticleResult,
    signing: FactSigning | None,
    ids: Ids,
) -> Card:
    slot, judgement = result.slot, result.judgement
    fact = slot.fact
    return Card(
        number=number,
        id=ids.new("fact", slot.label),
        ref=ids.new("ref", slot.label),
        label=slot.label,
        kind=slot.kind,
        claim=slot.claim,
        sign=sign_of(result),
        outcome=OUTCOME_WORDS[result.outcome],
        fix=needs_attention(result),
        place=place,
        fact=fact,
        at=f"{slot.at.path}:{slot.at.line}",
        command=f"pytest {shlex.quote(f'{article.dossier.facts_path}::{slot.label}')}",
        basis=basis_words(judgement) if judgement is not None else "",
        reached=tuple(_reached(judgement)) if judgement is not None else (),
        asserted=tuple((name, stated.text) for name, stated in fact.asserts.stated()) if fact is not None else (),
        evidence=evidence_of(judgement, article.dossier.registry, ids) if judgement is not None else None,
        told=tuple(_told(result)),
        signing=signing,
    )


def _told(result: FactResult) -> list[Told]:
    """What rules found, gravest first; that a known inaccuracy is one is said by the card itself."""
    found = [Told(reported=each) for each in result.findings]
    found += [Told(reported=each, standing="expected") for each in result.expected if each.rule != "known-inaccuracy"]
    for waived in result.waived:
        waiver = waived.waiver
        found.append(Told(reported=waived.reported, standing=f"waived until {waiver.until} by {waiver.by}"))
    return [*found, *(Told(reported=each, standing="wrong before") for each in result.old)]


def _reached(judgement: Judgement) -> list[str]:
    """From the lines to the verdict, in words."""
    counted = [line for line in judgement.lines if line.counts]
    number = Counter(line.relation for line in counted)
    says = [f"{count} {_LINES_THAT[relation][count > 1]}" for relation, count in number.items()]
    parts = [f"{plural(len(counted), 'line')} of evidence" + (f": {', '.join(says)}" if says else "")]
    parts.append(plural(len(judgement.comparisons), "comparison"))
    parts += [str(judgement.required)] if judgement.required.lines > 1 else []
    if judgement.hangs_on is not None:
        parts.append(f"without the line {judgement.hangs_on.id} it would be another verdict")
    parts += ["nothing but the article's own parent supports it"] if judgement.parent_only else []
    if judgement.uncovered and judgement.verdict is Verdict.OVERSTATED:
        parts.append(f"no source gives {', '.join(judgement.uncovered)} as the article has it")
    parts += [f"left out: {', '.join(judgement.lost)}"] if judgement.lost else []
    if judgement.verdict is not judgement.verdict_with_all:
        parts.append(f"with what is set aside it would be {judgement.verdict_with_all.value}")
    stated = judgement.fact.stated_verdict
    parts += [f"the fact states {stated.value}"] if stated is not judgement.verdict else []
    return parts
