"""What a text says of words, people, places and offices: those recorded, others, or nothing that can be read."""

import re
from collections.abc import Callable, Iterable

from factsuite.model.registry import Registry
from factsuite.reading.markdown import Block, Prose
from factsuite.reading.names import NameMention, find_names, may_be_named
from factsuite.reading.quotations import read_quotations
from factsuite.reading.speech import read_attributions
from factsuite.values.relation import Relation
from factsuite.values.words import compare_words
from factsuite.verdicts.containment import compare_parties, compare_places
from factsuite.verdicts.coverage.written_titles import find_titles
from factsuite.verdicts.names_written import FORMER, is_theirs
from factsuite.verdicts.questions import Question, Saying
from factsuite.verdicts.titles import folded_title, resolve_title, same_office


def words_said(question: Question) -> Saying | None:
    """The words recorded, whole or as a piece; a text without quotation marks only speaks where it changes them."""
    stated = question.terms.words
    assert stated is not None
    found = compare_words(question.text, stated.text)
    if found.relation in (Relation.ENTAILS, Relation.COMPATIBLE):
        return None
    quotes = any(mark in question.text for mark in '"“”«»„')
    if found.relation is Relation.INCOMPARABLE and not quotes:
        return None
    read = "other words" if found.relation is Relation.CONTRADICTS else "none of these words"
    return Saying(field="words", read=read, expected=stated.text, detail=found.diff)


def speaker_said(question: Question) -> Saying | None:
    """Only where the text attributes to somebody known by name; a pronoun is nobody in particular."""
    stated = question.terms.speaker
    assert stated is not None
    names = question.registry.speaker_names
    labels = _TRANSCRIPT_LABEL.findall(question.text) if ":" in question.text else ()
    if not labels and _all_agree(may_be_named(question.text, names), stated.value, question):
        return None  # whoever is said to speak
    named: list[NameMention] = []
    if question.speech:
        said_by = [quotation.speaker for quotation in read_quotations(question.text)]
    else:
        said_by = [attribution.speaker for attribution in read_attributions(question.text)]
    for phrase in said_by:
        named += find_names(phrase, names)
    for label in labels:
        named += find_names(label.title(), names)
    by = question.terms.according_to or question.given_by
    if by is not None and _among(named, by.value, by.text, "speaker", question, compare_parties) is None:
        return None
    return _among(named, stated.value, stated.text, "speaker", question, compare_parties)


def _all_agree(ids: Iterable[str], expected: str, question: Question) -> bool:
    for id in ids:
        if id != expected and not _agrees(compare_parties(id, expected, question.registry), question.exact):
            return False
    return True


def person_said(question: Question) -> Saying | None:
    """The person an office is given to."""
    stated = question.terms.person
    assert stated is not None
    people = find_names(question.text, question.registry.person_names)
    return _among(people, stated.value, stated.text, "person", question, compare_parties)


def where_said(question: Question) -> Saying | None:
    """The places recorded, each of them."""
    stated = question.terms.where
    assert stated is not None
    mentions = find_names(question.text, question.registry.place_names)
    for ref in stated.value:
        found = _among(mentions, ref.value, stated.text, "where", question, compare_places)
        if found is not None:
            return found
    return None


def _among(
    mentions: list[NameMention] | tuple[NameMention, ...],
    expected: str,
    written: str,
    field: str,
    question: Question,
    compare: Callable[[str, str, Registry], Relation],
) -> Saying | None:
    decided = [mention for mention in mentions if len(mention.ids) == 1]
    if not decided or len(decided) < len(mentions):
        return None
    found = [(mention.ids[0], compare(mention.ids[0], expected, question.registry)) for mention in decided]
    if any(id == expected or _agrees(relation, question.exact) for id, relation in found):
        return None
    read = " and ".join(dict.fromkeys(f"'{mention.text}'" for mention in decided))
    return Saying(field=field, read=read, expected=written)


def _agrees(relation: Relation, exact: bool) -> bool:
    """Whether a name in the text goes with the one recorded: where *Kirby said*, *the government* is too wide."""
    return relation is not Relation.CONTRADICTS and not (exact and relation is Relation.ENTAILS)


def office_said(question: Question) -> Saying | None:
    """The office recorded, or an alias of it; of several titles in a text the longest count."""
    stated = question.terms.office
    assert stated is not None
    text = folded_title(question.text)
    offices = [office for title, pairs in question.registry.titled.items() if title in text for _, office in pairs]
    titles = {t for office in offices for t in office.titles if folded_title(t) in text}
    standing = sorted(titles, key=lambda t: (-len(t), t))
    longest = [t for t in standing if not any(folded_title(t) in folded_title(o) and t != o for o in standing)]
    if not longest and question.exact:
        return _undeclared_title(question, stated.text)
    if not longest or any(_same_title(t, stated.text, question.registry) for t in longest):
        return None
    return Saying(field="office", read=" and ".join(f"'{t}'" for t in longest), expected=stated.text)


def _undeclared_title(question: Question, expected: str) -> Saying | None:
    """A title beside the name of the person, declared for nobody: *Finance minister* where a *Finance director* is."""
    person = question.terms.person
    prose = Prose(text=question.text, blocks=(Block(start=0, end=len(question.text)),))
    people = find_names(question.text, question.registry.person_names)
    for title in find_titles(prose, people, question.registry):
        words = question.text[title.start : title.end]
        holder = question.registry.person(title.ids[0]) if len(title.ids) == 1 else None
        if holder is None or person is None or holder.id != person.value or FORMER.match(words):
            continue
        if not is_theirs(words, holder, question.registry):
            return Saying(field="office", read=f"'{words}'", expected=expected)
    return None


def _same_title(one: str, other: str, registry: Registry) -> bool:
    return same_office(one, other, registry) or not resolve_title(other, registry).known


_TRANSCRIPT_LABEL = re.compile(r"^([A-Z][A-Z.' -]{1,40}):", re.MULTILINE)
"""Who speaks in a transcript: `MR. KIRBY:` at the head of a line."""


_CUES = {
    "in response": ("in response", "in reply", "in answer", "responding", "reacting", "in reaction"),
    "despite": ("despite", "in spite of", "notwithstanding", "although", "even though", "regardless of"),
}


def link_said(question: Question) -> Saying | None:
    """A word for what the wording adds to the order: *despite*, *in response*."""
    stated = question.terms.link
    assert stated is not None
    text = question.text.casefold()
    if stated.value == "after" or any(cue in text for cue in _CUES[stated.value]):
        return None
    return Saying(field="link", read=f"nothing like '{stated.value}'", expected=stated.text)
