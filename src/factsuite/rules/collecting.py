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
from factsuite.rules.house import OURS, are_left_out, house_files, rule_files
from factsuite.rules.pages import read_page
from factsuite.rules.rule import MARK, Mark, Rule, parameter_types

HOUSE = "factsuite_house_checks"
"""Begins the names of the modules that the house's rules are loaded as."""


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
    """The modules of the workspace's `checks/` that are not ours; none where they are left out."""
    if not are_left_out():
        yield from (_load_file(file) for file in house_files(root))


def _load_file(file: Path) -> ModuleType:
    name = f"{HOUSE}.{file.stem}"
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
