"""What the browser tests share: what they need of a machine, how Chromium is started, and pages on disk."""

import importlib.util
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.reports.html.mutation import Tried
from factsuite.reports.html.pages import LIMITS, Limits, html_pages
from factsuite.rules.results import Result

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = ROOT / ".ci" / "browser" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIRST = "dprk-troops-in-russia.html"
Opener = Callable[..., "Page"]


def missing() -> list[str]:
    """What a browser test needs and this machine has not."""
    found = [] if importlib.util.find_spec("playwright") else ["playwright (the extra `browser`)"]
    found += [] if CHROMIUM.is_file() else [f"Chromium at {CHROMIUM} (CHROMIUM names another)"]
    return found + ([] if AXE.is_file() else ["axe-core (npm install --prefix .ci/browser)"])


def written(
    result: Result, folder: Path, operators: Mapping[str, Tried] | None = None, limits: Limits = LIMITS
) -> Path:
    """The folder with the pages of a result in it."""
    for name, html in html_pages(result, operators or {}, limits).items():
        (folder / name).write_text(html, encoding="utf-8")
    return folder
