"""Articles and facts that came or went as a whole."""

from collections.abc import Iterable, Iterator

from factsuite.diffs.changes import Change, change, counted, quoted
from factsuite.diffs.matching import ArticlePair, Matched
from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.rules.providing import Examined


def article_came_or_went(pair: ArticlePair) -> Change:
    """An article that is in one version only."""
    if pair.now is not None:
        return change("article-added", f"new article with {_facts(pair.now)}", article=pair.id, now=_place(pair.now))
    assert pair.before is not None
    words = f"the article is gone, with {_facts(pair.before)}"
    return change("article-removed", words, article=pair.id, before=_place(pair.before))


def facts_added(matched: Matched, pairs: Iterable[ArticlePair]) -> Iterator[Change]:
    """New facts of articles that were there before."""
    there = {pair.id: pair for pair in pairs if pair.before is not None}
    for article, fact in matched.added:
        if article in there:
            before = there[article].before
            assert before is not None
            words = f"new fact: {quoted(fact.claim.text)}"
            if _is_defective(fact.label, before.dossier):
                words = f"its entry can be read now: {quoted(fact.claim.text)}"
            yield change("fact-added", words, article=article, fact=fact.label, now=fact.at)


def facts_removed(matched: Matched, pairs: Iterable[ArticlePair]) -> Iterator[Change]:
    """Facts that are gone from articles that are still there."""
    there = {pair.before.dossier.id: pair for pair in pairs if pair.before is not None and pair.now is not None}
    for was, fact in matched.removed:
        if was not in there:
            continue
        now = there[was].now
        assert now is not None
        article, id = now.dossier.article, there[was].id
        if _is_defective(fact.label, now.dossier):
            words = "its entry cannot be read as a fact any more"
            yield change("fact-unreadable", words, article=id, fact=fact.label, before=fact.at)
            continue
        gone = article is None or not article.find(fact.anchor)
        place = None if gone or article is None else article.find(fact.anchor)[0].at
        words = f"the fact is gone: {quoted(fact.claim.text)}"
        if not gone:
            words += f"; its words still stand: {quoted(fact.anchor.exact.text)}"
        yield change("fact-removed", words, article=id, fact=fact.label, eased=gone, now=place, before=fact.at)


def _is_defective(label: str, dossier: Dossier) -> bool:
    return any(slot.label == label and slot.fact is None for slot in dossier.slots)


def _facts(examined: Examined) -> str:
    return counted(len(examined.dossier.facts), "fact")


def _place(examined: Examined) -> Location:
    article = examined.dossier.article
    return article.headline.at if article is not None else Location(path=examined.dossier.path / "article.md")
