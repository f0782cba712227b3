"""Who says what in running text: the words said, their speaker, and where one saying ends and the next begins."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factsuite.drafting.passages import VEIL, Passages, Sentence, Span, count_words
from factsuite.reading.noun_phrases import first_subject, phrase_before
from factsuite.reading.phrase_tokens import DAYS, PREPOSITIONS, Token
from factsuite.reading.reporting_verbs import NOUNS_TOO, ONLY_BESIDE_A_QUOTATION, REPORTING_VERBS
from factsuite.reading.speech import read_attributions
from factsuite.values.wording.word_lists import listed

_ADVOCACY = frozenset(listed("advocating advocated advocates"))
_PARTICIPLE = re.compile(
    r"(?:,\s+(?:(?:and|but|while)\s+)?(?:\w+ly\s+)?|\b(?:evidence|signs?|indications?|proof|reports?)\s+)([a-z]+ing)\b"
)
_PLURAL = re.compile(r"\b(?:[A-Za-z][a-z]+[a-rt-z]s|[Pp]olice|people|both|many|some|others)\s+(?:\w+ly\s+)?([a-z]+)\b")
_ABBREVIATED = re.compile(r"\s*\([A-Z][\w.&-]{1,11}\)\s+(?:(?:has|have|had|also)\s+)?([a-z]+)\b")
_NAME_BEFORE = re.compile(r"[A-Z][\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+){1,3},\s+\Z")
_NO_COMMENT = re.compile(r"\b(?:declined|refused) to comment\b")
_NEEDS_THAT = frozenset(listed("adding noting reporting conceding"))
_TO_SOMEONE = re.compile(r"\s+(?:[\w'\u2019.-]+\s+){0,6}?that\s+")
_AFTER_VERB = re.compile(r"\s*(?:[:,]\s*)?(?:that\s+)?")
_OTHER_VERB = re.compile(
    r"\s+(?:and|but|or)\s+(?:\w+ly\s+|(?:later|then|also)\s+)?(?:[a-z]+ed|paid|left|went|took|gave|made)\b"
)
"""What follows a verb of speech without an object: *apologised and later paid*; nothing is said."""
_HEARERS = frozenset(listed("told tell tells telling informed inform informs informing assured warned reminded"))
_TAIL = PREPOSITIONS | DAYS | frozenset(listed("reporters journalists lawmakers and yesterday today"))
_LONGEST_TAIL = 9  # words after a tag that closes a sentence: *the council said at a meeting on Thursday*


class Said(Struct, frozen=True, kw_only=True):
    """Something said: who, with which verb, and the stretch that is said, with the tag's place."""

    sentence: Sentence
    speaker: Span | None
    verb: Span
    act: str
    that: Span
    trailing: bool
    """The tag stands after what is said: *..., Kirby said*."""
    according: bool = False
    """The tag is *according to*."""
    given_by: Span | None = None
    """Of words told at second hand: on whose word, *according to the NIS, instructors believe*."""


class _Tag(Struct, frozen=True):
    speaker: Span | None
    verb: Span
    act: str
    according: bool = False
    participle: bool = False
    itself: bool = False
    """The verb says all there is: *declined to comment*."""


def read_said(passages: Passages) -> tuple[Said, ...]:
    """Everything said outside quotation marks, in the order of the text."""
    found: list[Said] = []
    by_sentence: dict[int, list[_Tag]] = {}
    for attribution in read_attributions(passages.text):
        sentence = passages.sentence_at(attribution.verb_start)
        if sentence is not None:
            speaker = attribution.speaker_start, attribution.speaker_end
            verb = attribution.verb_start, attribution.verb_end
            according = attribution.verb.lower().startswith("according")
            by_sentence.setdefault(sentence.start, []).append(_Tag(speaker, verb, attribution.act, according))
    for sentence in passages.sentences:
        tags = [*by_sentence.get(sentence.start, []), *_more_tags(passages, sentence)]
        found += _of_sentence(passages, sentence, _once(tags))
    return tuple(found)


def _once(tags: Sequence[_Tag]) -> list[_Tag]:
    """The tags in their order, each verb once."""
    by_verb: dict[Span, _Tag] = {}
    for tag in tags:
        by_verb.setdefault(tag.verb, tag)
    ordered = [by_verb[verb] for verb in sorted(by_verb)]
    for index, tag in enumerate(ordered):  # *Austin acknowledged ..., stating*: the participle has the verb's subject
        before = [other.speaker for other in ordered[:index] if other.speaker is not None and not other.according]
        if tag.participle and before:
            ordered[index] = replace(tag, speaker=before[-1])
    return ordered


def _more_tags(passages: Passages, sentence: Sentence) -> Iterator[_Tag]:
    """Tags in other forms: participles, verbs of a plural subject, *declined to comment*."""
    veiled = passages.veiled
    tokens: list[Token] | None = None
    for match in _PARTICIPLE.finditer(veiled, sentence.start, sentence.end):
        verb = REPORTING_VERBS.get(match[1])
        act = verb.act if verb is not None else "urged" if match[1] in _ADVOCACY else ""
        if not act or not _speaks(veiled, match, verb.lemma if verb is not None else ""):
            continue
        tokens = tokens if tokens is not None else passages.tokens(sentence.start, sentence.end)
        subject = _subject(tokens, match.start(1))
        yield _Tag(subject, match.span(1), act, participle=True)
    for match in _PLURAL.finditer(veiled, sentence.start, sentence.end):
        verb = REPORTING_VERBS.get(match[1])
        if verb is None or verb.ending != "base" or verb.lemma in ONLY_BESIDE_A_QUOTATION | NOUNS_TOO:
            continue
        yield from _before_verb(passages, sentence, match.span(1), verb.act)
    for match in _ABBREVIATED.finditer(veiled, sentence.start, sentence.end):
        verb = REPORTING_VERBS.get(match[1])
        if verb is not None and verb.ending in ("past", "s"):
            yield from _before_verb(passages, sentence, match.span(1), verb.act, match.start())
    for match in _NO_COMMENT.finditer(veiled, sentence.start, sentence.end):
        for tag in _before_verb(passages, sentence, match.span(), "said"):
            yield replace(tag, itself=True)


def _speaks(veiled: str, match: re.Match[str], lemma: str) -> bool:
    """Whether a participle says something: one with other everyday uses needs *that* or a quotation after it."""
    after = veiled[match.end() : match.end() + 8].lstrip(" ,:")
    if lemma in ONLY_BESIDE_A_QUOTATION or match[1] in _NEEDS_THAT:
        return after.startswith((VEIL, "that "))
    return True


def _subject(tokens: Sequence[Token], end: int) -> Span | None:
    before = [token for token in tokens if token.end <= end]
    phrase = first_subject(before, len(before))
    return (before[phrase[0]].start, before[phrase[1] - 1].end) if phrase is not None else None


def _before_verb(passages: Passages, sentence: Sentence, verb: Span, act: str, end: int = 0) -> Iterator[_Tag]:
    tokens = [token for token in passages.tokens(sentence.start, sentence.end) if token.end <= (end or verb[0])]
    phrase = phrase_before(tokens, len(tokens)) if tokens else None
    if phrase is not None:
        start = tokens[phrase[0]].start
        before = passages.text[max(sentence.start, start - 60) : start]
        apart = passages.text[tokens[phrase[1] - 1].end : verb[0]].strip() == ","
        named = _NAME_BEFORE.search(before) if apart else None  # *Alaric Sund, head of the ferry,*
        start -= len(before) - named.start() if named is not None else 0
        yield _Tag((start, tokens[phrase[1] - 1].end), verb, act)


def _of_sentence(passages: Passages, sentence: Sentence, tags: Sequence[_Tag]) -> Iterator[Said]:
    reached = sentence.start  # where what the next closing tag may reach back to begins
    given_by: Span | None = None
    for index, tag in enumerate(tags):
        if tag.itself and tag.speaker is not None:
            yield _said(sentence, tag, (tag.speaker[0], tag.verb[1]), trailing=True)
            continue
        following = tags[index + 1] if index + 1 < len(tags) else None
        if _closes(passages, sentence, tag):
            begin = tag.speaker[0] if tag.speaker is not None and not tag.according else tag.verb[0]
            that = passages.trimmed(reached, min(begin, tag.verb[0]))
            reached = max(tag.verb[1], tag.speaker[1] if tag.speaker is not None else 0)
            yield _said(sentence, tag, that, trailing=True)
            continue
        if _OTHER_VERB.match(passages.veiled, tag.verb[1]):
            continue
        start = _starts(passages, tag)
        end = _ends(passages, sentence, following, start)
        nested = following is not None and following.speaker is not None and _opens(passages, following, start)
        if nested or (following is not None and following.verb[0] <= start):
            given_by = tag.speaker if tag.according else given_by
            continue
        that = passages.trimmed(start, end)
        if that[0] < that[1]:
            yield replace(_said(sentence, tag, that, trailing=False), given_by=None if tag.according else given_by)
        reached = end


def _said(sentence: Sentence, tag: _Tag, that: Span, *, trailing: bool) -> Said:
    return Said(
        sentence=sentence,
        speaker=tag.speaker,
        verb=tag.verb,
        act=tag.act,
        that=that,
        trailing=trailing,
        according=tag.according,
    )


def _closes(passages: Passages, sentence: Sentence, tag: _Tag) -> bool:
    """Whether a tag stands after what is said: after a comma or a quotation, with no more than a time or place left."""
    if tag.participle or tag.speaker is None:
        return False
    begin = min(tag.speaker[0], tag.verb[0])
    before = passages.veiled[sentence.start : begin].rstrip()
    if not before:
        return False
    if tag.according:
        return True
    if before[-1] not in f",{VEIL}\u2014\u2013-":
        return False
    rest = passages.veiled[tag.verb[1] : sentence.end].strip(" .!?")
    first = re.match(r"[\w'\u2019]+", rest)
    if not rest or rest[0] in ",;\u2014":
        return True
    return first is not None and first[0].lower() in _TAIL and count_words(rest) <= _LONGEST_TAIL


def _starts(passages: Passages, tag: _Tag) -> int:
    """Where what is said begins: after the verb, the hearer and *that*; after the comma of *According to X,*."""
    text = passages.veiled
    if tag.according and tag.speaker is not None:
        comma = re.match(r"\s*,\s*", text[tag.speaker[1] :])
        return tag.speaker[1] + (comma.end() if comma is not None else 0)
    if text[tag.verb[0] : tag.verb[1]].lower() in _HEARERS:
        hearer = _TO_SOMEONE.match(text, tag.verb[1])
        if hearer is not None:
            return hearer.end()
    after = _AFTER_VERB.match(text, tag.verb[1])
    return after.end() if after is not None else tag.verb[1]


def _ends(passages: Passages, sentence: Sentence, following: _Tag | None, start: int) -> int:
    """Where what is said ends: before the next tag, with the comma or *and* that leads to it."""
    if following is None:
        return sentence.end
    next_start = following.verb[0]
    if following.speaker is not None and not following.participle:
        next_start = min(next_start, following.speaker[0])
    text = passages.text[start:next_start]
    return start + len(re.sub(r"[,;]?\s*(?:(?:and|but|while)\s*)?$", "", text))


def _opens(passages: Passages, tag: _Tag, start: int) -> bool:
    """Whether what is said begins with another tag's speaker: it is told at second hand."""
    assert tag.speaker is not None
    near = start - 1 <= tag.speaker[0] <= start + 4
    return near and not passages.text[start : tag.speaker[0]].strip()
