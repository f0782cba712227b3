"""What an outcome depends on, as digests: the program, what was asked, what articles share, the article's own files."""

import json
import sys
from collections.abc import Iterable, Mapping, Set
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from msgspec import Struct

from factsuite.load.files import Tree, Unreadable
from factsuite.model.dossiers import Workspace
from factsuite.rules.collecting import HOUSE
from factsuite.rules.rule import Rule
from factsuite.rules.standings import WaiverStanding
from factsuite.scaling.outcomes import Asked

DEPENDENCIES = ("jsonschema", "jsonschema-rs", "msgspec", "pint", "pyyaml", "tabulate")
"""What takes part in a result besides our own code."""
_OURS = ("factsuite", "factsuite.checks", "factsuite.schemas")
_KINDS = (".py", ".json", ".yaml", ".txt", ".md")
_INSTALLED = ("site-packages", "dist-packages")


def digest(parts: Iterable[bytes | str]) -> str:
    """One digest of several parts; where one ends and the next begins makes a difference."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def of_files(files: Tree) -> str:
    """A digest of files by their paths; one that is there and cannot be read differs from one that is not there."""
    parts: list[bytes | str] = []
    for path in sorted(files, key=str):
        data = files[path]
        parts += [str(path), f"unreadable: {data.reason}" if isinstance(data, Unreadable) else "read"]
        parts += [] if isinstance(data, Unreadable) else [data]
    return digest(parts)


@cache
def of_program() -> str:
    """A digest of our own code, rules and schemas, of Python's version and of those we depend on.

    Code is known by its bytes: a checkout that is worked on keeps its version number.
    """
    parts: list[bytes | str] = [sys.implementation.name, *map(str, sys.version_info[:2])]
    parts += [f"{name} {_version(name)}" for name in DEPENDENCIES]
    for file in sorted({file for package in _OURS for file in _files_of(package)}):
        parts += [file.name, file.read_bytes()]
    return digest(parts)


def of_rules(rules: Iterable[Rule], root: Path | None) -> str:
    """A digest of the rules of a run.

    A rule of the house counts with the bytes of every module below the workspace that is loaded: it may import others.
    """
    known = tuple(rules)
    parts: list[bytes | str] = [f"{rule.name} {rule.family} {rule.severity.value}" for rule in known]
    if root is not None and any(rule.function.__module__.startswith(HOUSE) for rule in known):
        base = root.resolve()
        loaded = {str(getattr(module, "__file__", None) or "") for module in list(sys.modules.values())}
        files = {Path(name).resolve() for name in loaded if name.endswith(".py")}
        for file in sorted(file for file in files if file.is_relative_to(base) and file.is_file()):
            if not set(file.parts) & set(_INSTALLED):
                parts += [file.relative_to(base).as_posix(), file.read_bytes()]
    return digest(parts)


def of_asked(asked: Asked, shared: Workspace) -> str:
    """A digest of what a run is asked for. Of today it depends only which waivers are over."""
    over = [WaiverStanding(waiver=each, used=0, today=asked.today).expired for each in shared.waivers]
    known = sorted(asked.baseline.fingerprints) if asked.baseline is not None else None
    told = [asked.publish, str(asked.as_of), over, known, _plainly(asked.policy)]
    return digest([json.dumps(told)])


def _plainly(thing: object) -> object:
    """Settings in an order that depends on nothing but them. Raises TypeError for what has none."""
    if thing is None or isinstance(thing, str | int | bool):
        return thing
    if isinstance(thing, Fraction | PurePosixPath):
        return str(thing)
    if isinstance(thing, Enum):
        return thing.name
    if isinstance(thing, Struct):
        return [type(thing).__name__, *(_plainly(getattr(thing, name)) for name in thing.__struct_fields__)]
    if isinstance(thing, Mapping):
        return sorted([str(key), json.dumps(_plainly(each))] for key, each in thing.items())
    if isinstance(thing, Set):
        return sorted(json.dumps(_plainly(each)) for each in thing)
    if isinstance(thing, tuple | list):
        return [_plainly(each) for each in thing]
    raise TypeError(f"a setting of type {type(thing).__name__} has no digest")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _files_of(package: str) -> Iterable[Path]:
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec is not None else ():
        yield from (file for file in Path(folder).rglob("*") if file.suffix in _KINDS and file.is_file())
