"""pytest's items and collectors for facts, files and rules."""

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pytest

from factsuite.pytest_listing import SUPPORTED, Listed, facts_listed
from factsuite.pytest_names import ACROSS, SESSION, WAITS, file_item_names, workspace_path
from factsuite.pytest_nothing import why_nothing
from factsuite.pytest_session import CouldNotCheck, FactSession, session_of
from factsuite.reports.excused import excused_reason, excused_text
from factsuite.reports.explaining import fact_text, findings_text, is_failure, known_text
from factsuite.reports.terminal_waiting import waiting_text, waits_for_evidence
from factsuite.rules.collecting import house_modules, our_modules, rules_of
from factsuite.rules.examples import run_examples
from factsuite.rules.findings import Reported
from factsuite.rules.results import Outcome, Waived
from factsuite.rules.rule import Rule


class FactFailure(Exception):
    """A check failed; the text is for an editor."""


class KnownInaccuracy(FactFailure):
    """The article is wrong as stated; expected until it is corrected."""


class _Item(pytest.Item):
    """An item whose failure is a text, never a traceback."""

    line = 0
    sections: tuple[tuple[str, str], ...] = ()
    """What a report that is made the short way shows below it."""

    def add_report_section(self, when: str, key: str, content: str) -> None:
        """Keep a text for the report, also for one that is made the short way; titles are pytest's."""
        super().add_report_section(when, key, content)
        self.sections += ((f"Captured {key} {when}", content),)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The text of the failure; a crash of a rule keeps its traceback."""
        if isinstance(excinfo.value, (FactFailure, CouldNotCheck)):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands; pytest counts lines from 0."""
        return self.path, self.line, self.name

    @cached_property
    def location(self) -> tuple[str, int | None, str]:
        """Where it stands, for pytest's reports; the path of a file is made relative once, not for each fact."""
        file = self.parent
        if not isinstance(file, FactsFile):
            return super().location
        if file.shown_path is None:
            file.shown_path = super().location[0]
        return file.shown_path, self.line, self.name

    @property
    def facts(self) -> FactSession:
        """The session's result."""
        known = self.config.stash.get(SESSION, None)
        if known is not None:
            return known
        folder = self.parent.facts_folder if isinstance(self.parent, FactsFile) else self.path
        return session_of(self.config, folder.parent)

    def passes_with(self, found: Collection[Reported]) -> bool:
        """Whether none of these is grave enough to fail on."""
        return not found or not any(self.facts.result.fails(reported) for reported in found)

    def fail_on(self, found: Collection[Reported]) -> None:
        """Fail on what is grave enough; the rest is kept with the report."""
        if not found:
            return
        failing = [reported for reported in found if self.facts.result.fails(reported)]
        others = [reported for reported in found if not self.facts.result.fails(reported)]
        if others:
            self.add_report_section("call", "warnings and notes", findings_text(others))
        if failing:
            raise FactFailure(findings_text(failing))

    def expect(self, waived: Collection[Waived], old: Collection[Reported]) -> None:
        """End as an expected failure where something would fail, but is waived or old."""
        if not waived and not old:
            return
        text = excused_text(waived, old)
        if text:
            self.add_report_section("call", "waived or old", text)
        reason = excused_reason(waived, old, self.facts.result)
        if reason:
            pytest.xfail(reason)
            raise FactFailure(text)  # --runxfail: nothing is expected to fail


class FactItem(_Item):
    """One fact."""

    def __init__(self, *, listed: Listed, article: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.line = listed.at.line - 1
        self.label = listed.label
        self.article = article
        self.add_marker(_mark(listed.kind, self.article, listed.verdict))
        self.extra_keyword_matches.update([*listed.tags, listed.kind, listed.verdict])
        self.user_properties.append(("location", str(listed.at)))
        if listed.verdict != SUPPORTED and not self.config.option.factsuite_publish:
            reason = f"known inaccuracy, {listed.verdict}: {listed.correction}"
            self.add_marker(pytest.mark.xfail(raises=KnownInaccuracy, strict=True, reason=reason))

    def passes_quietly(self) -> bool:
        """Whether it passes, with warnings or without, and no mark says otherwise; asked once the result is known."""
        result = self.facts.fact(self.article, self.label)
        if result is None or result.outcome is not Outcome.PASSED or result.waived or result.old:
            return False
        return all(mark.name == "fact" for mark in self.iter_markers()) and self.passes_with(result.findings)

    def runtest(self) -> None:
        """Fail as the fact's outcome says."""
        result = self.facts.fact(self.article, self.label)
        if result is None:
            raise FactFailure(f"{self.path.name}:{self.line + 1}: the file changed while the run went on; run it again")
        if result.judgement is not None:
            self.user_properties.append(("verdict", result.judgement.verdict.value))
            self.user_properties.append(("basis", result.judgement.basis.value))
        rules = sorted({found.rule for found in result.findings})
        self.user_properties.append(("rules", ",".join(rules)))
        if result.outcome is Outcome.KNOWN:
            raise KnownInaccuracy(known_text(result))
        if waits_for_evidence(result):
            self.user_properties.append((WAITS, "yes"))
            raise FactFailure(waiting_text(result))
        if is_failure(result):
            raise FactFailure(fact_text(result))
        self.fail_on(result.findings)
        self.expect(result.waived, result.old)


@lru_cache(maxsize=64)
def _mark(kind: str, article: str, verdict: str) -> pytest.MarkDecorator:
    return pytest.mark.fact(kind=kind, article=article, verdict=verdict)


class FileItem(_Item):
    """Whatever in one file belongs to no single fact, or one question about the whole article."""

    def __init__(self, *, file: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.file = file

    def passes_quietly(self) -> bool:
        """Whether it passes, with warnings or without, and no mark says otherwise; asked once the result is known."""
        home = self.facts.of_file(self.file, self.name)
        return not (any(self.iter_markers()) or home.waived or home.old) and self.passes_with(home.findings)

    def runtest(self) -> None:
        """Fail on the file's findings."""
        home = self.facts.of_file(self.file, self.name)
        self.fail_on(home.findings)
        self.expect(home.waived, home.old)


class AcrossItem(_Item):
    """Whatever belongs to no file that is there; and that there are facts at all."""

    def runtest(self) -> None:
        """Fail on what belongs to no file, or if nothing was found to check."""
        if next(self.facts.result.facts, None) is None:
            raise FactFailure(why_nothing(self.facts.result, self.facts.across().findings))
        home = self.facts.across()
        self.fail_on(home.findings)
        self.expect(home.waived, home.old)


class FactsFolder(pytest.Directory):
    """The folder `facts/`: what lies across its articles, and every article, by name."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """What lies across articles first, then every file and folder."""
        yield AcrossItem.from_parent(self, name=ACROSS)
        for path in sorted(self.path.iterdir()):
            asked_for = self.session.isinitpath(path, with_parents=path.is_dir())
            if not asked_for and self.ihook.pytest_ignore_collect(collection_path=path, config=self.config):
                continue
            if path.is_dir():
                folder = self.ihook.pytest_collect_directory(path=path, parent=self)
                yield from (folder,) if folder is not None else ()
            elif path.is_file():
                yield from self.ihook.pytest_collect_file(file_path=path, parent=self)


class FactsFile(pytest.File):
    """One file of a dossier: the file as a whole, and for facts.yaml every fact."""

    shown_path: str | None = None
    """As pytest shows it: relative to its root."""

    def __init__(self, *, facts: Path, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.facts_folder = facts
        self.inside = workspace_path(self.path, facts)
        self.article = self.path.parent.name

    @cached_property
    def hooks(self) -> Any:
        """The hooks of its items; asked for while they run, when every conftest.py is loaded."""
        return self.ihook

    def collect(self) -> Iterator[pytest.Item]:
        """A broken file is a failing item, never a stopped collection."""
        for name in file_item_names(self.path.name):
            yield FileItem.from_parent(self, name=name, file=self.inside)
        if self.path.name == "facts.yaml":
            for listed in facts_listed(self.path, self.config):
                yield FactItem.from_parent(self, name=listed.label, listed=listed, article=self.article)


class RuleItem(_Item):
    """The examples on one rule's page."""

    def __init__(self, *, rule: Rule, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule = rule
        self.line = rule.line - 1

    def runtest(self) -> None:
        """*Fails* must yield the rule's finding, *Passes* must yield none."""
        wrong = run_examples(self.rule)
        if wrong:
            raise FactFailure("\n".join(wrong))


class RuleFile(pytest.File):
    """A module of `checks/`: one item per rule."""

    def collect(self) -> Iterator[pytest.Item]:
        """The rules this file defines."""
        root = self.path.parent.parent
        for module in [*our_modules(), *house_modules(root)]:
            file = getattr(module, "__file__", "") or ""
            ours = Path(file).name == self.path.name and Path(file).read_bytes() == self.path.read_bytes()
            if ours:
                for rule in rules_of(module, root):
                    yield RuleItem.from_parent(self, name=rule.name, rule=rule)
