"""The sentences of an article in which the words of a fact stand."""

from factsuite.model.articles import Article
from factsuite.model.facts import Anchor
from factsuite.reading.sentences import split_sentences


def anchored_sentences(article: Article, anchor: Anchor, before: int = 0) -> tuple[str, ...]:
    """The sentences an anchor stands in, and up to `before` earlier ones of its paragraph, in the order of the text.

    None where the anchor is not found in the body exactly once: a headline attributes nothing.
    """
    places = article.find(anchor)
    if len(places) != 1 or places[0].in_headline:
        return ()
    place, body = places[0], article.body
    start = body.rfind("\n\n", 0, place.start) + 1
    end = body.find("\n\n", place.end)
    paragraph = body[start : len(body) if end < 0 else end]
    spans = split_sentences(paragraph)
    held = [n for n, (a, b) in enumerate(spans) if a < place.end - start and place.start - start < b]
    wanted = spans[max(0, held[0] - before) : held[-1] + 1] if held else ()
    return tuple(paragraph[a:b] for a, b in wanted)
