"""One fact in two versions: what it asserts, the verdict it states, what it was corrected to."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from factsuite.diffs import values_changed
from factsuite.diffs.changes import Change, Difference, change
from factsuite.diffs.essence import same
from factsuite.diffs.evidence_changes import EvidenceChanged, evidence_changed
from factsuite.diffs.matching import FactPair
from factsuite.diffs.values_changed import to
from factsuite.diffs.wording_changes import read_sentence, wording_differences
from factsuite.model.articles import Article
from factsuite.model.facts import Fact, Terms, Verdict
from factsuite.model.kinds import Risk
from factsuite.rules.providing import Examined
from factsuite.verdicts.containment import compare_parties, compare_places
from factsuite.verdicts.coverage.mentions import Reading
from factsuite.verdicts.fields import written
from factsuite.verdicts.judging import Basis, Judgement

CONFIDENCE = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.UNVERIFIED, Verdict.OVERSTATED, Verdict.SUPPORTED)
"""Verdicts by how much they stand behind the article, the least first."""
_RISKS = (Risk.LOW, Risk.NORMAL, Risk.HIGH)
_PARTIES = ("speaker", "according_to", "who", "to", "person")
_PLACES = ("where", "at")
_LAYOUT = frozenset({"id", "tags", "note"})
"""Fields of a fact that say nothing of the article."""


class FactInTwo(Struct, frozen=True, kw_only=True):
    """One fact in two versions, judged in both."""

    pair: FactPair
    before: Examined
    now: Examined

    @property
    def judged(self) -> tuple[Judgement, Judgement]:
        """The judgement then and now."""
        return (
            self.before.judgements[self.pair.before.label],
            self.now.judgements[self.pair.now.label],
        )


def is_changed(pair: FactPair) -> bool:
    """Whether the fact says anything else than it did, of whatever kind."""
    return not same(pair.before, pair.now, _LAYOUT)


def fact_changes(fact: FactInTwo) -> tuple[Change, ...]:
    """Every change of one fact."""
    if not is_changed(fact.pair):
        return ()
    evidence = evidence_changed(fact.pair, *fact.judged)
    differences = tuple(_assertions(fact.pair.before, fact.pair.now, fact.now))
    return (*_told(fact, differences, evidence), *_verdict(fact, differences, evidence), *evidence.changes)


def _told(fact: FactInTwo, differences: tuple[Difference, ...], evidence: EvidenceChanged) -> Iterator[Change]:
    """What the fact asserts otherwise; in one line, if it puts a known inaccuracy right."""
    pair = fact.pair
    if differences and corrects(fact):
        words = "; ".join(each.words for each in differences)
        made = _change(pair, "correction-made", f"corrected: {words}")
        yield replace(made, topics=made.topics | {each.topic for each in differences})
        return
    borne_out = evidence.is_new or _computed_to_support(fact.judged[1], evidence)
    for each in differences:
        eased = is_dated(fact.now.dossier.article) if each.rule == "date-made-relative" else borne_out
        yield _change(pair, each.rule, f"{named(each.rule)}: {each.words}", eased=eased)


def is_dated(article: Article | None) -> bool:
    """Whether an article says when it was published, so that a reader can reckon its dates."""
    published = article.published if article is not None else None
    return published is not None and None not in (published.value.earliest, published.value.latest)


def corrects(fact: FactInTwo) -> bool:
    """Whether a known inaccuracy became a supported fact that asserts something else."""
    before, now = fact.pair.before, fact.pair.now
    supported = now.stated_verdict is Verdict.SUPPORTED and fact.judged[1].verdict is Verdict.SUPPORTED
    return before.stated_verdict is not Verdict.SUPPORTED and supported


def named(rule: str) -> str:
    """A rule in the words of a message."""
    return rule.replace("-", " ")


def _computed_to_support(judgement: Judgement, evidence: EvidenceChanged) -> bool:
    supported = judgement.verdict is Verdict.SUPPORTED and judgement.basis is Basis.COMPUTED
    return supported and not evidence.reports_changed


def _assertions(before: Fact, now: Fact, examined: Examined) -> Iterator[Difference]:
    if before.kind is not now.kind:
        yield Difference(rule="assertion-changed", words=to(before.kind.value, now.kind.value))
        return
    old, new = _fields(before.asserts), _fields(now.asserts)
    for name in dict.fromkeys((*new, *old)):
        if name not in new:
            rule = "attribution-dropped" if name in ("speaker", "according_to") else "assertion-removed"
            yield Difference(rule=rule, words=f"`{name}: {old[name]}`")
        elif name not in old:
            rule = "attribution-added" if name in ("speaker", "according_to") else "assertion-added"
            yield Difference(rule=rule, words=f"`{name}: {new[name]}`")
        else:
            found = _field(name, before.asserts, now.asserts, examined)
            if found is not None:
                yield replace(found, was=old[name], written=new[name])


def _fields(terms: Terms) -> dict[str, str]:
    """Every field as it is written; the two events of an order are one."""
    found = {name: stated.text for name, stated in terms.stated() if name not in ("earlier", "later")}
    if terms.given("order") is not None:
        found["order"] = written(terms, "order")
    return found


def _field(name: str, before: Terms, now: Terms, examined: Examined) -> Difference | None:
    old, new = before.given(name), now.given(name)
    assert old is not None and new is not None
    words = to(written(before, name), written(now, name))
    registry = examined.dossier.registry
    if name == "order":
        turned = (before.earlier, before.later), (now.earlier, now.later)
        return None if same(*turned) else Difference(rule="order-changed", words=words)
    if same(old, new):
        return None
    if name == "value" and before.value is not None and now.value is not None:
        measure = registry.measure(now.measure.value) if now.measure is not None else None
        return values_changed.figure(before.value.value, now.value.value, old.text, new.text, measure)
    if name == "on" and before.on is not None and now.on is not None:
        return values_changed.date(before.on.value, now.on.value, old.text, new.text)
    if name == "as_of" and before.as_of is not None and now.as_of is not None:
        return values_changed.date(before.as_of.value, now.as_of.value, old.text, new.text)
    if name in (*_PARTIES, *_PLACES):
        topic = "place" if name in _PLACES else "speaker" if name in ("speaker", "according_to") else "assertion"
        compare = compare_places if name in _PLACES else compare_parties
        found = values_changed.parties(_ids(before, name), _ids(now, name), topic, compare, registry, words)
        return replace(found, rule="assertion-changed") if found is not None and topic == "assertion" else found
    if name in ("words", "office", "act"):
        return {"words": values_changed.quotation, "office": values_changed.office, "act": values_changed.act}[name](
            old.text, new.text
        )
    if name == "that":
        return _statement(old.text, new.text, examined)
    if name == "link":
        return Difference(rule="order-changed", words=words)
    return Difference(rule="assertion-changed", words=f"`{name}`: {words}")


def _statement(before: str, now: str, examined: Examined) -> Difference | None:
    """What somebody is said to have said: the gravest thing that was read otherwise, else a rewording."""
    reading = Reading(
        registry=examined.dossier.registry,
        calendar=examined.grounds.calendar,
        reach=examined.workspace.policy.reach,
    )
    found = wording_differences(read_sentence(before, reading), read_sentence(now, reading))
    return found[0] if found else Difference(rule="statement-reworded", words=to(before, now))


def _ids(terms: Terms, name: str) -> tuple[str, ...]:
    stated = terms.given(name)
    if stated is None:
        return ()
    value = stated.value
    return tuple(ref.value for ref in value) if isinstance(value, tuple) else (stated.text,)


def _verdict(fact: FactInTwo, differences: tuple[Difference, ...], evidence: EvidenceChanged) -> Iterator[Change]:
    pair = fact.pair
    before, now = pair.before.stated_verdict, pair.now.stated_verdict
    if before is not now and not (differences and corrects(fact)):
        raised = CONFIDENCE.index(now) > CONFIDENCE.index(before)
        less = bool(differences) and all(_says_less(each) for each in differences)
        rule = "verdict-raised" if raised else "verdict-lowered"
        yield _change(
            pair, rule, f"{named(rule)}: {before.value} -> {now.value}", eased=raised and (evidence.is_new or less)
        )
    elif before is now and not same(pair.before.correction, pair.now.correction):
        yield _change(pair, "correction-changed", f"{named('correction-changed')}: {_text(pair.now)}")
    if _RISKS.index(pair.now.risk) < _RISKS.index(pair.before.risk):
        words = f"{pair.before.risk.value} -> {pair.now.risk.value}"
        yield _change(pair, "risk-lowered", f"risk lowered: {words}")


def _text(fact: Fact) -> str:
    return fact.correction.text if fact.correction is not None else "taken out"


def _says_less(difference: Difference) -> bool:
    return difference.rule.endswith(("-widened", "-added", "-weakened", "-removed")) and not difference.rule.startswith(
        "assertion-a"
    )


def _change(pair: FactPair, rule: str, message: str, eased: bool = False) -> Change:
    return change(
        rule,
        message,
        article=pair.article,
        fact=pair.now.label,
        eased=eased,
        now=pair.now.asserts.at if rule != "verdict-raised" else pair.now.verdict_at,
        before=pair.before.asserts.at,
    )
