"""The baseline: what was wrong when an archive was first put under the gate. It may only shrink.

A file beside `pyproject.toml`, sorted, one line an entry, so that a change of it reads well.
"""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location

BASELINE = PurePosixPath("factsuite-baseline.json")
FORMAT = 1
_HINT = "take it from git again, or write a new one: remove the file and run `factsuite baseline --write`"


class BaselineError(FactsuiteError):
    """A baseline that cannot be read as one."""


class OldDefect(Struct, frozen=True, kw_only=True):
    """One finding of the baseline. The fingerprint counts; the rest is for readers."""

    article: str
    fact: str
    rule: str
    message: str
    fingerprint: str
    line: int = 1
    """Where it stands in the file."""

    @property
    def sort_key(self) -> tuple[str, ...]:
        """By what a reader looks for."""
        return self.article, self.fact, self.rule, self.message, self.fingerprint


class Baseline(Struct, frozen=True, kw_only=True):
    """What may be wrong: old defects, by fingerprint."""

    entries: tuple[OldDefect, ...] = ()

    @property
    def fingerprints(self) -> frozenset[str]:
        """Those of all entries."""
        return frozenset(entry.fingerprint for entry in self.entries)


_WRITTEN = tuple(name for name in OldDefect.__struct_fields__ if name != "line")


def render_baseline(entries: Iterable[OldDefect]) -> str:
    """The file: sorted, one line an entry."""
    kept = {entry.fingerprint: entry for entry in entries}
    ordered = sorted(kept.values(), key=lambda entry: entry.sort_key)
    rows = [json.dumps({name: getattr(each, name) for name in _WRITTEN}, ensure_ascii=False) for each in ordered]
    listed = "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n ]" if rows else "[]"
    return f'{{\n "format": {FORMAT},\n "findings": {listed}\n}}\n'


def read_baseline(data: bytes) -> Baseline:
    """The baseline of a file's bytes. Raises BaselineError, with the place, for anything else."""
    try:
        text = data.decode("utf-8")
        loaded: object = json.loads(text)
    except UnicodeDecodeError as error:
        raise _broken("it is not UTF-8", data[: error.start].count(b"\n") + 1) from error
    except json.JSONDecodeError as error:
        raise _broken(f"it is not JSON: {error.msg}", error.lineno, error.colno) from error
    except RecursionError as error:
        raise _broken("it is nested too deeply") from error
    except ValueError as error:
        raise _broken("it holds a number of too many digits") from error
    if not isinstance(loaded, dict) or not isinstance(loaded.get("findings"), list):
        raise _broken('it is no baseline: `"format"` and `"findings"` belong in it')
    if loaded.get("format") != FORMAT:
        raise _broken(f"its format is {loaded.get('format')!r}; this version reads format {FORMAT}")
    lines = _lines(text)
    return Baseline(entries=tuple(_entry(item, number, lines) for number, item in enumerate(loaded["findings"], 1)))


def _entry(item: object, number: int, lines: dict[str, int]) -> OldDefect:
    given = item if isinstance(item, dict) else {}
    texts = {name: value for name in _WRITTEN if isinstance(value := given.get(name), str)}
    line = lines.get(texts.get("fingerprint", ""), 1)
    if len(texts) < len(_WRITTEN):
        lacking = ", ".join(name for name in _WRITTEN if name not in texts)
        raise _broken(f"entry {number} has no text for: {lacking}", line)
    return OldDefect(**texts, line=line)


def _lines(text: str) -> dict[str, int]:
    """The line on which each fingerprint stands: the last text of its line."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        parts = line.rsplit('"', 2)
        if len(parts) == 3:
            found.setdefault(parts[1], number)
    return found


def _broken(message: str, line: int = 1, column: int = 1) -> BaselineError:
    return BaselineError(message, hint=_HINT, at=Location(path=BASELINE, line=line, column=column))
