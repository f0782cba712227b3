"""Sign-offs and signers: who has to sign, who may, and how often the same defect is told."""

from pathlib import Path

import pytest
from fictional_town import write_town
from jsonschema import Draft7Validator

from factsuite.cli import main
from factsuite.engine import build, check_workspace
from factsuite.load.errors import PolicyError
from factsuite.load.schemas import schema
from factsuite.model.kinds import Kind, Risk
from factsuite.model.policy import read_policy
from factsuite.model.signoff_policy import SignoffPolicy, read_signoff_policy
from factsuite.mutation.running import mutate
from factsuite.reports.json_report import report
from factsuite.reports.markdown import render_markdown
from factsuite.rules.collecting import collect_rules
from factsuite.rules.results import Outcome

DESK = "format: 1\npeople: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}, {id: ines, name: Ines Vale}]\n"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a desk of three."""
    write_town(tmp_path)
    (tmp_path / "facts" / "desk.yaml").write_text(DESK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(name: str, old: str, new: str) -> None:
    file = Path("facts/bridge") / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def settings(text: str) -> None:
    Path("pyproject.toml").write_text(f"[tool.factsuite.signoff]\n{text}\n", encoding="utf-8")


def signed(fact: str, *people: str) -> None:
    for id in people:
        assert main(["sign", fact, "--by", id, "--on", "2031-06-03"]) == 0


def told(town: Path, fact: str | None = None) -> list[tuple[str, str]]:
    """What the rules about sign-offs say, with the facts whose tests they are part of."""
    found = [each for each in check_workspace(town).all_findings if each.family in ("signoffs", "signers")]
    return [(each.rule, each.finding.message) for each in found if fact is None or each.fact == fact]


def test_by_default_nothing_has_to_be_signed(town: Path) -> None:
    assert told(town) == []


def test_a_fact_without_its_sign_off_fails_even_if_known_to_be_wrong(town: Path) -> None:
    settings('required = ["office"]')
    outcomes = {fact.slot.label: fact.outcome for fact in check_workspace(town).facts}
    assert outcomes["quill-office"] is Outcome.FAILED
    assert outcomes["memo"] is Outcome.PASSED


def test_one_stale_sign_off_beside_enough_that_hold_is_no_failure(town: Path) -> None:
    settings('required = ["quantity"]')
    signed("visitors", "mira")
    edit("facts.yaml", "We counted 412 people.", "We counted 412 people!")
    signed("visitors", "tom")
    assert [rule for rule, _ in told(town)] == ["spare-signoff-stale"]


def test_of_two_stale_sign_offs_both_have_to_be_given_again(town: Path) -> None:
    settings('second_person = ["quantity"]')
    signed("visitors", "mira", "tom")
    edit("facts.yaml", "We counted 412 people.", "We counted 412 people!")
    assert [rule for rule, _ in told(town)] == ["signoff-stale", "signoff-stale"]
    signed("visitors", "mira")
    assert told(town) == [
        (
            "signoff-stale",
            "Tom Reed signed this on 2031-06-03; since then the evidence has changed: `hearing` was edited",
        )
    ]


def test_one_stale_sign_off_and_nobody_else_are_two_defects(town: Path) -> None:
    settings('second_person = ["quantity"]')
    signed("visitors", "mira")
    edit("facts.yaml", "We counted 412 people.", "We counted 412 people!")
    assert sorted(rule for rule, _ in told(town)) == ["second-person-missing", "signoff-stale"]


def test_two_authors_are_no_second_person(town: Path) -> None:
    settings('second_person = ["quantity"]\nauthor_may_sign = true')
    edit("article.md", "fictional: yes", "author: [mira, tom]\nfictional: yes")
    signed("visitors", "mira", "tom")
    assert told(town) == [
        (
            "second-person-missing",
            "only authors of the article have signed this; two people have to sign facts of kind quantity",
        )
    ]
    signed("visitors", "ines")
    assert told(town) == []


def test_an_author_named_after_signing_no_longer_counts(town: Path) -> None:
    settings('required = ["quantity"]')
    signed("visitors", "tom")
    edit("article.md", "fictional: yes", "author: tom\nfictional: yes")
    assert told(town) == [("signed-by-author", "Tom Reed has signed `visitors`, and is an author of the article")]


def test_the_same_person_twice_is_refused_by_the_list(town: Path) -> None:
    settings('second_person = ["quantity"]')
    signed("visitors", "mira")
    file = Path("facts/bridge/signoffs.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text.split("signoffs:\n")[1], encoding="utf-8")
    found = [(each.rule, each.finding.message) for each in check_workspace(town).articles[0].findings]
    assert ("invalid-value", "`mira` has signed `visitors` twice; this entry is not looked at") in found
    assert [rule for rule, _ in told(town)] == ["second-person-missing"]


def test_two_people_of_one_id_are_refused(town: Path) -> None:
    (town / "facts" / "desk.yaml").write_text(DESK.replace("id: tom", "id: mira"), encoding="utf-8")
    messages = [each.finding.message for each in check_workspace(town).findings]
    assert messages == ["two people of the desk have the id `mira`"]


def test_sign_offs_of_facts_that_cannot_be_read_are_not_called_unknown(town: Path) -> None:
    signed("visitors", "mira")
    edit("facts.yaml", "value: more than 300 people", "value: lots and lots")
    assert told(town) == []
    Path("facts/bridge/facts.yaml").write_text("facts: [", encoding="utf-8")
    assert told(town) == []


def test_the_json_gives_every_sign_off_with_what_changed(town: Path) -> None:
    settings('required = ["quantity"]\nsecond_person = ["quotation"]')
    signed("visitors", "mira")
    signed("memo", "tom")
    edit("article.md", "crossed it.", "crossed it on foot.")
    data = report(check_workspace(town))
    assert [error.message for error in Draft7Validator(schema("report")).iter_errors(data)] == []
    assert data["summary"]["by_signoff"] == {"unsigned": 2, "signed": 0, "partly": 1, "stale": 1}
    assert data["summary"]["signoffs_required"] == 2
    facts = {fact["id"]: fact for fact in data["articles"][0]["facts"]}
    assert (facts["memo"]["signed"], facts["memo"]["signoffs_required"]) == ("partly", 2)
    assert facts["visitors"]["signoffs"] == [
        {
            "by": "mira",
            "name": "Mira Holt",
            "on": "2031-06-03",
            "counts": True,
            "changed": [{"part": "sentence", "message": "the sentence in the article has changed"}],
            "location": {"path": "facts/bridge/signoffs.yaml", "line": 13, "column": 5},
        }
    ]


def test_the_section_of_the_report_names_what_nobody_has_signed(town: Path) -> None:
    settings('required = "all"\nsecond_person = ["quotation"]')
    signed("visitors", "mira")
    signed("memo", "mira")
    edit("article.md", "crossed it.", "crossed it on foot.")
    section = render_markdown(check_workspace(town)).split("### Sign-offs\n\n")[1].split("\n###")[0]
    assert section.splitlines() == [
        "Of 4 facts 2 unsigned, 1 waiting for a second person, 1 changed since they were signed; "
        "policy asks for 4, 1 of them by two people.",
        "",
        "| fact | signed by | on | since then |",
        "| --- | --- | --- | --- |",
        "| `visitors` | Mira Holt | 2031-06-03 | the sentence in the article has changed |",
        "| `memo` | Mira Holt | 2031-06-03 | unchanged |",
        "",
        "Nobody has signed: `opening-day`, `quill-office`.",
    ]


def test_a_signature_alone_notices_no_mistake_made_on_purpose(town: Path) -> None:
    def fates() -> list[tuple[str, str]]:
        workspace, rules = build(town), collect_rules(town)
        mutated = mutate(workspace, workspace.dossiers[0], rules)
        return sorted((str(each.mutant), each.fate.value) for each in mutated.outcomes)

    before = fates()
    settings('required = "all"')
    assert main(["sign", "--all", "--by", "mira", "--on", "2031-06-03"]) == 0
    assert fates() == before
    assert {"killed", "survived"} <= {fate for _, fate in before}


def test_both_files_are_items_of_a_run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write_town(pytester.path)
    (pytester.path / "facts" / "desk.yaml").write_text(DESK, encoding="utf-8")
    monkeypatch.chdir(pytester.path)
    signed("visitors", "mira")
    edit("signoffs.yaml", "fact: visitors", "fact: visitor")
    result = pytester.runpytest_inprocess("--color=no", "-p", "no:hypothesispytest", "-v")
    result.stdout.fnmatch_lines_random(
        ["facts/desk.yaml::desk PASSED*", "facts/bridge/signoffs.yaml::signoffs FAILED*", "*signoff-of-unknown-fact"]
    )
    result.stdout.fnmatch_lines(["written: reports/*consistency.json*"])


# Policy


def test_two_people_are_asked_for_before_one() -> None:
    policy = SignoffPolicy(required=("all",), second_person=("quotation", "high"))
    assert policy.asked(Kind.QUOTATION, Risk.LOW).people == 2
    assert policy.asked(Kind.DATE, Risk.HIGH).because == "facts of high risk"
    assert (policy.asked(Kind.DATE, Risk.LOW).people, policy.asked(Kind.DATE, Risk.LOW).because) == (1, "every fact")
    assert SignoffPolicy(second_person=("high",)).asked(Kind.DATE, Risk.NORMAL).people == 0


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"required": "quantity"}, "signoff.required: 'quantity' is not a list of kinds or risks"),
        ({"required": ["quantitiy"]}, "did you mean `quantity`"),
        ({"required": [1]}, "is not a list of kinds or risks"),
        ({"second_person": ["all"]}, "signoff.second_person: 'all' is no kind of fact and no risk"),
        ({"second_persons": []}, "signoff.second_persons: unknown setting"),
        ({"author_may_sign": "no"}, "signoff.author_may_sign: 'no' is neither true nor false"),
        ([], "signoff: [] is no table of settings"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(table: object, words: str) -> None:
    with pytest.raises(PolicyError) as refused:
        read_signoff_policy(table)
    assert words in str(refused.value)


def test_the_settings_are_printed_as_they_are_written() -> None:
    policy = read_policy({"signoff": {"required": "all", "second_person": ["low", "date"], "author_may_sign": True}})
    assert policy.describe()[-3:] == (
        ("signoff.required", '"all"'),
        ("signoff.second_person", '["date", "low"]'),
        ("signoff.author_may_sign", "yes"),
    )
