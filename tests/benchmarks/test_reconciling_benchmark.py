"""The benchmark of reconciling: it runs, and every part is reconciled."""

from benchmarks.reconciling import FACTS_PER_ARTICLE, articles, asserted, whole_table
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.verdicts.reconciling import reconcile


def test_the_articles_are_whole_and_the_same_each_time() -> None:
    tree = articles(3, 2)
    assert tree == articles(3, 2)
    workspace = build_workspace(tree, Policy())
    assert [problem.message for dossier in workspace.dossiers for problem in dossier.problems] == []
    assert [len(dossier.facts) for dossier in workspace.dossiers] == [FACTS_PER_ARTICLE] * 3


def test_a_table_has_a_row_for_each_part() -> None:
    rows = whole_table(8, 2, 1)
    assert [row.split(" | ")[0] for row in rows[2:]] == ["| 1", "| 2", "| 4", "| 8"]


def test_one_fact_in_ten_stands_out_and_is_found() -> None:
    assert len(reconcile(asserted(200)).clashes) > 0
