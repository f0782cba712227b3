"""Whatever a dossier holds: no traceback, one result for every entry, counts that add up, reports that can be read."""

import json
import os
from functools import cache
from pathlib import PurePosixPath

import jsonschema_rs
import yaml
from hypothesis import HealthCheck, given, settings
from stories import Files, defective_stories, stories, tree_of

from factsuite.engine import check_tree
from factsuite.load.files import Tree
from factsuite.load.schemas import schema
from factsuite.model.policy import Policy
from factsuite.reports.formats.rendering import FORMATS, Surroundings, render
from factsuite.reports.writing import rendered
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Severity
from factsuite.rules.results import Outcome, Result
from factsuite.verdicts.judging import Judgement

EXAMPLES = int(os.environ.get("FACTSUITE_EXAMPLES", "0"))
"""More examples, at random: for `.ci/fuzz`. Without it there are few, the same ones in every run."""
FACTS = PurePosixPath("facts/piers/facts.yaml")


def tried(examples: int) -> settings:
    chosen = EXAMPLES or examples
    return settings(
        max_examples=chosen,
        derandomize=not EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@cache
def report_schema() -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator(schema("report"))


def entries_in(data: bytes) -> int | None:
    """How many entries of a facts.yaml are mappings, by PyYAML's own reading; None where it reads none."""
    try:
        loaded = yaml.load(data, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, TypeError):
        return None
    listed = loaded.get("facts") if isinstance(loaded, dict) else None
    return sum(isinstance(entry, dict) for entry in listed) if isinstance(listed, list) else 0


def hold_together(tree: Tree) -> Result:
    """Check a tree, and that nothing of it is lost on the way to the reports."""
    result = check_tree(tree, Policy())
    (article,) = result.articles
    labels = [fact.slot.label for fact in article.facts]
    assert [slot.label for slot in article.dossier.slots] == labels
    assert len(set(labels)) == len(labels), "two results under one name"
    data = tree.get(FACTS)
    wanted = entries_in(data) if isinstance(data, bytes) else None
    if wanted is not None and not any(found.rule in BREAKING for found in result.all_findings):
        assert len(labels) == wanted, "an entry without a result"
    for fact in article.facts:
        assert (fact.judgement is None) == (fact.outcome is Outcome.ERROR)
        if fact.judgement is None:
            assert fact.findings, f"{fact.slot.label} could not be read, and nothing says why"
        elif fact.outcome is Outcome.PASSED:
            assert has_grounds(fact.judgement), f"{fact.slot.label} passes, and nothing was compared"
    assert result.failed or all(fact.outcome in (Outcome.PASSED, Outcome.KNOWN) for fact in article.facts)
    assert result.failed == (
        not labels
        or any(fact.outcome is Outcome.ERROR for fact in article.facts)
        or any(found.severity is Severity.ERROR for found in result.all_findings)
    )
    counts_add_up(result, json.loads(render(result, "json", AROUND)))
    return result


BREAKING = {"unreadable-file", "yaml-syntax", "yaml-alias", "repeated-key", "several-documents", "tab-indentation"}
"""Where one of these is found, PyYAML reads the file in another way than we do, or not at all."""
AROUND = Surroundings(rules=lambda: collect_rules(None), tree=dict)


def has_grounds(judgement: Judgement) -> bool:
    return judgement.main_compared and judgement.verdict.value == "supported"


def counts_add_up(result: Result, report: dict[str, object]) -> None:
    errors = list(report_schema().iter_errors(report))
    assert not errors, errors[0]
    summary = report["summary"]
    assert isinstance(summary, dict)
    facts = list(result.facts)
    judged = [fact for fact in facts if fact.judgement is not None]
    assert summary["facts"] == len(facts) == sum(summary["by_outcome"].values())
    assert len(judged) == sum(summary["by_verdict"].values()) == sum(summary["by_basis"].values())
    assert summary["findings"] == len(result.all_findings) == sum(summary["by_severity"].values())
    prints = [found.fingerprint for found in result.all_findings]
    assert len(set(prints)) == len(prints), "one finding in two places"


@tried(25)
@given(stories())
def test_a_sound_dossier_is_green(files: Files) -> None:
    result = hold_together(tree_of(files))
    wrong = [found for found in result.all_findings if found.severity is Severity.ERROR]
    assert not wrong, wrong[0]
    assert {fact.outcome for fact in result.facts} == {Outcome.PASSED}


@tried(80)
@given(defective_stories())
def test_every_entry_of_a_defective_dossier_has_one_result(files: Files) -> None:
    hold_together(tree_of(files))


@tried(15)
@given(defective_stories())
def test_every_report_of_a_defective_dossier_can_be_written_and_is_the_same_twice(files: Files) -> None:
    tree = tree_of(files)
    first = check_tree(tree, Policy())
    again = check_tree(dict(reversed(tree.items())), Policy())
    for name in FORMATS:
        text = render(first, name, AROUND)
        text.encode("utf-8")
        assert text == render(again, name, AROUND)
    pages = rendered(first)
    assert pages == rendered(again)
    for page in pages.values():
        written = page if isinstance(page, bytes) else page.encode("utf-8")
        assert written.decode("utf-8")
