"""Keeping a source: what was pinned before is replaced only where that is asked for."""

import os
from collections.abc import Mapping
from enum import Enum
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from factsuite.load.files import FACTS
from factsuite.load.whole_files import writing
from factsuite.model.exhibits import Seal
from factsuite.pinning.acquiring import Material
from factsuite.pinning.errors import PinError
from factsuite.pinning.manifests import Entry, Field, files_of, read_list, render_list
from factsuite.pinning.sources import Home
from factsuite.pinning.storing import SUFFIXES, remove_copies, write_copy, write_list
from factsuite.verdicts.exhibits import Citation, Standing, sealed_words

_SALT = 16
"""Random bytes of a seal."""


class Change(Enum):
    """What pinning did."""

    NEW = "new"
    UNCHANGED = "unchanged"
    RESTORED = "restored"
    """The same bytes as before; what was missing of them or of their seals was written."""
    REPLACED = "replaced"
    REFUSED = "refused"
    """Other bytes than before, and nobody asked for them to be replaced."""


class Terms(Struct, frozen=True, kw_only=True):
    """On what terms a source is kept."""

    retrieved: str
    """The day it was fetched, as EDTF."""
    replace: bool = False
    store: Path | None = None
    """Where a sealed copy goes; None for one that lies in the repository."""


class Kept(Struct, frozen=True, kw_only=True):
    """What became of it."""

    change: Change
    before: Entry | None
    """The entry that was there."""
    sealed_words: int = 0
    """Excerpts that are sealed with it."""


def keep(root: Path, home: Home, material: Material, citations: tuple[Citation, ...], terms: Terms) -> Kept:
    """Keep a source; `citations` are looked up in the new copy. Raises PinError, OSError: then the old copy counts.

    Of several runs that pin sources of one article at once, each keeps its own, one after the other.
    """
    beside = home.below(root / FACTS)
    with writing(beside):
        return _keep(beside, home, material, citations, terms)


def _keep(beside: Path, home: Home, material: Material, citations: tuple[Citation, ...], terms: Terms) -> Kept:
    entries = read_list(beside)
    before = entries.get(home.source.id)
    _same_sort(home, before, terms)
    alike = before is not None and ("sealed" in before) == (terms.store is not None)
    same = before is not None and alike and _is_same(before, material)
    if before is not None and not same and not terms.replace:
        return Kept(change=Change.REFUSED, before=before)
    change = Change.NEW if before is None else Change.RESTORED if same else Change.REPLACED
    if terms.store is not None:
        away = home.below(terms.store)
        terms.store.mkdir(parents=True, exist_ok=True, mode=0o700)
        away.mkdir(parents=True, exist_ok=True, mode=0o700)
        with writing(away):
            return _keep_sealed(beside, away, home, material, citations, terms, entries, change)
    if same and _intact(beside, before, material):
        return Kept(change=Change.UNCHANGED, before=before)
    entry = _keep_files(beside, home, material, terms, before if same else None)
    _commit(beside, {**entries, home.source.id: entry}, home.schema)
    _clean(beside, before, {**entries, home.source.id: entry})
    return Kept(change=change, before=before)


def _keep_sealed(
    beside: Path,
    away: Path,
    home: Home,
    material: Material,
    citations: tuple[Citation, ...],
    terms: Terms,
    entries: Mapping[str, Entry],
    change: Change,
) -> Kept:
    """The copy and what is known of it go to the store, salted hashes to the repository; in this order."""
    id, before = home.source.id, entries.get(home.source.id)
    stored = read_list(away)
    kept = stored.get(id)
    old = _group(before) if change is Change.RESTORED else {}
    seals = _seals(old, citations)
    sealed: Mapping[str, Field] = {
        "bytes": old.get("bytes") or _seal(material.data),
        "text": old.get("text") or _seal(material.text),
        "excerpts": seals,
    }
    intact = _intact(away, kept, material)
    if change is Change.RESTORED and intact and before is not None and before["sealed"] == sealed:
        return Kept(change=Change.UNCHANGED, before=before, sealed_words=len(seals))
    if not intact:
        entry = _keep_files(away, home, material, terms, None)
        stored = {**stored, id: entry}
        _commit(away, stored, home.schema, private=True)
    retrieved = before["retrieved"] if before is not None and change is Change.RESTORED else terms.retrieved
    new: dict[str, Entry] = {**entries, id: {"source": id, "retrieved": retrieved, "sealed": sealed}}
    _commit(beside, new, home.schema)
    _clean(away, kept, stored)
    _clean(beside, before, new)
    return Kept(change=change, before=before, sealed_words=len(seals))


def _keep_files(home: Path, place: Home, material: Material, terms: Terms, before: Entry | None) -> Entry:
    """Write copy and text; one file where the copy is its own text. The day of an unchanged copy stays."""
    private = terms.store is not None
    extracted, id = material.extracted, place.source.id
    text = write_copy(home, id, "txt", material.text, private=private)
    suffix = SUFFIXES[extracted.media_type]
    if material.data == material.text:
        file = text
    else:
        suffix = "warc.gz" if suffix == "warc" and material.data[:2] == b"\x1f\x8b" else suffix
        file = write_copy(home, id, "plain" if suffix == "txt" else suffix, material.data, private=private)
    if before is not None:
        return {**before, "file": file, "text": text}
    entry: dict[str, Field] = {
        "source": id,
        "file": file,
        "media_type": extracted.media_type,
        "size": str(len(material.data)),
        "sha256": material.sha256,
        "text": text,
        "text_sha256": material.text_sha256,
        "extractor": extracted.extractor,
        "charset": extracted.charset,
        "retrieved": terms.retrieved,
        "from": material.given,
        "redirects": material.redirects,
        "record": extracted.record,
    }
    return {name: value for name, value in entry.items() if value}


def _same_sort(home: Home, before: Entry | None, terms: Terms) -> None:
    """What is sealed is not published by a slip, and what is published is not sealed by one."""
    if before is None or terms.replace or ("sealed" in before) == (terms.store is not None):
        return
    if "sealed" in before:
        raise PinError(f"`{home.source.id}` is sealed", hint="add --sealed; or --replace to keep its copy in the open")
    hint = "add --replace to seal it from now on; what was committed stays in the history of the repository"
    raise PinError(f"`{home.source.id}` is pinned in the open", hint=hint)


def _is_same(before: Entry, material: Material) -> bool:
    sealed = _group(before)
    if sealed:
        found = ((str(sealed["bytes"]), material.data), (str(sealed["text"]), material.text))
        return all(Seal.read(seal).fits(data) for seal, data in found)
    return before.get("sha256") == material.sha256 and before.get("text_sha256") == material.text_sha256


def _intact(home: Path, entry: Entry | None, material: Material) -> bool:
    """Whether an entry's files hold what they should."""
    if entry is None or len(files_of(entry)) == 0 or not _is_same(entry, material):
        return False
    files = [home / str(entry[name]) for name in ("file", "text")]
    whole = all(file.is_file() and not file.is_symlink() for file in files)
    return whole and [sha256(file.read_bytes()).hexdigest() for file in files] == [
        entry["sha256"],
        entry["text_sha256"],
    ]


def _seals(old: Mapping[str, Field], citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """A seal for every excerpt that stands; one that was sealed before keeps its seal."""
    listed = old.get("excerpts", ())
    known = [Seal.read(each) for each in listed] if isinstance(listed, tuple) else []
    words = sorted({sealed_words(cited.excerpt) for cited in citations if cited.standing is Standing.STANDS})
    return tuple(sorted(str(next((seal for seal in known if seal.fits(data)), None) or _seal(data)) for data in words))


def _seal(data: bytes) -> str:
    return str(Seal.of(data, os.urandom(_SALT)))


def _group(entry: Entry | None) -> Mapping[str, Field]:
    sealed = entry.get("sealed") if entry is not None else None
    return sealed if isinstance(sealed, Mapping) else {}


def _commit(home: Path, entries: Mapping[str, Entry], schema: str, *, private: bool = False) -> None:
    write_list(home, render_list(entries, schema), private=private)


def _clean(home: Path, before: Entry | None, entries: Mapping[str, Entry]) -> None:
    used = {name for entry in entries.values() for name in files_of(entry)}
    remove_copies(home, files_of(before) - used)
