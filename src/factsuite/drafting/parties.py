"""Who a phrase means: the person or organisation recorded for *Austin*, *he*, *the council*, *Kirby's office*."""

import re
from bisect import bisect_left
from functools import cached_property

from factsuite.drafting.passages import Passages, Span
from factsuite.drafting.people import Titled, bare_name, full_names, looks_personal, read_titled, unaddressed
from factsuite.drafting.records import Record, Records, without_article
from factsuite.reading.phrase_tokens import DETERMINERS, PRONOUNS
from factsuite.reading.speech import read_attributions
from factsuite.values.wording.word_lists import listed

_SINGULAR = frozenset(("he", "she"))
_ALIAS_BEHIND = re.compile(r"\s*\(([A-Z][A-Z0-9&.-]{1,11})\)")
_OWNER = re.compile(
    r"^(?:[A-Z][\w.-]*\s+){1,3}?[A-Z]?[\w.-]*['\u2019]s\s+(?=[A-Z])|^[A-Z][\w.-]*['\u2019]s\s+(?=[A-Z])"
)
_ROLE = re.compile(
    r"^(?!(?:the|a|an|this|that|its|his|her|their|our|my)\b)(?:[a-z][a-z-]*\s+){1,4}(?=[A-Z][\w.'\u2019-]*\s+[A-Z])"
)
"""What somebody is, before the name and without an article: *lead author Dr Ines Falk*."""
_POSSESSIVES = frozenset(("its", "his", "her", "their", "our", "my"))
_TEXTS = frozenset(
    listed(
        "budget log report reports statement figures data study survey poll document documents records estimate "
        "estimates transcript letter law bill minutes"
    )
)
_GROUPS = frozenset(
    listed(
        "officials researchers scientists police experts critics residents campaigners organisers organizers doctors "
        "analysts engineers ministers lawmakers prosecutors investigators witnesses neighbours neighbors teachers"
    )
)
"""People without a name who speak, also at the beginning of a sentence: *Officials say*."""
_NEAR = 20  # speakers that are looked back over for whom a pronoun means
_LONGEST = 12  # words of a phrase that names somebody


class Parties:
    """Finds and records who is meant; the people of the text are known before the first phrase is asked about."""

    def __init__(self, passages: Passages, records: Records) -> None:
        self._passages = passages
        self._records = records
        self.titled: tuple[Titled, ...] = read_titled(passages)
        self._names = sorted(titled.name for titled in self.titled)
        self._name_starts = [start for start, _ in self._names]
        self._by_title = {titled.title: titled.name for titled in self.titled}
        self._people = {bare_name(passages.words(name)) for name in self._names} | set(full_names(passages))
        self._families: dict[str, set[str]] = {}
        for name in self._people:
            if " " in unaddressed(name):
                self._families.setdefault(name.split()[-1], set()).add(name)

    def of(self, span: Span | None) -> Record | None:
        """Whom a phrase means, recorded if need be; None for a pronoun nobody can be found for."""
        if span is None:
            return None
        phrase = self._passages.words(span)
        if phrase.lower() in PRONOUNS:
            return self._meant_by_pronoun(span) if phrase.lower() in _SINGULAR else None
        return self._named(phrase, span)

    def called(self, span: Span | None, record: Record | None) -> str:
        """What a claim calls somebody: a person by the full name, others as the article does at this place."""
        if record is None or span is None:
            return ""
        phrase = self._passages.words(span)
        if record.section == "people" or phrase.lower() in PRONOUNS or len(phrase.split()) > _LONGEST:
            return record.name
        if phrase.lower() in _GROUPS:
            return phrase.lower()
        return re.sub(r"^(The|An?)(?= )", lambda match: match[1].lower(), phrase)

    def person(self, name: str) -> Record:
        """The record of a person, by full name or by a family name that only one person of the text has."""
        full = self._full(bare_name(name))
        found = self._records.find(full, "people") or self._records.find(bare_name(name), "people")
        found = found or self._records.add("people", full)
        short = unaddressed(bare_name(name))
        if found.name.endswith(short):
            self._records.call(found, short)
        return found

    def _full(self, name: str) -> str:
        family = unaddressed(name)
        if " " in family:
            return name
        whole = self._families.get(family, set())
        return next(iter(whole)) if len(whole) == 1 else name

    def _named(self, phrase: str, span: Span) -> Record | None:
        words = phrase.split()
        if not words or len(words) > _LONGEST:
            return None
        index = bisect_left(self._name_starts, span[0])
        if index < len(self._names) and self._names[index][0] < span[1]:
            return self.person(self._passages.words(self._names[index]))
        if span in self._by_title:
            return self.person(self._passages.words(self._by_title[span]))
        core = bare_name(_ROLE.sub("", _OWNER.sub("", phrase))).partition(",")[0]
        if self._is_person(core):
            return self.person(core)
        if core.lower() in _GROUPS:
            core = core.lower()
        if core == core.lower() or (core.split()[0].lower() in DETERMINERS and not core.split()[-1][0].isupper()):
            return self._group(core)
        return self._organisation(core, span)

    def _is_person(self, core: str) -> bool:
        if core in self._people or self._records.find(core, "people") is not None:
            return True
        if " " not in core:
            return self._full(core) != core
        return looks_personal(core)

    def _group(self, core: str) -> Record | None:
        """Somebody without a name: *the council*, *an engineer of the region*; not *the budget* and *its log*."""
        words = core.lower().split()
        if words[0] in _POSSESSIVES or words[-1] in _TEXTS:
            return None
        section = "people" if re.match(r"an? ", core, re.IGNORECASE) else "organisations"
        name = core[0].lower() + core[1:]
        return self._records.find(name, section) or self._records.add(section, name)

    def _organisation(self, core: str, span: Span) -> Record:
        name = without_article(core)
        found = self._records.find(name, "organisations") or self._records.add("organisations", name)
        behind = _ALIAS_BEHIND.match(self._passages.text, span[1])
        inside = re.search(r"\(([A-Z][A-Z0-9&.-]{1,11})\)", self._passages.text[span[0] : span[1]])
        for match in (behind, inside):
            if match is not None:
                self._records.call(found, match[1])
        return found

    def _meant_by_pronoun(self, span: Span) -> Record | None:
        """The person who spoke last, in this sentence or the one before it in the same paragraph."""
        sentence = self._passages.sentence_at(span[0])
        if sentence is None:
            return None
        earlier = self._passages.before(sentence)
        same = earlier is not None and earlier.paragraph == sentence.paragraph
        first = earlier.start if earlier is not None and same else sentence.start
        last = bisect_left(self._speakers, span)
        for speaker in reversed(self._speakers[max(0, last - _NEAR) : last]):
            if first <= speaker[0] and speaker[1] <= span[0]:
                found = self._named(self._passages.words(speaker), speaker)
                if found is not None and found.section == "people":
                    return found
        return None

    @cached_property
    def _speakers(self) -> tuple[Span, ...]:
        """Where the text names somebody who speaks, in its order."""
        told = [
            (each.speaker_start, each.speaker_end) for each in read_attributions(self._passages.text) if each.speaker
        ]
        for quotation in self._passages.quotations:
            if quotation.speaker and quotation.speaker_start is not None and quotation.speaker_end is not None:
                told.append((quotation.speaker_start, quotation.speaker_end))
        return tuple(sorted(told))
