"""Quotations in running text and who is said to speak them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factsuite.reading.noun_phrases import first_subject, phrase_after, phrase_before
from factsuite.reading.phrase_tokens import AUXILIARIES, PRONOUNS, Token, tokens_of
from factsuite.reading.quotation_marks import Quoted, find_quoted
from factsuite.reading.reporting_verbs import (
    INVERTED_SELDOM,
    NOUNS_TOO,
    ONLY_BESIDE_A_QUOTATION,
    PARTICLES,
    REPORTING_VERBS,
)
from factsuite.reading.sentences import split_sentences
from factsuite.values.word_lists import listed

_REACH = 400  # characters on either side of a quotation that are searched for its tag
_BE = frozenset(listed("was were been being is are be 's"))
_NOBODY = frozenset(listed("voice answer reply response rejoinder question voices chorus"))
_INTERRUPTIONS = 4  # quotations of a sentence that are looked past for its reporting verb
_BESIDE = 8  # tokens between a verb and the quotation it introduces


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedSpan:
    """One quotation: its words inside the marks, and the phrase that names who says them.

    The phrase is given as the text prints it. `speaker` is empty where nobody is named: no tag was found (no span
    either) or the tag has a pronoun (its span is given).
    """

    start: int
    end: int
    words: str
    speaker_start: int | None
    speaker_end: int | None
    speaker: str
    verb: str


@dataclass(frozen=True, slots=True)
class _Tag:
    """A phrase and the verb that makes it the speaker."""

    start: int
    end: int
    verb: str
    pronoun: bool = False


def read_quotations(text: str) -> tuple[QuotedSpan, ...]:
    """Find the quotations of a text in order, each with its speaker where the text names one beside it."""
    quoted = find_quoted(text)
    if not quoted:
        return ()
    starts = [start for start, _ in split_sentences(text)]
    tags: list[_Tag | None] = []
    for index in range(len(quoted)):
        tags.append(_tag(text, quoted, index, starts, tags))
    return tuple(_span(text, item, tag) for item, tag in zip(quoted, tags, strict=True))


def _span(text: str, item: Quoted, tag: _Tag | None) -> QuotedSpan:
    named = tag is not None and not tag.pronoun
    return QuotedSpan(
        start=item.start,
        end=item.end,
        words=text[item.start : item.end],
        speaker_start=tag.start if tag else None,
        speaker_end=tag.end if tag else None,
        speaker=text[tag.start : tag.end] if tag is not None and named else "",
        verb=tag.verb if tag else "",
    )


def _tag(
    text: str, quoted: Sequence[Quoted], index: int, starts: Sequence[int], tags: Sequence[_Tag | None]
) -> _Tag | None:
    item = quoted[index]
    before_end = quoted[index - 1].outer_end if index else 0
    after_start = quoted[index + 1].outer_start if index + 1 < len(quoted) else len(text)
    sentence = starts[max(0, bisect_right(starts, item.outer_start) - 1)] if starts else 0
    pre = tokens_of(text, max(before_end, sentence, item.outer_start - _REACH), item.outer_start)
    post = _sentence_tokens(text, item.outer_end, min(after_start, item.outer_end + _REACH))
    between = text[item.outer_end : post[0].start] if post else ""
    found = _beside_after(
        post,
        text[item.end - 1 : item.end],
        "\n" in between,
        after_start < len(text) and _reaches(post, text, after_start),
    )
    found = found or _beside_before(pre)
    if found is not None:
        return found
    previous = tags[index - 1] if index else None
    if previous is not None and (previous.end > sentence or not any(token.is_word for token in pre)):
        if _continues(text, quoted[index - 1], item, previous):
            return previous
    clause = pre if sentence >= before_end else _outside(text, quoted, index, max(sentence, item.outer_start - _REACH))
    return _governing(clause) or _passive(pre, post) or _trailing(post) or _acting(text, item, before_end, starts)


def _outside(text: str, quoted: Sequence[Quoted], index: int, start: int) -> tuple[Token, ...]:
    """The reporter's words of the sentence before a quotation, without the quotations among them."""
    first = index
    while first and index - first < _INTERRUPTIONS and quoted[first - 1].outer_end > start:
        first -= 1
    start = max(start, quoted[first - 1].outer_end if first else 0)
    tokens: list[Token] = []
    for item in quoted[first : index + 1]:
        tokens += tokens_of(text, start, item.outer_start) if start < item.outer_start else ()
        start = max(start, item.outer_end)
    return tuple(tokens)


def _acting(text: str, item: Quoted, before_end: int, starts: Sequence[int]) -> _Tag | None:
    """Who acts in the sentence right before, in one paragraph: *The mayor stood up. "Never."*"""
    last = bisect_right(starts, item.outer_start) - 1
    if last < 1 or starts[last] < item.outer_start or starts[last - 1] < before_end:
        return None
    start = starts[last - 1]
    if "\n\n" in text[start : item.outer_start] or item.outer_start - start > _REACH:
        return None
    tokens = tokens_of(text, start, item.outer_start)
    return _speaker(tokens, first_subject(tokens, len(tokens)), "")


def _sentence_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens after a quotation to the end of the sentence."""
    tokens = tokens_of(text, start, end)
    for place, token in enumerate(tokens):
        if token.text in ".?!" and place:
            return tokens[: place + 1]
    return tokens


def _reaches(tokens: Sequence[Token], text: str, limit: int) -> bool:
    """Whether nothing but white space stands between the tokens and the next quotation."""
    return bool(tokens) and not text[tokens[-1].end : limit].strip()


def _speaker(tokens: Sequence[Token], phrase: tuple[int, int] | None, verb: str) -> _Tag | None:
    if phrase is None:
        return None
    first, last = tokens[phrase[0]], tokens[phrase[1] - 1]
    if last.text.endswith(("'s", "\u2019s")) or last.low in _NOBODY or last.text == "s":
        return None
    return _Tag(first.start, last.end, verb, phrase[1] - phrase[0] == 1 and first.low in PRONOUNS)


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


def _beside_after(post: Sequence[Token], ending: str, new_line: bool, introduces_next: bool) -> _Tag | None:
    """A tag right after the quotation: *"...," said the mayor*, *"...," the mayor said*, *according to the mayor*."""
    place = 0
    stopped = ending in ",?!\u2014-"
    while place < len(post) and not post[place].is_word and post[place].text not in (".", ":", ";"):
        stopped = stopped or post[place].text == ","
        place += 1
    if place >= len(post) or not post[place].is_word:
        return None
    if post[place].low == "according" and place + 1 < len(post) and post[place + 1].low == "to":
        return _speaker(post, phrase_after(post, place + 2), "according to")
    first = place
    while first < len(post) and post[first].is_adverb:
        first += 1
    width = _finite(post, first) if first < len(post) else 0
    if width and (width == 2 or REPORTING_VERBS[post[first].text].lemma not in INVERTED_SELDOM):
        tag = _speaker(post, phrase_after(post, first + width), post[first].text)
        if tag is not None:
            return tag
    if not stopped:
        return None
    return _subject_first(post, place, new_line and post[place].is_name, introduces_next and ending not in ",\u2014-")


def _subject_first(post: Sequence[Token], place: int, new_sentence: bool, introduces_next: bool) -> _Tag | None:
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
        return _speaker(post[place:], phrase, post[index].text)
    return None


def _beside_before(pre: Sequence[Token]) -> _Tag | None:
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


def _of_verb(pre: Sequence[Token], index: int) -> _Tag | None:
    """The speaker of a verb that stands before the quotation."""
    token = pre[index]
    if token.text.endswith("ing"):
        return _of_participle(pre, index)
    if index and _is_passive(pre, index):
        return None
    if index == 0 or (index == 1 and not pre[0].is_word):
        return _speaker(pre, phrase_after(pre, index + 1), token.text)
    return _speaker(pre, phrase_before(pre[:index], index), token.text) or _joined(pre, index)


def _joined(pre: Sequence[Token], index: int) -> _Tag | None:
    """The second verb of one subject: **The mayor** *stood up and said: "..."*."""
    place = index
    while place and (pre[place - 1].is_adverb or pre[place - 1].low in AUXILIARIES or pre[place - 1].text == ","):
        place -= 1
    if not place or pre[place - 1].low not in ("and", "but", "then"):
        return None
    return _speaker(pre, first_subject(pre, place - 1), pre[index].text)


def _is_passive(pre: Sequence[Token], index: int) -> bool:
    place = index
    while place and pre[place - 1].is_adverb:
        place -= 1
    return place > 0 and pre[place - 1].low in _BE


def _of_participle(pre: Sequence[Token], index: int) -> _Tag | None:
    """*The mayor paused, adding: "..."*; *with one councillor writing "..."*; *was quoted as saying "..."*."""
    direct = phrase_before(pre[:index], index) if pre[index - 1].is_word else None
    if direct is not None and direct[0] and pre[direct[0] - 1].low == "with":
        return _speaker(pre, direct, pre[index].text)
    for place in range(index - 1, 0, -1):
        if pre[place].text in REPORTING_VERBS and _finite(pre, place) and not _is_passive(pre, place):
            tag = _speaker(pre, phrase_before(pre[:place], place), pre[index].text)
            if tag is not None:
                return tag
    return _speaker(pre, first_subject(pre, index), pre[index].text)


def _governing(pre: Sequence[Token]) -> _Tag | None:
    """The nearest reporting verb before a quotation that is part of the reporter's sentence, with a named subject."""
    fallback: _Tag | None = None
    for index in range(len(pre) - 1, 0, -1):
        token = pre[index]
        if token.low == "to" and pre[index - 1].low == "according":
            tag = _speaker(pre, phrase_after(pre, index + 1), "according to")
        elif not _governs(pre, index):
            continue
        else:
            tag = _of_verb(pre, index)
        if tag is not None and not tag.pronoun:
            return tag
        fallback = fallback or tag
    return fallback


def _governs(pre: Sequence[Token], index: int) -> bool:
    verb = REPORTING_VERBS.get(pre[index].text)
    if verb is None or verb.lemma in ONLY_BESIDE_A_QUOTATION:
        return False
    return verb.ending == "ing" or _finite(pre, index) == 1


def _passive(pre: Sequence[Token], post: Sequence[Token]) -> _Tag | None:
    """*described as "..." by the mayor*."""
    place = 0
    while place < len(post) and not post[place].is_word:
        place += 1
    if place >= len(post) or post[place].low != "by":
        return None
    if not any(token.text in REPORTING_VERBS for token in pre[-6:]):
        return None
    return _speaker(post, phrase_after(post, place + 1), "by")


def _trailing(post: Sequence[Token]) -> _Tag | None:
    """A tag at the end of the sentence: *a "dramatic move" for the town, the mayor said.*"""
    end = len(post)
    while end and not post[end - 1].is_word:
        end -= 1
    for index in range(end - 1, max(0, end - 4), -1):
        if _finite(post, index):
            phrase = phrase_before(post[:index], index)
            if phrase is not None and phrase[0] and post[phrase[0] - 1].text == ",":
                return _speaker(post, phrase, post[index].text)
    return None


def _continues(text: str, previous: Quoted, item: Quoted, tag: _Tag) -> bool:
    """Whether only the tag of the quotation before stands between the two, in one paragraph."""
    between = text[previous.outer_end : min(item.outer_start, previous.outer_end + _REACH + 1)]
    if "\n\n" in between or len(between) > _REACH:
        return False
    if not previous.closed:
        return True
    if not previous.outer_end <= tag.start < item.outer_start:
        return False
    return sum(mark in between[:-1] for mark in ".!?") <= 1
