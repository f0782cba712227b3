"""Two made-up dossiers with defects left in on purpose: all of them are found, at their lines, and nothing else is.

Together with the real dossier they make every rule speak that compares an article with more than itself.
"""

import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from factsuite.engine import build, check_workspace
from factsuite.impact.blast import blast_of
from factsuite.impact.targets import find_target
from factsuite.load.files import FACTS
from factsuite.model.as_of import read_as_of
from factsuite.model.facts import Verdict
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import Outcome, Result
from factsuite.rules.running import examine

ROOT = Path(__file__).parent.parent
DOSSIERS = Path(__file__).parent / "dossiers"
FAMILIES = {
    *("lines", "sourcing", "agreement", "reconciling", "arithmetic", "percentages", "naming", "headline"),
    *("timeline", "publication", "validity", "exhibits", "pinned_excerpts"),
}
EXPECTED = yaml.load((DOSSIERS / "expected.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

Row = tuple[str, str, str, str]
"""A finding: rule, severity, file, and the words of its line."""


def rows(result: Result, root: Path) -> Counter[Row]:
    """What a run found, what it expected included."""
    return Counter(_row(reported, root) for reported in every(result))


def every(result: Result) -> list[Reported]:
    return [*result.all_findings, *(found for fact in result.facts for found in fact.expected)]


def _row(reported: Reported, root: Path) -> Row:
    at = reported.finding.at
    line = (root / at.path).read_text(encoding="utf-8").split("\n")[at.line - 1]
    return reported.rule, reported.severity.value, str(at.path.relative_to(FACTS)), line.strip()[:72].strip()


def listed(name: str) -> Counter[Row]:
    """The rows of one list of expected.yaml."""
    return Counter((row["rule"], row["severity"], row["file"], row["at"]) for row in EXPECTED[name])


def differences(found: Counter[Row], name: str) -> list[str]:
    """What is found and not listed, and what is listed and not found, as lines for expected.yaml."""
    wanted = listed(name)
    signed = [("+", row) for row in (found - wanted).elements()] + [("-", row) for row in (wanted - found).elements()]
    return [
        f"{sign} {{rule: {rule}, severity: {severity}, file: {file}, at: {at!r}}}"
        for sign, (rule, severity, file, at) in sorted(signed, key=lambda each: each[1])
    ]


@cache
def as_left() -> Result:
    return check_workspace(DOSSIERS)


@cache
def a_year_on() -> Result:
    return check_workspace(DOSSIERS, as_of=read_as_of(EXPECTED["as_of"]))


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same dossiers with every correction of the list made."""
    root = tmp_path_factory.mktemp("corrected") / "dossiers"
    shutil.copytree(DOSSIERS, root)
    for correction in EXPECTED["corrections"]:
        for edit in correction["edits"]:
            file = root / FACTS / edit["file"]
            text = file.read_text(encoding="utf-8")
            assert edit["wrong"] in text, (correction["rule"], edit)
            file.write_text(text.replace(edit["wrong"], edit["right"]), encoding="utf-8")
    return root


def test_both_articles_are_openly_made_up() -> None:
    for folder in ("east-wall-flood", "east-wall-vote"):
        assert "\nfictional: yes\n" in (DOSSIERS / FACTS / folder / "article.md").read_text(encoding="utf-8")


def test_exactly_the_defects_are_found_each_at_its_line() -> None:
    assert differences(rows(as_left(), DOSSIERS), "findings") == []


def test_every_defect_is_found_by_the_rule_it_is_meant_for() -> None:
    found = {row["rule"] for row in EXPECTED["findings"]}
    assert [each["defect"] for each in EXPECTED["corrections"] if each["rule"] not in found] == []


def test_with_the_corrections_made_no_error_is_left(corrected: Path) -> None:
    result = check_workspace(corrected)
    assert differences(rows(result, corrected), "left") == []
    assert [each for each in result.all_findings if each.severity is Severity.ERROR] == []
    outcomes = Counter(fact.outcome for fact in result.facts)
    assert set(outcomes) == {Outcome.PASSED, Outcome.KNOWN}
    assert outcomes[Outcome.KNOWN] == 3


def test_a_year_on_it_is_listed_what_has_expired() -> None:
    assert differences(rows(a_year_on(), DOSSIERS) - rows(as_left(), DOSSIERS), "expired") == []


def test_every_kind_of_fact_is_there_and_some_are_known_to_be_wrong(corrected: Path) -> None:
    facts = [fact.judgement.fact for fact in check_workspace(corrected).facts if fact.judgement is not None]
    assert {fact.kind.value for fact in facts} == {
        "quantity", "date", "order", "quotation", "statement", "office", "place", "event", "derived"
    }  # fmt: skip
    assert len(facts) >= 60
    assert sum(fact.stated_verdict is not Verdict.SUPPORTED for fact in facts) == 3


def test_every_rule_of_these_families_speaks_in_some_dossier() -> None:
    rules = {rule.name for rule in collect_rules(None) if Path(rule.file).stem in FAMILIES}
    found = {reported.rule for result in (as_left(), a_year_on(), check_workspace(ROOT)) for reported in every(result)}
    assert len(rules) > 40
    assert rules - found == set()


@pytest.mark.parametrize("source", ["fire-log", "council-briefing", "tide-log"])
def test_if_a_shared_source_falls_facts_of_both_articles_are_told(corrected: Path, source: str) -> None:
    workspace = build(corrected)
    articles = [examine(dossier, workspace) for dossier in workspace.dossiers]
    blast = blast_of(find_target(source, workspace), workspace, articles)
    assert blast.articles == ("east-wall-flood", "east-wall-vote")
    assert {each.dossier.id for each in blast.struck} == set(blast.articles)
