"""What an article says of itself in two versions: its date, publisher, address, parents, and what is not checked."""

from collections.abc import Iterator

from factsuite.diffs.changes import Change, change, quoted
from factsuite.diffs.essence import essence
from factsuite.model.articles import Article, Passage

_FIELDS = {
    "published": "published",
    "reference": "relative_to",
    "publisher": "publisher",
    "url": "url",
    "derives_from": "derives_from",
    "source_id": "source",
    "fictional": "fictional",
}
"""Fields of an article by their names in its front matter."""


def front_matter_changes(before: Article, now: Article) -> Iterator[Change]:
    """The details in one line, then every passage that is newly marked, or no longer is."""
    fields = [
        name
        for attribute, name in _FIELDS.items()
        if essence(getattr(before, attribute)) != essence(getattr(now, attribute))
    ]
    if "published" in fields and "relative_to" in fields:
        fields.remove("relative_to")
    if fields:
        words = f"the article's own details changed: {', '.join(fields)}"
        yield change("article-details-changed", words, article=now.id, now=now.headline.at, before=before.headline.at)
    old, new = _passages(before), _passages(now)
    for words, passage in new.items():
        if words not in old:
            told = f"{quoted(words)} is marked as not checked: {passage.because}"
            yield change("not-checked-added", told, article=now.id, now=passage.at)
    for words, passage in old.items():
        if words not in new:
            told = f"{quoted(words)} is no longer marked as not checked"
            yield change("not-checked-removed", told, article=now.id, before=passage.at)


def _passages(article: Article) -> dict[str, Passage]:
    """What is not checked by its words; a passage without an anchor by its id."""
    return {(each.anchor.exact.text if each.anchor is not None else each.id): each for each in article.not_checked}
