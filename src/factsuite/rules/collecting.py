"""Rules are collected from `checks/` in sorted order: ours, and those of the house beside its facts."""

import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import ModuleType

from msgspec import Struct

from factsuite.load.errors import RuleError
from factsuite.load.locations import Location
from factsuite.rules.house import OURS, are_left_out, house_files, rule_files
from factsuite.rules.pages import read_page
from factsuite.rules.rule import MARK, Mark, Rule, parameter_types

HOUSE = "factsuite_house_checks"
"""Begins the names of the modules that the house's rules are loaded as."""

Pages = dict[Path, frozenset[str] | None]
"""The sections of pages of the handbook that were looked at; None where there is no such page."""


def collect_rules(root: Path | None = None) -> tuple[Rule, ...]:
    """Our rules, and those in `root/checks` where that is another folder than ours.

    Raises RuleError, with file and line, for a repeated name, an incomplete page or a handbook link that
    leads nowhere.
    """
    pages: Pages = {}
    rules = [rule for module in our_modules() for rule in rules_of(module, root, pages)]
    rules += [rule for module in house_modules(root) for rule in rules_of(module, root, pages)]
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


def rules_of(module: ModuleType, root: Path | None, pages: Pages | None = None) -> list[Rule]:
    """The rules a module defines, in the order of their names. `pages` are those that other modules' rules cite."""
    found = []
    file = Path(inspect.getsourcefile(module) or "")
    path = PurePosixPath(_relative(file, root))
    handbook = _Handbook(module, file.resolve().parent.parent, root, {} if pages is None else pages)
    question = (inspect.getdoc(module) or "").split("\n", 1)[0]
    for _, function in sorted(inspect.getmembers(module, inspect.isfunction)):
        mark = getattr(function, MARK, None)
        if isinstance(mark, Mark) and function.__module__ == module.__name__:
            line = function.__code__.co_firstlineno
            at = Location(path=path, line=line)
            handbook.check(mark.handbook, at)
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


def _relative(path: Path, root: Path | None) -> str:
    bases = [root.resolve()] if root is not None else []
    for base in bases:
        if path.resolve().is_relative_to(base):
            return path.resolve().relative_to(base).as_posix()
    return f"checks/{path.name}"


class _Handbook(Struct, frozen=True):
    """The handbook that a module's rules cite."""

    module: ModuleType
    beside: Path
    """The folder that the module's folder is in. Our handbook stands beside our `checks/`, where it is a checkout."""
    root: Path | None
    pages: Pages

    def check(self, link: str, at: Location) -> None:
        """The link must lead to a heading."""
        name, _, section = link.partition("#")
        found = self._sections(self.beside / name)
        if found is None and self.root is not None:
            found = self._sections(self.root / name)
        if found is None:
            if self.module.__name__.startswith(OURS):
                return
            raise RuleError(f"the handbook page {name} does not exist", hint="write it, or mend the link", at=at)
        if section not in found:
            raise RuleError(
                f"the handbook has no section #{section}", hint=f"add it to {name}, or mend the link", at=at
            )

    def _sections(self, file: Path) -> frozenset[str] | None:
        """The sections of a page, which is read once; None where it does not exist."""
        if file not in self.pages:
            self.pages[file] = _sections(file.read_text(encoding="utf-8")) if file.is_file() else None
        return self.pages[file]


def _sections(page: str) -> frozenset[str]:
    return frozenset(slug(heading) for heading in re.findall(r"^#+ +(.+?) *$", page, flags=re.MULTILINE))


def slug(heading: str) -> str:
    """The anchor a Markdown heading gets on the web."""
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).strip().replace(" ", "-")
