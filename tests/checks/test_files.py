"""Files: every defect of syntax becomes a finding of the rule that is named for it, and of no other."""

import pytest
from small_facts import findings, found_by

RULES = (
    "unreadable-file", "yaml-syntax", "tab-indentation", "repeated-key", "yaml-alias", "yaml-tag", "several-documents",
)  # fmt: skip
FACT = "# facts.yaml\nformat: 1\nfacts:\n  - id: one\n    kind: statement\n    claim: One.\n    anchor: {exact: One}\n"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("unreadable-file", "# sources.yaml\n"),
        ("yaml-syntax", "# sources.yaml\nformat: 1\nsources: [\n"),
        ("yaml-syntax", "# sources.yaml\n- a\n- b\n"),
        ("yaml-syntax", FACT + "    asserts: {that: {that: {[: 1}}}\n"),
        ("tab-indentation", FACT + "\tasserts: {that: One.}\n"),
        ("repeated-key", FACT + "    claim: Two.\n    asserts: {that: One.}\n"),
        ("yaml-alias", FACT + "    asserts: {that: &a One.}\n"),
        ("yaml-tag", FACT + "    asserts: {that: !!str One.}\n"),
        ("several-documents", "# sources.yaml\nformat: 1\nsources: []\n---\nformat: 1\n"),
    ],
)
def test_a_defect_is_found_by_its_own_rule_alone(rule: str, text: str) -> None:
    assert {name for name in RULES if found_by(name, text)} == {rule}


def test_a_defect_inside_a_fact_belongs_to_the_fact() -> None:
    [found] = findings("repeated-key", FACT + "    claim: Two.\n    asserts: {that: One.}\n")
    assert found.fact == "one"
    assert (found.finding.at.line, found.finding.at.column) == (7, 5)


@pytest.mark.parametrize("rule", RULES)
def test_marks_inside_text_are_text(rule: str) -> None:
    text = FACT + '    asserts: {that: \'One & two *three* !four --- "five"\'}\n    note: "tab\\there"\n'
    assert not found_by(rule, text)
