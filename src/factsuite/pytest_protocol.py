"""The short way to report a fact that has passed: pytest's own takes three phases and longer than the check.

It is taken where nobody could tell the difference: the result is there, nothing in it fails, and no other plugin or
conftest.py looks at the phases of a test or runs tests itself. Every other item goes pytest's own way, and so does one
after which something is to be torn down that an earlier item of the long way has set up around it. Of a test that has
passed, pytest's own reporters count the call alone, JUnit XML apart; where nobody else listens, the reports of setting
up and tearing down nothing are left out. Where nobody else looks at how tests are run one after the other either, such
an item also does without what pytest wraps around each test: catching its warnings, above all.
"""

from time import time
from typing import Literal

import pytest

from factsuite.pytest_items import FactItem, FactsFile, FileItem
from factsuite.pytest_names import SESSION

_PHASES = ("pytest_runtest_setup", "pytest_runtest_call", "pytest_runtest_teardown", "pytest_runtest_makereport")
_AROUND = (
    "pytest_runtest_protocol",
    "pytest_runtest_logstart",
    "pytest_runtest_logreport",
    "pytest_runtest_logfinish",
    "pytest_report_teststatus",
)
_BUILT_IN = ("_pytest.", "xdist.", "factsuite.", "_hypothesis_pytestplugin.")
"""Hypothesis looks at the phases of its own tests alone."""
_PYTEST = ("_pytest.", "factsuite.")
"""These count calls alone, and look at nothing else of a test that has passed."""
_WANTS_EVERY_PHASE = ("_pytest.junitxml.", "_pytest.pytester.")

_Phase = Literal["setup", "call", "teardown"]
_CALL: tuple[_Phase, ...] = ("call",)
_EVERY: tuple[_Phase, ...] = ("setup", "call", "teardown")
_STANDING = pytest.StashKey[set[object]]()
"""The collectors that items of the long way have set up, and not torn down: those around both the last and the next."""
_REPORTED = pytest.StashKey[tuple[_Phase, ...]]()
"""The phases that are reported the short way: none where it may not be taken."""


def run_items(session: pytest.Session) -> Literal[True] | None:
    """Run every item, as pytest's own loop does; None to leave it to that.

    An item that may go the short way goes it at once; every other is run as pytest runs it.
    """
    config = session.config
    if session.testsfailed or config.option.collectonly or not _is_pytests_alone(config):
        return None
    for number, item in enumerate(session.items, 1):
        nextitem = session.items[number] if number < len(session.items) else None
        if not report_shortly(item, nextitem):
            config.hook.pytest_runtest_protocol(item=item, nextitem=nextitem)
        if session.shouldfail:
            raise session.Failed(session.shouldfail)
        if session.shouldstop:
            raise session.Interrupted(session.shouldstop)
    return True


def goes_long(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Remember what an item that goes pytest's own way leaves set up."""
    around: set[object] = set(nextitem.listchain()) if nextitem is not None else set()
    item.config.stash[_STANDING] = around & set(item.listchain()[:-1])


def report_shortly(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Report an item that has passed, if it may go the short way; whether it has."""
    if not isinstance(item, FactItem | FileItem) or nextitem is None or not isinstance(item.parent, FactsFile):
        return False
    standing = item.config.stash.get(_STANDING, None)
    if standing and nextitem.parent is not item.parent and not standing <= set(nextitem.listchain()):
        return False
    known = item.config.stash.get(SESSION, None)
    if known is None or not known.is_known:
        return False
    phases = _phases(item.config)
    if not phases or not item.passes_quietly():
        return False
    start = time()
    item.runtest()
    stop = time()
    hook, nodeid, location = item.parent.hooks, item.nodeid, item.location
    keywords: dict[str, Literal[1]] = dict.fromkeys(item.keywords, 1)
    hook.pytest_runtest_logstart(nodeid=nodeid, location=location)
    for phase in phases:
        report = pytest.TestReport(
            nodeid=nodeid,
            location=location,
            keywords=dict(keywords) if len(phases) > 1 else keywords,
            outcome="passed",
            longrepr=None,
            when=phase,
            sections=item.sections if phase != "setup" else (),
            duration=stop - start if phase == "call" else 0,
            start=start if phase == "call" else stop,
            stop=stop,
            user_properties=item.user_properties,
        )
        hook.pytest_runtest_logreport(report=report)
    hook.pytest_runtest_logfinish(nodeid=nodeid, location=location)
    return True


def _phases(config: pytest.Config) -> tuple[_Phase, ...]:
    """What of an item is reported the short way; looked up once, when everything is registered."""
    if _REPORTED not in config.stash:
        config.stash[_REPORTED] = _asked_phases(config)
    return config.stash[_REPORTED]


def _asked_phases(config: pytest.Config) -> tuple[_Phase, ...]:
    shown = any(getattr(config.option, name, False) for name in ("setuponly", "setupplan", "setupshow"))
    looking = [plugin for phase in _PHASES for plugin in _plugins(config, phase)]
    looking += _plugins(config, "pytest_runtest_protocol", wrappers=False)  # what others set up is not known to us
    if shown or not all(_is_of(plugin, _BUILT_IN) for plugin in looking):
        return ()
    listening = _plugins(config, "pytest_runtest_logreport")
    calls_do = all(_is_of(each, _PYTEST) and not _is_of(each, _WANTS_EVERY_PHASE) for each in listening)
    return _CALL if calls_do else _EVERY


def _is_pytests_alone(config: pytest.Config) -> bool:
    """Whether nobody else runs the items, or looks at how each is run; what wraps the loop as a whole is no matter."""
    loops = _plugins(config, "pytest_runtestloop", wrappers=False)
    around = [plugin for hook in _AROUND for plugin in _plugins(config, hook)]
    return all(_is_of(plugin, _PYTEST) for plugin in (*loops, *around))


def _plugins(config: pytest.Config, hook: str, wrappers: bool = True) -> list[object]:
    found = getattr(config.hook, hook).get_hookimpls()
    return [each.plugin for each in found if wrappers or not (each.wrapper or each.hookwrapper)]


def _is_of(plugin: object, modules: tuple[str, ...]) -> bool:
    module = getattr(plugin, "__name__", None) or type(plugin).__module__
    return f"{module}.".startswith(modules)
