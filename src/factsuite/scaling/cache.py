"""Outcomes kept from one run to the next, in `.factsuite_cache/`, each under a digest of all it depends on.

What is kept is data, never code, and each entry is signed with a key that lies in the user's own cache folder: an entry
that is cut short, damaged, or was made by somebody else is passed over as if it were not there.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import Any

from factsuite.scaling.outcomes import Outcome
from factsuite.scaling.plain_records import NotARecord, Records

FOLDER = ".factsuite_cache"
KEY_VARIABLE = "FACTSUITE_CACHE_KEY"
"""A key of one's own, for a pipeline that carries the cache from machine to machine."""
_FILE = "outcomes.sqlite"
_FORMAT = 1
_KEPT = 4
"""Outcomes kept of one article: with `--publish` and without, of two branches."""
_PATIENCE = 5.0  # seconds for which another run may hold the file
_TABLE = (
    "CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, article TEXT, record TEXT, json TEXT, mark BLOB) STRICT"
)
_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# This folder holds what factsuite keeps from run to run.\n"


class Cache:
    """The outcomes of a workspace's articles. Nothing that goes wrong with it is an error: it then holds nothing."""

    def __init__(self, root: Path, records: Records) -> None:
        self._folder = root / FOLDER
        self._records = records
        self._secret = _secret()

    @property
    def usable(self) -> bool:
        """Whether entries can be signed and looked for."""
        return bool(self._secret) and not self._folder.is_symlink() and not (self._folder / _FILE).is_symlink()

    def found(self, keys: Mapping[str, str], json: bool) -> dict[str, Outcome]:
        """The outcomes kept under the keys of some articles; with their reports as JSON, where that is wanted."""
        if not self.usable or not (self._folder / _FILE).is_file():
            return {}
        column = "json" if json else "NULL"
        asked = f"SELECT record, {column}, mark, json IS NULL FROM outcomes WHERE key = ?"
        found = {}
        try:
            with closing(self._connected()) as connection:
                for article, key in keys.items():
                    row = connection.execute(asked, (key,)).fetchone()
                    outcome = self._read(key, row, json) if row is not None else None
                    if outcome is not None and outcome.id == article:
                        found[article] = outcome
        except sqlite3.Error:
            return found
        return found

    def keep(self, outcomes: Iterable[Outcome], keys: Mapping[str, str]) -> None:
        """Keep outcomes under the keys of their articles, and forget the oldest ones of the same articles."""
        rows = [self._row(each, keys[each.id]) for each in outcomes]
        if not rows or not self.usable or not self._is_made():
            return
        for attempt in (1, 2):
            try:
                with closing(self._connected()) as connection, connection:
                    connection.execute(_TABLE)
                    connection.executemany("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?)", rows)
                    connection.executemany(
                        "DELETE FROM outcomes WHERE article = ?1 AND rowid NOT IN"
                        " (SELECT rowid FROM outcomes WHERE article = ?1 ORDER BY rowid DESC LIMIT ?2)",
                        [(row[1], _KEPT) for row in rows],
                    )
                    return
            except sqlite3.OperationalError:  # another run holds it, the disk is full, the folder is read-only
                return
            except sqlite3.Error:
                if attempt == 1:  # it is no cache of ours: begin anew
                    with suppress(OSError):
                        (self._folder / _FILE).unlink()

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._folder / _FILE, timeout=_PATIENCE)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                connection.execute("DROP TABLE IF EXISTS outcomes")
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
                connection.execute(_TABLE)
                connection.commit()
        except BaseException:
            connection.close()
            raise
        return connection

    def _row(self, outcome: Outcome, key: str) -> tuple[str, str, str, str | None, bytes]:
        data: list[Any] = self._records.plain(Outcome, outcome)
        text = _without_json(data)
        record = json.dumps(data)
        return key, outcome.id, record, text, self._mark(key, record, text)

    def _read(self, key: str, row: tuple[Any, ...], wants_json: bool) -> Outcome | None:
        record, text, mark, lacks_json = row
        if not isinstance(record, str) or not isinstance(mark, bytes) or (wants_json and lacks_json):
            return None
        signed = self._mark(key, record, text)
        whole, part = mark[:32], mark[32:]
        if not (compare_digest(signed[:32], whole) if wants_json or lacks_json else compare_digest(signed[32:], part)):
            return None
        try:
            data = json.loads(record)
            _with_json(data, text)
            return self._records.revived(Outcome, data)
        except (ValueError, RecursionError, NotARecord, LookupError, TypeError):
            return None

    def _mark(self, key: str, record: str, text: str | None) -> bytes:
        """Two signatures: of the whole entry, and of the entry without its report as JSON."""
        head = blake2b(f"{key}\n{record}".encode("utf-8", "surrogatepass"), key=self._secret, digest_size=32)
        part = head.digest()
        head.update((text or "").encode("utf-8", "surrogatepass"))
        return head.digest() + part

    def _is_made(self) -> bool:
        """Make the folder, with what tells git and backups to pass it over."""
        try:
            self._folder.mkdir(exist_ok=True)
            for name, data in ((".gitignore", b"*\n"), ("CACHEDIR.TAG", _TAG)):
                file = self._folder / name
                if not file.exists():
                    file.write_bytes(data)
        except OSError:
            return False
        return True


_PART = 1
"""The place of the part in the data of an outcome; the JSON text is the last field of the part."""


def _without_json(data: list[Any]) -> str | None:
    text: str | None = data[_PART].pop()
    return text


def _with_json(data: list[Any], text: str | None) -> None:
    data[_PART].append(text)


def _secret() -> bytes:
    """The user's key, made when it is first needed; empty where none can be kept."""
    given = os.environ.get(KEY_VARIABLE, "")
    if given:
        return blake2b(given.encode("utf-8"), digest_size=32).digest()
    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "factsuite"
        file = home / "cache-key"
        if not file.exists():
            home.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(handle, "wb") as stream:
                    stream.write(os.urandom(32))
        data = file.read_bytes()
    except (OSError, RuntimeError):
        return b""
    return data if len(data) == 32 else b""
