"""Draws docs/report.png, the README's picture, from the committed page of the first article.

Usage: .venv/bin/python .ci/browser/picture.py [PAGE] (after .ci/browser/run, which installs what it needs)
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from browsing import CHROMIUM, FIRST, FLAGS  # noqa: E402


def main() -> None:
    """Open the page in a window of 1,500 by 1,100 pixels, and take the picture."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports" / FIRST
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), headless=True)
        page = browser.new_page(viewport={"width": 1500, "height": 1100}, color_scheme="light")
        page.goto(file.resolve().as_uri())
        page.screenshot(path=ROOT / "docs" / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
