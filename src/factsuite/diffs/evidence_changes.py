"""The evidence of one fact in two versions: what came, what went, what no longer counts, what is reported otherwise."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from factsuite.diffs.changes import Change, change, counted, listed
from factsuite.diffs.essence import essence, same
from factsuite.diffs.matching import FactPair
from factsuite.diffs.values_changed import to
from factsuite.model.facts import Evidence, Stance, Verdict
from factsuite.values.relation import Relation
from factsuite.verdicts.exhibits import Standing
from factsuite.verdicts.judging import Judgement

_FAVOUR = (Relation.CONTRADICTS, Relation.INCOMPARABLE, Relation.COMPATIBLE, Relation.ENTAILS)
_STANCES = (Stance.CONTRADICTS, Stance.PARTLY, Stance.SUPPORTS)


class EvidenceChanged(Struct, frozen=True, kw_only=True):
    """The changes, and what they mean for the rest of the fact."""

    changes: tuple[Change, ...]
    is_new: bool
    """Whether a source is cited that was not, or another excerpt of one that was, which stands in its pinned copy."""
    reports_changed: bool
    """Whether what a source is recorded to report was changed."""


def evidence_changed(pair: FactPair, before: Judgement, now: Judgement) -> EvidenceChanged:
    """Entries are matched by what they say, then by their source; their order says nothing."""
    gone, came = _left_over(pair.before.evidence, pair.now.evidence)
    altered = _by_source(gone, came)
    changes = [
        *_removed(pair, gone, before, now),
        *_added(pair, came),
        *_reported_otherwise(pair, altered, before, now),
        *(found for old, new in altered for found in _altered(pair, old, new, before, now)),
    ]
    bearing = [entry for entry in came if not entry.set_aside]
    excerpts = [new for old, new in altered if not same(old.excerpt, new.excerpt) and _is_pinned(new, now)]
    return EvidenceChanged(
        changes=tuple(changes),
        is_new=bool(bearing or excerpts),
        reports_changed=any(not same(old.reports, new.reports) for old, new in altered),
    )


def _left_over(before: Iterable[Evidence], now: Iterable[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    old, new = list(before), list(now)
    for entry in list(old):
        twin = next((other for other in new if essence(other) == essence(entry)), None)
        if twin is not None:
            old.remove(entry)
            new.remove(twin)
    return old, new


def _by_source(gone: list[Evidence], came: list[Evidence]) -> list[tuple[Evidence, Evidence]]:
    """The entries of one source that were altered; they are taken out of both."""
    found = []
    for entry in list(gone):
        twin = next((other for other in came if other.source.value == entry.source.value), None)
        if twin is not None:
            gone.remove(entry)
            came.remove(twin)
            found.append((entry, twin))
    return found


def _removed(pair: FactPair, gone: list[Evidence], before: Judgement, now: Judgement) -> Iterator[Change]:
    contrary = [entry for entry in gone if not entry.set_aside and _relation(entry, before) is Relation.CONTRADICTS]
    others = [entry for entry in gone if entry not in contrary]
    if contrary:
        yield _change(
            pair, "contrary-evidence-removed", f"evidence that spoke against it is gone: {_sources(contrary)}"
        )
    if others:
        had, has = _entailing(before), _entailing(now)
        hung = (had > 0 and has == 0) or (
            before.verdict is Verdict.SUPPORTED and now.verdict is not Verdict.SUPPORTED and not contrary
        )
        left = f"no line supports it now (there {_were(had)})" if not has else f"{counted(has, 'line')} of {had} left"
        words = f"evidence is gone: {_sources(others)}; {left}" if had else f"evidence is gone: {_sources(others)}"
        yield _change(pair, "support-removed" if hung else "evidence-removed", words)


def _were(lines: int) -> str:
    return "was one" if lines == 1 else f"were {lines}"


def _added(pair: FactPair, came: list[Evidence]) -> Iterator[Change]:
    if came:
        yield _change(pair, "evidence-added", f"new evidence: {_sources(came)}")


def _altered(pair: FactPair, old: Evidence, new: Evidence, before: Judgement, now: Judgement) -> Iterator[Change]:
    source = f"`{new.source.value}`"
    if new.set_aside and not old.set_aside:
        contrary = _relation(old, before) is Relation.CONTRADICTS or now.verdict is not now.verdict_with_all
        rule = "contrary-evidence-set-aside" if contrary else "evidence-set-aside"
        yield _change(pair, rule, f"{source} is set aside: {new.set_aside}")
    elif old.set_aside and not new.set_aside:
        yield _change(pair, "evidence-restored", f"{source} counts again")
    quoted_otherwise = not same(old.excerpt, new.excerpt)
    if old.stance is not None and new.stance is not None and old.stance.value is not new.stance.value:
        raised = _STANCES.index(new.stance.value) > _STANCES.index(old.stance.value)
        words = f"the judgement on {source} is another: {old.stance.value.value} -> {new.stance.value.value}"
        eased = quoted_otherwise or not same(old.because, new.because)
        yield _change(pair, "judgement-raised" if raised else "judgement-lowered", words, eased=eased)
    elif (old.stance is None) is not (new.stance is None):
        yield _change(pair, "report-changed", f"{source}: a judgement {'is new' if new.stance else 'is gone'}")
    if quoted_otherwise and same(old.reports, new.reports):
        words = to(_text(old), _text(new))
        yield _change(pair, "report-changed", f"the excerpt of {source} is changed: {words}")


def _reported_otherwise(
    pair: FactPair, altered: Iterable[tuple[Evidence, Evidence]], before: Judgement, now: Judgement
) -> Iterator[Change]:
    """What sources are recorded to report, in one line for all that were changed alike."""
    alike: dict[tuple[str, str, bool], list[Evidence]] = {}
    reworded = same(pair.before.asserts, pair.now.asserts)
    for old, new in altered:
        if same(old.reports, new.reports):
            continue
        was, has = _relation(old, before), _relation(new, now)
        better = _FAVOUR.index(has) > _FAVOUR.index(was) if reworded else has is Relation.ENTAILS
        rule = "report-bent" if better and has in (Relation.ENTAILS, Relation.COMPATIBLE) else "report-changed"
        quoted_otherwise = not same(old.excerpt, new.excerpt) and _is_pinned(new, now)
        alike.setdefault((rule, _reported(old, new), quoted_otherwise), []).append(new)
    for (rule, words, eased), entries in alike.items():
        verb = "reports" if len(entries) == 1 else "report"
        yield _change(pair, rule, f"what {_sources(entries)} {verb} is changed: {words}", eased=eased)


def _is_pinned(entry: Evidence, judgement: Judgement) -> bool:
    """Whether its excerpt stands in the pinned copy of its source: it is no invention."""
    if entry.excerpt is None:
        return False
    return any(each.evidence is entry and each.exhibit is Standing.STANDS for each in judgement.entries)


def _reported(old: Evidence, new: Evidence) -> str:
    before = dict(old.reports.stated()) if old.reports is not None else {}
    now = dict(new.reports.stated()) if new.reports is not None else {}
    parts = []
    for name in dict.fromkeys((*now, *before)):
        was = before[name].text if name in before else ""
        has = now[name].text if name in now else ""
        if " ".join(was.split()) != " ".join(has.split()):
            parts.append(f"`{name}` {to(was, has)}" if was and has else f"`{name}` {'is new' if has else 'is gone'}")
    return "; ".join(parts) or "as it is read"


def _text(entry: Evidence) -> str:
    return entry.excerpt.text if entry.excerpt is not None else ""


def _relation(entry: Evidence, judgement: Judgement) -> Relation:
    """What the entry says of the fact; nothing, where it does not bear on it."""
    for judged in judgement.entries:
        if judged.evidence is entry and judged.bears:
            return judged.relation
    return Relation.INCOMPARABLE


def _entailing(judgement: Judgement) -> int:
    return sum(line.relation is Relation.ENTAILS and line.counts for line in judgement.lines)


def _sources(entries: Iterable[Evidence]) -> str:
    return listed(dict.fromkeys(entry.source.value for entry in entries))


def _change(pair: FactPair, rule: str, message: str, eased: bool = False) -> Change:
    return change(
        rule,
        message,
        article=pair.article,
        fact=pair.now.label,
        eased=eased,
        now=pair.now.at,
        before=pair.before.at,
    )
