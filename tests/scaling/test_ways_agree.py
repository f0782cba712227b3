"""However a run is divided, the same bytes come out of it."""

import random
from pathlib import Path

import pytest
from archive import HOUSE_RULE, TODAY, begun, in_one_go, shown, write_archive, write_house_rule, write_towns

from factsuite.engine import asked_of, check_in_parts, check_workspace, files_of
from factsuite.load.errors import FactsuiteError
from factsuite.reports.formats.rendering import FORMATS
from factsuite.scaling import here, processes
from factsuite.scaling.articles import Divided
from factsuite.scaling.here import Here
from factsuite.scaling.outcomes import Outcome
from factsuite.scaling.plain_records import NotARecord, Records
from factsuite.scaling.processes import PAYS_FROM, Processes, WorkerLost, batched, jobs_for
from factsuite.scaling.reducing import reduced
from factsuite.scaling.whole_runs import Means


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_archive(tmp_path_factory.mktemp("archive"))


@pytest.mark.parametrize("size", [1, 2, 100])
def test_by_batches_of_any_size_in_every_format(archive: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(here, "BATCH", size)
    bench, divided = begun(archive)
    working = Here(bench, divided)
    run = reduced(working.outcomes(divided.articles), divided, bench, working.again)
    for name in FORMATS if size == 1 else ("json",):
        assert shown(run, archive, name) == in_one_go(archive, name)


def test_in_any_order_and_by_way_of_plain_data(archive: Path) -> None:
    bench, divided = begun(archive)
    working = Here(bench, divided)
    outcomes = working.outcomes(divided.articles)
    records = Records(bench.asked.workspace(divided.shared).waivers)
    plain = [records.plain(Outcome, each) for each in outcomes]
    revived = [records.revived(Outcome, each) for each in plain]
    assert [records.plain(Outcome, each) for each in revived] == plain
    assert [each.part for each in revived] == [each.part for each in outcomes]
    random.Random(8).shuffle(revived)
    assert shown(reduced(revived, divided, bench, working.again), archive) == in_one_go(archive)


def test_the_archive_has_something_across_articles_waivers_and_a_house_rule(archive: Path) -> None:
    text = in_one_go(archive)
    for name in ("repeated-id", "measure-asserted-twice", "waiver-expired", "claim-too-short", "invalid-value"):
        assert f'"rule": "{name}"' in text
    assert '"waived": [\n' in text


def test_publish_and_as_of(tmp_path: Path) -> None:
    write_towns(tmp_path)
    run = check_in_parts(tmp_path, asked_of(tmp_path, True, None, TODAY, json=True), Means(cached=False))
    assert shown(run, tmp_path) == in_one_go(tmp_path, publish=True)
    run = check_in_parts(tmp_path, asked_of(tmp_path, False, TODAY, TODAY, json=True), Means(cached=False, jobs=2))
    assert shown(run, tmp_path) == shown(check_workspace(tmp_path, as_of=TODAY, today=TODAY), tmp_path)


@pytest.mark.parametrize("asks", ["workspace: Workspace", "fact: Fact, workspace: Workspace"])
def test_a_house_rule_that_asks_for_the_whole_workspace_sees_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asks: str
) -> None:
    monkeypatch.setattr(here, "BATCH", 1)
    body = HOUSE_RULE[HOUSE_RULE.index("    if len(fact") : HOUSE_RULE.index("LEAST = 40")]
    every = "    for each in workspace.dossiers:\n"
    told = every + "        yield Finding(at=each.slots[0].at, message='seen ' + each.id)\n\n\n"
    text = HOUSE_RULE.replace(body, told).replace("fact: Fact", asks).replace("import Fact,", "import Fact, Workspace,")
    write_towns(tmp_path)
    write_house_rule(tmp_path, text)
    run = check_in_parts(tmp_path, asked_of(tmp_path, today=TODAY, json=True), Means(jobs=2))
    assert shown(run, tmp_path) == in_one_go(tmp_path)
    messages = {found.finding.message for found in run.all_findings}
    assert {"seen bridge", "seen market", "seen pier"} <= messages


def test_a_rule_that_breaks_in_a_worker_breaks_the_run(tmp_path: Path) -> None:
    write_towns(tmp_path)
    write_house_rule(tmp_path, HOUSE_RULE.replace("    if len(", "    1 / 0\n    if len("))
    with pytest.raises(ZeroDivisionError):
        check_in_parts(tmp_path, asked_of(tmp_path, today=TODAY), Means(jobs=2))


def test_in_several_processes(archive: Path) -> None:
    asked = asked_of(archive, False, None, TODAY, json=True)
    run = check_in_parts(archive, asked, Means(cached=False, jobs=2))
    assert shown(run, archive) == in_one_go(archive)


def test_a_lost_worker_is_told_and_nothing_is_reported(tmp_path: Path) -> None:
    deadly = "import os\nimport multiprocessing\n\nif multiprocessing.parent_process() is not None:\n    os._exit(9)\n"
    write_towns(tmp_path)
    write_house_rule(tmp_path, HOUSE_RULE + "\n\n" + deadly)
    with pytest.raises(WorkerLost, match="a worker process ended before its work was done") as told:
        check_in_parts(tmp_path, asked_of(tmp_path, today=TODAY), Means(jobs=2))
    assert isinstance(told.value, FactsuiteError)
    assert "--jobs 1" in str(told.value)


def test_processes_are_used_where_they_pay(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    divided = files_of(archive)
    ids = list(divided.articles)
    monkeypatch.setattr(processes, "processors", lambda: 8)
    assert jobs_for(divided, ids, None) == 1
    assert jobs_for(divided, ids, 3) == 3
    assert jobs_for(divided, ids, 99) == len(ids)
    monkeypatch.setattr(processes, "PAYS_FROM", 1000)
    assert jobs_for(divided, ids, None) == len(ids)
    assert PAYS_FROM > 1000


def test_every_article_is_in_one_batch(archive: Path) -> None:
    divided = files_of(archive)
    for jobs in (1, 2, 7):
        batches = batched(list(divided.articles), divided, jobs)
        assert [id for batch in batches for id in batch] == list(divided.articles)
        assert all(batches)
    assert Processes.__doc__


def test_no_file_is_lost_where_the_tree_is_divided(archive: Path) -> None:
    (archive / "facts" / "market" / "waivers.yaml").write_text("format: 1\nwaivers: []\n", encoding="utf-8")
    divided = files_of(archive)
    assert {**divided.shared, **divided.of(divided.articles)} == dict(divided.tree)
    assert isinstance(divided, Divided)
    assert '"rule": "waiver-misplaced"' in in_one_go(archive)
    (archive / "facts" / "market" / "waivers.yaml").unlink()


@pytest.mark.parametrize("data", [None, [], {}, "text", [1, 2, 3], [["a"] * 7] * 7, 12])
def test_what_is_no_record_is_refused(data: object) -> None:
    with pytest.raises(NotARecord):
        Records().revived(Outcome, data)
