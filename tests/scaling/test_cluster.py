"""Dask: what cannot be done there is refused with the reason. `.ci/dask` runs a cluster and kills a worker of it."""

import sys
from pathlib import Path

import pytest
from archive import TODAY, begun, write_house_rule, write_towns

from factsuite.cli import main
from factsuite.engine import asked_of, check_in_parts
from factsuite.scaling.cluster import Answer, Cluster, ClusterError, work_on
from factsuite.scaling.whole_runs import Means


def test_without_dask_the_command_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_towns(tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["check", str(tmp_path), "--engine", "dask"]) == 2
    told = capsys.readouterr().err
    assert "needs Dask distributed, which is not installed" in told
    assert "pip install 'factsuite[dask]'" in told


def test_a_run_that_needs_every_article_at_once_is_refused(tmp_path: Path) -> None:
    write_towns(tmp_path)
    asked = asked_of(tmp_path, as_of=TODAY, today=TODAY)
    with pytest.raises(ClusterError, match="needs every article at once"):
        check_in_parts(tmp_path, asked, Means(hire=lambda bench, divided: Cluster(bench, divided, None, 1)))


def test_a_task_tells_by_what_program_and_rules_it_was_done(tmp_path: Path) -> None:
    write_towns(tmp_path)
    bench, divided = begun(tmp_path)
    answer = work_on(bench.asked, divided.shared, divided.of(["bridge"]), {"bridge": ()})
    assert [each.id for each in answer.outcomes] == ["bridge"]
    cluster = Cluster(bench, divided, None, 1)
    assert cluster._checked(answer) is answer
    with pytest.raises(ClusterError, match="another version of factsuite"):
        cluster._checked(Answer(program="x", rules=answer.rules, outcomes=()))
    with pytest.raises(ClusterError, match="other rules than this machine"):
        cluster._checked(Answer(program=answer.program, rules="x", outcomes=()))


def test_a_house_rule_counts_among_the_rules(tmp_path: Path) -> None:
    write_towns(tmp_path)
    before = work_on(begun(tmp_path)[0].asked, {}, {}, {}).rules
    other = tmp_path / "other"
    write_towns(other)
    write_house_rule(other)
    assert work_on(begun(other)[0].asked, {}, {}, {}).rules != before
