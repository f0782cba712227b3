"""Noun phrases beside a verb: who does it. Read from closed word classes and capitals, without a grammar."""

from collections.abc import Sequence

from factsuite.reading.phrase_tokens import (
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    OBJECTS,
    PAST_VERBS,
    PREPOSITIONS,
    PRONOUNS,
    REFLEXIVES,
    Token,
)
from factsuite.reading.reporting_verbs import REPORTING_VERBS
from factsuite.values.wording.word_lists import listed

_ONLY_JOINING = CONJUNCTIONS - PREPOSITIONS
_LONGEST = 24  # tokens of a phrase
_PARTICLES = frozenset(listed("de la van von der den di du da del el al bin ibn ben dos le ter ten af av zu y o"))
_ALONE = frozenset(listed("another one both all some others many several few none most neither either each"))


def phrase_after(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The phrase that begins at a token: *said* **the mayor of Lyon** *quietly*."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.low in PRONOUNS:
        return start, start + 1
    if not first.is_word or not _may_begin(first):
        return None
    end = start
    named = False
    while end < len(tokens) and end - start < _LONGEST:
        step = _step_after(tokens, start, end, named)
        if not step:
            break
        named = named or (tokens[end].is_name and tokens[end].low not in DETERMINERS)
        end += step
    if end == start or (end == start + 1 and first.low in DETERMINERS and first.low not in _ALONE):
        return None
    return start, end


def _may_begin(token: Token) -> bool:
    low = token.low
    if low in OBJECTS or low in AUXILIARIES or low in PREPOSITIONS or (low in CONJUNCTIONS and low != "that"):
        return False
    return low in DETERMINERS or token.is_name or not (token.is_adverb or low in DAYS or _is_verb(token))


def _is_verb(token: Token) -> bool:
    verb = REPORTING_VERBS.get(token.text)
    return verb is not None and verb.ending in ("past", "ing")


def _step_after(tokens: Sequence[Token], start: int, place: int, named: bool) -> int:
    """How many tokens the phrase goes on by; 0 where it ends."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if not token.is_word:
        return 2 if token.text in "'\u2019" and following is not None and following.low == "s" else 0
    low = token.low
    if low in AUXILIARIES or low in OBJECTS or low in PRONOUNS or low in DAYS or (token.is_adverb and place > start):
        return 0
    if low == "and":
        return 1 if following is not None and named and following.is_name and following.low not in PRONOUNS else 0
    if (low in PREPOSITIONS or low in CONJUNCTIONS) and not (low == "that" and place == start):
        return 1 if _continues(low, following, named) else 0
    if low in DETERMINERS:
        return 1 if place == start or tokens[place - 1].low in PREPOSITIONS or tokens[place - 1].low == "all" else 0
    if token.is_name or place == start:
        return 1
    if _is_verb(token) or (low.endswith("ing") and place > start + 1):
        return 0
    if token.is_past and (token.text in PAST_VERBS or tokens[place - 1].low not in DETERMINERS):
        return 0
    if named and low not in _PARTICLES and tokens[place - 1].low != "s" and not _is_possessive(tokens[place - 1]):
        return 1 if _name_follows(tokens, place) else 0
    return 1


def _continues(preposition: str, following: Token | None, named: bool) -> bool:
    if following is None or not following.is_word:
        return False
    if preposition == "of":
        return following.low not in OBJECTS
    if named:
        return False
    if preposition == "for":
        return True
    return (preposition in ("at", "from", "in") and following.is_name) or (
        preposition == "with" and following.low == "the"
    )


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def _name_follows(tokens: Sequence[Token], place: int) -> bool:
    """A lower-case title between names: *Labour leader Keir*; at most three words."""
    for token in tokens[place : place + 3]:
        if token.is_name:
            return True
        if (
            not token.is_word
            or token.low in PREPOSITIONS
            or token.low in CONJUNCTIONS
            or _is_verb(token)
            or token.is_adverb
        ):
            return False
    return False


def phrase_before(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The phrase that ends before a verb: **A spokesman for the mayor** *later said*."""
    while end and (tokens[end - 1].low in AUXILIARIES or tokens[end - 1].is_adverb):
        end -= 1
    if not end:
        return None
    last = tokens[end - 1]
    if last.low in REFLEXIVES and end > 1 and tokens[end - 2].is_word:
        phrase = phrase_before(tokens[: end - 1], end - 1)
        return None if phrase is None else (phrase[0], end)
    if last.text == ",":
        return _before_comma(tokens, end)
    if last.low in PRONOUNS and last.low not in ("who", "that"):
        return end - 1, end
    if last.low in ("who", "which", "that"):
        return phrase_before(tokens[: end - 1], end - 1) if end > 1 and tokens[end - 2].is_word else None
    start = end
    while start and end - start < _LONGEST and _step_before(tokens, start, end):
        start -= 1
    if start and tokens[start - 1].low in ("who", "which") and start > 1:
        head = start - 1 - (tokens[start - 2].text == ",")
        return phrase_before(tokens[:head], head) if head else None
    return _trimmed(tokens, start, end)


def _step_before(tokens: Sequence[Token], start: int, end: int) -> bool:
    token = tokens[start - 1]
    low = token.low
    if not token.is_word:
        return token.text in "'\u2019" and start < end and tokens[start].low == "s"
    if low == "and":
        return start > 1 and start < end and tokens[start - 2].is_name and tokens[start].is_name
    if low in CONJUNCTIONS and low not in PREPOSITIONS:
        return False
    if low in AUXILIARIES or low in OBJECTS or low in PRONOUNS or token.is_adverb:
        return False
    return not (low in DAYS or (_is_verb(token) and start < end))


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Leave out what stands before the phrase: *On the way home* **the mayor**; *This week* **the mayor**."""
    while start < end and (tokens[start].is_adverb or tokens[start].low in _ONLY_JOINING):
        start += 1
    begin = start
    for place in range(start + 1, end):
        before, token = tokens[place - 1], tokens[place]
        if (
            token.low in DETERMINERS
            and before.is_word
            and before.low not in PREPOSITIONS
            and before.low not in DETERMINERS
        ):
            begin = place
    if begin < end and tokens[begin].low in PREPOSITIONS:
        begin = _name_at_end(tokens, begin, end)
    if begin >= end or (end - begin == 1 and tokens[begin].low in DETERMINERS and tokens[begin].low not in _ALONE):
        return None
    return begin, end


def _name_at_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """After an opening preposition: the run of capitals at the end, if a lower-case word stands before it."""
    begin = end
    while begin > start and tokens[begin - 1].is_name:
        begin -= 1
    before = tokens[begin - 1] if begin > start else None
    if before is None or before.low in PREPOSITIONS or before.low in DETERMINERS:
        return end
    return begin


def _before_comma(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The phrase before an apposition or an aside between commas: **Ann Lee**, *a baker,* said."""
    parts: list[tuple[int, int]] = []
    start = 0
    for place in range(end):
        if tokens[place].text in (",", ";", ":", "(", ")", "\u2014", "--", "-"):
            parts.append((start, place))
            start = place + 1
    best: tuple[int, int] | None = None
    for begin, stop in parts:
        if begin >= stop:
            continue
        if _has_verb(tokens, begin, stop):
            if tokens[begin].low not in (
                "who",
                "which",
                "whose",
                "when",
                "where",
                "while",
                "as",
                "if",
                "after",
                "before",
            ):
                best = None
            continue
        first = tokens[begin]
        if best is None and _may_begin(first) and not first.low.endswith("ing"):
            best = phrase_after(tokens[:stop], begin)
        elif best is not None and _may_begin(first) and not first.low.endswith(("ing", "ed")):
            best = best[0], stop
    return best


def _has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(
        token.low in AUXILIARIES or _is_verb(token) or (token.is_past and place > start)
        for place, token in enumerate(tokens[start:end], start=start)
    )


def first_subject(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The subject of a sentence: the first phrase that opens a part of it and is followed by a verb."""
    place = 0
    while place < end:
        while place < end and (
            not tokens[place].is_word or tokens[place].is_adverb or tokens[place].low in ("and", "but")
        ):
            place += 1
        if place < end and _may_begin(tokens[place]) and not tokens[place].low.endswith("ing"):
            phrase = phrase_after(tokens[:end], place)
            after = phrase[1] if phrase else end
            while after < end and tokens[after].is_adverb:
                after += 1
            if (
                phrase
                and after < end
                and (tokens[after].is_past or tokens[after].low in AUXILIARIES or tokens[after].text == ",")
            ):
                return phrase
            if phrase and after == end:
                return phrase
        while place < end and tokens[place].text not in (",", ";", "\u2014", "--"):
            place += 1
    return None
