"""A sentence that was not there: what in it asks to be checked, and no fact covers."""

from msgspec import Struct

from factsuite.diffs.sentence_pairs import Sentence
from factsuite.diffs.wording_changes import read_sentence
from factsuite.reading.checkworthiness import checkworthiness
from factsuite.verdicts.coverage.coverage import Coverage, State
from factsuite.verdicts.coverage.mentions import MentionKind, Reading

_WORTH = 1
"""Points of checkworthiness from which a sentence asks for a fact that holds no figure, date, quotation or title."""
_ASKING = (
    MentionKind.NUMBER,
    MentionKind.DATE,
    MentionKind.QUOTATION,
    MentionKind.ATTRIBUTION,
    MentionKind.TITLE,
)


class NewText(Struct, frozen=True, kw_only=True):
    """What a new sentence holds."""

    unchecked: str
    """What asks to be checked, in words of a message; empty where everything is covered, or nothing asks."""


def new_text(sentence: Sentence, coverage: Coverage | None, reading: Reading) -> NewText:
    """Judge a new sentence by the coverage of the article; where there is none, by what stands in it."""
    if coverage is None:
        mentions = read_sentence(sentence.text, reading, in_headline=sentence.place.in_headline).mentions
        missing = [mention for mention in mentions if mention.kind in _ASKING]
        bare = not missing and checkworthiness(sentence.text).points >= _WORTH
    else:
        inside = [item for item in coverage.items if _stands_in(sentence, item.mention.start, item.mention.in_headline)]
        missing = [item.mention for item in inside if item.missing and item.mention.kind in _ASKING]
        whole = [item for item in inside if item.mention.kind is MentionKind.SENTENCE]
        bare = any(item.state is State.UNCOVERED and item.worth >= _WORTH for item in whole)
    if missing:
        kinds = dict.fromkeys(mention.kind.value for mention in missing)
        shown = ", ".join(f"{kind} '{next(m.words for m in missing if m.kind.value == kind)}'" for kind in kinds)
        return NewText(unchecked=shown)
    return NewText(unchecked="it states something that can be looked up" if bare else "")


def _stands_in(sentence: Sentence, start: int, in_headline: bool) -> bool:
    place = sentence.place
    return place.in_headline == in_headline and place.start <= start < place.end
