"""Hostile words in every field, in every report: text stays text, and none becomes markup, a command or an escape."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest

from factsuite.engine import check_tree
from factsuite.model.policy import Policy
from factsuite.reports.formats.github import render_summary
from factsuite.reports.formats.rendering import FORMATS, Surroundings, render
from factsuite.reports.markdown import render_markdown
from factsuite.reports.markdown_text import address
from factsuite.reports.parts import run_of
from factsuite.reports.writing import write_reports
from factsuite.rules.collecting import collect_rules
from factsuite.rules.results import Result

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)></title></textarea>--><svg onload=alert(3)>"
MARKDOWN = (
    "[now](javascript:alert(4)) ![x](http://evil.example/x.png) <details open> `` | # _*~ @someone http://evil.example"
)
COMMANDS = "::error::gone %0A::set-output name=x::y ##[error]no"
ESCAPES = "\\e[31m red \\e]0;title\\a \\b \\r \\u009b31m \\u202e \\u2066 \\u200f"
HOSTILE = f"{MARKUP} {MARKDOWN} {COMMANDS} {ESCAPES} {{{{ 7*7 }}}} {{% raw %}} ${{{{ secrets.TOKEN }}}}"
TEXT = '"' + HOSTILE.replace('"', '\\"') + '"'
FOLDER = PurePosixPath("facts/bridge")

FILES = {
    "article.md": f"""\
---
format: 1
headline: {TEXT}
publisher: {TEXT}
url: "javascript:alert(5)"
published: 2031-06-02
fictional: yes
not_checked:
  - anchor: {{exact: Nobody}}
    because: {TEXT}
---
{MARKUP} The bridge opened. {MARKDOWN}

{COMMANDS} Nobody counted. "{MARKUP}" said {MARKUP}, {MARKDOWN}.
""",
    "sources.yaml": f"""\
format: 1
sources:
  - {{id: hearing, publisher: {TEXT}, title: {TEXT}, kind: transcript, url: "javascript:alert(6)"}}
""",
    "entities.yaml": f"""\
format: 1
people:
  - id: ada
    name: {TEXT}
    offices:
      - {{title: {TEXT}, from: 2029, evidence: [{{source: hearing, excerpt: {TEXT}, reports: {{from: 2029}}}}]}}
events:
  - id: opening
    name: {TEXT}
    on: 2031-06-01
    evidence: [{{source: hearing, excerpt: {TEXT}, reports: {{on: 2031-06-01}}}}]
""",
    "facts.yaml": f"""\
format: 1
facts:
  - id: said
    kind: quotation
    claim: {TEXT}
    anchor: {{exact: The bridge opened}}
    asserts: {{speaker: ada, words: {TEXT}}}
    evidence:
      - {{source: hearing, excerpt: {TEXT}, locator: {TEXT}, reports: {{speaker: ada}}}}
      - {{source: hearing, stance: partly, of: {TEXT}, because: {TEXT}}}
      - {{source: hearing, excerpt: {TEXT}, reports: {{words: {TEXT}}}, set_aside: {TEXT}}}
    tags: [{TEXT}]
    note: {TEXT}
  - id: lost
    kind: statement
    claim: {TEXT}
    anchor: {{exact: {TEXT}}}
    asserts: {{that: {TEXT}, speaker: {TEXT}}}
    evidence: [{{source: hearing, reports: {{that: {TEXT}}}}}]
    verdict: contradicted
    correction: {TEXT}
  - id: {TEXT}
    kind: {TEXT}
    {TEXT}: {TEXT}
""",
}
NEVER_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def result() -> Result:
    found = check_tree({FOLDER / name: text.encode() for name, text in FILES.items()}, Policy())
    assert {fact.slot.label for fact in found.facts} >= {"said", "lost"}
    return found


def rendered(result: Result, name: str) -> str:
    tree = {FOLDER / file: text.encode() for file, text in FILES.items()}
    around = Surroundings(rules=lambda: collect_rules(None), tree=lambda: tree)
    return render(run_of(result, json=name == "json"), name, around)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_prints_an_escape_or_begins_a_command(result: Result, name: str) -> None:
    text = rendered(result, name)
    if name == "json":  # for programs: what stands in a value is what was written, in JSON's own escapes
        assert not re.search("[\x00-\x09\x0b-\x1f]", text)
        json.loads(text)
        return
    assert not NEVER_RAW.search(text)
    commands = [line for line in text.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert len(commands) == (text.count(",title=") if name == "github" else 0)
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in commands)
    if name in ("sarif", "gitlab"):
        json.loads(text)
    if name == "rdjsonl":
        assert all(json.loads(line) for line in text.splitlines())


def markdown_shown(text: str) -> str:
    """Markdown without its code spans and escaped marks: what is left is obeyed."""
    return re.sub(r"\\[\\`*_\[\]<>|~#]", "", re.sub(r"`[^`\n]*`", "", text))


def test_markdown_shows_markup_and_obeys_none(result: Result) -> None:
    for text in (render_markdown(result), render_summary(run_of(result))):
        left = markdown_shown(text)
        assert not re.search(r"<(?!br\b|/?details>|/?summary>|!--)[a-z/!]", left, re.IGNORECASE)
        assert not re.search(r"\]\(\s*(javascript|data|vbscript):", left, re.IGNORECASE)
        assert "![" not in left
        assert not NEVER_RAW.search(text)


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_no_page_takes_over_markup_attributes_or_addresses(result: Result, tmp_path: Path) -> None:
    write_reports(result, tmp_path)
    pages = sorted((tmp_path / "reports").glob("*.html"))
    assert pages
    for page in pages:
        read = _Read()
        text = page.read_text(encoding="utf-8")
        read.feed(text)
        assert not [name for name, _ in read.attributes if name.startswith("on")], page.name
        assert not {"img", "iframe", "object", "embed", "base"} & set(read.tags), page.name
        addresses = [value for name, value in read.attributes if name in ("href", "src", "action", "formaction")]
        assert not [value for value in addresses if re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE)]
        assert "alert(1)</script>" not in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1&c=2", "<https://example.org/a?b=1&c=2>"),
        ("javascript:alert(5)", "javascript:alert(5)"),
        ("https://x.example/><script>alert(5)</script>", r"https://x.example/\>\<script\>alert(5)\</script\>"),
        ("https://x.example/\u202egpj.exe", "https://x.example/\\\\u202egpj.exe"),
    ],
)
def test_in_markdown_only_the_address_of_a_page_is_a_link(url: str, shown: str) -> None:
    assert address(url) == shown
