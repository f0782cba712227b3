"""Who is said to speak: every reporting verb of a text with its speaker and the act it reports."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factsuite.reading.noun_phrases import phrase_after, phrase_before
from factsuite.reading.phrase_tokens import AUXILIARIES, PREPOSITIONS, PRONOUNS, Token, tokens_of
from factsuite.reading.quotation_marks import find_quoted
from factsuite.reading.reporting_verbs import NOUNS_TOO, ONLY_BESIDE_A_QUOTATION, REPORTING_VERBS
from factsuite.reading.sentences import split_sentences
from factsuite.reading.word_places import runs_of
from factsuite.values.wording.word_lists import listed

_BE = frozenset(listed("was were been being is are be"))
_FINITE = frozenset(
    form
    for form, verb in REPORTING_VERBS.items()
    if verb.ending in ("past", "s", "base") and verb.lemma not in ONLY_BESIDE_A_QUOTATION
)
_TAKES_THINGS = frozenset(listed("add concede report"))
"""Verbs of speech that are as often about things: goals added, matches conceded, figures reported."""
_CLAUSE_WITHIN = 8  # words after such a verb among which the verb of a clause stands
_CUES = _FINITE | {"according", "According"}


class Attribution(Struct, frozen=True, kw_only=True):
    """A verb of speech or thought, or *according to*, and the phrase that names who speaks."""

    speaker_start: int
    speaker_end: int
    speaker: str  # as the text prints it; empty where it is a pronoun, whose span is given
    verb_start: int
    verb_end: int
    verb: str
    act: str  # said, alleged, suggested, estimated, confirmed, denied, urged, promised, asked, thought
    negated: bool  # *did not say*


@lru_cache(maxsize=128)
def read_attributions(text: str) -> tuple[Attribution, ...]:
    """Find who is said to say or think something, in the order of the text, outside quotation marks."""
    words, starts, _ = runs_of(text)
    if _CUES.isdisjoint(words):
        return ()
    cues = [start for word, start in zip(words, starts, strict=True) if word in _CUES]
    found: list[Attribution] = []
    quoted = find_quoted(text)
    place = 0
    for start, end in split_sentences(text):
        stretches: list[tuple[int, int]] = []
        position = start
        while place < len(quoted) and quoted[place].outer_start < end:
            if position < quoted[place].outer_start:
                stretches.append((position, quoted[place].outer_start))
            position = max(position, quoted[place].outer_end)
            place += 1
        if position < end:
            stretches.append((position, end))
        if bisect_left(cues, start) < bisect_left(cues, end):
            found += _of_sentence(text, [token for stretch in stretches for token in tokens_of(text, *stretch)])
    return tuple(found)


def _of_sentence(text: str, tokens: Sequence[Token]) -> Iterator[Attribution]:
    for index in [place for place, token in enumerate(tokens) if token.text in _CUES]:
        token = tokens[index]
        if token.text in ("according", "According") and index + 1 < len(tokens) and tokens[index + 1].low == "to":
            phrase = phrase_after(tokens, index + 2)
            if phrase is not None:
                yield _attribution(text, tokens, phrase, (index, index + 2), "said")
        elif token.text in _FINITE and _reports(tokens, index):
            base = max(0, index - 40)
            phrase = phrase_before(tokens[base:index], index - base)
            if phrase is not None and _says_something(text, tokens, phrase[0] + base, index):
                act = REPORTING_VERBS[token.text].act
                yield _attribution(text, tokens, (phrase[0] + base, phrase[1] + base), (index, index + 1), act)


def _reports(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a finite reporting verb in the active voice."""
    verb = REPORTING_VERBS[tokens[index].text]
    place = index
    while place and tokens[place - 1].is_adverb:
        place -= 1
    before = tokens[place - 1].low if place else ""
    if before in _BE or before in ("to", "the", "a", "an", ""):
        return False
    if verb.ending == "base":
        return before in PRONOUNS or before in AUXILIARIES
    return verb.ending == "past" or verb.lemma not in NOUNS_TOO or not (before in PREPOSITIONS or before.endswith("s"))


def _says_something(text: str, tokens: Sequence[Token], speaker: int, index: int) -> bool:
    """Whether something is said: *added that ...*, *..., he added*; not *added a third* or *conceded at ten*."""
    if REPORTING_VERBS[tokens[index].text].lemma not in _TAKES_THINGS:
        return True
    following = text[tokens[index].end :].lstrip(" ")[:1]
    if not following.isalnum():
        return True
    after = [token.low for token in tokens[index + 1 : index + 1 + _CLAUSE_WITHIN]]
    if text[: tokens[speaker].start].rstrip().endswith(",") and after[0] in PREPOSITIONS:
        return True
    return after[:1] == ["that"] or any(word in AUXILIARIES for word in after)


def _attribution(
    text: str, tokens: Sequence[Token], phrase: tuple[int, int], verb: tuple[int, int], act: str
) -> Attribution:
    start, end = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
    verb_start, verb_end = tokens[verb[0]].start, tokens[verb[1] - 1].end
    pronoun = phrase[1] - phrase[0] == 1 and tokens[phrase[0]].low in PRONOUNS
    between = [token.low for token in tokens[phrase[1] : verb[0]]]
    return Attribution(
        speaker_start=start,
        speaker_end=end,
        speaker="" if pronoun else text[start:end],
        verb_start=verb_start,
        verb_end=verb_end,
        verb=text[verb_start:verb_end],
        act=act,
        negated=any(word in ("not", "never") or word.endswith(("n't", "n\u2019t")) for word in between),
    )
