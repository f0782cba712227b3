"""A comparison of two texts in words for an editor, and as data for programs."""

import json
import re
from typing import TypedDict

from factsuite.texts.comparing import TextComparison
from factsuite.texts.mentions import Mention
from factsuite.texts.pairing import Pairing
from factsuite.texts.reading_mentions import ANY_YEAR
from factsuite.values.dates import describe_date
from factsuite.values.quantities import describe
from factsuite.values.relation import Relation

_YEAR = re.compile(r"\d{4}")

_IN_WORDS = {
    Relation.ENTAILS: "the passage says what the claim says: every figure and date of the claim is borne out",
    Relation.COMPATIBLE: "the claim says more than the passage, which does not contradict it",
    Relation.CONTRADICTS: "the passage contradicts the claim",
    Relation.INCOMPARABLE: "nothing sure can be said of all figures and dates of the claim",
}


class MentionData(TypedDict):
    """A mention, for programs."""

    text: str
    start: int
    end: int
    kind: str
    value: str
    counted: str


class PairingData(TypedDict):
    """A pair, for programs."""

    asserted: MentionData
    reported: MentionData | None
    relation: str
    why: str


def explain(comparison: TextComparison) -> str:
    """Print what was read on both sides, the pairs with their reasons, and the relation."""
    assumed = year_assumed(comparison)
    lines = ["claim:", *_read(comparison.asserted, assumed), "passage:", *_read(comparison.reported, assumed)]
    lines += ["pairs:", *(f"  {_pair(each)}" for each in comparison.pairs)] if comparison.pairs else []
    verdict = "undecided" if comparison.relation is Relation.INCOMPARABLE else comparison.relation.value
    lines.append(f"{verdict}: {_IN_WORDS[comparison.relation]}")
    return "\n".join(lines) + "\n"


def render_comparison(comparison: TextComparison) -> str:
    """The same as JSON."""
    assumed = year_assumed(comparison)
    data = {
        "relation": comparison.relation.value,
        "asserted": [_mention(each, assumed) for each in comparison.asserted],
        "reported": [_mention(each, assumed) for each in comparison.reported],
        "pairs": [_pairing(each, assumed) for each in comparison.pairs],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def year_assumed(comparison: TextComparison) -> bool:
    """Whether no date of either text names a year, so that all were read in one and the same."""
    return not any(_YEAR.search(each.text) for each in (*comparison.asserted, *comparison.reported) if each.date)


def value_in_words(mention: Mention, assumed: bool = False) -> str:
    """What a mention denotes: *more than 20 kilometres*, *3 May 2021*. A year that was only assumed is not shown."""
    if mention.quantity is not None:
        quantity = mention.printed if mention.is_hedged and mention.printed is not None else mention.quantity
        return describe(quantity)
    words = describe_date(mention.date) if mention.date is not None else ""
    return f"{words.replace(f' {ANY_YEAR}', '')}, of a year not stated" if assumed and ANY_YEAR in words else words


def _read(mentions: tuple[Mention, ...], assumed: bool) -> list[str]:
    if not mentions:
        return ["  no quantity and no date was read"]
    return [f"  '{each.text}' = {_value(each, assumed)}" for each in mentions]


def _value(mention: Mention, assumed: bool) -> str:
    if mention.is_unclear:
        return "not read, for the words beside it"
    words = value_in_words(mention, assumed)
    return f"{words} ({mention.counted})" if mention.counted else words


def _pair(pairing: Pairing) -> str:
    if pairing.reported is None:
        return f"'{pairing.asserted.text}': undecided: {pairing.why}"
    return f"'{pairing.asserted.text}' / '{pairing.reported.text}': {pairing.relation.value}: {pairing.why}"


def _mention(mention: Mention, assumed: bool) -> MentionData:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "value": value_in_words(mention, assumed),
        "counted": mention.counted,
    }


def _pairing(pairing: Pairing, assumed: bool) -> PairingData:
    return {
        "asserted": _mention(pairing.asserted, assumed),
        "reported": _mention(pairing.reported, assumed) if pairing.reported is not None else None,
        "relation": pairing.relation.value,
        "why": pairing.why,
    }
