"""The made-up corpus: the same bytes each time, whole, and green."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from factsuite.engine import check_workspace
from factsuite.model.kinds import Kind
from factsuite.rules.findings import Severity


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_corpus(tmp_path / name, 40, seed)
    assert contents(tmp_path / "one") == contents(tmp_path / "again")
    assert contents(tmp_path / "one") != contents(tmp_path / "other")


def test_an_article_is_the_same_however_many_there_are(tmp_path: Path) -> None:
    assert write_corpus(tmp_path / "few", 40) == 40
    assert write_corpus(tmp_path / "more", 81) == 120
    few, more = contents(tmp_path / "few"), contents(tmp_path / "more")
    assert few.items() <= more.items()


def test_it_is_whole_and_green(tmp_path: Path) -> None:
    write_corpus(tmp_path, 200)
    result = check_workspace(tmp_path)
    facts = [fact.slot.fact for article in result.articles for fact in article.facts]
    kinds = Counter(fact.kind for fact in facts if fact is not None)
    assert kinds.total() == 200
    assert set(kinds) == set(Kind)
    assert not result.failed
    assert [found.rule for found in result.all_findings if found.severity is Severity.ERROR] == []
    assert sum(fact.outcome.value == "known" for article in result.articles for fact in article.facts) == 1
    evidence = sum(len(fact.evidence) for fact in facts if fact is not None)
    assert 2.5 < evidence / 200 < 3.5
    assert {len(article.dossier.sources) for article in result.articles} == {12}


def test_a_fact_takes_about_as_many_bytes_as_in_the_archives_it_stands_for(tmp_path: Path) -> None:
    write_corpus(tmp_path, 400)
    size = sum(len(text) for text in contents(tmp_path).values()) / 400
    assert 1_050 < size < 1_250


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--facts", "0"], "at least 1"), (["--facts", "many"], "invalid int"), ([], "holds facts/ already")],
)
def test_a_mistake_on_the_command_line_is_told(tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "facts").mkdir()
    command = [sys.executable, "-m", "benchmarks.corpus", str(tmp_path), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == 2
    assert re.search(told, done.stderr)
    assert "Traceback" not in done.stderr
