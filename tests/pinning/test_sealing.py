"""Sealed exhibits: whole where the store is at hand, known by their seals elsewhere."""

from pathlib import Path

import pytest
from fictional_town import without, write_town

from factsuite.cli import main
from factsuite.engine import STORE_VARIABLE, check_workspace

WORDS = "QUILL: I never saw that memo. REED: We counted 412 people.\n"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a source sealed in a store beside it."""
    root = tmp_path / "town"
    root.mkdir()
    write_town(root)
    (tmp_path / "hearing.txt").write_text(WORDS, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    assert seal() == 0
    return root


def seal(*options: str) -> int:
    """Pin the hearing as a sealed exhibit."""
    return main(["pin", "hearing", "../hearing.txt", "--sealed", "--store", "../store", *options])


def standings(root: Path) -> dict[str, str]:
    """How the entries with an excerpt stand, by fact."""
    judged = [fact.judgement for fact in check_workspace(root).facts if fact.judgement is not None]
    found = {j.fact.id: e.exhibit for j in judged for e in j.entries if e.excerpt}
    return {name: standing.value for name, standing in sorted(found.items()) if standing is not None}


def errors(root: Path) -> list[str]:
    """The errors of a check, by rule."""
    return sorted({found.rule for found in check_workspace(root).all_findings if found.severity.value == "error"})


def edit_facts(root: Path, old: str, new: str) -> None:
    """Change the facts after sealing."""
    (root / "facts/bridge/facts.yaml").write_text(without(old, new), encoding="utf-8")


def test_nothing_of_the_copy_is_in_the_repository(town: Path) -> None:
    inside = b"".join(
        file.read_bytes()
        for file in town.rglob("*")
        if file.is_file() and file.name not in ("facts.yaml", "article.md")
    )
    assert b"counted" not in inside
    assert b"hearing.txt" not in inside
    assert not (town / "facts/bridge/exhibits").exists()
    kept = sorted(str(file.relative_to(town.parent)) for file in (town.parent / "store").rglob("*") if file.is_file())
    assert kept == ["store/bridge/exhibits.yaml", "store/bridge/exhibits/hearing.txt"]
    assert (town.parent / "store/bridge/exhibits/hearing.txt").stat().st_mode & 0o077 == 0


def test_without_the_store_the_report_says_sealed(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert standings(town) == {"memo": "sealed", "visitors": "sealed"}
    assert errors(town) == []
    main(["check"])
    told = " ".join(capsys.readouterr().out.split())
    assert "without a pinned copy of the source (3 with one, 2 of them sealed)" in told


def test_with_the_store_the_check_is_whole(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE_VARIABLE, "../store")
    assert standings(town) == {"memo": "stands", "visitors": "stands"}
    (town.parent / "store/bridge/exhibits/hearing.txt").write_text("REED: Nothing.\n", encoding="utf-8")
    assert standings(town) == {"memo": "changed", "visitors": "changed"}
    assert errors(town) == ["source-changed"]


def test_the_store_may_be_named_in_the_settings(town: Path) -> None:
    (town / "pyproject.toml").write_text('[tool.factsuite]\nexhibits_store = "../store"\n', encoding="utf-8")
    assert standings(town)["memo"] == "stands"
    assert "exhibits_store" not in dict(check_workspace(town).policy.describe())


def test_a_store_that_lost_the_copy_could_not_be_looked_into(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE_VARIABLE, "../store")
    (town.parent / "store/bridge/exhibits/hearing.txt").unlink()
    assert standings(town) == {"memo": "could not look", "visitors": "could not look"}
    (town.parent / "store/bridge/exhibits.yaml").unlink()
    assert errors(town) == ["exhibit-unreadable"]
    monkeypatch.setenv(STORE_VARIABLE, "../no-such-folder")
    assert standings(town)["memo"] == "sealed"


def test_an_excerpt_changed_after_sealing_is_found_without_the_store(town: Path) -> None:
    edit_facts(town, "We counted 412 people.", "We counted 421 people.")
    assert "excerpt-not-sealed" in errors(town)
    assert standings(town) == {"memo": "sealed", "visitors": "could not look"}


def test_an_excerpt_whose_typography_changed_is_still_sealed(town: Path) -> None:
    edit_facts(town, "We counted 412 people.", "We\u00a0counted  412 people.")
    assert errors(town) == []


def test_an_excerpt_added_later_is_sealed_by_pinning_again(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (town / "facts/bridge/exhibits.yaml").read_text()
    edit_facts(town, "We counted 412 people.", "We counted 412")
    monkeypatch.setenv(STORE_VARIABLE, "../store")
    assert errors(town) == ["excerpt-not-sealed"]
    assert seal("--retrieved", "2032-01-01") == 0
    assert errors(town) == []
    after = (town / "facts/bridge/exhibits.yaml").read_text()
    assert len(set(before.splitlines()) - set(after.splitlines())) == 1, "only the excerpt that changed is sealed anew"


def test_sealing_again_changes_no_byte(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (town / "facts/bridge/exhibits.yaml").read_bytes()
    assert seal("--retrieved", "2032-01-01") == 0
    assert (town / "facts/bridge/exhibits.yaml").read_bytes() == before
    assert "unchanged" in capsys.readouterr().out


def test_two_copies_sealed_alike_have_nothing_in_common(town: Path) -> None:
    first = (town / "facts/bridge/exhibits.yaml").read_text()
    (town / "facts/bridge/exhibits.yaml").unlink()
    assert seal() == 0
    second = (town / "facts/bridge/exhibits.yaml").read_text()
    seals = {line.rpartition('"')[0].rpartition('"')[2] for line in first.splitlines() if ":" in line and '"' in line}
    assert len(seals) == 4
    assert not any(each in second for each in seals)


def test_a_sealed_source_is_not_published_by_a_slip(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pin", "hearing", "../hearing.txt"]) == 2
    assert "`hearing` is sealed" in capsys.readouterr().err
    assert not (town / "facts/bridge/exhibits").exists()
    assert main(["pin", "hearing", "../hearing.txt", "--replace"]) == 0
    assert (town / "facts/bridge/exhibits/hearing.txt").is_file()
    assert seal() == 2
    assert "stays in the history" in capsys.readouterr().err
    assert seal("--replace") == 0
    assert not (town / "facts/bridge/exhibits/hearing.txt").exists()


@pytest.mark.parametrize("store", [".", "facts", "sealed", ".."])
def test_a_store_within_the_repository_or_around_it_is_refused(
    town: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pin", "hearing", "../hearing.txt", "--sealed", "--store", store]) == 2
    assert "lie within each other" in capsys.readouterr().err
    assert not (town / "sealed").exists()


def test_a_store_in_the_repository_around_the_workspace_is_refused(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (town.parent / ".git").mkdir()
    assert seal() == 2
    assert "lie within each other" in capsys.readouterr().err


def test_sealing_needs_a_store(capsys: pytest.CaptureFixture[str], town: Path) -> None:
    del town
    assert main(["pin", "hearing", "../hearing.txt", "--sealed"]) == 2
    assert STORE_VARIABLE in capsys.readouterr().err
    assert main(["pin", "hearing", "../hearing.txt", "--store", "../store"]) == 2
