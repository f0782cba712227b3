"""Quotations and their speakers: GUM (news, biographies; the direct ones) and LitBank (novels).

Found: a reading with the words of the annotated quotation, but for spaces, punctuation and quotation marks, at its
place. Speaker: the phrase given beside it is one of the annotated mentions of the speaker, by its words; *in part*: it
shares characters with one. A pronoun points at the speaker and names nobody: the rows *speaker named* count it as
undecided, over the items whose speaker the passage mentions by a proper or common noun.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import Row, Score, Tally, timed
from benchmarks.sets.loading import Item, load, taking_part
from benchmarks.systems import Quoted, System

FOUND, SPEAKER, PARTLY, NAMED = "quotation found", "speaker", "speaker, in part", "speaker named"
OTHERS = "attributions without a quotation of their own (indirect and nested)"
_PRONOUNS = frozenset(("i", "he", "she", "it", "we", "you", "they", "who"))
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A passage, the quotations that belong to one attribution, and where its speaker is mentioned."""

    passage: str
    quotes: tuple[Span, ...]
    mentions: tuple[Span, ...]
    is_named: bool


def score_gum(folder: Path, systems: Sequence[System]) -> Score:
    """Score the direct attributions of attributions.jsonl."""
    items = load(folder / "attributions.jsonl")
    cases = list(_gum(items))
    return _score(folder.name, cases, systems, ((OTHERS, len(items) - len(cases)),))


def score_litbank(folder: Path, systems: Sequence[System]) -> Score:
    """Score quotes.jsonl."""
    return _score(folder.name, list(_litbank(load(folder / "quotes.jsonl"))), systems, ())


def _gum(items: list[Item]) -> Iterator[Case]:
    for item in items:
        if item["kind"] == "direct":
            speaker = item["speaker"]
            yield Case(
                passage=item["passage"],
                quotes=tuple((each["start"], each["end"]) for each in item["quotes"]),
                mentions=((speaker["start"], speaker["end"]),),
                is_named=speaker["text"].lower() not in _PRONOUNS,
            )


def _litbank(items: list[Item]) -> Iterator[Case]:
    for item in items:
        mentions = item["speaker_mentions"]
        yield Case(
            passage=item["passage"],
            quotes=((item["quote"]["start"], item["quote"]["end"]),),
            mentions=tuple((each["start"], each["end"]) for each in mentions),
            is_named=any(each["kind"] != "PRON" for each in mentions),
        )


def _score(dataset: str, cases: list[Case], systems: Sequence[System], excluded: tuple[tuple[str, int], ...]) -> Score:
    able, rows = taking_part(systems, "quotations", dataset)
    for system in able:
        readings, time = timed(system.quotations, [case.passage for case in cases])
        rows += _rows(dataset, system.name, time, list(zip(cases, readings, strict=True)))
    return Score(rows=tuple(rows), excluded=excluded)


def _rows(dataset: str, system: str, time: float, read: list[tuple[Case, Sequence[Quoted]]]) -> list[Row]:
    tallies = {kind: Tally() for kind in (FOUND, SPEAKER, PARTLY, NAMED)}
    for case, found in read:
        near = [_beside(quote, found) for quote in case.quotes]
        pairs = zip(case.quotes, near, strict=True)
        whole = all(each is not None and _same_words(case, quote, each) for quote, each in pairs)
        tallies[FOUND].add(whole if any(near) else None)
        given = next((each for each in near if each is not None and each.speaker is not None), None)
        exact = None if given is None else _is_mention(case, given.speaker)
        tallies[SPEAKER].add(exact)
        tallies[PARTLY].add(None if given is None else _touches_mention(case, given.speaker))
        if case.is_named:
            tallies[NAMED].add(None if given is None or given.is_pronoun else exact)
    return [tally.row(dataset, kind, system, time=time) for kind, tally in tallies.items()]


def _beside(quote: Span, found: Sequence[Quoted]) -> Quoted | None:
    """The reading that shares most with the quotation."""
    shared = [(min(each.end, quote[1]) - max(each.start, quote[0]), -at) for at, each in enumerate(found)]
    best = max(shared, default=(0, 0))
    return found[-best[1]] if best[0] > 0 else None


def _same_words(case: Case, quote: Span, each: Quoted) -> bool:
    return _letters(case.passage[slice(*quote)]) == _letters(each.words)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _is_mention(case: Case, speaker: Span) -> bool:
    words = _letters(case.passage[slice(*speaker)])
    return any(_letters(case.passage[slice(*mention)]) == words for mention in case.mentions)


def _touches_mention(case: Case, speaker: Span) -> bool:
    return any(speaker[0] < end and start < speaker[1] for start, end in case.mentions)
