"""The sentences of an article that facts stand in."""

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.verdicts.anchored_sentences import sentences_at


def sentence_of(dossier: Dossier, fact: Fact) -> tuple[str, Location | None]:
    """The sentence a fact's words stand in, and where; the words alone where they stand nowhere, or twice."""
    found = dossier.article.find(fact.anchor) if dossier.article is not None else ()
    if dossier.article is None or len(found) != 1:
        return fact.anchor.exact.text, None
    place = found[0]
    text = dossier.article.headline.text if place.in_headline else dossier.article.body
    spans = sentences_at(text, place.start, place.end)
    if not spans:
        return fact.anchor.exact.text, place.at
    return text[spans[0][0] : spans[-1][1]], place.at
