"""Lines of evidence of the first article: what its report has to show of them."""

from pathlib import Path

import pytest

from factsuite.engine import check_workspace
from factsuite.model.facts import Verdict
from factsuite.rules.results import Result

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def result() -> Result:
    return check_workspace(ROOT)


def test_the_article_and_its_likely_parent_are_one_line(result: Result) -> None:
    judged = {fact.slot.label: fact.judgement for fact in result.facts if fact.judgement is not None}
    alone = [id for id, found in judged.items() if found.parent_only and found.verdict is Verdict.SUPPORTED]
    assert alone == ["theatre", "q-more-trouble"]
    for id in alone:
        line = judged[id].hangs_on
        assert line is not None
        assert (line.id, line.is_parent) == ("abc", True)


def test_the_one_fact_on_a_transcript_alone_is_told_apart(result: Result) -> None:
    judged = [fact.judgement for fact in result.facts if fact.judgement is not None]
    hanging = [found for found in judged if found.hangs_on is not None and not found.hangs_on.is_parent]
    assert [(found.fact.label, found.stand_alone) for found in hanging] == [("desperation", ("wh-1023",))]


def test_dates_of_one_event_alone_are_no_lines_of_their_own(result: Result) -> None:
    judged = {fact.slot.label: fact.judgement for fact in result.facts if fact.judgement is not None}
    counted = {id: [line.id for line in judged[id].lines if line.counts] for id in ("dprk-date", "peskov-date")}
    assert len(counted["dprk-date"]) == 2
    assert len(counted["peskov-date"]) == 4
    assert all(found.verdict is Verdict.CONTRADICTED for found in (judged["dprk-date"], judged["peskov-date"]))


def test_no_rule_on_lines_cries_wolf(result: Result) -> None:
    quiet = {
        "near-copies",
        "source-derives-from-article",
        "derivation-circle",
        "unnamed-sources-alone",
        "plural-sources-for-one",
        "single-line-unattributed",
    }
    assert [found for found in result.all_findings if found.rule in quiet] == []
