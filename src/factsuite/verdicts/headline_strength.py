"""Where a headline says more strongly what its body says more weakly: *confirms* for *said*, *will* for *may*."""

import re
from collections.abc import Iterator

from factsuite.model.dossiers import Dossier
from factsuite.reading.reporting_verbs import REPORTING_VERBS
from factsuite.reading.sentences import split_sentences
from factsuite.values.strength import Strength, read_strength
from factsuite.values.wording.word_lists import listed
from factsuite.verdicts.headlines import Unborne, body_words, unborne

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STRONG_ACTS = {
    "confirmed": frozenset[str](),
    "denied": frozenset(listed("no not never none nothing nobody neither without false untrue")),
    "promised": frozenset(listed("will shall")),
}
"""Acts a headline must not make of a weaker one, each with words of the body that are one: *I never saw it* denies."""
_MONTH = re.compile(r"(?<!^)\bMay\b")
_LIKELY = 2
"""The level of the order of modality from which a thing is more than possible."""
_STEM = 5
_SHARED = 0.6
"""Share of a headline's longer words that a sentence of the body must have to say the same."""


def verbs_stronger_than_body(dossier: Dossier) -> Iterator[Unborne]:
    """Every *confirms*, *denies* or *vows* of the headline where the body only has weaker verbs."""
    article = dossier.article
    if article is None:
        return
    strong = [match for match in _WORD.finditer(article.headline.text) if _is_strong(match[0])]
    if not strong:
        return
    body = [word.lower() for word in _WORD.findall(body_words(article))]
    acts = {REPORTING_VERBS[word].act for word in body if word in REPORTING_VERBS}
    stems = {word[:_STEM] for word in body}
    said = [word for word in dict.fromkeys(body) if word in REPORTING_VERBS and REPORTING_VERBS[word].act == "said"]
    for match in strong:
        verb = REPORTING_VERBS[match[0].lower()]
        is_done = verb.act in acts or verb.lemma[:_STEM] in stems or not _STRONG_ACTS[verb.act].isdisjoint(body)
        if acts and not is_done and not (verb.act == "denied" and any(w.endswith(("n't", "n’t")) for w in body)):
            yield unborne(dossier, match.start(), match.end(), " and ".join(f"'{word}'" for word in said[:3]))


def _is_strong(word: str) -> bool:
    verb = REPORTING_VERBS.get(word.lower())
    return verb is not None and verb.act in _STRONG_ACTS and verb.ending in ("s", "past")


def doubts_dropped(dossier: Dossier) -> Iterator[Unborne]:
    """Where all that the body says of the headline's matter has a weaker word: *may*, *some*, *linked to*."""
    article = dossier.article
    if article is None or "?" in article.headline.text:
        return
    headline = article.headline.text
    same = [_MONTH.sub("", text) for text in _sentences_like(headline, body_words(article))]
    if not same:
        return
    stated = {strength.order: strength for strength in read_strength(headline)}
    told = [{strength.order: strength for strength in read_strength(text)} for text in same]
    for order in ("modality", "causes", "quantifiers"):
        weaker = [strengths[order] for strengths in told if order in strengths]
        mine = stated.get(order)
        if len(weaker) < len(told):
            continue
        if mine is None and order == "modality" and _is_doubted(weaker) and not _attributes(headline):
            yield unborne(dossier, 0, len(headline), f"'{weaker[0].phrase}'")
        elif mine is not None and all(strength.level < mine.level for strength in weaker):
            start = max(headline.lower().find(mine.phrase), 0)
            yield unborne(dossier, start, start + len(mine.phrase), f"'{weaker[0].phrase}'")


def _is_doubted(strengths: list[Strength]) -> bool:
    """Whether all say that it may be so; *can* says more often what somebody is able to do."""
    return all(strength.level < _LIKELY and strength.phrase != "can" for strength in strengths)


def _sentences_like(headline: str, body: str) -> list[str]:
    wanted = _stems(headline)
    least = _SHARED * len(wanted)
    if len(wanted) < 2:
        return []
    texts = [body[start:end] for start, end in split_sentences(body)]
    return [text for text in texts if _may_share(text, wanted, least) and len(wanted & _stems(text)) >= least]


def _may_share(text: str, wanted: frozenset[str], least: float) -> bool:
    """Whether the letters of enough stems stand in a text at all. How a sigma is lowered is left to the whole word."""
    low = text.lower()
    shared = 0
    for stem in wanted:
        shared += stem in low or not stem.isascii()
    return shared >= least


def _stems(text: str) -> frozenset[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset([word[:_STEM] for word in words if len(word) > 3 and word not in REPORTING_VERBS])


def _attributes(headline: str) -> bool:
    """Whether a headline leaves it to somebody: *says*, *:*, or quotation marks."""
    words = (word.lower() for word in _WORD.findall(headline))
    return any(word in REPORTING_VERBS for word in words) or any(mark in headline for mark in ":'‘“\"")
