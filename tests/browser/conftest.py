"""A real browser for the pages: the system's Chromium, driven by playwright; whatever a page says or loads is noted.

`.ci/browser/run` installs what is missing and runs these tests. Elsewhere they are skipped, and say what is missing;
with FACTSUITE_BROWSER=required in the environment they fail instead.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import CHROMIUM, FLAGS, ROOT, Opener, missing, written
from large_results import checked, many_articles, one_article

from factsuite.engine import check_workspace
from factsuite.reports.html.index_page import index_page
from factsuite.reports.html.mutation import stored_operators
from factsuite.reports.html.page_files import INDEX
from factsuite.reports.html.pages import Limits
from factsuite.rules.results import Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    if absent := missing():
        told = f"no browser tests without {', '.join(absent)}: .ci/browser/run installs it all"
        if os.environ.get("FACTSUITE_BROWSER") == "required":
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), headless=True)
        yield started
        started.close()


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opener]:
    """Opens a file in a window of its own. What a page loads, logs or asks is no page of ours, and fails the test."""
    told: list[str] = []
    contexts = []

    def note(page: "Page") -> None:
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("request", lambda request: request.url.startswith("file:") or told.append(f"loads {request.url}"))
        page.on("dialog", lambda dialog: (told.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def opener(file: Path, at: str = "", *, width: int = 1440, script: bool = True, **options: Any) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, offline=True, **options
        )
        contexts.append(context)
        context.on("page", note)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.goto(file.as_uri() + at)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert told == []


@pytest.fixture(scope="session")
def real(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 (it may skip)
    """The pages of this repository's own facts."""
    return written(check_workspace(ROOT), tmp_path_factory.mktemp("real"), stored_operators(ROOT))


@pytest.fixture(scope="session")
def forty(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Result:  # noqa: ARG001 (it may skip)
    return checked(tmp_path_factory.mktemp("forty"))


@pytest.fixture(scope="session")
def several_hundred(forty: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article of 600 facts, just beyond what one page holds."""
    return written(one_article(forty, 15), tmp_path_factory.mktemp("hundreds"), limits=Limits(page=400_000))


@pytest.fixture(scope="session")
def ten_thousand(forty: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article of 10,000 facts."""
    return written(one_article(forty, 250), tmp_path_factory.mktemp("thousands"))


@pytest.fixture(scope="session")
def many(forty: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of 10,000 facts in 250 articles."""
    folder = tmp_path_factory.mktemp("many")
    (folder / INDEX).write_text(index_page(many_articles(forty, 250), {}), encoding="utf-8")
    return folder
