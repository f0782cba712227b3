"""Conditions, negations and hedges: the words that must not be lost when a quotation is cut."""

from collections.abc import Sequence
from enum import Enum

from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_tokens import Word


class Limit(Enum):
    """How a word limits what its sentence says."""

    CONDITION = "condition"
    NEGATION = "negation"
    HEDGE = "hedge"


LIMITS: dict[Limit, tuple[str, ...]] = {
    Limit.CONDITION: (
        "if", "unless", "provided", "providing", "only if", "in case", "as long as", "so long as", "on condition",
        "assuming", "except", "until", "in the event",
    ),
    Limit.NEGATION: (
        "not", "never", "no", "without", "neither", "nor", "none", "nobody", "nothing", "nowhere", "hardly", "scarcely",
        "barely",
    ),
    Limit.HEDGE: (
        "may", "might", "could", "allegedly", "reportedly", "perhaps", "maybe", "possibly", "probably", "likely",
        "apparently", "supposedly", "presumably", "seemingly", "purportedly", "ostensibly", "potentially",
    ),
}  # fmt: skip
"""The published table. Contractions are undone before it is read: *can't* holds *not*."""

_LONGEST = max(len(cue.split()) for cues in LIMITS.values() for cue in cues)
_CUES = {tuple(cue.split()): limit for limit, cues in LIMITS.items() for cue in cues}
LIMITING = frozenset(cue[0] for cue in _CUES)
"""The first words of all limits: a text without one of them has none."""
_NO_NEGATION_BEFORE = frozenset({"matter", "doubt", "wonder"})
_COMMENTS = frozenset(listed("comment react reaction reply respond response"))
_ON = frozenset(listed("on upon to about"))
_GIVEN = frozenset(listed("such this these those"))
_DECLINING = frozenset(
    listed(
        "a any care do does feel for further going give has have in intend intention is make need of see the to want "
        "wish"
    )
)
_DECLINING_WORDS = 10  # at most, between the negation and the comment: *not feel the need to make any*
_CLAUSE_WORDS = 16  # a condition is shown to the end of its clause, or this many words of it


def limit_at(words: Sequence[Word], index: int) -> tuple[Limit, int] | None:
    """The limit that begins at a word, and how many words long its cue is; the longest cue wins."""
    if words[index].key not in LIMITING:
        return None
    for length in range(min(_LONGEST, len(words) - index), 0, -1):
        limit = _CUES.get(tuple(word.key for word in words[index : index + length]))
        if limit is not None:
            return None if length == 1 and _is_something_else(words, index) else (limit, length)
    return None


def _is_something_else(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else None
    if word.key == "may":
        return word.text == "May" and (not word.opens or (following is not None and following.key[:1].isdigit()))
    if word.key == "no" and following is not None:
        return following.key in _NO_NEGATION_BEFORE or (word.text[:1] == "N" and following.text[:1].isdigit())
    return False


def limits_among(words: Sequence[Word], outside: Sequence[bool]) -> tuple[str, ...]:
    """The limits that begin at a word marked as outside the cut: conditions with their clause, others by their cue."""
    lost: list[str] = []
    cut = next((place for place, is_outside in enumerate(outside) if not is_outside), len(words))
    index = 0
    while index < len(words):
        found = limit_at(words, index) if outside[index] else None
        if found is None or (found[0] is Limit.NEGATION and _declines_comment(words, index, cut)):
            index += 1
            continue
        limit, length = found
        end = index + length
        if limit is Limit.CONDITION:
            while end < len(words) and end - index < _CLAUSE_WORDS and outside[end] and _goes_on(words, end):
                end += 1
        lost.append(written(words[index:end]))
        index = end
    return tuple(dict.fromkeys(lost))


def _declines_comment(words: Sequence[Word], index: int, cut: int) -> bool:
    """Whether a negation only refuses a comment on what the cut names: *will not comment on such* **wild rumours**.

    What is commented on is given, and named by the speaker, with the negation or without it. No other negation is
    passed over: of another clause, too, it may say how sure the speaker is (*I do not know, but* **they took it**).
    """
    place = index + 1
    while place < len(words) and place - index <= _DECLINING_WORDS and words[place].key in _DECLINING:
        place += 1
    frame = words[place : place + 3]
    if len(frame) < 3 or frame[-1].sentence != words[index].sentence or frame[-1].clause != words[index].clause:
        return False
    if frame[0].key not in _COMMENTS or frame[1].key not in _ON or frame[2].key not in _GIVEN:
        return False
    return cut in (place + 2, place + 3)


def _goes_on(words: Sequence[Word], index: int) -> bool:
    return words[index].clause == words[index - 1].clause and words[index].sentence == words[index - 1].sentence


def written(words: Sequence[Word]) -> str:
    """The words as their text writes them, one space between; parts of a contraction stand together."""
    parts: list[str] = []
    end = -1
    for word in words:
        if word.start < end:
            continue
        if parts and word.start == end and word.text.lower().startswith(("'", "’", "n't", "n’t")):
            parts[-1] += word.text
        else:
            parts.append(word.text)
        end = word.end
    return " ".join(parts)
