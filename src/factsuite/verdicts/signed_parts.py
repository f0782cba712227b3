"""What a sign-off is about: digests of a fact's sentence, assertion, evidence and exhibits.

They are made from texts as typed, not from lines or layout: another order of fields or entries, a comment, another way
to quote or wrap, a fact moved within its file, a note or a tag change none of them.
"""

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import TypeAlias

from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Evidence, Fact, Terms
from factsuite.model.signoffs import Digests
from factsuite.verdicts.anchored_sentences import anchored_sentences
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.judging import Judgement

VERSION = "1"
"""Of the form below. Digests of another version cannot be compared: what they stand for has to be signed again."""

Content: TypeAlias = "str | list[Content]"


def digests_of(judgement: Judgement, dossier: Dossier) -> Digests:
    """The digests of a fact as it stands."""
    said: dict[str, list[Content]] = {}
    for id, content in _evidence(judgement, dossier):
        said.setdefault(id, []).append(content)
    pinned = ((id, dossier.exhibit(id)) for id in sorted(said))
    return Digests(
        sentence=digest(_sentence(judgement.fact, dossier)),
        assertion=digest(_assertion(judgement.fact)),
        evidence=tuple((id, digest(_sorted(said[id]))) for id in sorted(said)),
        exhibits=tuple((id, digest([*copy.hashes])) for id, copy in pinned if copy is not None),
    )


def digest(content: Content) -> str:
    """The version, and 128 bits of BLAKE2b over the content as JSON."""
    data = json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return f"{VERSION}-{blake2b(data, digest_size=16, person=b'factsuite-sign').hexdigest()}"


def _sentence(fact: Fact, dossier: Dossier) -> Content:
    """The anchor, and the sentences it stands in: the words around it change what it says."""
    article = dossier.article
    places = article.find(fact.anchor) if article is not None else ()
    if article is None or len(places) != 1:
        return [_flat(fact.anchor.exact.text)]
    around = (article.headline.text,) if places[0].in_headline else anchored_sentences(article, fact.anchor)
    return [_flat(fact.anchor.exact.text), *map(_flat, around)]


def _assertion(fact: Fact) -> Content:
    """The claim, every field asserted, and what the desk makes of it."""
    correction = fact.correction.text if fact.correction is not None else ""
    valid = fact.valid.text if fact.valid is not None else ""
    rest = [fact.kind.value, fact.claim.text, fact.stated_verdict.value, correction, valid]
    return [*map(_flat, rest), _fields(fact.asserts)]


def _evidence(judgement: Judgement, dossier: Dossier) -> Iterator[tuple[str, Content]]:
    """What each source says, here or in the record of an event or office; and the facts this one is computed from."""
    fact = judgement.fact
    for entry in fact.evidence:
        yield entry.source.value, _entry(entry)
    for judged in judgement.entries:
        if judged.origin is Origin.ENTITY:
            yield judged.source, _recorded(judged)
    expression = fact.asserts.expression
    names = set(expression.value.names) if expression is not None else set()
    if fact.asserts.of is not None:
        names.add(fact.asserts.of.value)
    for other in dossier.facts:
        if other.id in names and other.asserts.value is not None:
            yield other.id, _flat(other.asserts.value.text)


def _entry(entry: Evidence) -> Content:
    stated = (entry.excerpt, entry.stance, entry.because, entry.of)
    rest = ["unnamed" if entry.unnamed else "", entry.set_aside, entry.translated_from, entry.locator]
    reports = _fields(entry.reports) if entry.reports is not None else []
    return [*(_flat(each.text) if each is not None else "" for each in stated), *map(_flat, rest), reports]


def _recorded(judged: JudgedEntry) -> Content:
    said: list[Content] = [[each.field, _flat(each.reported)] for each in judged.comparisons]
    return [_flat(judged.excerpt), _flat(judged.locator), _flat(judged.set_aside), _sorted(said)]


def _fields(terms: Terms) -> Content:
    """Every field by name; a list asserts all of it, so its order says nothing."""
    found: list[Content] = []
    for name, stated in sorted(terms.stated(), key=lambda pair: pair[0]):
        value = stated.value
        texts = sorted(ref.text for ref in value) if isinstance(value, tuple) else [stated.text]
        found.append([name, *map(_flat, texts)])
    return found


def _sorted(contents: list[Content]) -> Content:
    return sorted(contents, key=json.dumps)


def _flat(text: str) -> str:
    """A text without its line breaks and runs of spaces: wrapping it anew changes nothing."""
    return " ".join(text.split())
