"""Rules are collected from `checks/` in sorted order: ours, and those of the house beside its facts."""

import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import ModuleType

from factsuite.load.errors import RuleError
from factsuite.load.locations import Location
from factsuite.rules.pages import read_page
from factsuite.rules.rule import MARK, Mark, Rule, parameter_types

OURS = "factsuite.checks"


def collect_rules(root: Path | None = None) -> tuple[Rule, ...]:
    """Our rules, and those in `root/checks` where that is another folder than ours.

    Raises RuleError, with file and line, for a repeated name, an incomplete page or a handbook link that
    leads nowhere.
    """
    rules = [rule for module in our_modules() for rule in rules_of(module, root)]
    rules += [rule for module in house_modules(root) for rule in rules_of(module, root)]
    names: dict[str, Rule] = {}
    for rule in rules:
        first = names.setdefault(rule.name, rule)
        if first is not rule:
            raise RuleError(
                f"a rule named {rule.name} exists already, in {first.file}:{first.line}",
                hint="name the rule for the defect it finds; names are never reused",
                at=Location(path=PurePosixPath(rule.file), line=rule.line),
            )
    return tuple(sorted(rules, key=lambda rule: (rule.family, rule.name)))


def our_modules() -> Iterator[ModuleType]:
    """The modules of the package's own `checks/`, in sorted order."""
    package = importlib.import_module(OURS)
    for file in rule_files(Path(next(iter(package.__path__)))):
        yield importlib.import_module(f"{OURS}.{file.stem}")


def house_modules(root: Path | None) -> Iterator[ModuleType]:
    """The modules of the workspace's `checks/`, unless that is the folder ours come from, or a copy of it."""
    ours = Path(next(iter(importlib.import_module(OURS).__path__))).resolve()
    folder = (root / "checks") if root is not None else ours
    if not folder.is_dir() or folder.resolve() == ours:
        return
    for file in rule_files(folder):
        twin = ours / file.name
        if twin.is_file() and twin.read_bytes() == file.read_bytes():
            continue
        yield _load_file(file)


def rule_files(folder: Path) -> list[Path]:
    """The files of a folder that may hold rules, in sorted order; test modules hold none."""
    names = (file for file in folder.glob("*.py") if not file.name.startswith(("_", "test_", "conftest")))
    return sorted(names)


def _load_file(file: Path) -> ModuleType:
    name = f"factsuite_house_checks.{file.stem}"
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(file):
        return known
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:  # half a module must not be taken for the whole the next time it is asked for
        del sys.modules[name]
        raise
    return module


def rules_of(module: ModuleType, root: Path | None) -> list[Rule]:
    """The rules a module defines, in the order of their names."""
    found = []
    path = PurePosixPath(_relative(inspect.getsourcefile(module) or "", root))
    question = (inspect.getdoc(module) or "").split("\n", 1)[0]
    for _, function in sorted(inspect.getmembers(module, inspect.isfunction)):
        mark = getattr(function, MARK, None)
        if isinstance(mark, Mark) and function.__module__ == module.__name__:
            line = function.__code__.co_firstlineno
            at = Location(path=path, line=line)
            _check_handbook(mark.handbook, module, root, at)
            found.append(
                Rule(
                    name=function.__name__.replace("_", "-"),
                    severity=mark.severity,
                    handbook=mark.handbook,
                    link=mark.link,
                    function=function,
                    parameters=parameter_types(function),
                    family=module.__name__.rpartition(".")[2],
                    question=question,
                    file=str(at.path),
                    line=line,
                    page=read_page(function.__doc__, at),
                )
            )
    return found


def _relative(file: str, root: Path | None) -> str:
    path = Path(file)
    bases = [root.resolve()] if root is not None else []
    for base in bases:
        if path.resolve().is_relative_to(base):
            return path.resolve().relative_to(base).as_posix()
    return f"checks/{path.name}"


def _check_handbook(handbook: str, module: ModuleType, root: Path | None, at: Location) -> None:
    """The link must lead to a heading. Our handbook stands beside our `checks/`, where it is a checkout."""
    file_name, _, section = handbook.partition("#")
    beside = Path(inspect.getsourcefile(module) or "").resolve().parent.parent
    candidates = [base / file_name for base in (beside, root) if base is not None]
    file = next((candidate for candidate in candidates if candidate.is_file()), None)
    if file is None:
        if module.__name__.startswith(OURS):
            return
        raise RuleError(f"the handbook page {file_name} does not exist", hint="write it, or mend the link", at=at)
    if section not in _sections(file.read_text(encoding="utf-8")):
        raise RuleError(
            f"the handbook has no section #{section}", hint=f"add it to {file_name}, or mend the link", at=at
        )


@lru_cache(maxsize=8)
def _sections(page: str) -> frozenset[str]:
    return frozenset(slug(heading) for heading in re.findall(r"^#+ +(.+?) *$", page, flags=re.MULTILINE))


def slug(heading: str) -> str:
    """The anchor a Markdown heading gets on the web."""
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).strip().replace(" ", "-")
