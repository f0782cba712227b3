"""Text, JSON, JUnit, SARIF and annotations count the same facts and the same findings."""

import json
import re
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest
from fictional_town import FILES, write_town

from factsuite.cli import main
from factsuite.reports.formats.github import PER_LEVEL

DEFECTS = (
    ("value: more than 300 people", "value: more than 500 people"),
    ("exact: '\"I never saw that memo,\" said Ada Quill'", "exact: Ada Quill said nothing"),
    (
        "  - id: quill-office",
        "  - id: opened-late\n    kind: date\n    claim: It opened late.\n    anchor: {exact: The bridge opened}\n"
        "    asserts: {event: opening, on: 2031-07-01}\n\n"
        "  - id: half-written\n    kind: quantitty\n\n  - id: quill-office",
    ),
)
HEADS = re.compile(r"^\S+:\d+:\d+: (error|warning|note): [a-z-]+$", flags=re.MULTILINE)
FACTS = {"opening-day", "visitors", "memo", "opened-late", "half-written", "quill-office"}


def defective(text: str) -> str:
    for old, new in DEFECTS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@pytest.fixture
def town(pytester: pytest.Pytester) -> pytest.Pytester:
    """A wrong figure, a lost anchor, a wrong date, half a fact, and a source with a slip in the name of a field."""
    sources = FILES["sources.yaml"].replace("kind: newspaper", "kind: newspaper, publishd: 2031")
    write_town(pytester.path, facts_yaml=defective(FILES["facts.yaml"]), sources_yaml=sources)
    return pytester


def told(town: pytest.Pytester, capsys: pytest.CaptureFixture[str], name: str, *options: str) -> str:
    capsys.readouterr()
    assert main(["check", str(town.path), "--format", name, *options]) == 1
    return capsys.readouterr().out


def junit(town: pytest.Pytester, *options: str) -> ElementTree.Element:
    result = town.runpytest_inprocess("-p", "no:hypothesispytest", "--junitxml=out.xml", *options)
    assert result.ret == 1
    suite = ElementTree.parse(town.path / "out.xml").find("testsuite")
    assert suite is not None
    return suite


def ended(suite: ElementTree.Element, how: str) -> dict[str, str]:
    """The test cases of a suite that ended in a way, and what was said of each."""
    cases = {case.get("name", ""): case.find(how) for case in suite.iter("testcase")}
    return {name: found.text or "" for name, found in cases.items() if found is not None}


@pytest.mark.parametrize("publish", [[], ["--publish"]], ids=["plain", "publish"])
def test_every_format_counts_the_same(
    town: pytest.Pytester, capsys: pytest.CaptureFixture[str], publish: list[str]
) -> None:
    suite = junit(town, *publish)
    report: dict[str, Any] = json.loads(told(town, capsys, "json", *publish))
    facts = report["articles"][0]["facts"]
    failing = {fact["id"] for fact in facts if fact["outcome"] in ("failed", "error")}
    known = {fact["id"] for fact in facts if fact["outcome"] == "known"}
    assert failing == FACTS - {"opening-day"} - known
    assert known == (set() if publish else {"quill-office"})

    failures = ended(suite, "failure")
    assert set(failures) & FACTS == failing
    assert set(failures) - FACTS == {"sources"}
    assert set(ended(suite, "skipped")) == known
    assert ended(suite, "error") == {}
    assert suite.get("failures") == str(len(failures))
    assert suite.get("tests") == str(len(list(suite.iter("testcase"))))

    text = told(town, capsys, "text", *publish)
    assert f"{len(failing)} failing." in " ".join(text.split())
    assert len(re.findall(r"^  FAILS ", text, flags=re.MULTILINE)) == len(failing)

    results = json.loads(told(town, capsys, "sarif", *publish))["runs"][0]["results"]
    counted = [each for each in results if not each["suppressions"]]
    named = {
        place["name"]
        for each in counted
        if each["level"] == "error"
        for place in each["locations"][0].get("logicalLocations", [])
    }
    assert named == failing
    suppressed = [each for each in results if each["suppressions"]]
    assert {each["locations"][0]["logicalLocations"][0]["name"] for each in suppressed} == known

    by_level = Counter(each["level"] for each in counted)
    assert Counter(HEADS.findall(text)) == by_level
    errors = "\n".join(failures.values())
    assert Counter(HEADS.findall(errors))["error"] == by_level["error"]
    annotations = told(town, capsys, "github", *publish)
    commands = Counter(re.findall(r"^::(\w+) ", annotations, flags=re.MULTILINE))
    assert commands == {level.replace("note", "notice"): min(number, PER_LEVEL) for level, number in by_level.items()}
    assert f"{len(counted) - commands.total()} more left out" in annotations
    assert report["summary"]["findings"] == len(counted)


def test_two_workers_write_the_same_junit_cases(town: pytest.Pytester) -> None:
    def cases(suite: ElementTree.Element) -> list[tuple[str | None, ...]]:
        return sorted(
            (case.get("classname"), case.get("name"), *sorted(child.tag for child in case if child.tag != "properties"))
            for case in suite.iter("testcase")
        )

    assert cases(junit(town, "-n", "2")) == cases(junit(town))


def test_every_fact_is_one_case_with_its_place_verdict_and_rules(town: pytest.Pytester) -> None:
    suite = junit(town)
    names = Counter(case.get("name") for case in suite.iter("testcase"))
    assert {names[fact] for fact in FACTS} == {1}
    for case in suite.iter("testcase"):
        if case.get("name") not in FACTS:
            continue
        known = {each.get("name"): each.get("value") or "" for each in case.iter("property")}
        assert known["location"].startswith("facts/bridge/facts.yaml:")
        failure = case.find("failure")
        if failure is not None:
            assert all(rule in (failure.text or "") for rule in known["rules"].split(",")), known
        assert ("verdict" in known) == (case.get("name") != "half-written")
