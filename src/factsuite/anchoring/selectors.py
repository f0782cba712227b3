"""Anchors for a place: its words, and where these stand more than once, the words beside them."""

import re
from collections.abc import Iterator

from factsuite.model.articles import Article, Place
from factsuite.model.facts import Anchor
from factsuite.model.stated import Stated

_WORDS_BESIDE = 8  # at most, on either side; words that stand more alike than that are anchored longer, by an editor
_WORD_BEFORE = re.compile(r"\S+\s*\Z")
_WORD_AFTER = re.compile(r"\s*\S+")


def words_at(article: Article, place: Place) -> str:
    """The words that stand at a place of the article."""
    return (article.headline.text if place.in_headline else article.body)[place.start : place.end]


def anchor_for(article: Article, place: Place, like: Anchor) -> Anchor | None:
    """An anchor that finds this place and no other, with as few words beside it as will do; None where none does.

    It stands in the fact file where `like` does.
    """
    text = article.headline.text if place.in_headline else article.body
    exact = words_at(article, place)
    stated = Stated(text=exact, value=exact, at=like.exact.at)
    for prefix, suffix in _beside(text[: place.start], text[place.end :]):
        anchor = Anchor(exact=stated, prefix=prefix, suffix=suffix)
        if len(article.find(anchor)) == 1:
            return anchor
    return None


def _beside(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Nothing, then ever more words before, after, and on both sides."""
    yield "", ""
    prefix = suffix = ""
    for _ in range(_WORDS_BESIDE):
        more = _WORD_BEFORE.search(before, max(0, len(before) - len(prefix) - 200), len(before) - len(prefix))
        prefix = (more.group() if more else "") + prefix
        following = _WORD_AFTER.match(after, len(suffix))
        suffix += following.group() if following else ""
        yield from ((prefix, ""), ("", suffix), (prefix, suffix))
