"""The gate, end to end: waivers, the baseline, severities and `fail_on`, through pytest and the command alike."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from fictional_town import without, write_town
from jsonschema import Draft7Validator

import factsuite.pytest_items  # the inner runs find the engine loaded, and take no second each
from factsuite.cli import main
from factsuite.rules.results import Result

MORE_THAN_500 = without("value: more than 300 people", "value: more than 500 people")
ARTICLE_500 = without("More than 300 people", "More than 500 people", "article.md")
WAIVER = """\
format: 1
waivers:
  - rule: verdict-differs
    article: bridge
    fact: visitors
    because: The council counts again.
    by: Noor Vane
    until: 2031-07-01
"""
ROOT = Path(__file__).parent.parent
BEFORE, LAST, AFTER = "2031-06-10", "2031-07-01", "2031-07-02"


@pytest.fixture
def town(pytester: pytest.Pytester) -> Path:
    """A workspace whose article says more than its source: 500 for 412."""
    write_defective(pytester.path)
    return pytester.path


def write_defective(root: Path, facts: str = MORE_THAN_500) -> None:
    text = facts.replace("More than 300", "More than 500")
    write_town(root, facts_yaml=text, article_md=ARTICLE_500)


def rewrite(root: Path, text: str, name: str = "bridge/facts.yaml") -> None:
    (root / "facts" / name).write_text(text, encoding="utf-8")


def both(pytester: pytest.Pytester, *options: str, day: str = BEFORE) -> tuple[bool, str]:
    """Whether the gate passes, and what pytest prints. pytest and `factsuite check` must agree."""
    as_of = ("--as-of", day) if day else ()
    ran = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", "-rxf", *as_of, *options)
    code = main(["check", str(pytester.path), *as_of, *options])
    assert int(ran.ret) in (0, 1)
    assert int(ran.ret) == code
    return code == 0, ran.stdout.str()


def command(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def conforms(data: object) -> None:
    """The report is valid under its schema."""
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(data)) == []


def settings(root: Path, lines: Sequence[str]) -> None:
    (root / "pyproject.toml").write_text("\n".join(["[tool.factsuite]", *lines, ""]), encoding="utf-8")


# Waivers


@pytest.mark.usefixtures("town")
def test_without_a_waiver_the_defect_fails(pytester: pytest.Pytester) -> None:
    passes, printed = both(pytester)
    assert not passes
    assert "verdict-differs" in printed


def test_a_waived_defect_is_expected_to_fail_and_says_until_when_and_why(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER, "waivers.yaml")
    passes, printed = both(pytester)
    assert passes
    assert (
        "XFAIL facts/bridge/facts.yaml::visitors - value-contradicted, verdict-differs waived until 1 July" in printed
    )
    assert "2031 by Noor Vane: The council counts again." in printed
    assert "Waived (2):" in printed
    assert "2 xfailed" in printed  # the waived fact, and the known inaccuracy


def test_on_its_last_day_it_holds_and_on_the_next_it_does_not(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER, "waivers.yaml")
    assert both(pytester, day=LAST)[0]
    passes, printed = both(pytester, day=AFTER)
    assert not passes
    assert "FAILED facts/waivers.yaml::waivers" in printed
    assert "FAILED facts/bridge/facts.yaml::visitors" in printed
    assert "ended on 1 July 2031, yesterday: The council counts again." in printed


def test_one_that_soon_expires_is_listed(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER, "waivers.yaml")
    assert "Waivers that soon expire (1):" in both(pytester, day=BEFORE)[1]
    assert "Waivers that soon expire" not in both(pytester, day="2031-05-01")[1]


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("fact: visitors", "fact: opening-day", "waiver-unused", "facts/waivers.yaml:3:5"),
        ("fact: visitors", "fact: visitor", "waiver-of-unknown", "facts/waivers.yaml:5:11"),
        ("article: bridge", "article: brigde", "waiver-of-unknown", "facts/waivers.yaml:4:14"),
        ("rule: verdict-differs", "rule: verdict-difers", "waiver-of-unknown", "facts/waivers.yaml:3:11"),
        ("    because: The council counts again.\n", "", "missing-field", "facts/waivers.yaml:3:5"),
        ("    by: Noor Vane\n", "", "missing-field", "facts/waivers.yaml:3:5"),
        ("by: Noor Vane", "by:", "invalid-value", "facts/waivers.yaml:7:8"),
        ("until: 2031-07-01", "untill: 2031-07-01", "unknown-field", "facts/waivers.yaml:8:5"),
        ("until: 2031-07-01", "until: 2031-07", "unreadable-value", "facts/waivers.yaml:8:12"),
        ("until: 2031-07-01", "until: when it is mended", "unreadable-value", "facts/waivers.yaml:8:12"),
        ("until: 2031-07-01", "until: 2031-07-01/..", "unreadable-value", "facts/waivers.yaml:8:12"),
        ("    article: bridge\n    fact: visitors\n", "", "missing-field", "facts/waivers.yaml:3:5"),
        ("format: 1\n", "", "missing-field", "facts/waivers.yaml:1:1"),
        ("  - rule", "  rule", "yaml-syntax", "facts/waivers.yaml:4:12"),
    ],
)
def test_a_waiver_that_is_not_right_fails_with_its_place(
    pytester: pytest.Pytester, town: Path, old: str, new: str, rule: str, place: str
) -> None:
    assert WAIVER.count(old) == 1
    rewrite(town, WAIVER.replace(old, new), "waivers.yaml")
    passes, printed = both(pytester)
    assert not passes
    assert f"{place}: error: {rule}" in printed


def test_two_waivers_with_one_broken_leave_the_other_in_force(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER + "  - {rule: no-evidence, article: bridge, until: 2031-07-01}\n", "waivers.yaml")
    passes, printed = both(pytester)
    assert not passes
    assert "XFAIL facts/bridge/facts.yaml::visitors" in printed
    assert "FAILED facts/waivers.yaml::waivers" in printed


def test_a_waiver_may_name_one_finding_a_path_or_a_whole_article(pytester: pytest.Pytester, town: Path) -> None:
    main(["check", str(town), "--format", "json", "--output", str(town / "out.json")])
    findings = json.loads((town / "out.json").read_text(encoding="utf-8"))["findings"]
    mark = next(each["fingerprint"] for each in findings if each["rule"] == "verdict-differs")
    for place in (f"fingerprint: {mark}", "path: facts/bri*", "article: bridge", "fact: visitors"):
        rewrite(town, WAIVER.replace("article: bridge\n    fact: visitors", place), "waivers.yaml")
        assert both(pytester)[0], place
    rewrite(town, WAIVER.replace("fact: visitors", f"fingerprint: {'0' * 32}"), "waivers.yaml")
    assert not both(pytester)[0]


def test_a_waiver_of_a_waiver_does_nothing(pytester: pytest.Pytester, town: Path) -> None:
    unused = WAIVER.replace("fact: visitors", "fact: memo")
    more = "  - {rule: waiver-unused, path: facts/waivers.yaml, because: Later., by: desk, until: 2031-07-01}\n"
    rewrite(town, unused + more, "waivers.yaml")
    printed = both(pytester)[1]
    assert printed.count("error: waiver-unused") == 2


def test_one_file_lies_beside_the_articles_and_none_in_them(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER, "bridge/waivers.yaml")
    passes, printed = both(pytester)
    assert not passes
    assert "facts/bridge/waivers.yaml:1:1: error: waiver-misplaced" in printed
    assert "waivers.yaml::waivers" not in printed


def test_what_is_waived_is_run_as_what_it_is_where_that_is_asked_for(pytester: pytest.Pytester, town: Path) -> None:
    rewrite(town, WAIVER, "waivers.yaml")
    ran = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", "--runxfail", "--as-of", BEFORE)
    assert "FAILED facts/bridge/facts.yaml::visitors" in ran.stdout.str()


def test_the_reports_show_what_is_waived(
    pytester: pytest.Pytester, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938815999")  # 9 June 2031
    rewrite(town, WAIVER, "waivers.yaml")
    assert both(pytester, day="")[0]
    data = json.loads((town / "reports" / "consistency.json").read_text(encoding="utf-8"))
    assert {each["finding"]["rule"] for each in data["waived"]} == {"value-contradicted", "verdict-differs"}
    assert data["waived"][0]["because"] == "The council counts again."
    conforms(data)
    assert data["summary"]["by_outcome"]["waived"] == 1
    assert not any(each["rule"] == "verdict-differs" for each in data["findings"])
    text = (town / "reports" / "consistency.md").read_text(encoding="utf-8")
    assert "## Waived (2)" in text
    assert "waived until 1 July 2031 by Noor Vane: The council counts again. (facts/waivers.yaml:3:5)" in text


def test_sarif_says_what_is_waived(town: Path) -> None:
    rewrite(town, WAIVER, "waivers.yaml")
    main(["check", str(town), "--as-of", BEFORE, "--format", "sarif", "--output", str(town / "out.sarif")])
    results = json.loads((town / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    waived = [each for each in results if each["ruleId"] == "verdict-differs"]
    assert [each["suppressions"][0]["kind"] for each in waived] == ["external"]
    assert waived[0]["suppressions"][0]["justification"].endswith("by Noor Vane: The council counts again.")


def test_without_waivers_the_reports_are_the_same_whatever_the_day(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_town(pytester.path)
    written = []
    for epoch in ("0", "1938815999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert both(pytester, day="")[0]
        written.append({file.name: file.read_bytes() for file in (pytester.path / "reports").iterdir()})
    assert written[0] == written[1]


def test_a_day_that_is_no_day_is_refused(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    code, _, err = command(capsys, "check", str(town))
    assert code == 2
    assert "SOURCE_DATE_EPOCH: 'soon' is no number of seconds" in err


# The baseline


def test_an_archive_of_old_defects_passes_and_a_new_one_fails(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = command(capsys, "baseline", str(town), "--write")
    assert (code, out) == (0, "written: factsuite-baseline.json; 2 defects, 2 added, 0 taken out\n")
    passes, printed = both(pytester)
    assert passes
    assert (
        "XFAIL facts/bridge/facts.yaml::visitors - old, in the baseline: value-contradicted, verdict-differs" in printed
    )
    assert "Old, in the baseline: 2 findings, reported and not failing" in printed
    main(["check", str(town), "--format", "json", "--output", str(town / "out.json")])
    data = json.loads((town / "out.json").read_text(encoding="utf-8"))
    assert [each["rule"] for each in data["old"]] == ["verdict-differs", "value-contradicted"]
    assert data["summary"]["by_outcome"]["old"] == 1
    conforms(data)
    rewrite(
        town, (town / "facts/bridge/facts.yaml").read_text(encoding="utf-8").replace('of Larkhaven"}', 'of Northport"}')
    )
    passes, printed = both(pytester)
    assert not passes
    assert "FAILED facts/bridge/facts.yaml::quill-office" in printed
    assert "FAILED facts/bridge/facts.yaml::visitors" not in printed


def test_mending_an_old_defect_asks_for_the_baseline_to_shrink(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "baseline", str(town), "--write")
    facts = (town / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    rewrite(town, facts.replace("ore than 500", "ore than 300"))
    rewrite(town, ARTICLE_500.replace("More than 500", "More than 300"), "bridge/article.md")
    passes, printed = both(pytester)
    assert not passes
    assert "factsuite-baseline.json:4:1: error: baseline-stale" in printed
    assert "verdict-differs on `bridge/visitors`" in printed
    assert "factsuite baseline --shrink" in printed
    code, out, _ = command(capsys, "baseline", str(town))
    assert code == 1
    assert "2 defects, 2 of them mended" in out
    code, out, _ = command(capsys, "baseline", str(town), "--shrink")
    assert (code, out) == (0, "written: factsuite-baseline.json; 0 defects, 0 added, 2 taken out\n")
    assert both(pytester)[0]


def test_lines_that_move_change_nothing(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "baseline", str(town), "--write")
    before = (town / "factsuite-baseline.json").read_bytes()
    facts = (town / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    rewrite(town, facts.replace("facts:\n", "facts:\n\n\n# checked in spring\n"))
    assert both(pytester)[0]
    assert command(capsys, "baseline", str(town), "--write")[0] == 0
    assert (town / "factsuite-baseline.json").read_bytes() == before


def test_it_grows_only_where_the_number_is_said(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(capsys, "baseline", str(town), "--write")
    before = (town / "factsuite-baseline.json").read_bytes()
    facts = (town / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    rewrite(town, facts.replace('of Larkhaven"}', 'of Northport"}'))
    for grow in ([], ["--grow", "7"]):
        code, _, err = command(capsys, "baseline", str(town), "--write", *grow)
        assert code == 2
        assert "the baseline would grow by 1 defect" in err
        assert "bridge/quill-office: anchor-missing" in err
        assert (town / "factsuite-baseline.json").read_bytes() == before
    command(capsys, "baseline", str(town), "--shrink")
    assert (town / "factsuite-baseline.json").read_bytes() == before
    code, out, _ = command(capsys, "baseline", str(town), "--write", "--grow", "1")
    assert (code, out) == (0, "written: factsuite-baseline.json; 3 defects, 1 added, 0 taken out\n")


def test_what_is_waived_is_not_in_it_and_a_waiver_takes_it_out(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1938815999")
    command(capsys, "baseline", str(town), "--write")
    rewrite(town, WAIVER, "waivers.yaml")
    passes, printed = both(pytester)
    assert not passes
    assert "baseline-stale" in printed
    assert command(capsys, "baseline", str(town), "--shrink")[1].endswith("0 defects, 0 added, 2 taken out\n")
    assert both(pytester)[0]


def test_before_publication_old_defects_stay_old_and_known_ones_fail(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command(capsys, "baseline", str(town), "--write")
    passes, printed = both(pytester, "--publish")
    assert not passes
    assert "FAILED facts/bridge/facts.yaml::quill-office" in printed
    assert "FAILED facts/bridge/facts.yaml::visitors" not in printed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "factsuite-baseline.json:1:1: it is not JSON"),
        ('{"format": 1,\n "findings": [\n<<<<<<< ours\n', "factsuite-baseline.json:3:1: it is not JSON"),
        ("[]", "factsuite-baseline.json:1:1: it is no baseline"),
        ('{"version": "2.1.0", "runs": []}', "factsuite-baseline.json:1:1: it is no baseline"),
        ('{"format": 2, "findings": []}', "its format is 2; this version reads format 1"),
        (
            '{"format": 1, "findings": [\n{"rule": "x", "fingerprint": "ab"}]}',
            "factsuite-baseline.json:2:1: entry 1 has no text for: article, fact, message",
        ),
    ],
)
def test_a_broken_or_foreign_baseline_stops_the_run_with_its_place(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    (town / "factsuite-baseline.json").write_text(text, encoding="utf-8")
    code, _, err = command(capsys, "check", str(town))
    assert code == 2
    assert told in err
    one = "facts/bridge/facts.yaml::visitors"
    ran = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", one)
    assert ran.ret != pytest.ExitCode.OK
    assert told in ran.stdout.str() + ran.stderr.str()


def test_the_file_is_sorted_with_one_line_an_entry(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = (town / "facts/bridge/facts.yaml").read_text(encoding="utf-8")
    rewrite(town, facts.replace('of Larkhaven"}', 'of Northport"}'))
    command(capsys, "baseline", str(town), "--write")
    lines = (town / "factsuite-baseline.json").read_text(encoding="utf-8").split("\n")
    entries = [json.loads(line.rstrip(",")) for line in lines[3:-3]]
    assert [(each["fact"], each["rule"]) for each in entries] == [
        ("quill-office", "anchor-missing"),
        ("visitors", "value-contradicted"),
        ("visitors", "verdict-differs"),
    ]
    assert lines[:3] == ["{", ' "format": 1,', ' "findings": [']


# Severities


def test_policy_raises_lowers_and_switches_off_by_rule_and_path(pytester: pytest.Pytester) -> None:
    write_town(
        pytester.path,
        sources_yaml=without(
            "  - {id: gazette", "  - {id: spare, publisher: X, kind: newspaper}\n  - {id: gazette", "sources.yaml"
        ),
    )
    assert both(pytester)[0]
    settings(pytester.path, ['severity.unused-source = "error"'])
    passes, printed = both(pytester)
    assert not passes
    assert "sources.yaml:4:5: error: unused-source" in printed
    override = ["[[tool.factsuite.overrides]]", 'paths = ["facts/bri*"]', 'severity = {unused-source = "off"}']
    settings(pytester.path, ['severity.unused-source = "error"', *override])
    passes, printed = both(pytester)
    assert passes
    assert "Switched off by policy (1):\n  unused-source: 1 finding" in printed
    main(["check", str(pytester.path), "--format", "json", "--output", str(pytester.path / "out.json")])
    data = json.loads((pytester.path / "out.json").read_text(encoding="utf-8"))
    assert data["summary"]["switched_off"] == {"unused-source": 1}
    conforms(data)
    other = [line.replace("bri*", "archive-*") for line in override]
    settings(pytester.path, ['severity.unused-source = "error"', *other])
    assert not both(pytester)[0]


def test_fail_on_decides_what_fails_a_fact_and_the_run(pytester: pytest.Pytester) -> None:
    write_town(pytester.path)
    settings(pytester.path, ['fail_on = "note"'])
    passes, printed = both(pytester)
    assert not passes
    assert "Fails on: note" in printed
    settings(pytester.path, ['fail_on = "error"'])
    assert both(pytester)[0]


def test_what_a_green_fact_means_is_not_for_sale(
    pytester: pytest.Pytester, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for rule in ("verdict-differs", "yaml-syntax", "known-inaccuracy", "waiver-expired", "baseline-stale"):
        settings(town, [f'severity.{rule} = "off"'])
        code, _, err = command(capsys, "check", str(town))
        assert code == 2, rule
        assert f"{rule} cannot be made off" in err
    assert pytester.runpytest_inprocess("-p", "no:hypothesispytest", "facts/bridge/facts.yaml::memo").ret != 0


def test_an_unknown_rule_is_refused_with_the_nearest(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(town, ['severity.anchor-mising = "warning"'])
    code, _, err = command(capsys, "check", str(town))
    assert code == 2
    assert "severity.anchor-mising: there is no such rule" in err
    assert "did you mean `anchor-missing`?" in err


# factsuite policy


def test_policy_prints_what_is_in_force_and_where_it_comes_from(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command(capsys, "baseline", str(town), "--write")
    rewrite(town, WAIVER, "waivers.yaml")
    settings(
        town,
        [
            "lines_required = 1",
            'severity.unused-source = "off"',
            "[[tool.factsuite.overrides]]",
            'paths = ["facts/bridge"]',
            'severity = {unused-entity = "note"}',
        ],
    )
    code, out, _ = command(capsys, "policy", str(town), "--as-of", BEFORE)
    assert code == 0
    assert "lines_required = 1 " in out
    assert [line.split()[-1] for line in out.splitlines() if line.startswith("  lines_required")] == ["pyproject.toml"]
    assert [line.split()[-1] for line in out.splitlines() if line.startswith("  bound_factor")] == ["default"]
    assert "unused-source: OFF (the rule's own: warning)" in out
    assert "in facts/bridge (4 files):" in out
    assert "`verdict-differs` on `bridge/visitors`: until 1 July 2031 (21 days left, soon), by Noor Vane" in out
    assert "Baseline: 2 old defects in factsuite-baseline.json" in out
    data = json.loads(command(capsys, "policy", str(town), "--as-of", AFTER, "--format", "json")[1])
    assert [each["days_left"] for each in data["waivers"]] == [-1]
    assert data["baseline"] == 2
    assert [each["step"] for each in data["order"]][:2] == ["rule", "severity"]
    assert data["severities"]["unused-source"] == {"severity": "off", "default": "warning"}


def test_a_setting_that_cannot_be_used_is_told_before_the_first_check(pytester: pytest.Pytester, town: Path) -> None:
    (town / "pyproject.toml").write_text('[tool.factsuite]\nfail_on = "never"\n', encoding="utf-8")
    ran = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest")
    assert ran.ret is pytest.ExitCode.USAGE_ERROR
    assert "facts.yaml" not in ran.stdout.str()
    assert ran.stderr.str().count("fail_on") == 1


def test_a_level_that_cannot_be_set_is_worked_out_once(
    pytester: pytest.Pytester, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (town / "pyproject.toml").write_text('[tool.factsuite.severity]\nno-such = "off"\n', encoding="utf-8")
    asked = []
    checked = factsuite.pytest_session.check_workspace

    def counted(root: Path, *_: object, **options: Any) -> Result:
        asked.append(root)
        return checked(root, **options)

    monkeypatch.setattr("factsuite.pytest_session.check_workspace", counted)
    ran = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest")
    assert int(ran.ret) != 0
    assert "no-such" in ran.stdout.str() + ran.stderr.str()
    assert len(asked) == 1
