"""pytest over dossiers with defects: a broken file is a failing item, no stopped run; every entry has one item."""

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stories import Files, defective_stories, tree_of

from factsuite.engine import check_workspace

TOGETHER = 12
"""Dossiers of one workspace."""


@settings(
    max_examples=1, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.lists(defective_stories(), min_size=TOGETHER, max_size=TOGETHER))
def test_every_entry_is_one_item_of_pytest_and_one_of_the_report(dossiers: list[Files]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        for number, files in enumerate(dossiers):
            for path, data in tree_of(files, f"piers-{number}").items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(data)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:hypothesispytest", "--junitxml=junit.xml"]
        ended = subprocess.run([*command, "--tb=no"], cwd=root, capture_output=True, text=True)
        assert ended.returncode == 1, ended.stdout
        assert "written: reports/consistency.json" in ended.stdout
        assert "INTERNALERROR" not in ended.stdout + ended.stderr
        found = ElementTree.parse(root / "junit.xml").getroot()
        items = [(case.get("classname"), case.get("name")) for case in found.iter("testcase")]
        result = check_workspace(root)
        facts = [(article.dossier.id, fact.slot.label) for article in result.articles for fact in article.facts]
        assert len(result.articles) == TOGETHER
        assert len(set(items)) == len(items)
        assert len(facts) >= TOGETHER
        for article, label in facts:
            homes = [home for home, name in items if name == label and f"{article}." in f"{home}."]
            assert len(homes) == 1, (article, label, homes)
