"""Sign-offs against what they were given for: unsigned, signed, or stale, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.facts import Fact
from factsuite.model.signoff_policy import Asked
from factsuite.model.signoffs import DeskPerson, Digests, OfSources, SignOff
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.signed_parts import VERSION, digests_of


class Part(Enum):
    """The parts of a fact that a sign-off is about."""

    SENTENCE = "sentence"
    ASSERTION = "assertion"
    EVIDENCE = "evidence"
    EXHIBITS = "exhibits"


class Signed(Enum):
    """How a fact stands to the people who sign."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    """As many people as are asked for, at least one, have signed it as it stands."""
    PARTLY = "partly"
    """Somebody has signed it as it stands, and another has yet to."""
    STALE = "stale"
    """It has changed since it was signed."""


_UNSIGNED = Signed.UNSIGNED


class Change(Struct, frozen=True, kw_only=True):
    """A part that is not what was signed."""

    part: Part
    words: str


class Signature(Struct, frozen=True, kw_only=True):
    """A sign-off, and what became of it."""

    signoff: SignOff
    person: DeskPerson | None
    """None where nobody of the desk has that id."""
    by_author: bool
    may_sign: bool
    """Whether it counts: the person is known, and is allowed to sign this."""
    changes: tuple[Change, ...]

    @property
    def who(self) -> str:
        """The person's name; the id where nobody has it."""
        return self.person.name if self.person is not None else f"`{self.signoff.by.value}`"

    @property
    def stale(self) -> bool:
        """Whether the fact has changed since."""
        return bool(self.changes)

    @property
    def holds(self) -> bool:
        """Whether it counts, and the fact is still what was signed."""
        return self.may_sign and not self.changes

    @property
    def why_stale(self) -> str:
        """What has changed, in one line."""
        return "; ".join(change.words for change in self.changes)


class FactSigning(Struct, frozen=True, kw_only=True):
    """One fact and its sign-offs."""

    judgement: Judgement
    dossier: Dossier
    asked: Asked
    signatures: tuple[Signature, ...]
    """By person."""

    def __repr__(self) -> str:
        """Without the dossier, which holds every other fact."""
        return f"FactSigning(judgement={self.judgement!r}, asked={self.asked!r}, signatures={self.signatures!r})"

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.judgement.fact

    @property
    def digests(self) -> Digests:
        """Of the fact as it stands. Made when they are asked for: most facts are never signed."""
        return digests_of(self.judgement, self.dossier)

    @property
    def state(self) -> Signed:
        """How the fact stands."""
        if not self.signatures:
            return _UNSIGNED
        if any(each.holds for each in self.signatures):
            return Signed.SIGNED if self.enough(each for each in self.signatures if each.holds) else Signed.PARTLY
        return Signed.STALE if any(each.may_sign for each in self.signatures) else Signed.UNSIGNED

    def enough(self, signatures: Iterable[Signature]) -> bool:
        """Whether these are all that is asked for: of two people one at least is no author."""
        found = list(signatures)
        return len(found) >= self.asked.people and (self.asked.people < 2 or not all(s.by_author for s in found))


class Signing(Struct, frozen=True, kw_only=True):
    """The sign-offs of one article."""

    facts: tuple[FactSigning, ...]
    """Every fact that has a meaning, in the order of the file."""
    loose: tuple[SignOff, ...] = ()
    """Sign-offs of facts that are not there."""

    @property
    def used(self) -> bool:
        """Whether anything is signed or has to be."""
        return bool(self.loose) or any(each.signatures or each.asked.people for each in self.facts)


def signing_of(dossier: Dossier, workspace: Workspace, judgements: Mapping[str, Judgement]) -> Signing:
    """Every fact of an article with its sign-offs. Where no fact can be read, nothing is said of any sign-off."""
    known = {slot.label for slot in dossier.slots}
    loose = tuple(signoff for signoff in dossier.signoffs if signoff.fact.value not in known) if known else ()
    signed: dict[str, list[SignOff]] = {}
    for signoff in sorted(dossier.signoffs, key=lambda each: each.by.value):
        signed.setdefault(signoff.fact.value, []).append(signoff)
    policy = workspace.policy.signoff
    facts = (
        FactSigning(
            judgement=judgement,
            dossier=dossier,
            asked=policy.asked(judgement.fact.kind, judgement.fact.risk),
            signatures=_signatures(judgement, signed[label], dossier, workspace) if label in signed else (),
        )
        for label, judgement in judgements.items()
    )
    return Signing(facts=tuple(facts), loose=loose)


def is_author(person: DeskPerson, dossier: Dossier) -> bool:
    """Whether the article names somebody as its author: by id, or by name within a byline."""
    authors = dossier.article.authors if dossier.article is not None else ()
    name = re.compile(rf"(?<!\w){re.escape(person.name)}(?!\w)", re.IGNORECASE)
    return any(author == person.id or name.search(author) for author in authors)


def _signatures(
    judgement: Judgement, signoffs: Iterable[SignOff], dossier: Dossier, workspace: Workspace
) -> tuple[Signature, ...]:
    now, policy = digests_of(judgement, dossier), workspace.policy.signoff
    people = {person.id: person for person in workspace.desk}
    signatures = []
    for signoff in signoffs:
        person = people.get(signoff.by.value)
        by_author = person is not None and is_author(person, dossier)
        signatures.append(
            Signature(
                signoff=signoff,
                person=person,
                by_author=by_author,
                may_sign=person is not None and (policy.author_may_sign or not by_author),
                changes=tuple(_changes(signoff.digests, now)),
            )
        )
    return tuple(signatures)


def _changes(signed: Digests, now: Digests) -> Iterator[Change]:
    """What is not as it was, part by part."""
    every = (signed.sentence, signed.assertion, *(digest for _, digest in (*signed.evidence, *signed.exhibits)))
    if any(not digest.startswith(f"{VERSION}-") for digest in every):
        yield Change(part=Part.ASSERTION, words="it was signed in another version of the form, and cannot be compared")
        return
    if signed.sentence != now.sentence:
        yield Change(part=Part.SENTENCE, words="the sentence in the article has changed")
    if signed.assertion != now.assertion:
        yield Change(part=Part.ASSERTION, words="what is asserted has changed")
    yield from _of_sources(Part.EVIDENCE, signed.evidence, now.evidence, ("was added", "was removed", "was edited"))
    kept = {id for id, _ in now.evidence} & {id for id, _ in signed.evidence}
    before, after = (tuple((id, each) for id, each in part if id in kept) for part in (signed.exhibits, now.exhibits))
    yield from _of_sources(Part.EXHIBITS, before, after, ("was pinned", "is pinned no longer", "was pinned again"))


def _of_sources(part: Part, before: OfSources, after: OfSources, words: tuple[str, str, str]) -> Iterator[Change]:
    if before == after:
        return
    old, new = dict(before), dict(after)
    told = {
        words[0]: [id for id in new if id not in old],
        words[1]: [id for id in old if id not in new],
        words[2]: [id for id in new if id in old and old[id] != new[id]],
    }
    what = ", ".join(f"{_named(ids)} {said}" for said, ids in told.items() if ids)
    verb = "has" if part is Part.EVIDENCE else "have"
    yield Change(part=part, words=f"the {part.value} {verb} changed: {what}")


def _named(ids: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(f"`{id}`" for id in ids[:-1]), f"`{ids[-1]}`")))
