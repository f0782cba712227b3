"""What `factsuite sign` prints: what was signed, what was not and why, and how every fact stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from factsuite.load.problems import shortened
from factsuite.model.signoffs import DeskPerson, SignOff
from factsuite.reports.explaining import finding_lines, printable
from factsuite.reports.markdown_text import plural
from factsuite.rules.findings import Reported
from factsuite.rules.results import FactResult, Outcome
from factsuite.verdicts.signing import FactSigning, Signature, Signed, Signing


class Told(Struct, frozen=True, kw_only=True):
    """A fact somebody wants to sign, and what became of that."""

    article: str
    signing: FactSigning
    result: FactResult
    lacking: int = 0
    """How many other people have yet to sign it."""
    signoff: SignOff | None = None
    refused: str = ""
    """Why there is no sign-off, where there is none."""
    reasons: tuple[Reported, ...] = ()
    """The findings that fail its test."""


def signed_text(person: DeskPerson, day: str, told: Sequence[Told], written: Sequence[Path]) -> str:
    """What was signed, against what; then what was not, and why."""
    signed, refused = [t for t in told if t.signoff is not None], [t for t in told if t.signoff is None]
    lines = [f"{person.name} ({person.id}) signed {plural(len(signed), 'fact')} on {day}:"] if signed else []
    for each in signed:
        lines += _signed(each)
    lines += [f"written: {path.as_posix()}" for path in written]
    if refused:
        lines += [*([""] if signed else []), f"not signed ({len(refused)}):"]
    for each in refused:
        lines += _refused(each)
    if not told:
        lines = [f"{person.name} ({person.id}) has signed every fact as it stands; nothing was written"]
    return printable("\n".join(lines)) + "\n"


def withdrawn_text(by: str, gone: Sequence[tuple[str, str]], written: Sequence[Path]) -> str:
    """Which sign-offs were taken back."""
    lines = [f"taken back: {plural(len(gone), 'sign-off')} by {by}"]
    lines += [f"  {article}/{label}" for article, label in gone]
    lines += [f"written: {path.as_posix()}" for path in written]
    return printable("\n".join(lines)) + "\n"


def list_text(articles: Sequence[tuple[str, Signing]], wanted: set[tuple[str, str]], by: str | None) -> str:
    """Every fact wanted, or all, and how it stands; with `by`, only those that this person has signed."""
    lines: list[str] = []
    for article, signing in articles:
        facts = [each for each in signing.facts if not wanted or (article, each.fact.label) in wanted]
        facts = [each for each in facts if by is None or any(s.signoff.by.value == by for s in each.signatures)]
        states = [each.state for each in facts]
        counted = ", ".join(f"{states.count(state)} {state.value}" for state in Signed if state in states)
        lines.append(f"{article}: {counted or 'no fact'}")
        width = max((len(each.fact.label) for each in facts), default=0)
        for each in facts:
            lines += _listed(each, width)
        lines += [f"  {each.fact.value}: signed by {each.by.value}, and no fact has that id" for each in signing.loose]
    return printable("\n".join(lines)) + "\n"


def _signed(told: Told) -> Iterator[str]:
    judgement, fact = told.result.judgement, told.signing.fact
    verdict = judgement.verdict.value if judgement is not None else ""
    state = {Outcome.KNOWN: ", known to be wrong", Outcome.WAIVED: ", with a waiver"}.get(told.result.outcome, "")
    yield f"  {told.article}/{fact.label}: {verdict}{state}"
    yield f"    claim:   {shortened(fact.claim.text, 100)}"
    yield f'    article: "{shortened(fact.anchor.exact.text, 100)}"'
    sources = [id for id, _ in told.signing.digests.evidence]
    pinned = {id for id, _ in told.signing.digests.exhibits}
    against = ", ".join(f"{id} (pinned)" if id in pinned else id for id in sources)
    yield f"    against: {against or 'nothing that is recorded'}"
    if told.lacking:
        yield f"    another person has yet to sign it: two have to sign {told.signing.asked.because}"


def _refused(told: Told) -> Iterator[str]:
    yield f"  {told.article}/{told.signing.fact.label}: {told.refused}"
    for found in told.reasons:
        yield from (f"    {line}" for line in finding_lines(found))


def _listed(each: FactSigning, width: int) -> Iterator[str]:
    asked = f"; {_people(each.asked.people)} to sign {each.asked.because}" if each.asked.people else ""
    enough = each.state is Signed.SIGNED
    yield f"  {each.fact.label.ljust(width)}  {each.state.value}{'' if enough else asked}"
    yield from (f"    {_given(signature)}" for signature in each.signatures)


def _given(signature: Signature) -> str:
    said = f"{signature.who} on {signature.signoff.on}"
    if signature.person is None:
        return f"{said}, who is not of the desk"
    if not signature.may_sign:
        return f"{said}, an author of the article"
    return f"{said}; since then {signature.why_stale}" if signature.stale else said


def _people(number: int) -> str:
    return "somebody has" if number == 1 else "two people have"
