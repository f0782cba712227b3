"""Keeping copies: whole or not at all, replaced only when asked for, never outside their folder."""

import os
import tempfile
from pathlib import Path

import pytest
from fictional_town import write_town

from factsuite.engine import build, check_workspace
from factsuite.model.exhibits import Exhibit, State
from factsuite.pinning import keeping
from factsuite.pinning.acquiring import Material
from factsuite.pinning.errors import PinError
from factsuite.pinning.extracting import Extracted
from factsuite.pinning.keeping import Change, Kept, Terms, keep
from factsuite.pinning.sources import find_home
from factsuite.pinning.trying import try_out

WORDS = "QUILL: I never saw that memo. REED: We counted 412 people.\n"
LATER = "QUILL: I never saw that memo, ever. REED: We counted 412 people.\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A workspace without exhibits."""
    root = tmp_path / "town"
    root.mkdir()
    write_town(root)
    return root


def material(text: str = WORDS, page: bool = True) -> Material:
    """A page, or a plain text, that holds some words."""
    data = f"<p>{text}</p>".encode() if page else text.encode()
    kind = "text/html" if page else "text/plain"
    extracted = Extracted(text=text, media_type=kind, extractor="stdlib-html 1", charset="utf-8")
    return Material(data=data, extracted=extracted, given="hearing.html")


def pin(root: Path, text: str = WORDS, *, page: bool = True, source: str = "hearing", **terms: object) -> Kept:
    """Pin some words."""
    workspace = build(root)
    home = find_home(workspace, source, None)
    given = material(text, page)
    day: dict[str, object] = {"retrieved": "2031-06-03", **terms}
    return keep(root, home, given, try_out(workspace, home, given), Terms(**day))  # type: ignore[arg-type]


def files(root: Path) -> dict[str, bytes]:
    """What lies in the article's folder of copies, and its list."""
    folder = root / "facts" / "bridge"
    kept = [*folder.glob("exhibits.yaml"), *(folder / "exhibits").glob("*")]
    return {file.name: file.read_bytes() for file in sorted(kept)}


def exhibit(root: Path) -> Exhibit:
    """The exhibit as a check sees it."""
    (found,) = build(root).dossiers[0].exhibits
    return found


def rules(root: Path) -> list[str]:
    """The rules that find an error."""
    return sorted({found.rule for found in check_workspace(root).all_findings if found.severity.value == "error"})


def test_copy_text_and_list_lie_beside_the_article(town: Path) -> None:
    assert pin(town).change is Change.NEW
    assert sorted(files(town)) == ["exhibits.yaml", "hearing.html", "hearing.txt"]
    assert exhibit(town).state is State.WHOLE
    assert rules(town) == []


def test_a_text_that_is_its_own_copy_is_kept_once(town: Path) -> None:
    pin(town, page=False)
    assert sorted(files(town)) == ["exhibits.yaml", "hearing.txt"]
    assert exhibit(town).text == WORDS


def test_the_same_copy_again_changes_no_byte(town: Path) -> None:
    pin(town)
    before = files(town)
    assert pin(town, retrieved="2032-01-01").change is Change.UNCHANGED
    assert files(town) == before


def test_another_copy_is_refused_until_asked_for(town: Path) -> None:
    pin(town)
    before = files(town)
    assert pin(town, LATER).change is Change.REFUSED
    assert files(town) == before
    assert pin(town, LATER, replace=True).change is Change.REPLACED
    assert sorted(files(town)) == ["exhibits.yaml", "hearing.2.html", "hearing.2.txt"]
    assert exhibit(town).text == LATER
    assert rules(town) == ["excerpt-gone"]


def test_a_copy_that_was_lost_is_restored_with_its_day(town: Path) -> None:
    pin(town)
    (town / "facts/bridge/exhibits/hearing.html").unlink()
    assert rules(town) == ["exhibit-unreadable"]
    assert pin(town, retrieved="2032-01-01").change is Change.RESTORED
    assert b"retrieved: 2031-06-03" in files(town)["exhibits.yaml"]
    assert rules(town) == []


def test_a_copy_that_was_damaged_is_replaced_by_the_same_bytes(town: Path) -> None:
    pin(town)
    (town / "facts/bridge/exhibits/hearing.html").write_text("<p>other</p>", encoding="utf-8")
    assert rules(town) == ["source-changed"]
    assert pin(town).change is Change.RESTORED
    assert rules(town) == []
    assert "hearing.html" not in files(town)


def test_other_sources_stay_in_the_list(town: Path) -> None:
    pin(town, source="hearing")
    pin(town, "The Gazette reported.", source="gazette")
    listed = files(town)["exhibits.yaml"].decode()
    assert listed.index("source: gazette") < listed.index("source: hearing")
    assert len(build(town).dossiers[0].exhibits) == 2


class Killed(BaseException):
    """The process is killed."""


@pytest.mark.parametrize("at", range(1, 14))
def test_a_run_killed_at_any_step_leaves_the_old_copy_or_the_new_one(
    town: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(town)
    before = files(town)
    steps = 0

    def kill_at(real: object) -> object:
        def step(*args: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps == at:
                raise Killed
            return real(*args, **named)  # type: ignore[operator]

        return step

    with monkeypatch.context() as patched:
        for module, name in ((os, "replace"), (os, "fsync"), (tempfile, "mkstemp"), (keeping, "remove_copies")):
            patched.setattr(module, name, kill_at(getattr(module, name)))
        try:
            pin(town, LATER, replace=True)
            killed = False
        except Killed:
            killed = True
    found = exhibit(town)
    assert found.state is State.WHOLE
    assert found.text in (WORDS, LATER)
    if found.text == WORDS:
        assert {name: data for name, data in files(town).items() if name in before} == before
    assert killed
    assert pin(town, LATER, replace=True).change in (Change.REPLACED, Change.UNCHANGED)
    assert exhibit(town).text == LATER


def test_a_disk_that_is_full_loses_nothing(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(town)
    before = files(town)

    def full(handle: int) -> None:
        del handle
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        pin(town, LATER, replace=True)
    assert files(town) == before


def test_a_folder_that_is_a_link_is_not_written_through(town: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (town / "facts/bridge/exhibits").symlink_to(outside)
    with pytest.raises(PinError, match="is a link"):
        pin(town)
    assert list(outside.iterdir()) == []


def test_a_list_that_is_a_link_is_not_written_through(town: Path, tmp_path: Path) -> None:
    pin(town)
    outside = tmp_path / "list.yaml"
    listed = town / "facts/bridge/exhibits.yaml"
    listed.rename(outside)
    listed.symlink_to(outside)
    kept = outside.read_bytes()
    with pytest.raises(PinError, match="is a link"):
        pin(town, LATER, replace=True)
    assert outside.read_bytes() == kept


def test_a_list_that_names_other_files_has_none_of_them_removed(town: Path) -> None:
    pin(town)
    listed = town / "facts/bridge/exhibits.yaml"
    listed.write_text(listed.read_text().replace("file: exhibits/hearing.html", "file: ../bridge/article.md"))
    assert "exhibit-path-outside" in rules(town)
    pin(town, LATER, replace=True)
    assert (town / "facts/bridge/article.md").is_file()
    assert exhibit(town).text == LATER


def test_a_list_that_is_broken_is_not_written_over(town: Path) -> None:
    pin(town)
    listed = town / "facts/bridge/exhibits.yaml"
    listed.write_text(listed.read_text() + "  - source: [")
    broken = listed.read_bytes()
    with pytest.raises(PinError, match="mend the list"):
        pin(town, LATER, replace=True)
    assert listed.read_bytes() == broken


def test_a_shared_source_is_kept_beside_what_articles_share(town: Path) -> None:
    (town / "facts/sources.yaml").write_text(
        "format: 1\nsources:\n  - {id: code, publisher: Larkhaven City Council, kind: official statement}\n"
    )
    pin(town, "Article one.", source="code")
    assert sorted(file.name for file in (town / "facts/exhibits").iterdir()) == ["code.html", "code.txt"]
    workspace = build(town)
    assert [dossier.id for dossier in workspace.dossiers] == ["bridge"]
    assert [each.source.value for each in workspace.dossiers[0].exhibits] == ["code"]
    assert rules(town) == []


def test_no_temporary_file_is_left(town: Path) -> None:
    pin(town)
    pin(town, LATER, replace=True)
    assert [file.name for file in (town / "facts").rglob(".*")] == []
