"""What the README shows is what a reader gets."""

import re
from pathlib import Path

import pytest

from factsuite.cli import main
from factsuite.engine import check_tree, check_workspace
from factsuite.load.files import read_tree
from factsuite.model.policy import Policy
from factsuite.reports.explaining import fact_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def block(first_line: str) -> list[str]:
    """The lines of the block that begins so, but for its command and what it leaves out."""
    found = next(block for block in BLOCKS if block.startswith(first_line))
    return [line for line in found.splitlines()[1:] if line.strip() != "..."]


def test_the_failing_example_is_what_the_edit_gives() -> None:
    tree = dict(read_tree(ROOT))
    for path, data in tree.items():
        assert isinstance(data, bytes)
        text = data.decode("utf-8")
        if path.name == "article.md":
            tree[path] = text.replace("at least 3,000 North", "at least 5,000 North").encode()
        if path.name == "facts.yaml":
            start = text.index("- id: at-least-3000")
            end = text.index("evidence:", start)
            tree[path] = (text[:start] + text[start:end].replace("3,000", "5,000") + text[end:]).encode()
    result = check_tree(tree, Policy())
    failing = next(fact for fact in result.facts if fact.slot.label == "at-least-3000")
    printed = fact_text(failing).splitlines()
    for line in block("$ pytest facts -k at-least-3000"):
        assert line in printed


def test_the_comparison_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    command = next(line for part in BLOCKS for line in part.splitlines() if line.startswith("$ factsuite compare"))
    main(["compare", *re.findall(r'"([^"]*)"', command)])
    assert capsys.readouterr().out.splitlines() == block("$ factsuite compare")


def test_what_hangs_on_a_source_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    main(["impact", "wh-1023", "--in", str(ROOT)])
    printed = capsys.readouterr().out.splitlines()
    assert all(line in printed for line in block("$ factsuite impact wh-1023"))


def test_what_has_expired_is_what_a_run_as_of_that_day_prints(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(ROOT), "--as-of", "2025-03-01"])
    printed = capsys.readouterr().out.splitlines()
    assert all(line in printed for line in block("$ pytest -q --as-of 2025-03-01"))


def test_the_numbers_of_the_first_dossier() -> None:
    result = check_workspace(ROOT)
    facts, sources = len(list(result.facts)), len(result.articles[0].dossier.sources)
    assert f"{facts} facts, {sources} sources" in " ".join(README.split())


def test_every_policy_setting_is_shown_with_its_default() -> None:
    for name, value in Policy().describe():
        shown = re.search(rf"^{name} = (.+?) *(?:#.*)?$", README, flags=re.MULTILINE)
        assert shown is not None
        assert shown[1] == {"yes": "true", "no": "false"}.get(value, value)


def test_every_local_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_page_of_values_is_up_to_date() -> None:
    assert main(["tables", "--check", str(ROOT / "docs" / "values.md")]) == 0
