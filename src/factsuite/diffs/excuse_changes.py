"""What the house lets pass in two versions: waivers, the baseline; and who signed."""

from collections.abc import Iterator

from factsuite.diffs.changes import Change, change, counted, quoted
from factsuite.diffs.essence import Essence, essence
from factsuite.load.locations import Location
from factsuite.model.baseline import BASELINE, Baseline
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.waivers import Waiver

_TERM = frozenset({"until", "until_at", "because", "by"})


def excuse_changes(before: Workspace, now: Workspace) -> Iterator[Change]:
    """Waivers that came, went or were prolonged; what came into the baseline, and what left it."""
    yield from _waivers(before, now)
    yield from _baseline(before.baseline, now.baseline)


def signature_changes(before: Dossier, now: Dossier) -> Iterator[Change]:
    """Signatures that came or went; whether one still holds is a question of the checks."""
    old, new = ({(each.fact.value, each.by.value) for each in dossier.signoffs} for dossier in (before, now))
    for dossier, names, word in ((now, new - old, "signed"), (before, old - new, "no longer signed")):
        for each in dossier.signoffs:
            if (each.fact.value, each.by.value) in names:
                rule = "signature-added" if dossier is now else "signature-removed"
                places = {"now": each.at} if dossier is now else {"before": each.at}
                fact = each.fact.value
                yield _signature(rule, f"`{fact}` is {word} by {each.by.value}", now.id, fact, places)


def _signature(rule: str, message: str, article: str, fact: str, places: dict[str, Location]) -> Change:
    return change(rule, message, article=article, fact=fact, now=places.get("now"), before=places.get("before"))


def _waivers(before: Workspace, now: Workspace) -> Iterator[Change]:
    old = {_about(each): each for each in before.waivers}
    new = {_about(each): each for each in now.waivers}
    for key, waiver in new.items():
        former = old.get(key)
        if former is None:
            words = f"waived until {waiver.until}: {waiver.about} ({quoted(waiver.because)}, {waiver.by})"
            yield change("waiver-added", words, now=waiver.at)
        elif waiver.until.number > former.until.number:
            words = f"waived longer, until {waiver.until} instead of {former.until}: {waiver.about}"
            yield change("waiver-added", words, now=waiver.at, before=former.at)
    for key, waiver in old.items():
        if key not in new:
            yield change("waiver-removed", f"no longer waived: {waiver.about}", before=waiver.at)


def _about(waiver: Waiver) -> Essence:
    return essence(waiver, _TERM)


def _baseline(before: Baseline | None, now: Baseline | None) -> Iterator[Change]:
    old = before.fingerprints if before is not None else frozenset()
    new = now.fingerprints if now is not None else frozenset()
    at = Location(path=BASELINE)
    if new - old:
        first = next(each for each in now.entries if each.fingerprint in new - old) if now is not None else None
        example = f": {first.rule} on `{first.fact or first.article}`" if first is not None else ""
        words = f"{counted(len(new - old), 'finding')} newly counted as old{example}"
        yield change("baseline-grown", words, now=at)
    if old - new:
        words = f"{counted(len(old - new), 'finding')} no longer counted as old"
        yield change("baseline-shrunk", words, now=at)
