"""The Markdown report in a pull request: what is folded, and what becomes of a report that is too long to be shown."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fictional_town import FILES, write_town

from factsuite.engine import check_workspace
from factsuite.reports.markdown import MARKDOWN, PART, markdown_files, render_markdown
from factsuite.reports.writing import write_reports
from factsuite.rules.results import Result

SMALL = 3_000


@pytest.fixture
def result(tmp_path: Path) -> Result:
    """The town, twice."""
    write_town(tmp_path, "bridge")
    write_town(tmp_path, "harbour", article_md=FILES["article.md"].replace("opens its bridge", "opens a harbour"))
    return check_workspace(tmp_path)


def section(text: str, title: str) -> str:
    return text.partition(f"\n### {title}")[2].partition("\n### ")[0]


def folds(text: str) -> Iterator[str]:
    return (found[1] for found in re.finditer(r"<summary>(.*?)</summary>\n\n", text))


def test_a_supported_fact_is_folded_below_its_claim_and_a_wrong_one_stands_open(result: Result) -> None:
    text = render_markdown(result)
    supported = section(text, "Supported (3)")
    assert [fold.partition("</b>")[0] for fold in folds(supported)] == ["<b>opening-day", "<b>visitors", "<b>memo"]
    assert "#### quill-office: contradicted, known" in section(text, "Contradicted")
    assert "<details>" not in section(text, "Contradicted")


def test_every_fold_is_closed_and_has_a_blank_line_before_what_is_markdown(result: Result) -> None:
    text = render_markdown(result)
    assert text.count("<details>") == text.count("</details>") > 0
    assert len(list(folds(text))) == text.count("<summary>")
    assert all("" in block.split("\n") for block in text.split("<details>")[1:])


def test_a_claim_with_html_in_it_is_shown_in_the_fold_and_not_obeyed(tmp_path: Path) -> None:
    claim = "More than 300 people crossed. </summary></details><script>alert(1)</script> & *stars* of [a](b)"
    facts = FILES["facts.yaml"].replace("claim: More than 300 people crossed the bridge.", f"claim: '{claim}'")
    write_town(tmp_path, facts_yaml=facts)
    text = render_markdown(check_workspace(tmp_path))
    assert "<script>" not in text
    assert f"<b>visitors</b>: {html.escape(claim, quote=False)}</summary>" in text


def test_a_short_report_is_one_file(result: Result) -> None:
    assert markdown_files(result) == {MARKDOWN: render_markdown(result)}


def test_a_long_report_leads_to_files_that_are_short_enough_and_nothing_is_left_out(result: Result) -> None:
    whole, files = render_markdown(result), markdown_files(result, longest=SMALL)
    assert len(files) > 3
    front = files.pop(MARKDOWN)
    assert "stand in files of their own" in front
    assert "### What to do (1)" in front
    for name, text in files.items():
        assert f"[{name}]({name})" in front
        assert text.startswith(PART)
        assert len(text.encode("utf-8")) <= SMALL + 500  # one block may be longer, and each file has a head
    together = front + "".join(files.values())
    lost = [line for line in whole.split("\n") if line and line not in together]
    assert lost == []


def test_a_section_that_goes_on_in_the_next_file_has_its_heading_there(result: Result) -> None:
    files = markdown_files(result, longest=1_000)
    parts = [text for name, text in files.items() if name.startswith("consistency.bridge-")]
    assert sum("### Supported (3)" in text for text in parts) == 3


def test_parts_that_are_no_longer_needed_are_removed_and_nobody_elses_file_is(
    result: Result, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factsuite.reports.markdown.markdown_files.__defaults__", (None, None, SMALL))
    write_reports(result, tmp_path)
    parts = sorted((tmp_path / "reports").glob("consistency.*-*.md"))
    assert parts
    (tmp_path / "reports" / "consistency.notes-1.md").write_text("mine\n", encoding="utf-8")
    monkeypatch.undo()
    write_reports(result, tmp_path)
    assert [file.name for file in (tmp_path / "reports").glob("consistency.*-*.md")] == ["consistency.notes-1.md"]
