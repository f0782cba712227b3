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
    body = [match[0].lower() for match in _WORD.finditer(body_words(article))]
    acts = {REPORTING_VERBS[word].act for word in body if word in REPORTING_VERBS}
    stems = {word[:_STEM] for word in body}
    said = [word for word in dict.fromkeys(body) if word in REPORTING_VERBS and REPORTING_VERBS[word].act == "said"]
    for match in _WORD.finditer(article.headline.text):
        verb = REPORTING_VERBS.get(match[0].lower())
        if verb is None or verb.act not in _STRONG_ACTS or verb.ending not in ("s", "past"):
            continue
        is_done = verb.act in acts or verb.lemma[:_STEM] in stems or not _STRONG_ACTS[verb.act].isdisjoint(body)
        if acts and not is_done and not (verb.act == "denied" and any(w.endswith(("n't", "n’t")) for w in body)):
            yield unborne(dossier, match.start(), match.end(), " and ".join(f"'{word}'" for word in said[:3]))


def doubts_dropped(dossier: Dossier) -> Iterator[Unborne]:
    """Where all that the body says of the headline's matter has a weaker word: *may*, *some*, *linked to*."""
    article = dossier.article
    if article is None or "?" in article.headline.text:
        return
    headline = article.headline.text
    same = [_MONTH.sub("", text) for text in _sentences_like(headline, body_words(article))]
    stated = {strength.order: strength for strength in read_strength(headline)}
    for order in ("modality", "causes", "quantifiers"):
        found = [next((s for s in read_strength(text) if s.order == order), None) for text in same]
        weaker = [strength for strength in found if strength is not None]
        mine = stated.get(order)
        if not weaker or len(weaker) < len(found):
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
    texts = [body[start:end] for start, end in split_sentences(body)]
    return [text for text in texts if len(wanted) > 1 and len(wanted & _stems(text)) >= _SHARED * len(wanted)]


def _stems(text: str) -> frozenset[str]:
    words = (match[0].lower() for match in _WORD.finditer(text))
    return frozenset(word[:_STEM] for word in words if len(word) > 3 and word not in REPORTING_VERBS)


def _attributes(headline: str) -> bool:
    """Whether a headline leaves it to somebody: *says*, *:*, or quotation marks."""
    words = (match[0].lower() for match in _WORD.finditer(headline))
    return any(word in REPORTING_VERBS for word in words) or any(mark in headline for mark in ":'‘“\"")
