"""Reviews of claims as fact-checkers publish them: ClaimReview of schema.org, as JSON-LD, alone or inside a page.

Each review is a source. What it says of its claim is evidence for the fact that makes the claim: a judgement, whose
stance is that of the rating's place on its own scale. A rating in words alone is not turned into a stance.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from factsuite.exchange.csl_json import line_of, read_json
from factsuite.exchange.source_records import Item, id_of
from factsuite.exchange.tables import TableError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text

_SCRIPT = re.compile(rb"<script([^<>]*)>", re.IGNORECASE)
_SCRIPT_END = re.compile(rb"</script>", re.IGNORECASE)
_JSON_LD = b"application/ld+json"
MAX_DEPTH = 40
"""Levels of JSON-LD looked through for reviews."""


class Review(Struct, frozen=True, kw_only=True):
    """One review: a source, the claim it is about, and how it rates it."""

    item: Item
    claim: str
    rating: str
    """The reviewer's own word for it."""
    stance: str
    """`supports`, `partly` or `contradicts`; empty where the rating has no number on a scale."""


class Attached(Struct, frozen=True, kw_only=True):
    """The facts after the reviews were given to them, and the reviews that no fact and no passage matches."""

    facts: tuple[Map, ...]
    told: tuple[str, ...]
    loose: tuple[tuple[Review, str], ...]
    """Each with the reason."""


def reviews_in(data: bytes, path: PurePosixPath) -> tuple[Review, ...]:
    """The reviews in a JSON-LD file or in an HTML page. Raises TableError where there is none."""
    blocks = _scripts(data) if data.lstrip()[:1] == b"<" else (data,)
    found = [review for block in blocks for review in _walk(read_json(block, path), data, path, MAX_DEPTH)]
    if not found:
        hint = "it holds objects with `@type`: `ClaimReview`"
        raise TableError("there is no ClaimReview in the file", hint=hint, at=Location(path=path))
    return tuple(found)


def _scripts(page: bytes) -> Iterator[bytes]:
    """The JSON-LD of a page. Each part of the page is passed once, whatever it repeats."""
    place = 0
    while (script := _SCRIPT.search(page, place)) is not None:
        place = script.end()
        if _JSON_LD in script[1].lower():
            end = _SCRIPT_END.search(page, place)
            if end is None:
                return
            yield page[place : end.start()]
            place = end.end()


def attach(reviews: Iterable[tuple[Review, str]], facts: Sequence[Map], article: str) -> Attached:
    """Give reviews, each with the id of its source, to the facts that make their claims.

    A claim belongs to the fact whose `claim` it is, or to the passage of the article that says it in the same words,
    once; it is then a statement of its own. Nothing is matched by likeness.
    """
    records = list(facts)
    told, loose = [], []
    for review, source in reviews:
        if not review.stance:
            loose.append((review, f"its rating '{review.rating}' has no place on a scale"))
            continue
        name = _same(review.claim)
        place = next((n for n, fact in enumerate(records) if _same(str(fact.get("claim", ""))) == name), None)
        if place is None:
            words = _words_in(article, review.claim)
            if words is None:
                loose.append((review, "no fact makes this claim, and the article says it in other words, or not once"))
                continue
            records.append(_statement(review, words, {str(fact.get("id")) for fact in records}))
            place = len(records) - 1
            told.append(f"{records[place]['id']}: a statement is added")
        records[place] = _with_evidence(records[place], review, source)
        told.append(f"{records[place]['id']}: {source} {review.stance}")
    return Attached(facts=tuple(records), told=tuple(told), loose=tuple(loose))


def _walk(node: Any, data: bytes, path: PurePosixPath, depth: int) -> Iterator[Review]:
    if depth == 0:
        return
    if isinstance(node, list):
        for below in node:
            yield from _walk(below, data, path, depth - 1)
    elif isinstance(node, dict):
        types = node.get("@type")
        if "ClaimReview" in (types if isinstance(types, list) else [types]):
            yield _review(node, data, path)
        else:
            for below in node.values():
                yield from _walk(below, data, path, depth - 1)


def _review(node: dict[str, Any], data: bytes, path: PurePosixPath) -> Review:
    claim = _text(node.get("claimReviewed"))
    publisher = _name(node.get("author")) or _name(node.get("publisher"))
    rating = node.get("reviewRating")
    rating = rating if isinstance(rating, dict) else {}
    word = _text(rating.get("alternateName")) or _text(rating.get("name"))
    fields = {
        "publisher": publisher,
        "title": _text(node.get("headline")) or _text(node.get("name")),
        "url": _text(node.get("url")),
        "published": _text(node.get("datePublished"))[:10],
        "language": _text(node.get("inLanguage")),
        "kind": "fact check",
        "note": f'Reviews the claim "{claim}".',
    }
    at = Location(path=path, line=line_of(data, str(node.get("claimReviewed") or "")))
    item = Item(key=f"{publisher} {claim}", at=at, fields=fields)
    return Review(item=item, claim=claim, rating=word, stance=_stance(rating))


def _stance(rating: dict[str, Any]) -> str:
    """The end of its scale that a rating stands at, or `partly` between them."""
    try:
        value, worst, best = (float(rating[name]) for name in ("ratingValue", "worstRating", "bestRating"))
    except (KeyError, TypeError, ValueError):
        return ""
    if not min(worst, best) <= value <= max(worst, best) or worst == best:
        return ""
    return "supports" if value == best else "contradicts" if value == worst else "partly"


def _statement(review: Review, words: str, taken: set[str]) -> Map:
    name = id_of(" ".join(review.claim.split()[:6]))
    number = 2
    id = name
    while id in taken:
        id, number = f"{name}-{number}", number + 1
    return Map(
        id=Text(id),
        claim=Text(review.claim),
        kind=Text("statement"),
        anchor=Map(exact=Text(words)),
        asserts=Map(that=Text(review.claim)),
    )


def _with_evidence(fact: Map, review: Review, source: str) -> Map:
    anchor = fact.get("anchor")
    words = str(anchor.get("exact", "")) if isinstance(anchor, Map) else ""
    rated = f" '{review.rating}'" if review.rating else f" as it {review.stance}"
    entry = Map(
        source=Text(source),
        stance=Text(review.stance),
        because=Text(f"{review.item.fields['publisher']} rates the claim{rated}."),
        of=Text(words),
    )
    evidence = fact.get("evidence")
    new = Map(fact)
    new["evidence"] = Seq([*(evidence if isinstance(evidence, Seq) else ()), entry])
    return new


def _words_in(article: str, claim: str) -> str | None:
    """The passage that says a claim in the same words, as it stands in the article; None unless it stands once."""
    bare = claim.strip().strip(".").strip("\"'“”‘’")
    words = r"\s+".join(re.escape(word) for word in bare.split())
    found = [match.group() for match in re.finditer(words, article, re.IGNORECASE)] if words else []
    return found[0] if len(found) == 1 else None


def _same(text: str) -> str:
    return " ".join(text.split()).strip(" .\"'“”‘’").casefold()


def _name(node: Any) -> str:
    node = node[0] if isinstance(node, list) and node else node
    return _text(node.get("name")) if isinstance(node, dict) else _text(node)


def _text(value: Any) -> str:
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
