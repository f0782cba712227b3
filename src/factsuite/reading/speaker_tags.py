"""The tag of a quotation: the verb beside it and the phrase that names who speaks."""

from collections.abc import Sequence

from msgspec import Struct

from factsuite.reading.noun_phrases import first_subject, phrase_after, phrase_before
from factsuite.reading.phrase_tokens import AUXILIARIES, PRONOUNS, Token
from factsuite.reading.reporting_verbs import (
    INVERTED_SELDOM,
    NOUNS_TOO,
    ONLY_BESIDE_A_QUOTATION,
    PARTICLES,
    REPORTING_VERBS,
)
from factsuite.values.wording.word_lists import listed

_BE = frozenset(listed("was were been being is are be 's"))
_NOBODY = frozenset(listed("voice answer reply response rejoinder question voices chorus"))
_BESIDE = 8  # tokens between a verb and the quotation it introduces


class Tag(Struct, frozen=True):
    """A phrase and the verb that makes it the speaker."""

    start: int
    end: int
    verb: str
    pronoun: bool = False


def speaker_of(tokens: Sequence[Token], phrase: tuple[int, int] | None, verb: str) -> Tag | None:
    """The tag made of a phrase and its verb; none where the phrase is no speaker: *a voice*, *the mayor's*."""
    if phrase is None:
        return None
    first, last = tokens[phrase[0]], tokens[phrase[1] - 1]
    if last.text.endswith(("'s", "\u2019s")) or last.low in _NOBODY or last.text == "s":
        return None
    return Tag(first.start, last.end, verb, phrase[1] - phrase[0] == 1 and first.low in PRONOUNS)


def _finite(tokens: Sequence[Token], place: int) -> int:
    """How many tokens a finite reporting verb takes at this place: 1, 2 with its particle, 0 for none."""
    token = tokens[place]
    if token.text in PARTICLES and place + 1 < len(tokens) and tokens[place + 1].low in PARTICLES[token.text]:
        return 2
    verb = REPORTING_VERBS.get(token.text)
    if verb is None or verb.ending not in ("past", "s", "base"):
        return 0
    before = tokens[place - 1].low if place else ""
    if verb.ending == "base":
        return int(before in ("i", "we", "they", "you"))
    if verb.ending == "s" and verb.lemma in NOUNS_TOO and before.endswith(("'s", "s", "\u2019s")):
        return 0
    return 1


def beside_after(post: Sequence[Token], ending: str, new_line: bool, introduces_next: bool) -> Tag | None:
    """A tag right after the quotation: *"...," said the mayor*, *"...," the mayor said*, *according to the mayor*."""
    place = 0
    stopped = ending in ",?!\u2014-"
    while place < len(post) and not post[place].is_word and post[place].text not in (".", ":", ";"):
        stopped = stopped or post[place].text == ","
        place += 1
    if place >= len(post) or not post[place].is_word:
        return None
    if post[place].low == "according" and place + 1 < len(post) and post[place + 1].low == "to":
        return speaker_of(post, phrase_after(post, place + 2), "according to")
    first = place
    while first < len(post) and post[first].is_adverb:
        first += 1
    width = _finite(post, first) if first < len(post) else 0
    if width and (width == 2 or REPORTING_VERBS[post[first].text].lemma not in INVERTED_SELDOM):
        tag = speaker_of(post, phrase_after(post, first + width), post[first].text)
        if tag is not None:
            return tag
    if not stopped:
        return None
    if ending == "," and not width and first < len(post) and post[first].is_past:
        return _inverted(post, first)
    return _subject_first(
        post,
        place,
        new_line and post[place].is_name,
        introduces_next and post[place].is_name and ending not in ",\u2014-",
    )


def _inverted(post: Sequence[Token], verb: int) -> Tag | None:
    """Any verb in the past between a comma and a name or pronoun that a stop or comma follows: *"...," glowed Ann.*"""
    phrase = phrase_after(post, verb + 1)
    if phrase is None or phrase[1] >= len(post) or post[phrase[1]].is_word:
        return None
    if not all(token.is_name or token.low in PRONOUNS for token in post[phrase[0] : phrase[1]]):
        return None
    return speaker_of(post, phrase, post[verb].text)


def _subject_first(post: Sequence[Token], place: int, new_sentence: bool, introduces_next: bool) -> Tag | None:
    for index in range(place + 1, min(len(post), place + 24)):
        width = _finite(post, index)
        if not width:
            if post[index].text in (".", ";", ":"):
                return None
            continue
        phrase = phrase_before(post[place:index], index - place)
        after = post[index + width] if index + width < len(post) else None
        if phrase is None or phrase[0] > 1 or (introduces_next and post[-1].text in (",", ":")):
            return None
        if new_sentence and after is not None and after.is_word and not after.is_adverb:
            return None
        return speaker_of(post[place:], phrase, post[index].text)
    return None


def beside_before(pre: Sequence[Token]) -> Tag | None:
    """A tag right before the quotation: *The mayor said: "..."*."""
    end = len(pre)
    while end and not pre[end - 1].is_word:
        end -= 1
    introduced = any(token.text in (",", ":") for token in pre[end:])
    if not introduced and end < len(pre):
        return None
    for index in range(end - 1, max(-1, end - 1 - _BESIDE), -1):
        token = pre[index]
        if token.text in (".", ";", ":", "?", "!"):
            return None
        if not _reports(pre, index):
            continue
        if not introduced and index < end - 2:
            return None
        tag = _of_verb(pre, index)
        if tag is not None:
            return tag
    return None


def _reports(pre: Sequence[Token], index: int) -> bool:
    token = pre[index]
    if index == 0 or (index == 1 and not pre[0].is_word):
        return token.low in REPORTING_VERBS and REPORTING_VERBS[token.low].ending == "past"
    verb = REPORTING_VERBS.get(token.text)
    if verb is None:
        return (token.text in PARTICLES and _finite(pre, index) == 2) or token.text == "going"
    return verb.ending == "ing" or _finite(pre, index) > 0


def _of_verb(pre: Sequence[Token], index: int) -> Tag | None:
    """The speaker of a verb that stands before the quotation."""
    token = pre[index]
    if token.text.endswith("ing"):
        return _of_participle(pre, index)
    if index and _is_passive(pre, index):
        return None
    if index == 0 or (index == 1 and not pre[0].is_word):
        return speaker_of(pre, phrase_after(pre, index + 1), token.text)
    return speaker_of(pre, phrase_before(pre[:index], index), token.text) or _joined(pre, index)


def _joined(pre: Sequence[Token], index: int) -> Tag | None:
    """The second verb of one subject: **The mayor** *stood up and said: "..."*."""
    place = index
    while place and (pre[place - 1].is_adverb or pre[place - 1].low in AUXILIARIES or pre[place - 1].text == ","):
        place -= 1
    if not place or pre[place - 1].low not in ("and", "but", "then"):
        return None
    if place > 1 and pre[place - 2].is_past:
        nearest = speaker_of(pre, phrase_before(pre[: place - 2], place - 2), pre[index].text)
        if nearest is not None:
            return nearest
    return speaker_of(pre, first_subject(pre, place - 1), pre[index].text)


def _is_passive(pre: Sequence[Token], index: int) -> bool:
    place = index
    while place and pre[place - 1].is_adverb:
        place -= 1
    return place > 0 and pre[place - 1].low in _BE


def _of_participle(pre: Sequence[Token], index: int) -> Tag | None:
    """*The mayor paused, adding: "..."*; *with one councillor writing "..."*; *was quoted as saying "..."*."""
    direct = phrase_before(pre[:index], index) if pre[index - 1].is_word else None
    if direct is not None and direct[0] and pre[direct[0] - 1].low == "with":
        return speaker_of(pre, direct, pre[index].text)
    for place in range(index - 1, 0, -1):
        if pre[place].text in REPORTING_VERBS and _finite(pre, place) and not _is_passive(pre, place):
            tag = speaker_of(pre, phrase_before(pre[:place], place), pre[index].text)
            if tag is not None:
                return tag
    return speaker_of(pre, first_subject(pre, index), pre[index].text)


def governing(pre: Sequence[Token]) -> Tag | None:
    """The nearest reporting verb before a quotation that is part of the reporter's sentence, with a named subject."""
    fallback: Tag | None = None
    for index in range(len(pre) - 1, 0, -1):
        word = pre[index].text
        if word == "to" and pre[index - 1].low == "according":
            tag = speaker_of(pre, phrase_after(pre, index + 1), "according to")
        elif word not in REPORTING_VERBS or not _governs(pre, index):
            continue
        else:
            tag = _of_verb(pre, index)
        if tag is not None and not tag.pronoun:
            return tag
        fallback = fallback or tag
    return fallback


def _governs(pre: Sequence[Token], index: int) -> bool:
    verb = REPORTING_VERBS[pre[index].text]
    if verb.lemma in ONLY_BESIDE_A_QUOTATION:
        return False
    return verb.ending == "ing" or _finite(pre, index) == 1


def passive(pre: Sequence[Token], post: Sequence[Token]) -> Tag | None:
    """*described as "..." by the mayor*."""
    place = 0
    while place < len(post) and not post[place].is_word:
        place += 1
    if place >= len(post) or post[place].low != "by":
        return None
    if not any(token.text in REPORTING_VERBS for token in pre[-6:]):
        return None
    return speaker_of(post, phrase_after(post, place + 1), "by")


def trailing(post: Sequence[Token]) -> Tag | None:
    """A tag at the end of the sentence: *a "dramatic move" for the town, the mayor said.*"""
    end = len(post)
    while end and not post[end - 1].is_word:
        end -= 1
    for index in range(end - 1, max(0, end - 4), -1):
        if _finite(post, index):
            phrase = phrase_before(post[:index], index)
            if phrase is not None and phrase[0] and post[phrase[0] - 1].text == ",":
                return speaker_of(post, phrase, post[index].text)
    return None
