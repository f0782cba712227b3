"""The first article: how many mistakes its facts notice, and that no fact of it is there for nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from factsuite.engine import build
from factsuite.model.dossiers import Dossier
from factsuite.mutation.article_mutants import Made, first_link, made_changes, second_link
from factsuite.mutation.mutants import Attempt, Fate, Link, Outcome
from factsuite.mutation.running import attempts
from factsuite.mutation.scoring import by_link, score_of
from factsuite.mutation.trying import Bench
from factsuite.rules.collecting import collect_rules
from factsuite.rules.running import run

ROOT = Path(__file__).parent.parent.parent
WORKSPACE = build(ROOT)
DOSSIER = next(each for each in WORKSPACE.dossiers if each.id == "dprk-troops-in-russia")
RULES = collect_rules(ROOT)
RESULT = run(WORKSPACE, RULES)
BENCH = Bench(WORKSPACE, DOSSIER, RULES)
LABELS = tuple(fact.label for fact in DOSSIER.facts)


@pytest.fixture(scope="module")
def tried() -> list[Outcome]:
    return [BENCH.try_out(each) if isinstance(each, Attempt) else each for each in attempts(BENCH)]


@pytest.fixture(scope="module")
def changes() -> list[Made]:
    return list(made_changes(DOSSIER, WORKSPACE.policy, 0))


def test_the_score_of_each_link_is_what_the_readme_says_at_least(tried: list[Outcome]) -> None:
    scores = by_link(tried)
    assert scores[Link.ARTICLE].counted >= 300
    least = {Link.ARTICLE: 97, Link.FACT: 90, Link.EVIDENCE: 95}
    shown = {link: (score.killed, score.counted) for link, score in scores.items()}
    assert all((score.percent or 0) >= least[link] for link, score in scores.items()), shown


def test_every_entry_a_verdict_hangs_on_is_missed_when_it_is_left_out(tried: list[Outcome]) -> None:
    left_out = [each for each in tried if each.mutant.operator == "source-left-out"]
    assert len(left_out) == sum(len(fact.evidence) for fact in DOSSIER.facts)
    hanging = [each for each in left_out if each.fate is not Fate.REDUNDANT]
    assert hanging
    assert [each.mutant for each in hanging if each.fate is not Fate.KILLED] == []


def test_the_page_promises_no_more_than_is_measured(tried: list[Outcome]) -> None:
    page = (ROOT / "docs/mutation.md").read_text(encoding="utf-8")
    promised = re.findall(r"^\| (article|fact|evidence) \| (\d+) \| (\d+) \| ([\d.]+) % \|$", page, flags=re.MULTILINE)
    assert len(promised) == 3
    for link, _, _, percent in promised:
        score = by_link(tried)[Link(link)]
        assert (score.percent or 0) >= float(percent), link


@pytest.mark.parametrize("label", LABELS)
def test_a_fact_that_is_removed_is_missed(label: str, changes: list[Made], tried: list[Outcome]) -> None:
    """A mistake it noticed goes unnoticed without it; or the score of the evidence falls; or a clash is not told."""
    without = replace(DOSSIER, slots=tuple(slot for slot in DOSSIER.slots if slot.label != label))
    workspace = replace(WORKSPACE, dossiers=(without,))
    poorer = Bench(workspace, without, RULES)
    here = [made for made in changes if any(fact.label == label for fact, _ in made.touched)]
    assert here, "no operator changes any of its words"
    if BENCH.known != poorer.known:
        return  # a check fails
    missed = any(_is_missed(made, without, poorer, label) for made in here)
    assert missed or _lowers_the_third(label, tried) or _tells_a_clash(label)


def _is_missed(made: Made, without: Dossier, poorer: Bench, label: str) -> bool:
    fewer = replace(made, touched=tuple((fact, place) for fact, place in made.touched if fact.label != label))
    for before, after in _pairs(made, fewer, without):
        noticed = isinstance(before, Attempt) and BENCH.try_out(before).fate is Fate.KILLED
        still = isinstance(after, Attempt) and poorer.try_out(after).fate is Fate.KILLED
        if noticed and not still:
            return True
    return False


def _tells_a_clash(label: str) -> bool:
    """Whether it is where the article is told to contradict the one timeline, which is expected while it is known."""
    found = next(fact for fact in RESULT.facts if fact.slot.label == label)
    return any(reported.rule == "timeline-impossible" for reported in found.expected)


def _lowers_the_third(label: str, tried: list[Outcome]) -> bool:
    """Whether the score of the evidence is lower without what is recorded with the fact."""
    third = [each for each in tried if each.mutant.link is Link.EVIDENCE]
    before = score_of(third).percent
    after = score_of(each for each in third if each.mutant.facts != (label,)).percent
    return before is not None and after is not None and after < before


def _pairs(
    made: Made, fewer: Made, without: Dossier
) -> Iterator[tuple[Attempt | Outcome | None, Attempt | Outcome | None]]:
    yield first_link(made, DOSSIER), first_link(fewer, without)
    yield second_link(made, DOSSIER), second_link(fewer, without)
