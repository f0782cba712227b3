"""How an entry stands to the pinned copy of its source: the four outcomes, and those that are none."""

from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest
from fictional_town import write_town

from factsuite.engine import check_workspace
from factsuite.load.exhibits import LARGEST, may_hold, named_files, read_guarded
from factsuite.load.files import read_tree
from factsuite.load.locations import Location
from factsuite.model.exhibits import Exhibit, Seal, State
from factsuite.model.stated import Stated
from factsuite.verdicts.exhibits import Standing, sealed_words, standing_in

AT = Location(path=PurePosixPath("facts/bridge/exhibits.yaml"))
SALT = bytes(range(16))


def exhibit(text: str = "", state: State = State.WHOLE, *sealed: str) -> Exhibit:
    """A pinned copy."""
    seals = tuple(Seal.of(sealed_words(words), SALT) for words in sealed)
    source = Stated(text="hearing", value="hearing", at=AT)
    return Exhibit(source=source, at=AT, state=state, text=text, sealed=bool(sealed), sealed_excerpts=seals)


@pytest.mark.parametrize(
    ("copy", "excerpt", "locator", "expected"),
    [
        (None, "We met.", "", Standing.NOT_PINNED),
        (exhibit("We met."), "We met.", "", Standing.STANDS),
        (exhibit("We met."), "We left.", "", Standing.GONE),
        (exhibit("We met. We met."), "We met.", "", Standing.AMBIGUOUS),
        (exhibit("We met."), "", "", Standing.NO_EXCERPT),
        (exhibit(state=State.CHANGED), "We met.", "", Standing.CHANGED),
        (exhibit(state=State.CHANGED), "", "", Standing.CHANGED),
        (exhibit(state=State.UNREADABLE), "We met.", "", Standing.COULD_NOT_LOOK),
        (exhibit("", State.SEALED, "We met."), "We  met.", "", Standing.SEALED),
        (exhibit("", State.SEALED, "We met."), "We left.", "", Standing.COULD_NOT_LOOK),
        (exhibit("We met.\fWe met."), "We met.", "page 2", Standing.STANDS),
        (exhibit("We met.\fWe met."), "We met.", "p. 2, left column", Standing.STANDS),
        (exhibit("We met.\fWe met.\fWe met."), "We met.", "pp. 2\u20133", Standing.AMBIGUOUS),
        (exhibit("We met.\fWe met."), "We met.", "page 3", Standing.AMBIGUOUS),
        (exhibit("We met.\fWe left."), "We met.", "page 2", Standing.STANDS),
        (exhibit("We met. We met."), "We met.", "page 1", Standing.AMBIGUOUS),
    ],
)
def test_how_an_entry_stands(copy: Exhibit | None, excerpt: str, locator: str, expected: Standing) -> None:
    assert standing_in(copy, excerpt, locator) is expected


def test_a_seal_fits_what_was_sealed_and_nothing_else() -> None:
    seal = Seal.of(b"words", SALT)
    assert seal.fits(b"words")
    assert not seal.fits(b"Words")
    assert Seal.read(str(seal)) == seal
    assert Seal.of(b"words", SALT[::-1]).digest != seal.digest
    assert sha256(b"words").hexdigest() not in str(seal)


@pytest.mark.parametrize("name", ["exhibits/hearing.txt", "exhibits/a.2.html", "exhibits/..a"])
def test_paths_that_name_a_copy(name: str) -> None:
    assert may_hold(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "hearing.txt",
        "exhibits",
        "exhibits/",
        "exhibits/.",
        "exhibits/..",
        "exhibits/../facts.yaml",
        "exhibits/a/b.txt",
        "../exhibits/a.txt",
        "/exhibits/a.txt",
        "./exhibits/a.txt",
        "exhibits\\a.txt",
        "exhibits/a\\..\\b",
        "exhibits/c:a",
        "exhibits/a\0b",
        "exhibits/a\nb",
    ],
)
def test_paths_that_lead_elsewhere(name: str) -> None:
    assert not may_hold(name)


def pinned(root: Path, *, file: str = "exhibits/hearing.txt", data: bytes = b"We counted 412 people.") -> Path:
    """A workspace with one copy, listed by hand; returns the folder of its article."""
    write_town(root)
    folder = root / "facts" / "bridge"
    digest = sha256(data).hexdigest()
    (folder / "exhibits").mkdir()
    (folder / "exhibits" / "hearing.txt").write_bytes(data)
    (folder / "exhibits.yaml").write_text(
        "format: 1\nexhibits:\n"
        f"  - {{source: hearing, file: {file}, media_type: text/plain, size: {len(data)}, sha256: {digest},\n"
        f"     text: {file}, text_sha256: {digest}, extractor: stdlib-text 1, retrieved: 2031-06-03}}\n"
    )
    return folder


def errors(root: Path) -> list[tuple[str, str | None]]:
    """Rule and fact of every error."""
    found = check_workspace(root).all_findings
    return sorted((each.rule, each.fact) for each in found if each.severity.value == "error")


def test_only_the_files_a_list_names_are_read(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    (folder / "exhibits" / "stray.bin").write_bytes(b"x" * 1000)
    names = [path.name for path in read_tree(tmp_path) if "exhibits" in path.parts]
    assert names == ["hearing.txt"]


def test_a_copy_that_is_a_link_could_not_be_looked_at(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    copy = folder / "exhibits" / "hearing.txt"
    copy.rename(tmp_path / "outside.txt")
    copy.symlink_to(tmp_path / "outside.txt")
    assert ("exhibit-unreadable", "visitors") in errors(tmp_path)
    assert read_guarded(folder, "exhibits/hearing.txt") == "it is a link to another file"


def test_a_folder_of_copies_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    (folder / "exhibits").rename(tmp_path / "elsewhere")
    (folder / "exhibits").symlink_to(tmp_path / "elsewhere")
    assert ("exhibit-unreadable", "visitors") in errors(tmp_path)


def test_a_list_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    (folder / "exhibits.yaml").rename(tmp_path / "list.yaml")
    (folder / "exhibits.yaml").symlink_to(tmp_path / "list.yaml")
    assert errors(tmp_path) == [("unreadable-file", None)]


def test_a_folder_in_the_place_of_a_copy_is_no_copy(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    (folder / "exhibits" / "hearing.txt").unlink()
    (folder / "exhibits" / "hearing.txt").mkdir()
    assert read_guarded(folder, "exhibits/hearing.txt") == "it is no file"


def test_a_copy_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    with (folder / "exhibits" / "hearing.txt").open("r+b") as file:
        file.truncate(LARGEST + 1)
    assert read_guarded(folder, "exhibits/hearing.txt") == "it is larger than 100,000,000 bytes"


@pytest.mark.parametrize("outside", ["../../secret.txt", "/etc/hostname", "exhibits/../facts.yaml"])
def test_a_path_outside_is_a_finding_and_nothing_is_read(tmp_path: Path, outside: str) -> None:
    pinned(tmp_path, file=outside)
    found = errors(tmp_path)
    assert ("exhibit-path-outside", None) in found
    assert ("exhibit-unreadable", "visitors") in found
    assert not any(path.name in ("secret.txt", "hostname") for path in read_tree(tmp_path))


def test_a_list_nobody_can_read_names_nothing() -> None:
    assert named_files(b"\xff\xfe") == ()
    assert named_files(b"exhibits: [") == ()
    assert named_files(b"exhibits:\n  - {file: exhibits/a.txt, text: ../b.txt}\n  - none\n") == ("exhibits/a.txt",)


def test_every_fact_that_cites_a_changed_copy_fails(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    (folder / "exhibits" / "hearing.txt").write_text("We counted 421 people.")
    assert errors(tmp_path) == [("source-changed", fact) for fact in ("memo", "quill-office", "visitors")]


def test_a_copy_nobody_cites_is_looked_at_too(tmp_path: Path) -> None:
    folder = pinned(tmp_path)
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text().replace("source: hearing", "source: gazette"))
    (folder / "exhibits" / "hearing.txt").write_text("We counted 421 people.")
    assert ("source-changed", None) in errors(tmp_path)


def test_an_excerpt_of_an_event_is_looked_up(tmp_path: Path) -> None:
    folder = pinned(tmp_path, data=b"We counted 412 people. QUILL: I never saw that memo. It opened on 1 June 2031.")
    entities = folder / "entities.yaml"
    text = entities.read_text()
    assert "source: gazette" in text
    with_words = text.replace("source: gazette,", "source: hearing, excerpt: It opened on 2 June 2031.,", 1)
    entities.write_text(with_words)
    found = check_workspace(tmp_path).all_findings
    gone = [each for each in found if each.rule == "excerpt-gone"]
    assert [each.finding.at.path.name for each in gone] == ["entities.yaml"]
    assert "[-2-][+1+]" in gone[0].finding.hint


def test_a_translated_excerpt_is_not_looked_up(tmp_path: Path) -> None:
    folder = pinned(tmp_path, data=b"Contamos 412 personas. QUILL: I never saw that memo.")
    facts = folder / "facts.yaml"
    facts.write_text(facts.read_text().replace("412 people., reports", "412 people., translated_from: es, reports"))
    assert not [rule for rule, _ in errors(tmp_path) if rule.startswith("excerpt")]
    judged = [fact.judgement for fact in check_workspace(tmp_path).facts if fact.judgement is not None]
    standings = {judgement.fact.id: [entry.exhibit for entry in judgement.entries] for judgement in judged}
    assert standings["visitors"] == [Standing.NO_EXCERPT]


def test_a_source_pinned_twice_is_a_finding(tmp_path: Path) -> None:
    folder = pinned(tmp_path, data=b"We counted 412 people. QUILL: I never saw that memo.")
    listed = (folder / "exhibits.yaml").read_text()
    (folder / "exhibits.yaml").write_text(listed + listed.partition("exhibits:\n")[2])
    assert errors(tmp_path) == [("invalid-value", None)]
