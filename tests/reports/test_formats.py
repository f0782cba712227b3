"""Findings in the formats of other tools: the same findings in each, and hostile text that stays text."""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from factsuite.cli import main
from factsuite.engine import check_tree
from factsuite.load.files import Unreadable
from factsuite.model.policy import Policy
from factsuite.reports.formats.github import PER_LEVEL, SUMMARY_BYTES, render_annotations, render_summary
from factsuite.reports.formats.rendering import FORMATS, Surroundings, render
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import FOLDER, example_tree
from factsuite.rules.findings import Severity
from factsuite.rules.results import Result

RULES = collect_rules(None)

WRONG = """
# article.md
---
format: 1
headline: A bridge opens
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
More than 500 people crossed the bridge. Ada Quill, the Harbour Master, cut the ribbon. Nobody counted.
# facts.yaml
format: 1
facts:
  - id: visitors
    kind: quantity
    claim: More than 500 people crossed the bridge.
    anchor: {exact: More than 500 people crossed the bridge}
    asserts: {measure: bridge-visitors, value: more than 500 people}
    evidence: [{source: gazette, reports: {value: 300 people}}]
  - id: quill
    kind: office
    claim: Ada Quill was the Harbour Master.
    anchor: {exact: "Ada Quill, the Harbour Master"}
    asserts: {person: ada-quill, office: Harbour Master, as_of: 2031-06-01}
    evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]
    verdict: contradicted
    correction: Ada Quill was the Mayor of Larkhaven.
  - id: lost
    kind: statement
    claim: The bridge is long.
    anchor: {exact: The bridge is long}
    asserts: {that: The bridge is long.}
    evidence: [{source: gazette, reports: {that: The bridge is long.}}]
"""

Files = Mapping[PurePosixPath, bytes | Unreadable]


def checked(example: str = WRONG) -> tuple[Result, Files]:
    tree = example_tree(example)
    return check_tree(tree, Policy()), tree


def rendered(name: str, example: str = WRONG) -> str:
    result, tree = checked(example)
    return render(
        result, name, Surroundings(rules=lambda: RULES, tree=lambda: tree, pages="https://rules.example/pages")
    )


def test_every_format_tells_of_the_same_findings() -> None:
    result, _ = checked()
    rules = sorted(found.rule for found in result.all_findings)
    assert "anchor-missing" in rules
    assert "value-contradicted" in rules
    sarif = json.loads(rendered("sarif"))["runs"][0]["results"]
    assert sorted(each["ruleId"] for each in sarif if not each["suppressions"]) == rules
    assert sorted(each["check_name"] for each in json.loads(rendered("gitlab"))) == rules
    assert sorted(json.loads(line)["code"]["value"] for line in rendered("rdjsonl").splitlines()) == rules
    assert sorted(line.rpartition("[")[2].rstrip("]") for line in rendered("lines").splitlines()) == rules
    titles = re.findall(r"^::\w+ .*?title=([\w-]+)::", rendered("github"), flags=re.MULTILINE)
    assert sorted(titles) == rules
    assert json.loads(rendered("json"))["summary"]["findings"] == len(rules)
    assert f"{len(rules)} findings: " in rendered("github")


def test_the_gravest_come_first() -> None:
    levels = [each["severity"] for each in json.loads(rendered("gitlab"))]
    assert levels == sorted(levels, key=["major", "minor", "info"].index)
    assert levels[0] == "major"


def test_a_known_inaccuracy_is_suppressed_with_its_correction() -> None:
    results = json.loads(rendered("sarif"))["runs"][0]["results"]
    known = [each for each in results if each["suppressions"]]
    assert {each["locations"][0]["logicalLocations"][0]["name"] for each in known} == {"quill"}
    assert known[0]["suppressions"][0]["justification"].endswith("Ada Quill was the Mayor of Larkhaven.")


def test_sarif_names_its_rules_and_the_place_of_each_finding() -> None:
    run = json.loads(rendered("sarif"))["runs"][0]
    described = run["tool"]["driver"]["rules"]
    for each in run["results"]:
        assert described[each["ruleIndex"]]["id"] == each["ruleId"]
        place = each["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("facts/example/")
        assert place["region"]["startLine"] >= 1
    assert described[0]["helpUri"] == f"https://rules.example/pages/{described[0]['id']}.md"
    missing = next(each for each in run["results"] if each["ruleId"] == "value-contradicted")
    assert missing["locations"][0]["logicalLocations"] == [
        {"name": "visitors", "fullyQualifiedName": "example/visitors", "kind": "member"}
    ]


def test_a_fingerprint_survives_lines_that_move_above_it() -> None:
    moved = WRONG.replace("# facts.yaml\nformat: 1\n", "# facts.yaml\n# a comment\n\n# and more\nformat: 1\n")

    def marks(example: str) -> list[tuple[str, str]]:
        results = json.loads(rendered("sarif", example))["runs"][0]["results"]
        return sorted((each["ruleId"], each["partialFingerprints"]["factsuite/v1"]) for each in results)

    assert marks(moved) == marks(WRONG)
    assert rendered("lines", moved) != rendered("lines")


def test_hostile_words_never_become_a_command_or_an_escape() -> None:
    hostile = WRONG.replace("exact: The bridge is long}", 'exact: "\\n::error::gone %0A::warning::\\e[31m red"}')
    annotations = rendered("github", hostile)
    assert len(re.findall(r"^::", annotations, flags=re.MULTILINE)) == annotations.count(",title=")
    assert "\x1b" not in annotations
    assert "%250A" in annotations
    for name in FORMATS:
        text = rendered(name, hostile)
        assert "\x1b" not in text, name
        assert not re.search(r"^\s*::(error|warning)::", text, flags=re.MULTILINE), name


def test_a_hostile_place_ends_no_property() -> None:
    result, _ = checked()
    line = render_annotations(result).splitlines()[0]
    properties = re.match(r"::error file=([^,]+),line=\d+,col=\d+,title=[\w-]+::", line)
    assert properties is not None
    assert ":" not in properties.group(1)


def many(number: int) -> str:
    facts = "".join(
        f"  - id: lost-{index}\n    kind: statement\n"
        f"    claim: Claim {index}.\n    anchor: {{exact: Claim {index}.}}\n"
        f"    asserts: {{that: Claim {index}.}}\n"
        f"    evidence: [{{source: gazette, reports: {{that: Claim {index}.}}}}]\n"
        for index in range(number)
    )
    return f"# facts.yaml\nformat: 1\nfacts:\n{facts}"


def test_annotations_keep_within_the_limit_and_say_what_is_left_out() -> None:
    result, _ = checked(many(40))
    text = render_annotations(result)
    errors = sum(found.severity is Severity.ERROR for found in result.all_findings)
    assert errors >= 40
    shown = len(re.findall(r"^::", text, flags=re.MULTILINE))
    assert len(re.findall(r"^::error", text, flags=re.MULTILINE)) == PER_LEVEL
    assert f"{len(result.all_findings) - shown} more left out" in text


def test_a_summary_is_cut_at_whole_rows_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = checked(many(40))
    whole = render_summary(result)
    assert len(whole.encode("utf-8")) < SUMMARY_BYTES
    assert "left out" not in whole
    monkeypatch.setattr("factsuite.reports.formats.github.SUMMARY_BYTES", 4000)
    cut = render_summary(result)
    assert len(cut.encode("utf-8")) <= 4000
    assert re.search(r"\d+ more findings left out", cut)
    assert all(line.endswith("|") for line in cut.splitlines() if line.startswith("|"))


def test_reviewdog_counts_bytes() -> None:
    wide = WRONG.replace(
        "    anchor: {exact: The bridge is long}", '    anchor: {"exact": "Ü", exact: The bridge is long}'
    )
    wide = wide.replace("{exact: More than 500 people crossed the bridge}", "{suffix: ÜÜÜ, exact: Gone}")
    places = [json.loads(line) for line in rendered("rdjsonl", wide).splitlines()]
    gone = next(each for each in places if each["code"]["value"] == "anchor-missing" and "Gone" in each["message"])
    in_points = next(line for line in rendered("lines", wide).splitlines() if "'Gone'" in line)
    column = int(in_points.split(":")[2])
    assert gone["location"]["range"]["start"]["column"] == column + 3


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_offered_and_leaves_the_exit_code_alone(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, data in example_tree(WRONG).items():
        assert isinstance(data, bytes)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    out = tmp_path / "out"
    assert main(["check", str(tmp_path), "--format", name, "--output", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == rendered(name).replace("https://rules.example/pages", "") or name in (
        "sarif",
        "rdjsonl",
    )
    assert "findings" in capsys.readouterr().out
    assert (tmp_path / "summary.md").is_file() == (name == "github")


def test_an_output_that_cannot_be_written_is_a_usage_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = PurePosixPath(FOLDER)
    assert path.parts[0] == "facts"
    for file, data in example_tree(WRONG).items():
        assert isinstance(data, bytes)
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(data)
    assert main(["check", str(tmp_path), "--output", str(tmp_path / "no" / "such" / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err
