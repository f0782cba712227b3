"""The work of a run grows with the facts, in one article or in many: lines executed are counted, no clock is read."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath
from types import FrameType
from typing import Any

from factsuite.engine import check_tree
from factsuite.model.policy import Policy
from factsuite.rules.results import Result

Line = tuple[str, int]
TraceFunction = Callable[[FrameType, str, Any], Any]
_LINE = 1.6
"""A line in a pass over all facts for each of them is executed twice as often for a fact among twice as many."""
_ALL = 1.1
"""Across articles all lines are taken together: what the bounded caches no longer hold is read again."""

_TOWNS = "Ashbourne Brightcombe Coldwell Dunmere Eastrop Fernhill Gorsley Hadlow Inglewick Kelbrook Larkhaven Mossley"


def _town(number: int) -> str:
    """A name of its own for every fact."""
    names = _TOWNS.split()
    return names[number % len(names)] + "abcdefghijklmnop"[number // len(names)]


def _article(name: str, numbers: range) -> dict[PurePosixPath, str]:
    folder = PurePosixPath("facts", name)
    towns = [_town(number) for number in numbers]
    text = "\n\n".join(
        f'{town} built {n + 3} bridges. "We are glad of {town}," Mayor Ada Quill said.' for n, town in enumerate(towns)
    )
    facts, measures = [], []
    for n, town in enumerate(towns):
        measures.append(f"  - {{id: {name}-{town.lower()}, name: bridges in {town}, unit: bridge, nouns: [bridges]}}")
        facts.append(
            f"""  - id: {town.lower()}-bridges
    kind: quantity
    claim: {town} built {n + 3} bridges.
    anchor: {{exact: {town} built {n + 3} bridges}}
    asserts: {{measure: {name}-{town.lower()}, value: {n + 3} bridges}}
    evidence:
      - {{source: {name}-minutes, excerpt: "{n + 3} bridges, in {town}", reports: {{value: {n + 3} bridges}}}}
      - {{source: {name}-gazette, reports: {{value: {n + 3} bridges}}}}
  - id: {town.lower()}-glad
    kind: quotation
    claim: 'Ada Quill said: "We are glad of {town}."'
    anchor: {{exact: "We are glad of {town}"}}
    asserts: {{speaker: {name}-mayor, words: We are glad of {town}}}
    evidence:
      - {{source: {name}-minutes, excerpt: "QUILL: We are glad of {town}.", reports: {{speaker: {name}-mayor}}}}
"""
        )
    return {
        folder
        / "article.md": f"---\nformat: 1\nheadline: Towns and bridges\npublisher: The Gazette\npublished: 2031-06-02\n"
        f"fictional: yes\n---\n\n{text}\n",
        folder / "facts.yaml": "format: 1\nfacts:\n" + "".join(facts),
        folder / "entities.yaml": f"format: 1\npeople:\n  - {{id: {name}-mayor, name: Ada Quill, aliases: [Quill]}}\n"
        "measures:\n" + "\n".join(measures) + "\n",
        folder / "sources.yaml": f"format: 1\nsources:\n  - {{id: {name}-minutes, publisher: Town, kind: transcript}}\n"
        f"  - {{id: {name}-gazette, publisher: The Gazette, kind: newspaper}}\n",
    }


def _checked(files: dict[PurePosixPath, str]) -> Result:
    return check_tree({path: text.encode() for path, text in files.items()}, Policy())


def _work(files: dict[PurePosixPath, str], facts: int) -> Counter[Line]:
    """How often a run executes each line of the package; what it finds is looked at as well."""
    count: Counter[Line] = Counter()

    def trace(frame: FrameType, event: str, _argument: object) -> TraceFunction | None:
        if "factsuite" not in frame.f_code.co_filename:
            return None
        if event == "line":
            count[frame.f_code.co_filename, frame.f_lineno] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        result = _checked(files)
    finally:
        sys.settrace(before)
    assert len(list(result.facts)) == facts
    assert not {found.rule for found in result.all_findings} - _EXPECTED
    return count


_EXPECTED = {"uncovered-title", "uncovered-sentence", "unused-source", "title-not-declared"}


def _per_fact(counts: list[int], sizes: list[int]) -> tuple[float, float]:
    """What a further one costs among few and among many; what a run does once falls out."""
    return (counts[1] - counts[0]) / (sizes[1] - sizes[0]), (counts[2] - counts[1]) / (sizes[2] - sizes[1])


def test_a_further_fact_of_an_article_costs_the_same_in_a_longer_article() -> None:
    _checked(_article("warm", range(4)))  # what is made once, whatever is checked
    starts, sizes = (0, 8, 24), [8, 16, 32]
    work = [_work(_article("one", range(at, at + size)), 2 * size) for at, size in zip(starts, sizes, strict=True)]
    dearer = []
    for line, times in work[-1].items():
        few, many = _per_fact([each[line] for each in work], sizes)
        if times > 2 * sizes[-1] and many > _LINE * few:
            dearer.append(line)
    assert not dearer


def test_a_further_article_costs_the_same_among_more_articles() -> None:
    def several(first: int, articles: int) -> dict[PurePosixPath, str]:
        found: dict[PurePosixPath, str] = {}
        for number in range(first, first + articles):
            found |= _article(f"no-{number}", range(3 * number, 3 * number + 3))
        return found

    _checked(_article("warm", range(4)))
    starts, sizes = (0, 3, 9), [3, 6, 12]
    work = [_work(several(at, size), 6 * size) for at, size in zip(starts, sizes, strict=True)]
    few, many = _per_fact([each.total() for each in work], sizes)
    assert many < _ALL * few
