"""Covering: each mention of an article with the facts that assert it, or why it is not checked, or neither."""

from collections.abc import Iterable, Iterator

from factsuite.model.articles import Article
from factsuite.reading.markdown import Block, Prose, read_markdown
from factsuite.verdicts.coverage.assertions import Asserting
from factsuite.verdicts.coverage.coverage import Coverage, Covered
from factsuite.verdicts.coverage.covered_text import Anchored, CoveredText
from factsuite.verdicts.coverage.mentions import Reading, read_mentions
from factsuite.verdicts.coverage.word_counts import WordCounts
from factsuite.verdicts.grounds import Grounds


def cover(grounds: Grounds) -> Coverage | None:
    """The coverage of an article; None where there is no article, or an entry of its facts is defective."""
    dossier, article = grounds.dossier, grounds.dossier.article
    if article is None or not dossier.complete:
        return None
    reading = Reading(registry=dossier.registry, calendar=grounds.calendar, reach=grounds.policy.reach)
    facts = [Asserting(fact, reading) for fact in dossier.facts]
    anchored = list(_anchored(facts, article))
    passages = [
        (passage, article.find(passage.anchor)) for passage in article.not_checked if passage.anchor is not None
    ]
    marked = [(passage, places[0]) for passage, places in passages if len(places) == 1]
    headline = article.headline.text
    titled = Prose(text=headline, blocks=(Block(start=0, end=len(headline), is_heading=True),))
    found: list[Covered] = []
    words = words_under = 0
    for prose, in_headline in ((titled, True), (read_markdown(article.body), False)):
        text = CoveredText(
            article,
            prose,
            [each for each in anchored if each.in_headline is in_headline],
            [(passage, place) for passage, place in marked if place.in_headline is in_headline],
            facts,
        )
        found += text.cover(read_mentions(prose, reading, in_headline=in_headline))
        counts = WordCounts(prose.text)
        words += counts.within(0, len(prose.text))
        words_under += sum([counts.within(start, end) for start, end in text.looked_at.spans])
    return Coverage(items=tuple(found), words=words, words_under=words_under)


def _anchored(facts: Iterable[Asserting], article: Article) -> Iterator[Anchored]:
    """The facts whose anchor stands in the article once: another one covers nothing, and has a finding of its own."""
    for asserting in facts:
        places = article.find(asserting.fact.anchor)
        if len(places) == 1:
            place = places[0]
            yield Anchored(asserting, place.start, place.end, place.in_headline)
