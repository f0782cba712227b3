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
    return tuple(body[start:end] for start, end in sentences_at(body, place.start, place.end, before))


def sentences_at(text: str, start: int, end: int, before: int = 0) -> tuple[tuple[int, int], ...]:
    """Where the sentences are that a stretch of a text touches, and up to `before` earlier ones of its paragraph."""
    first = text.rfind("\n\n", 0, start) + 1
    last = text.find("\n\n", end)
    spans = split_sentences(text[first : len(text) if last < 0 else last])
    held = [n for n, (a, b) in enumerate(spans) if a < end - first and start - first < b]
    wanted = spans[max(0, held[0] - before) : held[-1] + 1] if held else ()
    return tuple((a + first, b + first) for a, b in wanted)
