"""Text of others is shown and never obeyed: no script runs, nothing is loaded, every letter is text."""

from pathlib import Path

import pytest
from browsing import Opener, written
from fictional_town import FILES, write_town

from factsuite.engine import check_workspace

SCRIPT = "<script>window.hit = 1; alert(1)</script>"
IMAGE = "<img src=https://larkhaven.example/x.png onerror=alert(2)>"
CLOSING = "</style></script></title>'\"><svg onload=alert(3)>"
ARABIC = "قالت إن الجسر مفتوح"
HEBREW = "הגשר פתוח"
EMOJI = "👩‍🚒🏳️‍🌈 e\u0301 𝔉"
EVERYTHING = f"{SCRIPT} {IMAGE} {CLOSING} {ARABIC} {HEBREW} {EMOJI} {{{{ 7 * 7 }}}} &lt;b&gt; `${{alert(4)}}`"


def quoted(text: str) -> str:
    """A text as YAML writes it within single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A dossier that is hostile wherever an author may write freely."""
    told = quoted(EVERYTHING)
    head, _, body = FILES["article.md"].removeprefix("---\n").partition("---\n")
    head = head.replace("Larkhaven opens its bridge", told).replace("The Larkhaven Gazette", told)
    article = f"---\n{head}---\n{body}\n{EVERYTHING}\n\n## {SCRIPT}\n"
    facts = FILES["facts.yaml"].replace("tags: [numbers]", f"note: {told}")
    facts = facts.replace("claim: More than 300 people crossed the bridge.", f"claim: {told}")
    facts = facts.replace(
        "excerpt: We counted 412 people.", f"excerpt: {quoted('We counted 412 people. ' + EVERYTHING)}, locator: {told}"
    )
    facts = facts.replace("correction: Ada Quill was the Mayor of Larkhaven.", f"correction: {told}")
    facts += f"""
  - id: hostile
    kind: statement
    claim: {told}
    anchor: {{exact: {quoted(SCRIPT)}, suffix: {quoted(" " + IMAGE)}}}
    asserts: {{speaker: ada-quill, that: {told}}}
    evidence: [{{source: hearing, stance: contradicts, because: {told}, of: {quoted(SCRIPT)}}}]
  - id: nowhere
    kind: statement
    claim: {told}
    anchor: {{exact: {quoted(ARABIC + " nowhere")}}}
    asserts: {{speaker: ada-quill, that: {told}}}
"""
    sources = FILES["sources.yaml"].replace("publisher: The Larkhaven Gazette", f"publisher: {told}, title: {told}")
    entities = FILES["entities.yaml"].replace("the opening of the bridge", told)
    root = tmp_path / "desk"
    write_town(root, article_md=article, facts_yaml=facts, sources_yaml=sources, entities_yaml=entities)
    pages = tmp_path / "pages"
    pages.mkdir()
    return written(check_workspace(root), pages)


def test_scripts_are_text_and_nothing_is_loaded(hostile: Path, opened: Opener) -> None:
    for name in ("bridge.html", "index.html"):
        page = opened(hostile / name)
        page.wait_for_timeout(200)
        assert page.evaluate("window.hit === undefined")
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, embed, link, svg[onload]").count() == 0
        assert SCRIPT in page.inner_text("body")


def test_every_field_is_shown_letter_by_letter(hostile: Path, opened: Opener) -> None:
    page = opened(hostile / "bridge.html")
    assert page.locator("article.card.defective").count() == 0
    told = " ".join(EVERYTHING.split())
    for part in ("h1", "#text", "#fact-visitors", "#fact-hostile", "#fact-quill-office", "#fact-nowhere", "#correct"):
        seen = " ".join(page.evaluate("part => document.querySelector(part).textContent", part).split())
        assert told in seen or part == "#text", part
    text = page.evaluate("document.getElementById('text').textContent")
    for each in (SCRIPT, IMAGE, CLOSING, ARABIC, HEBREW, EMOJI, "{{ 7 * 7 }}", "&lt;b&gt;"):
        assert each in text, each
    assert "49" not in page.inner_text("h1")
    assert page.title() == f"Checking copy: {EVERYTHING}"


def test_facts_of_a_hostile_dossier_are_reached_like_any(hostile: Path, opened: Opener) -> None:
    page = opened(hostile / "bridge.html", "#fact-nowhere")
    assert page.evaluate("document.activeElement.id") == "fact-nowhere"
    page.fill("#words", ARABIC)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.locator("article.card:visible").count() >= 3
    page.fill("#words", "<script>window.hit")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("window.hit === undefined")


def test_a_hostile_address_leads_nowhere(hostile: Path, opened: Opener) -> None:
    for hash in ("#%3Cscript%3Ealert(1)%3C/script%3E", "#fact-<img src=x onerror=alert(1)>", "#%E0%A4%A", "#"):
        page = opened(hostile / "bridge.html", hash)
        page.keyboard.press("j")
        assert page.evaluate("location.hash") == "#fact-opening-day"


def test_letters_that_run_from_right_to_left_do(hostile: Path, opened: Opener) -> None:
    page = opened(hostile / "bridge.html")
    directions = page.evaluate(
        "[...document.querySelectorAll('bdi')].filter(b => /^[\\u0600-\\u06ff]/.test(b.textContent))"
        ".map(b => getComputedStyle(b).direction)"
    )
    assert directions
    assert set(directions) == {"rtl"}
