"""How the pages look: no violation by axe-core in light, dark and narrow; on paper nothing of the text is lost."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import AXE, FIRST, Opener
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page

WINDOWS = {"light": 1440, "dark": 1440, "narrow": 390}
_ALL_BUT_CONTRAST = "rules: {'color-contrast': {enabled: false}}, "
_CONTRAST = "runOnly: ['color-contrast'], "
ASKED = {"light": "", "dark": _CONTRAST, "narrow": _ALL_BUT_CONTRAST}
"""What the checker is asked in each window: all of it once, then what a window can change; contrast takes it long."""


def violations(page: "Page", asked: str) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    run = f"axe.run(document, {{{asked}resultTypes: ['violations']}})"
    found, tried = page.evaluate(f"{run}.then(found => [found.violations, found.passes.length])")
    assert tried, "the checker had something to look at"
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("window", WINDOWS)
def test_an_accessibility_checker_finds_nothing(real: Path, several_hundred: Path, opened: Opener, window: str) -> None:
    files = [
        real / FIRST,
        real / "index.html",
        several_hundred / "quays.html",
        several_hundred / "quays.evidence-1.html",
    ]
    for file in files:
        page = opened(file, width=WINDOWS[window], color_scheme="dark" if window == "dark" else "light")
        assert violations(page, ASKED[window]) == [], f"{file.name}, {window}"
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{file.name} is {wider} pixels wider than its window"


FIRST_ONES = "{'.batch': 2, '.block': 20, '.to-fix li': 40, 'tbody tr': 50}"
"""What is looked at of what repeats itself: with all 10,000 facts the checker computes for minutes."""


@pytest.mark.parametrize("name", ["one", "many"])
def test_an_accessibility_checker_finds_nothing_in_ten_thousand_facts(
    request: pytest.FixtureRequest, opened: Opener, name: str
) -> None:
    """What repeats itself is taken out first; contrast is that of the same page with 600 facts, above."""
    file = {"one": ("ten_thousand", "quays.html"), "many": ("many", "index.html")}[name]
    page = opened(request.getfixturevalue(file[0]) / file[1])
    rest = "([kind, kept]) => [...document.querySelectorAll(kind)].slice(kept).forEach(each => each.remove())"
    page.evaluate(f"() => Object.entries({FIRST_ONES}).forEach({rest})")
    assert violations(page, _ALL_BUT_CONTRAST) == []


def test_what_is_dark_is_dark(real: Path, opened: Opener) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page = opened(real / FIRST, color_scheme=scheme)
        told = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades[scheme] = sum(map(int, re.findall(r"\d+", told)))
    assert shades["dark"] < 150 < 600 < shades["light"]


def printed(page: "Page") -> str:
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return " ".join(page.extract_text() for page in reader.pages)


def letters(text: str) -> str:
    """A text without its spaces and hyphens, which a line's end may change, and with ligatures taken apart."""
    return re.sub(r"[\s-]", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi"))


def test_on_paper_every_fact_has_its_number_and_its_note(real: Path, opened: Opener) -> None:
    page = opened(real / FIRST)
    cards = page.locator("article.card").count()
    corrections = [
        text.removeprefix("Correction: ") for text in page.locator("article.card p.correction").all_inner_texts()
    ]
    blocks = page.eval_on_selector_all(
        "#text .block > :first-child",
        "all => all.map(block => [...block.querySelectorAll('.ref')].reduce("
        "(copy, _) => (copy.querySelector('.ref').remove(), copy), block.cloneNode(true)).textContent)",
    )
    page.emulate_media(media="print")
    notes = page.locator(".notes:visible").all_inner_texts()
    numbers = {
        int(n)
        for note in notes
        for line in note.splitlines()
        for n in re.findall(r"\d+", line.split(" ■ ")[0].split(" ▲ ")[0].split(" ● ")[0])
    }
    assert numbers >= set(range(1, cards + 1))
    assert not page.locator("article.card:visible").count()
    assert page.locator(".print-only").is_visible()
    paper = letters(printed(page))
    assert len(corrections) == 19
    for told in corrections:
        assert letters(told) in paper, told
    words = [word for block in blocks for word in re.findall(r"\w{4,}", block)]
    assert len(words) > 250
    assert [word for word in words if word not in paper] == []
    assert letters("Not printed: the cards with their evidence, and the pictures. They stand in " + FIRST) in paper


def test_a_large_article_is_printed_whole(several_hundred: Path, opened: Opener) -> None:
    page = opened(several_hundred / "quays.html")
    paper = letters(printed(page))
    quays = [f"QuayQ{number:04}{place:02}" for number in range(15) for place in range(40)]
    cut = [quay for quay in quays if quay not in paper]
    assert len(cut) < 12, "but where a sheet ends between two words of it"
    page.emulate_media(media="print")
    unseen = (
        "all => all.filter(each => getComputedStyle(each).contentVisibility !== 'visible' || !each.offsetHeight).length"
    )
    assert page.eval_on_selector_all(".block, .to-fix li", unseen) == 0


def test_the_index_is_printed_with_all_its_columns(many: Path, opened: Opener) -> None:
    page = opened(many / "index.html", width=800)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    paper = letters(printed(page))
    assert "contradicted" in paper
    assert paper.count("ThequaysofLarkhaven") == 250
