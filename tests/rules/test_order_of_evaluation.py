"""The order in which a finding is judged: severity, known inaccuracy, waiver, baseline, what was there before."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factsuite.load.errors import PolicyError
from factsuite.model.baseline import Baseline, OldDefect
from factsuite.model.dossiers import Workspace
from factsuite.model.policy import read_policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_workspace
from factsuite.rules.excusing import with_old
from factsuite.rules.levels import check_levels
from factsuite.rules.order import ORDER
from factsuite.rules.results import Outcome, Result
from factsuite.rules.running import run

ROOT = Path(__file__).parents[2]
RULES = collect_rules(None)

TOO_MANY = """\
# today: 2031-06-10
kind: quantity
anchor: {exact: More than 500 people crossed the bridge}
asserts: {measure: bridge-visitors, value: more than 500 people}
evidence: [{source: gazette, reports: {value: 300 people}}]
"""
WAIVED = """
# shared/waivers.yaml
format: 1
waivers:
  - {rule: verdict-differs, article: example, because: They count again., by: desk, until: 2031-07-01}
"""
KNOWN = "verdict: contradicted\ncorrection: 300 people crossed the bridge.\n"


def checked(example: str, publish: bool = False, baseline: Baseline | None = None) -> Result:
    return run(replace(example_workspace(example), baseline=baseline), RULES, publish)


def outcome(result: Result) -> Outcome:
    return next(result.facts).outcome


def baseline_of(result: Result) -> Baseline:
    """What fails in a result, as a baseline."""
    return Baseline(
        entries=tuple(
            OldDefect(article="", fact="", rule=each.rule, message="", fingerprint=each.fingerprint)
            for each in result.all_findings
            if result.fails(each)
        )
    )


def rules_of(result: Result) -> set[str]:
    return {each.rule for each in result.all_findings if result.fails(each)}


def test_the_page_gives_the_order_the_code_has() -> None:
    page = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
    steps = [f"{number}. **{name}**: {does}" for number, (name, does) in enumerate(ORDER, 1)]
    assert "\n".join(steps) in page


def test_a_finding_is_waived_before_the_baseline_is_asked() -> None:
    plain = checked(TOO_MANY)
    assert outcome(plain) is Outcome.FAILED
    both = checked(TOO_MANY + WAIVED, baseline=baseline_of(plain))
    assert outcome(both) is Outcome.WAIVED
    assert not both.all_old
    assert rules_of(both) == {"baseline-stale"}
    assert both.baseline is not None
    assert len(both.baseline.stale) == both.baseline.size


def test_a_known_inaccuracy_comes_before_the_waiver_and_needs_none() -> None:
    known = checked(TOO_MANY + KNOWN + WAIVED)
    assert outcome(known) is Outcome.KNOWN
    assert not known.all_waived
    assert rules_of(known) == {"waiver-unused"}


def test_a_waiver_may_be_for_the_day_of_publication() -> None:
    example = TOO_MANY + KNOWN + WAIVED.replace("verdict-differs", "known-inaccuracy")
    assert (outcome(checked(example)), rules_of(checked(example))) == (Outcome.KNOWN, set())
    published = checked(example, publish=True)
    assert outcome(published) is Outcome.WAIVED
    assert {"known-inaccuracy", "value-contradicted"} <= {each.reported.rule for each in published.all_waived}
    assert not published.failed


def test_what_was_there_before_is_old_and_what_is_left_decides() -> None:
    plain = checked(TOO_MANY)
    old = with_old(plain, lambda reported: reported.rule != "verdict-differs")
    assert outcome(old) is Outcome.FAILED
    assert outcome(with_old(old, lambda _: True)) is Outcome.OLD
    assert not with_old(old, lambda _: True).failed
    assert {each.rule for each in with_old(old, lambda _: True).all_old} == {each.rule for each in plain.all_findings}


def test_an_old_defect_lowered_by_policy_leaves_the_baseline() -> None:
    example = TOO_MANY.replace("{value: 300 people}}]", "{value: 300 people}}]\ntags: [numbers]")
    policy = '# pyproject.toml\n[tool.factsuite.severity]\nvalue-contradicted = "warning"\n'
    lowered = checked(example + policy, baseline=baseline_of(checked(example)))
    assert lowered.baseline is not None
    assert len(lowered.baseline.stale) == 1
    assert rules_of(lowered) == {"baseline-stale"}


def test_switched_off_findings_are_dropped_and_counted_also_where_they_were_expected() -> None:
    policy = '# pyproject.toml\n[tool.factsuite.severity]\nvalue-contradicted = "off"\n'
    for example in (TOO_MANY, TOO_MANY + KNOWN):
        result = checked(example + policy)
        fact = next(result.facts)
        assert "value-contradicted" not in {each.rule for each in (*fact.findings, *fact.expected)}
        assert result.switched_off == (("value-contradicted", 1),)


@pytest.mark.parametrize(
    ("fail_on", "expected"), [("error", Outcome.PASSED), ("warning", Outcome.FAILED), ("note", Outcome.FAILED)]
)
def test_fail_on_decides_the_outcome_of_a_fact(fail_on: str, expected: Outcome) -> None:
    supported = "claim: More than 300 people crossed the bridge.\n" + TOO_MANY.replace("300 people}", "600 people}")
    policy = f'# pyproject.toml\n[tool.factsuite]\nfail_on = "{fail_on}"\nseverity.claim-says-otherwise = "warning"\n'
    result = checked(supported + policy)
    assert "claim-says-otherwise" in {each.rule for each in next(result.facts).findings}
    assert outcome(result) is expected
    assert outcome(checked(supported)) is Outcome.FAILED


def test_a_defective_entry_is_never_passed_over_in_silence() -> None:
    broken = TOO_MANY.replace("kind: quantity", "kind: quantty")
    assert outcome(checked(broken)) is Outcome.ERROR
    waiver = WAIVED.replace("verdict-differs", "invalid-value")
    assert outcome(checked(broken + waiver)) is Outcome.WAIVED


def test_an_earlier_waiver_counts_and_none_expires_where_nobody_says_what_day_it_is() -> None:
    two = WAIVED + "  - {rule: verdict-differs, fact: example, because: Second., by: desk, until: 2031-08-01}\n"
    result = checked(TOO_MANY + two)
    assert {each.waiver.because for each in result.all_waived} == {"They count again."}
    timeless = checked(TOO_MANY.replace("# today: 2031-06-10\n", "") + WAIVED.replace("2031-07-01", "1999-07-01"))
    assert outcome(timeless) is Outcome.WAIVED


def test_once_the_first_waiver_has_expired_the_second_holds() -> None:
    two = WAIVED + "  - {rule: verdict-differs, fact: example, because: Second., by: desk, until: 2031-08-01}\n"
    result = checked(TOO_MANY.replace("2031-06-10", "2031-07-02") + two)
    assert {each.waiver.because for each in result.all_waived} == {"Second."}
    assert rules_of(result) == {"waiver-expired"}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"severity": {"verdict-differs": "warning"}}, "verdict-differs cannot be made warning"),
        ({"severity": {"missing-field": "note"}}, "missing-field cannot be made note"),
        ({"overrides": [{"paths": ["facts/a"], "severity": {"no-such": "off"}}]}, "overrides 1, severity.no-such"),
    ],
)
def test_levels_that_cannot_be_set_are_refused(table: dict[str, object], told: str) -> None:
    with pytest.raises(PolicyError, match=told):
        check_levels(read_policy(table), RULES)


def test_a_level_a_rule_has_anyway_may_be_written_down() -> None:
    check_levels(read_policy({"severity": {"verdict-differs": "error"}}), RULES)


def test_the_workspace_of_an_example_holds_its_waivers() -> None:
    workspace: Workspace = example_workspace(TOO_MANY + WAIVED)
    assert [str(each.until) for each in workspace.waivers] == ["1 July 2031"]
    assert workspace.shared_problems == ()
