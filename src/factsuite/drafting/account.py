"""What a draft tells its editor: what was drafted, how much of the text that covers, what was left out, and why."""

import textwrap
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from factsuite.drafting.dossier import DraftedDossier
from factsuite.drafting.drafts import LeftOut
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.mentions import MentionKind

WIDTH = 100
_KINDS = ("quotation", "quantity", "date", "office", "statement", "place", "order")
_PLURALS = {"quantity": "quantities"}
_SHOWN = 5
_LONGEST = 60
_COVERED = (
    MentionKind.SENTENCE,
    MentionKind.NUMBER,
    MentionKind.DATE,
    MentionKind.QUOTATION,
    MentionKind.ATTRIBUTION,
    MentionKind.TITLE,
)


def account(drafted: DraftedDossier, article: PurePosixPath) -> Iterator[str]:
    """The account, line by line; `article` is where the article.md was written."""
    counted = Counter(named.draft.kind for named in drafted.facts)
    kinds = ", ".join(_many(counted[kind], kind) for kind in _KINDS if counted[kind])
    facts = _many(len(drafted.facts), "fact")
    yield from _filled(f"Drafted: {facts}{f' ({kinds})' if kinds else ''}.")
    if drafted.coverage is not None:
        yield from _filled(_covered(drafted.coverage))
    for remark in drafted.remarks:
        yield from _filled(f"Read: {remark}.")
    first = 1 + next(number for number, line in enumerate(_lines(drafted), 1) if line == "---" and number > 1)
    yield from _left_out(drafted, article, first)
    yield from _untouched(drafted)


def _lines(drafted: DraftedDossier) -> list[str]:
    return drafted.files["article.md"].split("\n")


def _covered(coverage: Coverage) -> str:
    parts = []
    for kind in _COVERED:
        tally = coverage.tally(kind)
        if tally.total:
            partly = f" (and {tally.partly} in part)" if tally.partly else ""
            parts.append(f"{tally.covered} of {_many(tally.total, kind.value)}{partly}")
    words = f"{coverage.words_under} of {_many(coverage.words, 'word')} lie under a fact"
    return f"Covered: {', '.join(parts)}; {words}." if parts else f"Covered: {words}."


def _left_out(drafted: DraftedDossier, article: PurePosixPath, first: int) -> Iterator[str]:
    """By reason, with the first few places."""
    by_reason: dict[str, list[LeftOut]] = {}
    for each in drafted.left_out:
        by_reason.setdefault(each.because, []).append(each)
    if by_reason:
        yield ""
        yield f"Left out ({len(drafted.left_out)}):"
    starts = [0, *(place + 1 for place, letter in enumerate(drafted.text) if letter == "\n")]
    for reason in sorted(by_reason, key=lambda reason: by_reason[reason][0].at):
        items = by_reason[reason]
        yield from _filled(f"{len(items)}: {reason}", "  ")
        for each in items[:_SHOWN]:
            line = bisect_right(starts, each.at[0]) - 1
            words = " ".join(drafted.text[each.at[0] : each.at[1]].split())
            yield f"    {article}:{first + line}:{each.at[0] - starts[line] + 1}  {_short(words)}"
        if len(items) > _SHOWN:
            yield f"    and {len(items) - _SHOWN} more"


def _untouched(drafted: DraftedDossier) -> Iterator[str]:
    """Sentences in which no fact stands."""
    coverage = drafted.coverage
    missing = coverage.missing(MentionKind.SENTENCE) if coverage is not None else ()
    bare = sorted(
        (item for item in missing if not item.facts and not item.mention.in_headline), key=lambda i: i.mention.start
    )
    if bare:
        yield ""
        yield f"Without a fact: {_many(len(bare), 'sentence')}. `factsuite add` drafts one; or mark `not_checked`."
    for item in bare[:_SHOWN]:
        yield f"    {item.at}  {_short(item.mention.words)}"
    if len(bare) > _SHOWN:
        yield f"    and {len(bare) - _SHOWN} more"


def _many(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else _PLURALS.get(one, one + 's')}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 4].rstrip() + " ..."


def _filled(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
