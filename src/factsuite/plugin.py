"""The pytest plugin: one item per fact, one per file, one across articles.

Loaded in every run of an environment, so it imports nothing of the engine until a `facts/` folder is met.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from factsuite.pytest_session import FactSession

SESSION: "pytest.StashKey[FactSession]" = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--publish`."""
    group = parser.getgroup("factsuite", "factsuite: facts as code")
    group.addoption(
        "--publish",
        dest="factsuite_publish",
        action="store_true",
        default=False,
        help="the gate before publication: known inaccuracies fail too",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker every fact carries."""
    config.addinivalue_line(
        "markers",
        "fact(kind, article, verdict): a fact of an article; select with -m \"fact(kind='quantity')\"",
    )


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take over the folder `facts/` of a workspace."""
    if path.name != "facts" or not _is_ours(path, parent.config):
        return None
    from factsuite.pytest_items import FactsFolder

    return FactsFolder.from_parent(parent, path=path)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the files of a dossier, what articles share, and the rules in `checks/`."""
    from factsuite.pytest_names import is_fact_file, is_rule_file

    facts = is_fact_file(file_path)
    if facts is not None and _is_ours(facts, parent.config):
        from factsuite.pytest_items import FactsFile

        return FactsFile.from_parent(parent, path=file_path)
    if is_rule_file(file_path) and _is_ours(file_path.parent.parent / "facts", parent.config):
        from factsuite.pytest_items import RuleFile

        return RuleFile.from_parent(parent, path=file_path)
    return None


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what has run; see FactSession. The report knows no config, so every session is told."""
    from factsuite.pytest_names import REPORTED

    if report.when == "call" or report.outcome == "failed":
        for ran in REPORTED:
            ran.add(report.nodeid)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin to remember what has run."""
    from factsuite.pytest_names import REPORTED

    ran: set[str] = set()
    session.config.stash[_RAN] = ran
    REPORTED.append(ran)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int | pytest.ExitCode) -> None:
    """Write the reports, if everything ran: the controller alone, at the end of a whole run."""
    del exitstatus
    config = session.config
    facts = _workspace(config)
    if facts is None or hasattr(config, "workerinput") or config.option.collectonly:
        return
    from factsuite.pytest_session import session_of

    session_of(config, facts.parent).finish(session, config.stash.get(_RAN, set()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The table by verdict, and what to correct."""
    known = config.stash.get(SESSION, None)
    if known is not None:
        known.summarise(terminalreporter)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Forget what has run."""
    from factsuite.pytest_names import REPORTED

    ran = config.stash.get(_RAN, None)
    REPORTED[:] = [other for other in REPORTED if other is not ran]


_RAN = pytest.StashKey[set[str]]()


def _is_ours(facts: Path, config: pytest.Config) -> bool:
    """Whether a `facts/` folder is the one this run is about, and not some test's data."""
    ours = _workspace(config)
    return ours is not None and facts.resolve() == ours


def _workspace(config: pytest.Config) -> Path | None:
    """The `facts/` folder of this run: at the root, where pytest was started, or around what it was given."""
    candidates = [config.rootpath, config.invocation_params.dir]
    given = [config.invocation_params.dir / str(arg).partition("::")[0] for arg in config.args]
    for path in given:
        candidates += [folder.parent for folder in (path, *path.parents) if folder.name == "facts"]
    for root in candidates:
        facts = (root / "facts").resolve()
        if facts.is_dir():
            return facts
    return None
