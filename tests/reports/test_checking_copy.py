"""The checking copy: whatever stands in the files is shown and never obeyed, and every fact can be reached."""

import hashlib
import re
from base64 import b64encode
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from fictional_town import FACTS, write_town

from factsuite.engine import check_workspace
from factsuite.reports.html.mutation import Tried
from factsuite.reports.html.page_files import article_file
from factsuite.reports.html.pages import Limits, html_pages
from factsuite.reports.html.templating import inline
from factsuite.reports.writing import in_words, write_reports
from factsuite.rules.results import Result

SCRIPT = "<script>alert(1)</script>"
VOID = {"meta", "br", "input", "link", "img", "hr"}


class Page(HTMLParser):
    """A page as a browser reads it: elements with their attributes, and the text that is seen."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.marks: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append((dict(attrs).get("data-for") or "", ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.text += data
            if self.open[-1:] == ["mark"]:
                target, words = self.marks.pop()
                self.marks.append((target, words + data))

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def result(root: Path, **files: str) -> Result:
    write_town(root, **files)
    return check_workspace(root)


def copy_of(root: Path, **files: str) -> str:
    return html_pages(result(root, **files), {})["bridge.html"]


ARTICLE = """---
format: 1
headline: {headline}
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
{body}
"""
FACT = """  - id: {id}
    kind: statement
    claim: {claim}
    anchor: {{exact: {anchor}}}
    asserts: {{speaker: ada-quill, that: It is so.}}
"""


def article(body: str, headline: str = "Larkhaven") -> str:
    return ARTICLE.format(headline=headline, body=body)


def facts(*anchors: str, claim: str = "It is so.") -> str:
    listed = (FACT.format(id=f"f{n}", claim=claim, anchor=anchor) for n, anchor in enumerate(anchors, start=1))
    return "format: 1\nfacts:\n" + "".join(listed)


def test_hostile_text_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    hostile = f"""'{SCRIPT} "><img src=x onerror=alert(2)> {{{{ 7 * 7 }}}} &lt;b&gt;'"""
    html = copy_of(
        tmp_path,
        article_md=article(f"{SCRIPT} He said so. <!-- hidden --> שלום 🦆 \u202eevil", headline=hostile),
        facts_yaml=facts(SCRIPT, claim=hostile),
        sources_yaml="format: 1\nsources:\n  - {id: hearing, publisher: '</style><script>x', kind: transcript, "
        "url: 'javascript:alert(1)'}\n  - {id: gazette, publisher: G, kind: newspaper}\n",
    )
    page = Page(html)
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert page.text.count(SCRIPT) >= 3
    assert "{{ 7 * 7 }}" in page.text
    assert "&lt;b&gt;" in page.text
    assert "<!-- hidden -->" in page.text
    assert "שלום 🦆" in page.text
    assert "\u202e" not in html
    assert "\\u202eevil" in page.text
    assert "javascript:" not in "".join(attributes.get("href", "") for attributes in page.all("a"))


def test_nothing_is_loaded_and_only_our_own_style_and_script_may_run(tmp_path: Path) -> None:
    for name, html in html_pages(result(tmp_path), {}).items():
        page = Page(html)
        assert not page.all("link", "img", "iframe", "object", "embed", "base"), name
        assert not [attributes for attributes in page.all("script", "style") if attributes]
        assert not [attributes for tag, attributes in page.elements if "src" in attributes or "style" in attributes]
        assert {a["href"].partition(":")[0] for a in page.all("a") if ":" in a["href"]} <= {"http", "https"}
        policy = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        for tag in ("style", "script"):
            inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
            assert inside is not None
            digest = b64encode(hashlib.sha256(inside[1].encode("utf-8")).digest()).decode("ascii")
            assert f"{tag}-src 'sha256-{digest}'" in policy


def test_every_fact_is_reached_by_its_id_and_ids_are_unique(tmp_path: Path) -> None:
    repeated = facts("The bridge", "The bridge", "nowhere").replace("id: f2", "id: f1")
    html = copy_of(tmp_path, article_md=article("The bridge stands. The end."), facts_yaml=repeated)
    page = Page(html)
    cards = [attributes for attributes in page.all("article") if "card" in attributes["class"]]
    assert len(cards) == 3
    assert [count for count in Counter(page.ids).values() if count > 1] == []
    inside = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
    assert inside <= set(page.ids)
    assert {card["id"] for card in cards} <= inside
    assert {attributes["data-for"] for attributes in page.all("mark") if "data-for" in attributes}
    assert "not found in the text, or more than once" in page.text


def test_overlapping_spans_are_cut_and_every_segment_names_its_facts(tmp_path: Path) -> None:
    body = "One two three four five six seven"
    html = copy_of(tmp_path, article_md=article(body), facts_yaml=facts("One two three", "three four five", "four"))
    marks = [(target, words) for target, words in Page(html).marks if "fact-" in target]
    assert marks == [
        ("fact-f1", "One two "),
        ("fact-f1 fact-f2", "three"),
        ("fact-f2", " "),
        ("fact-f3 fact-f2", "four"),
        ("fact-f2", " five"),
    ]


def test_every_letter_of_the_article_is_shown_once_in_its_order(tmp_path: Path) -> None:
    body = "## The bridge\n\nIt *opened*   today.\n- one\n- two\n\n\n  \n| a | b |\n\nEnd"
    html = copy_of(tmp_path, article_md=article(body), facts_yaml=facts("opened", '"today.\\n- one"', "bridge"))
    text = html[html.index('<div class="block">') : html.index('<div class="side-pane">')]
    seen = re.sub(r'<a class="ref.*?</a>|<ul class="notes".*?</ul>', "", text, flags=re.DOTALL)
    assert re.sub(r"<[^>]*>", "", seen).split() == ["Larkhaven", *body.removeprefix("## ").split()]
    assert "".join(words for target, words in Page(html).marks if "fact-f2" in target) == "today.\n- one"


def test_what_is_not_covered_is_marked_with_a_shape_and_a_word(tmp_path: Path) -> None:
    html = copy_of(tmp_path, article_md=article("The bridge stands. Some 40 boats sank."), facts_yaml=facts("bridge"))
    page = Page(html)
    assert ("coverage", "Some 40") in [(target, words.strip()) for target, words in page.marks]
    assert "? not covered" in page.text
    assert "number not covered" in [link.get("aria-label") for link in page.all("a")]


def test_verdicts_are_told_in_words_and_what_to_correct_comes_before_the_facts(tmp_path: Path) -> None:
    html = copy_of(tmp_path)
    assert "■</span> contradicted" in html
    assert re.search(r'<a class="ref shaped contradicted"[^>]*>4 contradicted</a>', html)  # its shape is the style's
    assert html.index("What to correct (1)") < html.index('id="facts"')
    assert "Ada Quill was the Mayor of Larkhaven." in html
    assert "pytest facts/bridge/facts.yaml::quill-office" in html
    assert re.search(r"facts/bridge/facts\.yaml:\d+<", html)


def test_headings_are_in_order_and_pictures_are_described(tmp_path: Path) -> None:
    for html in html_pages(result(tmp_path), {"number": Tried(3, 1)}).values():
        page = Page(html)
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        ids = set(page.ids)
        pictures = page.all("svg")
        assert pictures
        for picture in pictures:
            assert picture["role"] == "img"
            assert set(picture["aria-labelledby"].split()) <= ids
        assert len(page.all("title")) == len(pictures) + 1
        assert len(page.all("desc")) == len(pictures)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    assert html_pages(result(tmp_path / "a"), {}) == html_pages(result(tmp_path / "b"), {})


def test_many_cards_stand_whole_on_pages_of_their_own_and_that_is_said(tmp_path: Path) -> None:
    found = result(tmp_path)
    whole = html_pages(found, {})
    for limits in (Limits(cards=3, page=9000), Limits(evidence=1500, page=9000)):
        split = html_pages(found, {}, limits)
        aside = sorted(name for name in split if "evidence" in name)
        assert len(aside) > 1
        assert set(whole) == set(split) - set(aside)
        assert f"on one of {len(aside)} further pages" in split["bridge.html"]
        assert "We counted 412 people." in whole["bridge.html"]
        assert "We counted 412 people." not in split["bridge.html"]
        assert sum("We counted 412 people." in split[name] for name in aside) == 1
        links = re.findall(r'href="(bridge\.evidence-\d+\.html)#([\w-]+)"', split["bridge.html"])
        assert sorted(id for _, id in links) == sorted(f"fact-{label}" for label in FACTS)
        for name, id in links:
            assert id in Page(split[name]).ids
        for name in aside:
            assert [count for count in Counter(Page(split[name]).ids).values() if count > 1] == []
            back = [
                link["href"].partition("#")
                for link in Page(split[name]).all("a")
                if link["href"].startswith("bridge.html")
            ]
            assert {place for _, _, place in back if place} <= set(Page(split["bridge.html"]).ids)


def test_an_article_called_index_does_not_take_the_place_of_the_index(tmp_path: Path) -> None:
    write_town(tmp_path, "index")
    pages = html_pages(check_workspace(tmp_path), {})
    assert article_file("index") == "index.article.html"
    assert 'href="index.article.html"' in pages["index.html"]
    assert "quill-office" in pages["index.article.html"]


def test_a_broken_article_still_has_a_page_that_says_so(tmp_path: Path) -> None:
    html = copy_of(tmp_path, article_md="no front matter", facts_yaml="format: 1\nfacts:\n  - {id: x}\n")
    page = Page(html)
    assert "defective entry" in page.text
    assert "The entry is defective, so nothing could be compared." in page.text


def test_pages_of_what_is_gone_are_removed_and_nobody_elses(tmp_path: Path) -> None:
    write_town(tmp_path)
    write_reports(check_workspace(tmp_path), tmp_path)
    folder = tmp_path / "reports"
    (folder / "old.html").write_bytes((folder / "bridge.html").read_bytes())
    (folder / "own.html").write_text("<!doctype html><title>The desk's own page</title>", encoding="utf-8")
    written = write_reports(check_workspace(tmp_path), tmp_path)
    names = ["bridge.html", "consistency.json", "consistency.md", "index.html"]
    assert [file.name for file in written] == names
    assert sorted(file.name for file in folder.iterdir()) == sorted([*names, "own.html"])
    said = "reports/consistency.json, reports/consistency.md, reports/index.html and 1 page it leads to"
    assert in_words(written) == said


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    full = "".join(digit * 2 for digit in colour[1:]) if len(colour) == 4 else colour[1:]
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for block in re.findall(r"\{([^{}]*--paper:[^{}]*)\}", inline("style.css")):
        found.append({**(found[0] if found else {}), **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))})
    return found


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark-by-system", "dark-by-choice", "print"])
def test_every_colour_of_text_has_the_contrast_wcag_asks_for(palette: dict[str, str]) -> None:
    signs = ("contradicted", "overstated", "disputed", "unverified", "supported", "defective", "uncovered", "unchecked")
    for colour in ("ink", "quiet", "link", *signs):
        assert contrast(palette[colour], palette["paper"]) >= 4.5, colour
        assert contrast(palette[colour], palette["card"]) >= 4.5, colour
    for sign in signs:
        assert contrast(palette["ink"], palette[f"{sign}-tint"]) >= 4.5, sign
    assert contrast(palette["quiet"], palette["unchecked-tint"]) >= 4.5
    assert contrast(palette["contradicted"], palette["contradicted-tint"]) >= 4.5
    assert contrast(palette["supported"], palette["supported-tint"]) >= 4.5
