"""Entries of exhibits.yaml, given a meaning: is each copy still what was pinned?"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import PurePosixPath

from msgspec.structs import replace

from factsuite.load.documents import load_document
from factsuite.load.entries import Entry, load_exhibits
from factsuite.load.exhibits import FOLDER, MANIFEST, SEALED, may_hold
from factsuite.load.files import FACTS, Tree, Unreadable
from factsuite.load.positioned import Map
from factsuite.load.problems import Problem
from factsuite.model.exhibits import Exhibit, Seal, State
from factsuite.model.reading_fields import FieldReader
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar

_Same = Callable[[bytes], bool]
"""Whether some bytes are those that were pinned."""


def build_exhibits(tree: Tree, folder: PurePosixPath) -> tuple[tuple[Exhibit, ...], tuple[Problem, ...]]:
    """The pinned copies listed in a folder, and what is wrong with the list. Of two for one source the first counts."""
    if folder / MANIFEST not in tree:
        return (), ()
    loaded = load_exhibits(load_document(tree, folder / MANIFEST))
    reader = FieldReader(path=folder / MANIFEST, calendar=Calendar())
    found: dict[str, Exhibit] = {}
    for entry in loaded.entries:
        if not entry.sound:
            continue
        exhibit = _exhibit(tree, folder, entry, reader)
        if exhibit.source.value in found:
            reader.problems.append(_twice(exhibit))
        found.setdefault(exhibit.source.value, exhibit)
    return tuple(found.values()), (*loaded.problems, *reader.problems)


def _exhibit(tree: Tree, folder: PurePosixPath, entry: Entry, reader: FieldReader) -> Exhibit:
    data = entry.data
    source = reader.text(data, "source") or Stated(text="", value="", at=entry.at)
    sealed = data.get("sealed")
    hashed = (sealed, ("bytes", "text")) if isinstance(sealed, Map) else (data, ("sha256", "text_sha256"))
    hashes = tuple(reader.plain(hashed[0], name) for name in hashed[1])
    blank = Exhibit(source=source, at=entry.at, state=State.UNREADABLE, hashes=hashes)
    if isinstance(sealed, Map):
        return _sealed(tree, folder, sealed, replace(blank, sealed=True), reader)
    outside = [name for name in ("file", "text") if not may_hold(reader.plain(data, name))]
    if outside:
        reader.problems += [_outside(data, name, source.value, reader) for name in outside]
        return replace(blank, why="its path leads out of the folder")
    return _looked_at(
        tree,
        folder,
        (reader.plain(data, "file"), reader.plain(data, "text")),
        (_digest(data, "sha256"), _digest(data, "text_sha256")),
        blank,
    )


def _looked_at(
    tree: Tree, folder: PurePosixPath, names: tuple[str, str], same: tuple[_Same, _Same], blank: Exhibit
) -> Exhibit:
    """Compare the copy and its text with what was pinned."""
    read = [_bytes(tree, folder / name, name) for name in names]
    lacking = next((why for _, why in read if why), "")
    if lacking:
        return replace(blank, why=lacking)
    copy, text = (data for data, _ in read)
    if not same[0](copy):
        return replace(blank, state=State.CHANGED, why=f"the bytes of {names[0]} are not those that were pinned")
    if not same[1](text):
        return replace(blank, state=State.CHANGED, why=f"the text in {names[1]} is not the one that was extracted")
    decoded = text.decode("utf-8", "replace")
    if not decoded.strip():
        return replace(blank, why="no text could be read from it")
    return replace(blank, state=State.WHOLE, text=decoded)


def _sealed(tree: Tree, folder: PurePosixPath, data: Map, blank: Exhibit, reader: FieldReader) -> Exhibit:
    """A sealed copy: whole where its store is at hand, else known by its seals alone."""
    seals = tuple(Seal.read(text) for text in reader.texts(data, "excerpts"))
    exhibit = replace(blank, sealed_excerpts=seals)
    place = SEALED / folder.relative_to(FACTS)
    if not any(path.parts[0] == SEALED.name for path in tree):
        return replace(exhibit, state=State.SEALED)
    listed = load_exhibits(load_document(tree, place / MANIFEST)).entries
    kept = next((e.data for e in listed if e.sound and e.data.get("source") == blank.source.value), None)
    if kept is None or not all(may_hold(reader.plain(kept, name)) for name in ("file", "text")):
        return replace(exhibit, why="the store of sealed exhibits does not list it")
    same = Seal.read(reader.plain(data, "bytes")).fits, Seal.read(reader.plain(data, "text")).fits
    return _looked_at(tree, place, (reader.plain(kept, "file"), reader.plain(kept, "text")), same, exhibit)


def _digest(data: Map, name: str) -> _Same:
    wanted = str(data[name])
    return lambda found: sha256(found).hexdigest() == wanted


def _bytes(tree: Tree, path: PurePosixPath, name: str) -> tuple[bytes, str]:
    """The bytes of a file; or why there are none."""
    data = tree.get(path)
    if data is None:
        return b"", f"{name} is missing"
    return (b"", f"{name} cannot be read: {data.reason}") if isinstance(data, Unreadable) else (data, "")


def _outside(data: Map, name: str, source: str, reader: FieldReader) -> Problem:
    node = data[name]
    return Problem(
        rule="exhibit-path-outside",
        message=f"the copy of `{source}` is looked for at `{node}`, which is no file in {FOLDER}/",
        hint=f"a copy lies in the folder {FOLDER}/ beside this file; pin the source again",
        at=reader.at(node),
    )


def _twice(exhibit: Exhibit) -> Problem:
    return Problem(
        rule="invalid-value",
        message=f"`{exhibit.source.value}` is pinned twice; this entry is not looked at",
        hint="remove one of the two entries, or pin the source again",
        at=exhibit.at,
    )
