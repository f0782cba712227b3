"""The pages on security and licences: what they say of limits, rules and packages is so."""

import re
import subprocess
import sys
from pathlib import Path

from factsuite.load.bounds import LONGEST_VALUE, MOST_PROBLEMS, MOST_VALUES
from factsuite.load.regular_files import LARGEST_COPY, LARGEST_LIST, LARGEST_TEXT
from factsuite.load.yaml_tree import MAX_DEPTH
from factsuite.pinning import confined
from factsuite.rules.collecting import collect_rules
from factsuite.rules.house import VARIABLE

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
FLAT = " ".join(PAGE.split())


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    for limit in (LARGEST_TEXT, LARGEST_LIST, LARGEST_COPY, LONGEST_VALUE, MOST_VALUES, MOST_PROBLEMS, confined.SMALL):
        assert f"{limit:,}" in FLAT
    assert f"{MAX_DEPTH} levels" in FLAT
    assert f"within {confined.SECONDS} seconds" in FLAT
    assert f"{confined.MEMORY:,} bytes of memory" in FLAT
    assert VARIABLE in PAGE


def test_the_rules_on_the_page_exist() -> None:
    known = {rule.name for rule in collect_rules(None)}
    named = set(re.findall(r"\(rules/([a-z-]+)\.md\)", PAGE))
    assert named == {"bidi-control", "invisible-character", "mixed-script-word"}
    assert named <= known
    assert "house-rules-left-out" in known


def test_every_package_that_is_needed_is_listed_with_its_licence() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "licences"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0]) > 30
