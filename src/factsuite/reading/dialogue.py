"""Speakers without a tag of their own: who acts just before the quotation, and whose turn it is in a dialogue."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factsuite.reading.noun_phrases import first_subject, phrase_after
from factsuite.reading.phrase_tokens import DETERMINERS, PRONOUNS, Token, tokens_of
from factsuite.reading.quotation_marks import Quoted
from factsuite.reading.speaker_tags import Tag, trailing
from factsuite.values.wording.word_lists import listed

_LONGEST_ACT = 300  # characters of a sentence that says what the speaker does
_TURNS = 4  # turns without a tag over which two speakers are taken to go on by turns
_PERSONS = frozenset(
    listed(
        "man woman boy girl lad lady gentleman mother father son daughter brother sister uncle aunt cousin wife "
        "husband grandmother grandfather child doctor nurse teacher captain officer soldier policeman detective "
        "lawyer judge mayor minister president king queen prince princess duke count parson priest bishop professor "
        "stranger spokesman spokeswoman farmer driver host hostess maid servant mistress widow clerk secretary "
        "reporter editor coach player stripling maiden youth"
    )
)
_SPEAKS = frozenset(listed("spoke explained answered replied said asked began"))
_GESTURES = frozenset(
    listed(
        "smiled nodded laughed sighed shrugged frowned grinned chuckled wept stood sat turned looked glanced gazed "
        "stared paused stopped hesitated leaned leant bent knelt rose sprang shook waved pointed stepped walked "
        "brightened put handed followed drew lifted threw reached pulled pushed expressed"
    )
)
"""What a person named does while speaking; *Paris fell* or *the president signed* do not say who speaks next."""
_NO_ACT = frozenset(
    listed(
        "heard saw felt knew listened watched noticed met found received understood learned needed wanted seemed "
        "appeared lived died remained became"
    )
)
"""Verbs that say what somebody perceives or is: the words that follow may well be another's."""
_JOINS = frozenset(listed("and but whereupon while when"))


def with_dialogue(
    text: str, quoted: Sequence[Quoted], tags: Sequence[Tag | None], sentences: Sequence[tuple[int, int]]
) -> list[Tag | None]:
    """The tags, and for quotations without one that of an act beside them, or of the speaker whose turn it is."""
    filled = list(tags)
    starts = [start for start, _ in sentences]
    for index, tag in enumerate(tags):
        if tag is None and _is_utterance(text, quoted[index]):
            place = bisect_right(starts, quoted[index].outer_start) - 1
            filled[index] = _act_before(text, quoted, index, sentences, place) or _act_after(text, quoted, index)
    for index in range(len(quoted) - 2, -1, -1):
        if filled[index] is None and _goes_on(text, quoted[index], quoted[index + 1]):
            filled[index] = filled[index + 1]
    for turns in _dialogues(text, quoted, filled):
        _alternate(text, quoted, turns, filled)
    return filled


def _goes_on(text: str, item: Quoted, following: Quoted) -> bool:
    """Whether a quotation has no closing mark and the next paragraph opens with one: one speaker goes on."""
    return not item.closed and not text[item.outer_end : min(following.outer_start, item.outer_end + 9)].strip()


def _is_utterance(text: str, item: Quoted) -> bool:
    """Whether the words are sentences of their own, no part of the reporter's."""
    return item.closed and text[item.start].isupper() and text[item.end - 1] in ".?!\u2026-\u2014"


def _act_before(
    text: str, quoted: Sequence[Quoted], index: int, sentences: Sequence[tuple[int, int]], place: int
) -> Tag | None:
    """Who acts in the sentence before, in one paragraph: *The mayor rose. "..."*; *He spoke thus: "..."*."""
    begins = quoted[index].outer_start
    if place >= 0 and sentences[place][0] == begins:
        place -= 1
    if place < 0:
        return None
    start, end = sentences[place][0], min(sentences[place][1], begins)
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST_ACT or begins - end > 2 or (index and start < quoted[index - 1].outer_end):
        return None
    if end <= start or text[end - 1] not in ".:" or text.count("\n", end, begins) > 1:
        return None
    tokens = tokens_of(text, start, end)
    return trailing(tokens) or _actor(tokens)


def _act_after(text: str, quoted: Sequence[Quoted], index: int) -> Tag | None:
    """Who acts in the words after, on one line: *"..." The mayor rose.*"""
    begin = quoted[index].outer_end
    end = quoted[index + 1].outer_start if index + 1 < len(quoted) else len(text)
    end = min(end, begin + _LONGEST_ACT)
    while begin < end and text[begin] in " -\u2014":
        begin += 1
    if begin >= end or text[begin] == "\n":
        return None
    return _person_acting(tokens_of(text, begin, end), 0)


def _actor(tokens: Sequence[Token]) -> Tag | None:
    """The single person who does something in the last clause of a sentence that has a subject of its own."""
    begin = 0
    for place in range(len(tokens) - 2, 0, -1):
        low = tokens[place].low
        joins = low in _JOINS and not tokens[place - 1].is_name  # *Ann and Lee* are no single person
        if low == ";" or (joins and _person_acting(tokens, place + 1) is not None):
            begin = place + 1
            break
    clause = tokens[begin:]
    found = _person_acting(clause, 0)
    if found is None:
        subject = first_subject(clause, len(clause))
        found = _person_acting(clause, subject[0]) if subject is not None else None
    return found


def _person_acting(tokens: Sequence[Token], place: int) -> Tag | None:
    """The phrase at a place if it is one person and a verb of action in the past follows."""
    while place < len(tokens) and tokens[place].is_adverb:
        place += 1
    phrase = phrase_after(tokens, place)
    verb = None if phrase is None else _act_at(tokens, phrase[1])
    if phrase is None or verb is None:
        return None
    first, last = tokens[phrase[0]], tokens[phrase[1] - 1]
    tag = Tag(first.start, last.end, tokens[verb].text, phrase[1] - phrase[0] == 1 and first.low in PRONOUNS)
    if tag.pronoun:
        return tag if first.low in ("he", "she", "i") else None
    speaks = tokens[verb].text in _SPEAKS and verb + 2 == len(tokens)
    words = tokens[phrase[0] : phrase[1]]
    if not (speaks or tokens[verb].text in _GESTURES or tokens[-1].text == ":"):
        return None
    if last.low == "s" or last.text.endswith(("'s", "\u2019s")) or any(word.low == "and" for word in words):
        return None
    named = first.low not in DETERMINERS and all(word.is_name for word in words)
    return tag if named or speaks or last.low in _PERSONS else None


def _act_at(tokens: Sequence[Token], place: int) -> int | None:
    """Where the verb of action after a subject stands: *rose*, *slowly rose*, *, however, rose*, *had risen*."""
    if place + 2 < len(tokens) and tokens[place].text == tokens[place + 2].text == "," and tokens[place + 1].is_adverb:
        place += 3
    had = False
    while place < len(tokens) and (tokens[place].is_adverb or tokens[place].low == "had"):
        had = had or tokens[place].low == "had"
        place += 1
    if place >= len(tokens) or tokens[place].low in _NO_ACT:
        return None
    low = tokens[place].low
    return place if tokens[place].is_past or (had and (low.endswith("en") or low == "gone")) else None


def _dialogues(text: str, quoted: Sequence[Quoted], tags: Sequence[Tag | None]) -> Iterator[list[list[int]]]:
    """Runs of turns that answer one another; a turn is one speaker's quotations, by their places."""
    run: list[list[int]] = []
    for index in range(len(quoted)):
        if run and tags[index] is not None and tags[index] is tags[index - 1]:
            run[-1].append(index)
        elif run and _answers(text, quoted, tags, index):
            run.append([index])
        else:
            if len(run) > 2:
                yield run
            run = [[index]]
    if len(run) > 2:
        yield run


def _answers(text: str, quoted: Sequence[Quoted], tags: Sequence[Tag | None], index: int) -> bool:
    """Whether a quotation begins a line right after another, or after the tag of that."""
    start, end = quoted[index - 1].outer_end, quoted[index].outer_start
    if not quoted[index - 1].closed or end - start > _LONGEST_ACT:
        return False
    between = text[start:end]
    if "\n" not in between[-3:]:
        return False
    tag = tags[index - 1]
    if not between.strip():
        return True
    return tag is not None and start <= tag.start < end and sum(mark in ".!?" for mark in between) <= 1


def _alternate(text: str, quoted: Sequence[Quoted], turns: Sequence[Sequence[int]], tags: list[Tag | None]) -> None:
    """Where one of two speakers asks, a turn without a tag is that of the turn two before, or two after."""
    own = [tags[turn[0]] for turn in turns]
    asks = [text[quoted[turn[-1]].end - 1] == "?" for turn in turns]
    untagged = 0
    for place in range(len(turns)):
        untagged = untagged + 1 if own[place] is None else 0
        if not untagged or untagged > _TURNS:
            continue
        for other in (place - 2, place + 2):
            between = (place + other) // 2
            if not 0 <= other < len(turns) or not any(asks[min(place, other) : max(place, other) + 1]):
                continue
            if own[place] is None and _differ(text, own[other], own[between]):
                own[place] = own[other]
        for index in turns[place]:
            tags[index] = own[place]


def _differ(text: str, one: Tag | None, other: Tag | None) -> bool:
    """Whether one is named, and the turn between is not tagged with the same words."""
    if one is None or other is None:
        return one is not None
    return text[one.start : one.end].lower() != text[other.start : other.end].lower()
