"""The short way to report a fact that has passed: pytest's own takes three phases and longer than the check.

It is taken where nobody could tell the difference: the result is there, nothing was found, and no other plugin or
conftest.py looks at the phases of a test. Every other item goes pytest's own way, and so does the last item of a file,
which sets up and tears down whatever lies around it.
"""

from time import time
from typing import Literal

import pytest

from factsuite.pytest_items import FactItem, FileItem
from factsuite.pytest_names import SESSION

_PHASES = ("pytest_runtest_setup", "pytest_runtest_call", "pytest_runtest_teardown", "pytest_runtest_makereport")
_BUILT_IN = ("_pytest.", "xdist.", "factsuite.")
_UNDISTURBED = pytest.StashKey[bool]()


def report_shortly(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Report an item that has passed, if it may go the short way; whether it has."""
    if not isinstance(item, FactItem | FileItem) or nextitem is None or nextitem.parent is not item.parent:
        return False
    known = item.config.stash.get(SESSION, None)
    if known is None or not known.is_known or not _is_undisturbed(item.config) or not item.passes_quietly():
        return False
    start = time()
    item.runtest()
    stop = time()
    hook = item.ihook
    keywords: dict[str, Literal[1]] = dict.fromkeys(item.keywords, 1)
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for phase in ("setup", "call", "teardown"):
        hook.pytest_runtest_logreport(report=_passed(item, phase, keywords, start if phase == "call" else stop, stop))
    hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _passed(
    item: pytest.Item,
    phase: Literal["setup", "call", "teardown"],
    keywords: dict[str, Literal[1]],
    start: float,
    stop: float,
) -> pytest.TestReport:
    return pytest.TestReport(
        nodeid=item.nodeid,
        location=item.location,
        keywords=dict(keywords),
        outcome="passed",
        longrepr=None,
        when=phase,
        duration=stop - start,
        start=start,
        stop=stop,
        user_properties=item.user_properties,
    )


def _is_undisturbed(config: pytest.Config) -> bool:
    """Whether only pytest itself looks at the phases of a test; looked up once, when everything is registered."""
    if _UNDISTURBED not in config.stash:
        shown = any(getattr(config.option, name, False) for name in ("setuponly", "setupplan", "setupshow"))
        hooks = (getattr(config.hook, phase) for phase in _PHASES)
        plugins = [each.plugin for hook in hooks for each in hook.get_hookimpls()]
        config.stash[_UNDISTURBED] = not shown and all(map(_is_built_in, plugins))
    return config.stash[_UNDISTURBED]


def _is_built_in(plugin: object) -> bool:
    module = getattr(plugin, "__name__", None) or type(plugin).__module__
    return f"{module}.".startswith(_BUILT_IN)
