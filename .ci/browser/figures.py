"""Prints what pages of 10,000 facts take in Chromium: size, elements, time to open, time to answer.

Usage: .venv/bin/python .ci/browser/figures.py (after .ci/browser/run, which installs what it needs)
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from browsing import CHROMIUM, FLAGS, written  # noqa: E402
from large_results import checked, many_articles, one_article  # noqa: E402

PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
KEY = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '%s', bubbles: true}))"
CHOOSE = "{const e = document.querySelector('%s'); e.%s; e.form.dispatchEvent(new Event('input'))}"
SEARCHES = ("quay", "q0123", "q0077-3", "", "disputed")
ACTIONS = {
    "next fact": [KEY % "j"] * 5,
    "next to correct": [KEY % "n"] * 5,
    "jump to a fact": [f"location.hash = 'fact-quay-{n:04}-{n % 40}'" for n in (240, 17, 133, 201, 90)],
    "filter by verdict": [CHOOSE % ("input[value=supported]", f"checked = {on}") for on in ("false", "true") * 3],
    "search": [CHOOSE % ("#words", f'value = "{words}"') for words in SEARCHES],
}
TRIES = 5


def main() -> None:
    """Make the pages, open each a few times, and print the medians."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        forty = checked(folder / "desk")
        one, many = folder / "one", folder / "many"
        one.mkdir()
        many.mkdir()
        written(one_article(forty, 250), one)
        written(many_articles(forty, 250), many)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), headless=True)
        print(f"Chromium {browser.version}, median of {TRIES}")
        for told, file in (
            ("10,000 facts in one article", one / "quays.html"),
            ("its first page of whole cards", one / "quays.evidence-1.html"),
            ("its index", one / "index.html"),
            ("index of 250 articles, 10,000 facts", many / "index.html"),
            ("one of these articles, 40 facts", many / "quays-000.html"),
        ):
            print(f"{told:36} {_opening(browser, file)}")
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto((one / "quays.html").as_uri())
        for told, does in ACTIONS.items():
            print(f"{told:36} {median(_taking(page, each) for each in does):6.0f} ms")
        browser.close()


def _opening(browser: Browser, file: Path) -> str:
    times = []
    elements = 0
    for _ in range(TRIES):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(file.as_uri())
        times.append(page.evaluate(PAINTED))
        elements = page.evaluate("document.getElementsByTagName('*').length")
        page.close()
    return f"{median(times):6.0f} ms  {file.stat().st_size / 1e6:5.2f} MB  {elements:7,} elements"


def _taking(page: Page, does: str) -> float:
    timed = "(async () => { const start = performance.now(); %s; const end = await %s; return end - start; })()"
    return float(page.evaluate(timed % (does, PAINTED)))


if __name__ == "__main__":
    main()
