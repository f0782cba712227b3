"""What one pytest session knows of the facts: the result, computed once, and what has run of it."""

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cached_property
from pathlib import Path

import pytest
from msgspec import Struct, field

from factsuite.clock import today_of
from factsuite.commands.colouring import coloured
from factsuite.engine import check_workspace
from factsuite.load.collector import collector_paused, set_aside, take_back
from factsuite.load.errors import FactsuiteError
from factsuite.model.as_of import AsOf, read_as_of
from factsuite.model.facts import Fact
from factsuite.pytest_earlier import EARLIER, lines_since, report_there
from factsuite.pytest_names import (
    ACROSS,
    SESSION,
    file_item_name,
    file_item_names,
    is_fact_file,
    workspace_path,
)
from factsuite.reports.explaining import finding_lines
from factsuite.reports.terminal import summary_lines
from factsuite.reports.terminal_as_of import as_of_lines
from factsuite.reports.writing import in_words, write_reports
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.house import are_left_out, left_out
from factsuite.rules.results import ArticleResult, FactResult, Result, Waived


def session_of(config: pytest.Config, root: Path) -> "FactSession":
    """The session's knowledge of its workspace."""
    known = config.stash.get(SESSION, None)
    if known is None:
        known = FactSession(root, config)
        config.stash[SESSION] = known
    return known


def asked_day(config: pytest.Config) -> AsOf | None:
    """The day of `--as-of`; raises pytest's usage error for anything but one day."""
    day = config.option.factsuite_as_of
    try:
        return read_as_of(day) if day is not None else None
    except FactsuiteError as error:
        raise pytest.UsageError(str(error)) from error


class CouldNotCheck(Exception):
    """A check broke before, and was shown; the text is for an editor."""


class Loose(Struct):
    """What one item reports that belongs to no fact."""

    findings: list[Reported] = field(default_factory=list)
    waived: list[Waived] = field(default_factory=list)
    old: list[Reported] = field(default_factory=list)


_NOTHING = Loose()
"""What most items report; nothing is added to it."""


class FactSession:
    """The result of a workspace, and the bookkeeping of a run over it."""

    def __init__(self, root: Path, config: pytest.Config) -> None:
        self.root = root
        self._config = config
        self._note = ""
        self._since: tuple[str, ...] = ()
        self._whole = False
        self._broke = ""
        self._unusable = ""
        self._untold: Exception | None = None

    @cached_property
    def result(self) -> Result:
        """The result, worked out once; see `_checked` for what it raises."""
        take_back()  # what an earlier session of this process has set aside
        with collector_paused():
            result = self._checked()
            set_aside()  # before the collector runs again: it would begin with all of it
        return result

    def _checked(self) -> Result:
        """The result; raises pytest's usage error for a setting or a rule that cannot be used.

        What breaks a check is raised once, with its traceback, and as CouldNotCheck whenever it is asked for again.
        Nothing is worked out a second time.
        """
        if self._unusable:
            raise pytest.UsageError(self._unusable)
        if self._untold is not None:
            untold, self._untold = self._untold, None
            raise untold
        if self._broke:
            raise CouldNotCheck(f"nothing could be checked: {self._broke}; the first failure shows where")
        try:
            as_of = asked_day(self._config)
            publish = bool(self._config.option.factsuite_publish)
            base: str | None = self._config.option.factsuite_since
            if base is not None:
                from factsuite.history import check_since

                return check_since(self.root, base, publish=publish, as_of=as_of, today=today_of(as_of, root=self.root))
            return check_workspace(self.root, publish=publish, as_of=as_of, today=today_of(as_of, root=self.root))
        except FactsuiteError as error:
            self._unusable = str(error)
            raise pytest.UsageError(self._unusable) from error
        except SystemExit as left:  # of a house rule: at the end of a run, it would choose pytest's exit code
            self._broke = f"a rule called exit({left.code!r})"
            raise RuntimeError(f"{self._broke}; it yields findings, and ends nothing") from left
        except Exception as broken:
            self._broke = f"{type(broken).__name__}: {broken}"
            raise

    def facts_of(self, article: str) -> tuple[tuple[str, Fact], ...] | None:
        """The facts of an article with their labels, before the first check has run.

        None where one of them is defective, and where nothing could be checked: the first check tells why.
        """
        try:
            found = self._by_article.get(article, ())
        except (pytest.UsageError, CouldNotCheck):
            return None
        except Exception as broken:
            self._untold = broken
            return None
        facts = tuple([(each.slot.label, each.slot.fact) for each in found if each.slot.fact is not None])
        return facts if facts and len(facts) == len(found) else None

    @property
    def is_known(self) -> bool:
        """Whether the result has been worked out."""
        return "result" in vars(self)

    def fact(self, article: str, label: str) -> FactResult | None:
        """The result of one fact."""
        return self._facts.get((article, label))

    @cached_property
    def _by_article(self) -> dict[str, tuple[FactResult, ...]]:
        return {article.dossier.id: article.facts for article in self.result.articles}

    @cached_property
    def _facts(self) -> dict[tuple[str, str], FactResult]:
        return {(a.dossier.id, fact.slot.label): fact for a in self.result.articles for fact in a.facts}

    @cached_property
    def _by_file(self) -> dict[tuple[str, str], Loose]:
        """Findings that belong to no fact, by the file and the item of it that reports them; '' for the rest."""
        homes: dict[tuple[str, str], Loose] = defaultdict(Loose)
        parts: list[Result | ArticleResult] = [self.result, *self.result.articles]
        for part in parts:
            for found in part.findings:
                homes[self._home(found)].findings.append(found)
            for old in part.old:
                homes[self._home(old)].old.append(old)
            for waived in part.waived:
                homes[self._home(waived.reported)].waived.append(waived)
        return homes

    def _home(self, found: Reported) -> tuple[str, str]:
        path = found.finding.at.path
        there = (self.root / path).is_file() and is_fact_file(self.root / path) is not None
        return (str(path), file_item_name(path.name, found.family)) if there else ("", "")

    def of_file(self, path: str, item: str) -> Loose:
        """What one of a file's items reports; the file as the workspace names it."""
        return self._by_file.get((path, item), _NOTHING)

    def across(self) -> Loose:
        """What the item across articles reports."""
        return self._by_file.get(("", ""), _NOTHING)

    def expected(self) -> dict[str, set[str]]:
        """The checks of a whole run: their names by file, as the workspace names it."""
        facts = self.root / "facts"
        wanted = {"facts": {ACROSS}}
        for folder in (facts, *(facts / article.dossier.id for article in self.result.articles)):
            for file in folder.iterdir() if folder.is_dir() else ():
                if is_fact_file(file) is not None and file.is_file():
                    wanted[workspace_path(file, facts)] = set(file_item_names(file.name))
        for article in self.result.articles:
            labels = wanted.setdefault(f"facts/{article.dossier.id}/facts.yaml", set())
            labels.update(fact.slot.label for fact in article.facts)
        return wanted

    def finish(self, session: pytest.Session, ran: Mapping[str, Set[str]]) -> None:
        """Write the reports if all of it ran; else leave them, and say so."""
        try:
            expected = self.expected()
        except CouldNotCheck as broken:
            self._note = f"reports/ left as it is: {broken}"
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            return
        wanted = sum(map(len, expected.values()))
        done = sum(len(names & ran.get(file, set())) for file, names in expected.items())
        if done < wanted:
            self._note = f"reports/ left as it is: {done} of {wanted} checks ran"
            return
        self._whole = True
        if are_left_out() and left_out(self.root):
            self._note = "reports/ left as it is: the house rules were left out"
            return
        if self.result.as_of is not None:
            self._note = f"reports/ left as it is: this run is as of {self.result.as_of}"
            return
        before = report_there(self.root)
        try:
            written = write_reports(self._for_reports(), self.root, self._config.stash.get(EARLIER, None))
        except OSError as error:
            self._note = f"reports/ could not be written: {error}"
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            return
        self._note = f"written: {in_words(written)}"
        self._since = tuple(lines_since(before, self.root, self._config))

    def _for_reports(self) -> Result:
        """The reports say the same with `--publish` or `--since` and without: they change what fails, not what is."""
        narrowed = self.result.publish or self.result.since is not None
        return check_workspace(self.root, today=today_of(None, root=self.root)) if narrowed else self.result

    def summarise(self, reporter: pytest.TerminalReporter) -> None:
        """Print the summary of a whole run, or the note that it was none."""
        if not self._note or reporter.verbosity < -1:
            return
        if self._whole and reporter.verbosity >= 0:
            reporter.section("facts", sep="-")
            for line in (*summary_lines(self.result), *self._since):
                reporter.write_line(coloured(line) if reporter.hasmarkup else line)
            reporter.write_line("")
            self._loose_warnings(reporter)
        elif self._whole and self.result.as_of is not None:
            for line in as_of_lines(self.result):
                reporter.write_line(line)
            reporter.write_line("")
        reporter.write_line(self._note)

    def _loose_warnings(self, reporter: pytest.TerminalReporter) -> None:
        warnings = [found for found in self.result.all_findings if found.severity is Severity.WARNING]
        if reporter.verbosity > 0:
            for found in warnings:
                for line in finding_lines(found):
                    reporter.write_line(line)
