"""Quotations in running text and who is said to speak them."""

from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from factsuite.reading.dialogue import with_dialogue
from factsuite.reading.phrase_tokens import Token, tokens_of, tokens_to_stop
from factsuite.reading.quotation_marks import Quoted, find_quoted
from factsuite.reading.sentences import split_sentences
from factsuite.reading.speaker_tags import Tag, beside_after, beside_before, governing, passive, trailing

_REACH = 400  # characters on either side of a quotation that are searched for its tag
_INTERRUPTIONS = 4  # quotations of a sentence that are looked past for its reporting verb


class QuotedSpan(Struct, frozen=True, kw_only=True):
    """One quotation: its words inside the marks, and the phrase that names who says them.

    The phrase is given as the text prints it. `speaker` is empty where nobody is named: no tag was found (no span
    either) or the tag has a pronoun (its span is given). `verb` is that of the phrase: *said*, or what the person did
    just before (*The mayor smiled. "..."*). In a dialogue the phrase may stand at another turn of the speaker.
    """

    start: int
    end: int
    words: str
    speaker_start: int | None
    speaker_end: int | None
    speaker: str
    verb: str


@lru_cache(maxsize=128)
def read_quotations(text: str) -> tuple[QuotedSpan, ...]:
    """Find the quotations of a text in order, each with its speaker where the text names one beside it."""
    quoted = find_quoted(text)
    if not quoted:
        return ()
    sentences = split_sentences(text)
    starts = [start for start, _ in sentences]
    tags: list[Tag | None] = []
    before: deque[tuple[Token, ...]] = deque(maxlen=_INTERRUPTIONS + 1)
    for index, item in enumerate(quoted):
        sentence = starts[max(0, bisect_right(starts, item.outer_start) - 1)] if starts else 0
        floor = quoted[index - 1].outer_end if index else 0
        before.append(tokens_of(text, max(floor, sentence, item.outer_start - _REACH), item.outer_start))
        tags.append(_tag(text, quoted, index, sentence, before, tags))
    filled = with_dialogue(text, quoted, tags, sentences)
    return tuple(_span(text, item, tag) for item, tag in zip(quoted, filled, strict=True))


def _span(text: str, item: Quoted, tag: Tag | None) -> QuotedSpan:
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
    text: str,
    quoted: Sequence[Quoted],
    index: int,
    sentence: int,
    before: Sequence[tuple[Token, ...]],
    tags: Sequence[Tag | None],
) -> Tag | None:
    """The tag of one quotation, from the reporter's words before it, before earlier ones, and after it."""
    item, pre = quoted[index], before[-1]
    after_start = quoted[index + 1].outer_start if index + 1 < len(quoted) else len(text)
    post = tokens_to_stop(text, item.outer_end, min(after_start, item.outer_end + _REACH))
    found = None
    if post:
        between = text[item.outer_end : post[0].start]
        introduces_next = after_start < len(text) and _reaches(post, text, after_start)
        found = beside_after(post, text[item.end - 1 : item.end], "\n" in between, introduces_next)
    found = found or beside_before(pre)
    if found is not None:
        return found
    previous = tags[index - 1] if index else None
    goes_on = previous is not None and (previous.end > sentence or not any(token.is_word for token in pre))
    if previous is not None and goes_on and _continues(text, quoted[index - 1], item, previous):
        return previous
    limit = max(sentence, item.outer_start - _REACH)
    clause = [token for tokens in before for token in tokens if token.start >= limit] if any(before) else ()
    return governing(clause) or (passive(pre, post) or trailing(post) if post else None)


def _reaches(tokens: Sequence[Token], text: str, limit: int) -> bool:
    """Whether nothing but white space stands between the tokens and the next quotation."""
    return bool(tokens) and not text[tokens[-1].end : limit].strip()


def _continues(text: str, previous: Quoted, item: Quoted, tag: Tag) -> bool:
    """Whether only the tag of the quotation before stands between the two, or that goes on in a new paragraph."""
    between = text[previous.outer_end : min(item.outer_start, previous.outer_end + _REACH + 1)]
    if not previous.closed and not between.strip():
        return True
    if "\n\n" in between or len(between) > _REACH:
        return False
    if not previous.closed:
        return True
    if text[previous.end - 1] == "?" and "\n" in between[-2:]:
        return False  # a question, and on a line of its own the answer
    if not previous.outer_end <= tag.start < item.outer_start:
        return False
    return sum(mark in between[:-1] for mark in ".!?") <= 1
