"""The pytest plugin: one item per fact, one per file, one across articles.

Loaded in every run of an environment, so it imports nothing of the engine until a `facts/` folder is met.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Generator, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from factsuite.pytest_names import (
    SESSION,
    holds_facts,
    is_check_of_facts,
    is_fact_file,
    is_rule_file,
    workspace_path,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--publish`, `--as-of`, `--since` and `--compare-with`."""
    group = parser.getgroup("factsuite", "factsuite: facts as code")
    group.addoption(
        "--publish",
        dest="factsuite_publish",
        action="store_true",
        default=False,
        help="the gate before publication: known inaccuracies fail too",
    )
    group.addoption(
        "--as-of",
        dest="factsuite_as_of",
        metavar="DATE",
        help="list what has expired by a day, or soon will; the reports are left as they are",
    )
    group.addoption(
        "--since",
        dest="factsuite_since",
        metavar="BASE",
        help="fail only on what was made worse since a git revision, or is touched by the change since",
    )
    group.addoption(
        "--no-house-rules",
        dest="factsuite_no_house_rules",
        action="store_true",
        default=False,
        help="leave out the rules in checks/; conftest.py and plugins run all the same, so this makes no run safe",
    )
    group.addoption(
        "--compare-with",
        dest="factsuite_compare_with",
        metavar="OLD.json",
        help="an earlier report: the summary, index.html and consistency.md say what has changed since",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker every fact carries, and begin to remember what has run."""
    config.addinivalue_line(
        "markers",
        "fact(kind, article, verdict): a fact of an article; select with -m \"fact(kind='quantity')\"",
    )
    if config.option.factsuite_as_of is not None:
        from factsuite.pytest_session import asked_day

        asked_day(config)
    if config.option.factsuite_compare_with is not None and not hasattr(config, "workerinput"):
        from factsuite.pytest_earlier import read_earlier

        read_earlier(config)
    if config.option.factsuite_no_house_rules:
        from factsuite.rules.house import leaving_out

        stack = ExitStack()
        stack.enter_context(leaving_out(True))
        config.add_cleanup(stack.close)
    config.stash[_RAN] = _Ran(config)
    config.pluginmanager.register(config.stash[_RAN], "factsuite-ran")


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take over the folder `facts/` of a workspace."""
    if path.name != "facts" or not _is_ours(path, parent.config):
        return None
    from factsuite.pytest_items import FactsFolder

    return FactsFolder.from_parent(parent, path=path)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the files of a dossier, what articles share, and the rules in `checks/`."""
    facts = is_fact_file(file_path)
    if facts is not None and _is_ours(facts, parent.config):
        from factsuite.pytest_items import FactsFile

        return FactsFile.from_parent(parent, path=file_path, facts=facts)
    if is_rule_file(file_path) and _is_ours(file_path.parent.parent / "facts", parent.config):
        from factsuite.pytest_items import RuleFile

        return RuleFile.from_parent(parent, path=file_path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run the items; where nobody could tell the difference, those that go the short way one after the other."""
    if "factsuite.pytest_items" not in sys.modules:  # no fact was collected
        return None
    from factsuite.pytest_protocol import run_items

    return run_items(session)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Report a fact that has passed the short way, where nobody could tell the difference."""
    if "factsuite.pytest_items" not in sys.modules:  # no fact was collected
        return None
    from factsuite.pytest_protocol import goes_long, report_shortly

    if report_shortly(item, nextitem):
        return True
    goes_long(item, nextitem)
    return None


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int | pytest.ExitCode) -> None:
    """Write the reports, if everything ran: the controller alone, at the end of a whole run."""
    del exitstatus
    config = session.config
    facts = _workspace(config)
    if facts is None or hasattr(config, "workerinput") or config.option.collectonly:
        return
    known = config.stash[_RAN]
    known.count(session)
    ran = known.below(facts)
    if not ran:
        return
    from factsuite.pytest_session import session_of

    session_of(config, facts.parent).finish(session, ran)
    if known.nothing_else:
        from factsuite.load.collector import set_aside_items

        set_aside_items()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What was lost, then the table by verdict, and what to correct."""
    for line in config.stash[_RAN].lost:
        terminalreporter.write_line(line, red=True)
    known = config.stash.get(SESSION, None)
    if known is not None:
        known.summarise(terminalreporter)


class _Ran:
    """Remembers what has run. A report knows no config, so each run registers one of its own."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._collected: set[str] = set()
        self._ended: set[str] = set()
        self._reported: dict[str, set[str]] = defaultdict(set)
        self.nothing_else = False
        """Whether nothing but facts was collected: no test has run, whose leavings pytest looks for at its end."""
        self.lost: tuple[str, ...] = ()
        """What to say of checks that were collected and never reported."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Remember what is left after deselection."""
        self._collect(item.nodeid for item in session.items)

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Remember what a worker has collected: under `-n` the controller collects nothing itself."""
        self._collect(ids)

    def _collect(self, ids: Iterable[str]) -> None:
        """Remember what is to be run; what no check could be run with is refused before the first of them."""
        known = len(self._collected)
        self._collected.update(ids)
        config = self._config
        if known or config.option.collectonly or hasattr(config, "workerinput"):
            return
        facts = _workspace(config) if any(is_check_of_facts(id) for id in self._collected) else None
        if facts is not None:
            from factsuite.pytest_settings import refuse_unusable

            refuse_unusable(config, facts.parent)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> Generator[None, object, object]:
        """Fold the facts that only wait for their evidence, before pytest shows what failed."""
        from factsuite.pytest_waiting import fold, unfold

        waiting = fold(terminalreporter)
        try:
            return (yield)
        finally:
            unfold(terminalreporter, waiting)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a place and a name: a node id does not say where a file outside pytest's root lies."""
        self._ended.add(report.nodeid)
        if report.when == "call" or report.outcome == "failed":
            self._reported[report.location[0]].add(report.location[2])

    def below(self, facts: Path) -> dict[str, set[str]]:
        """What has run of the folder `facts/`: the names by file, as the workspace names it."""
        ran: dict[str, set[str]] = {}
        for file, names in self._reported.items():
            path = self._config.rootpath / file
            around = path if path.name == "facts" else is_fact_file(path)
            if around is not None and _is_same(around, facts):
                ran.setdefault(workspace_path(path, around), set()).update(names)
        return ran

    def count(self, session: pytest.Session) -> None:
        """Fail a run that lost a check of the facts, unless it was stopped: it then says so itself."""
        ours = {id for id in self._collected if is_check_of_facts(id)}
        self.nothing_else = len(ours) == len(self._collected)
        lost = sorted(ours - self._ended)
        if not lost or session.shouldstop or session.shouldfail or session.exitstatus not in _RAN_TO_ITS_END:
            return
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        more = [f"  and {len(lost) - _NAMED} more"] if len(lost) > _NAMED else []
        self.lost = (
            f"{len(lost)} of {len(ours)} checks were collected and never reported, so the run fails:",
            *(f"  {id}" for id in lost[:_NAMED]),
            *more,
            "  hint: a worker died, or a plugin or conftest.py swallowed them; run again without -n",
        )


_RAN = pytest.StashKey[_Ran]()
_FACTS = pytest.StashKey[Path | None]()
_NAMED = 20
"""How many lost checks are named."""
_RAN_TO_ITS_END = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)


def _is_ours(facts: Path, config: pytest.Config) -> bool:
    """Whether a `facts/` folder is the one this run is about, and not some test's data."""
    ours = _workspace(config)
    return ours is not None and _is_same(facts, ours)


def _is_same(folder: Path, other: Path) -> bool:
    """Whether two folders are one, also where a link leads to it."""
    return folder == other or folder.resolve() == other.resolve()


def _workspace(config: pytest.Config) -> Path | None:
    """The `facts/` folder of this run: at the root, where pytest was started, or around what it was given."""
    if _FACTS not in config.stash:
        config.stash[_FACTS] = _find_workspace(config)
    return config.stash[_FACTS]


def _find_workspace(config: pytest.Config) -> Path | None:
    candidates = [config.rootpath, config.invocation_params.dir]
    given = [config.invocation_params.dir / str(arg).partition("::")[0] for arg in config.args]
    for path in given:
        candidates += [folder.parent for folder in (path, *path.parents) if folder.name == "facts"]
    for root in candidates:
        facts = Path(os.path.abspath(root / "facts"))
        if facts.is_dir() and holds_facts(facts):
            return facts
    return None
