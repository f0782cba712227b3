"""Every excerpt of a dossier that is long enough and its source's own prose: not what somebody is quoted as saying."""

import re
from collections.abc import Iterator

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event, Person
from factsuite.model.facts import Evidence
from factsuite.model.kinds import Kind
from factsuite.reading.quotation_marks import find_quoted
from factsuite.reading.speech import read_attributions

LEAST_WORDS = 12
"""Words an excerpt must have to be compared with others at all."""
_RUN = re.compile(r"[^\W_]+")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|me|us|[Mm]yself|[Oo]urselves)\b")


class OwnProse(Struct, frozen=True, kw_only=True):
    """An excerpt without the words in it that stand between quotation marks."""

    source: str
    parts: tuple[str, ...]
    """Its text, cut where words between quotation marks were left out."""
    at: Location
    fact: str | None = None
    """The label of the fact it is evidence for; None for one in entities.yaml."""


def own_prose(dossier: Dossier) -> Iterator[OwnProse]:
    """Every excerpt that its source wrote itself, in the order of the files, but those plainly of too few words.

    Left out, because sources that heard one speech share the speaker's words and not each other's: transcripts,
    evidence for quotations, text in the first person, and words recorded as a speaker's that name no speaker.
    """
    for fact in dossier.facts:
        for entry in fact.evidence if fact.kind is not Kind.QUOTATION else ():
            excerpt = entry.excerpt
            if excerpt is not None and not _is_short(excerpt.text) and not _is_speech(entry):  # the cheap one first
                yield from _prose(dossier, entry.source.value, excerpt.text, excerpt.at, fact.label)
    for entity in dossier.entities:
        if isinstance(entity, Event):
            for item in entity.evidence:
                yield from _prose(dossier, item.source.value, item.excerpt, item.at, None)
        for office in entity.offices if isinstance(entity, Person) else ():
            for term in office.evidence:
                yield from _prose(dossier, term.source.value, term.excerpt, term.at, None)


def _is_short(text: str) -> bool:
    """Whether a text plainly has too few words; letters that come apart when they are folded are counted later."""
    return text.isascii() and len(_RUN.findall(text)) < LEAST_WORDS


def _is_speech(entry: Evidence) -> bool:
    """Whether an excerpt is recorded as a speaker's words, and does not itself say that somebody said so."""
    reports = entry.reports
    spoken = reports is not None and (reports.speaker is not None or reports.words is not None)
    return spoken and entry.excerpt is not None and not read_attributions(entry.excerpt.text)


def _prose(dossier: Dossier, source: str, text: str, at: Location, fact: str | None) -> Iterator[OwnProse]:
    known = dossier.registry.sources.get(source)
    if _is_short(text) or known is None or known.kind == "transcript":
        return
    kept, position = [], 0
    for quoted in find_quoted(text):
        kept.append(text[position : quoted.outer_start])
        position = quoted.outer_end
    kept.append(text[position:])
    for part in kept:
        if _FIRST_PERSON.search(part):
            return
    yield OwnProse(source=source, parts=tuple(kept), at=at, fact=fact)
