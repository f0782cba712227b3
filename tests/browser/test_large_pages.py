"""Ten thousand facts open in under two seconds and stay usable; what stands elsewhere is said, and one click away."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPENS = 2000
"""Milliseconds in which a page of 10,000 facts is loaded, has run its script and is painted."""
ANSWERS = 200
"""Milliseconds from what a reader does to the picture that shows it."""
_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def opening(opened: Opener, file: Path, tries: int = 5) -> float:
    """The shortest of a few: a machine that is busy with something else is no fault of the page."""
    times = []
    for _ in range(tries):
        page = opened(file)
        times.append(page.evaluate(_PAINTED))
        page.context.close()
        if times[-1] < OPENS / 2:
            break
    return float(min(times))


def taking(page: "Page", *does: str) -> float:
    """The shortest time that one of several like actions takes, each until the next picture but one."""
    timed = "(async () => { const start = performance.now(); %s; const end = await %s; return end - start; })()"
    return float(min(page.evaluate(timed % (each, _PAINTED)) for each in does))


@pytest.mark.parametrize("name", ["quays.html", "quays.evidence-1.html", "index.html"])
def test_ten_thousand_facts_in_one_article_open_at_once(ten_thousand: Path, opened: Opener, name: str) -> None:
    assert opening(opened, ten_thousand / name) < OPENS


def test_ten_thousand_facts_in_250_articles_open_at_once(many: Path, opened: Opener) -> None:
    assert opening(opened, many / "index.html") < OPENS
    page = opened(many / "index.html")
    assert page.locator("#articles tbody tr").count() == 250


def test_ten_thousand_facts_are_found_filtered_and_jumped_to_at_once(ten_thousand: Path, opened: Opener) -> None:
    page = opened(ten_thousand / "quays.html")
    key = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '%s', bubbles: true}))"
    assert taking(page, *[key % "j"] * 5) < ANSWERS
    assert taking(page, *[key % "n"] * 5) < ANSWERS
    assert taking(page, *(f"location.hash = 'fact-quay-{n:04}-{n % 40}'" for n in (240, 17, 133, 201))) < ANSWERS
    choose = "{const e = document.querySelector(`%s`); e.%s; e.form.dispatchEvent(new Event('input'))}"
    verdict = choose % ("input[value=supported]", "checked = %s")
    assert taking(page, verdict % "false", verdict % "true", verdict % "false", verdict % "true") < ANSWERS * 1.5
    search = choose % ("#words", "value = '%s'")
    assert taking(page, *(search % each for each in ("quay q", "q0123", "q0077-3", "disputed"))) < ANSWERS * 1.5
    page.fill("#words", "Q0123-07")
    page.evaluate(_PAINTED)
    assert page.inner_text("#shown") == "1 of 10000 facts shown"
    assert page.locator("article.card:visible").count() == 1


def test_the_page_says_what_stands_elsewhere_and_leads_there(several_hundred: Path, opened: Opener) -> None:
    page = opened(several_hundred / "quays.html", "#fact-quay-0009-07".replace("-07", "-7"))
    aside = sorted(several_hundred.glob("quays.evidence-*.html"))
    assert f"on one of {len(aside)} further pages" in page.inner_text(".side-pane .elsewhere")
    link = page.locator("[id='fact-quay-0009-7'] h3 a")
    with page.expect_popup() as there:
        link.click()
    whole = there.value
    whole.wait_for_load_state()
    assert whole.evaluate("document.querySelector(':target').id") == "fact-quay-0009-7"
    assert whole.locator("[id='fact-quay-0009-7'] svg").is_visible()
    assert "We counted 327 people" in whole.inner_text("[id='fact-quay-0009-7']")
    whole.locator("[id='fact-quay-0009-7'] a.back").click()
    whole.wait_for_url(re.compile(r"quays\.html#ref-quay-0009-7$"))
    assert whole.locator(":target").inner_text() == "368 disputed"


def test_every_fact_of_a_large_article_is_on_exactly_one_further_page(several_hundred: Path, opened: Opener) -> None:
    page = opened(several_hundred / "quays.html", script=False)
    short = page.eval_on_selector_all("article.card", "all => all.map(card => card.id)")
    leads = page.eval_on_selector_all("article.card h3 a", "all => all.map(a => decodeURIComponent(a.hash.slice(1)))")
    assert short == leads
    assert len(set(short)) == 600
    whole = []
    for number in range(1, len(list(several_hundred.glob("quays.evidence-*.html"))) + 1):
        there = opened(several_hundred / f"quays.evidence-{number}.html", script=False)
        whole += there.eval_on_selector_all("article.card", "all => all.filter(c => c.offsetHeight).map(c => c.id)")
        if there.get_by_role("link", name="Page after").count():
            assert (
                there.get_by_role("link", name="Page after").get_attribute("href")
                == f"quays.evidence-{number + 1}.html"
            )
    assert whole == short


def test_filters_of_a_large_article_hide_what_does_not_fit_and_leave_no_gap(
    several_hundred: Path, opened: Opener
) -> None:
    page = opened(several_hundred / "quays.html")
    page.uncheck("input[value=supported]")
    page.uncheck("input[value=disputed]")
    page.evaluate(_PAINTED)
    assert page.inner_text("#shown") == "60 of 600 facts shown"
    page.fill("#words", "Q0014")
    page.evaluate(_PAINTED)
    assert page.locator("article.card:visible").count() == 4
    assert page.evaluate("document.getElementById('facts').offsetHeight") < 1500
