"""Mutants tried: at each link, by the rules alone, with the same outcome as a run of the whole engine."""

from pathlib import Path, PurePosixPath

import pytest
from msgspec.structs import replace

from factsuite.engine import build
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy, read_policy
from factsuite.mutation.mutants import Attempt, Fate, Link, Outcome
from factsuite.mutation.running import attempts, mutate
from factsuite.mutation.scoring import by_link, score_of, shown
from factsuite.mutation.trying import Bench
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Severity
from factsuite.rules.running import run

RULES = collect_rules(None)
FOLDER = PurePosixPath("facts/flood")
ARTICLE = """\
---
format: 1
headline: Water in Larkhaven
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
not_checked:
  - {anchor: {exact: Nobody knows what 40 boats cost}, because: a turn of phrase}
---
At least 300 houses were flooded in Larkhaven. "We were not warned," said Ada Quill.

Noor Vane stayed in Northport for 12 hours.

Nobody knows what 40 boats cost.
"""
ENTITIES = """\
format: 1
people:
  - {id: ada-quill, name: Ada Quill}
  - {id: noor-vane, name: Noor Vane}
places:
  - {id: larkhaven, name: Larkhaven}
  - {id: northport, name: Northport}
measures:
  - {id: flooded, name: houses flooded in Larkhaven, unit: house, nouns: [houses]}
"""
SOURCES = """\
format: 1
sources:
  - {id: hearing, publisher: Larkhaven City Council, kind: transcript}
  - {id: gauge, publisher: Larkhaven Water Board, kind: official statement}
"""
FACTS = """\
format: 1
facts:
  - id: houses
    kind: quantity
    claim: At least 300 houses were flooded.
    anchor: {exact: At least 300 houses were flooded in Larkhaven}
    asserts: {measure: flooded, value: at least 300 houses}
    evidence:
      - {source: gauge, excerpt: We counted 312 houses., reports: {value: 312 houses}}

  - id: not-warned
    kind: quotation
    claim: Ada Quill said, "We were not warned."
    anchor: {exact: '"We were not warned," said Ada Quill'}
    asserts: {speaker: ada-quill, words: We were not warned}
    evidence:
      - {source: hearing, excerpt: "QUILL: We were not warned.", reports: {speaker: ada-quill}}
"""
FILES = {"article.md": ARTICLE, "entities.yaml": ENTITIES, "sources.yaml": SOURCES, "facts.yaml": FACTS}


def bench(**changed: str) -> Bench:
    files = {name: changed.get(name.replace(".", "_"), text) for name, text in FILES.items()}
    workspace = build_workspace({FOLDER / name: text.encode() for name, text in files.items()}, Policy())
    return Bench(workspace, workspace.dossiers[0], RULES)


def outcomes(at: Bench, *links: Link) -> list[Outcome]:
    return list(mutate(at.workspace, at.dossier, RULES, links or tuple(Link)).outcomes)


def told(found: list[Outcome], operator: str, link: Link, after: str) -> Outcome:
    return next(
        each
        for each in found
        if each.mutant.operator == operator and each.mutant.link is link and each.mutant.after == after
    )


FLOOD = bench()
FOUND = outcomes(FLOOD)


def test_the_dossier_is_green_before_any_mistake() -> None:
    assert FLOOD.dossier.problems == ()
    assert FLOOD.known == frozenset()


def test_at_the_first_link_an_anchor_notices_and_it_is_said_whether_a_value_would_have() -> None:
    found = told(FOUND, "nought-added-or-lost", Link.ARTICLE, "3,000")
    assert (found.fate, found.rules, found.by_anchor, found.by_value) == (
        Fate.KILLED,
        ("anchor-missing",),
        True,
        True,
    )
    assert found.mutant.facts == ("houses",)
    assert str(found.mutant.location) == "facts/flood/article.md:10:10"


def test_at_the_second_link_only_the_evidence_can_notice() -> None:
    found = told(FOUND, "nought-added-or-lost", Link.FACT, "3,000")
    assert found.fate is Fate.KILLED
    assert not found.by_anchor
    assert "value-contradicted" in found.rules
    assert all(not each.by_anchor for each in FOUND if each.mutant.link is not Link.ARTICLE)


def test_a_weaker_figure_at_the_second_link_is_equivalent_not_killed() -> None:
    found = told(FOUND, "off-by-one", Link.FACT, "299")
    assert (found.fate, found.because) == (Fate.EQUIVALENT, "says no more than what stood there")
    assert told(FOUND, "off-by-one", Link.ARTICLE, "299").fate is Fate.KILLED


def test_what_no_fact_covers_survives_and_says_so() -> None:
    found = told(FOUND, "off-by-one", Link.ARTICLE, "13")
    assert (found.fate, found.because, found.mutant.kind) == (Fate.SURVIVED, "no fact covers it", "uncovered")
    assert not [each for each in FOUND if each.mutant.link is Link.FACT and each.mutant.after == "13"]


def test_what_is_marked_as_not_checked_is_left_out() -> None:
    found = told(FOUND, "off-by-one", Link.ARTICLE, "41")
    assert found.fate is Fate.UNCHECKED


def test_a_slip_in_an_excerpt_is_noticed_by_what_is_recorded_beside_it() -> None:
    found = told(FOUND, "excerpt-off-by-one", Link.EVIDENCE, "313")
    assert (found.fate, found.rules) == (Fate.KILLED, ("excerpt-says-otherwise",))


def test_a_source_that_a_verdict_hangs_on_is_missed() -> None:
    left_out = [each for each in FOUND if each.mutant.operator == "source-left-out"]
    assert [each.fate for each in left_out] == [Fate.KILLED, Fate.KILLED]


def test_a_second_source_makes_the_first_redundant() -> None:
    twice = FACTS.replace(
        "reports: {value: 312 houses}}\n",
        "reports: {value: 312 houses}}\n      - {source: hearing, reports: {value: 320 houses}}\n",
    )
    found = outcomes(bench(facts_yaml=twice), Link.EVIDENCE)
    fates = [each.fate for each in found if each.mutant.operator == "source-left-out"]
    assert fates == [Fate.REDUNDANT, Fate.REDUNDANT, Fate.KILLED]


def test_what_is_set_aside_is_redundant() -> None:
    aside = FACTS.replace("reports: {value: 312 houses}}", "reports: {value: 312 houses}, set_aside: a slip}")
    found = outcomes(bench(facts_yaml=aside), Link.EVIDENCE)
    assert {each.fate for each in found if each.mutant.facts == ("houses",)} == {Fate.REDUNDANT}


def test_an_error_that_was_there_before_kills_nothing() -> None:
    broken = FACTS.replace("{speaker: ada-quill}}\n", "{speaker: noor-vane}}\n")
    at = bench(facts_yaml=broken)
    assert at.known
    found = [each for each in outcomes(at, Link.ARTICLE) if each.mutant.facts == ("houses",)]
    assert all("other-speaker" not in each.rules for each in found)


def test_a_rule_that_the_house_made_a_warning_kills_nothing() -> None:
    gate = read_policy({"severity": {"anchor-missing": "warning"}})
    workspace = replace(FLOOD.workspace, policy=gate)
    found = outcomes(Bench(workspace, workspace.dossiers[0], RULES), Link.ARTICLE)
    lenient = told(found, "nought-added-or-lost", Link.ARTICLE, "3,000")
    assert (lenient.fate, lenient.by_anchor, lenient.by_value) == (Fate.SURVIVED, False, True)


JUDGED = """\
format: 1
facts:
  - id: houses
    kind: statement
    claim: At least 300 houses were flooded in Larkhaven.
    anchor: {exact: At least 300 houses were flooded in Larkhaven}
    asserts: {that: At least 300 houses were flooded in Larkhaven.}
    evidence:
      - {source: gauge, stance: supports, because: The board counted them., of: At least 300 houses were flooded}
"""


def test_what_only_copied_words_notice_is_told_apart_from_what_was_compared() -> None:
    found = outcomes(bench(facts_yaml=JUDGED), Link.ARTICLE, Link.FACT)
    killed = [each for each in found if each.fate is Fate.KILLED]
    assert {each.rules for each in killed} == {("anchor-missing",), ("judgement-stale",)}
    assert (score_of(found).killed, score_of(found).compared) == (len(killed), 0)
    wrong = told(FOUND, "nought-added-or-lost", Link.FACT, "3,000")
    assert wrong.compared and told(FOUND, "nought-added-or-lost", Link.ARTICLE, "3,000").compared


def test_a_fact_that_fails_by_a_rule_is_not_turned_red_by_it_once_more() -> None:
    red = FACTS.replace("value: 312 houses", "value: 212 houses").replace("counted 312", "counted 212")
    found = told(outcomes(bench(facts_yaml=red), Link.FACT), "off-by-one", Link.FACT, "301")
    assert not {"value-contradicted", "verdict-differs"} & set(found.rules)


def test_what_is_expected_of_a_known_inaccuracy_is_no_error_before() -> None:
    workspace = build(Path(__file__).parent.parent.parent)
    assert Bench(workspace, workspace.dossiers[0], RULES).known == frozenset()


def test_the_same_seed_gives_the_same_mutants_and_outcomes() -> None:
    assert outcomes(bench()) == FOUND


@pytest.mark.parametrize("link", list(Link))
def test_judging_only_what_is_touched_comes_to_the_same_as_the_whole_engine(link: Link) -> None:
    tried = [each for each in attempts(FLOOD, (link,)) if isinstance(each, Attempt)]
    assert tried
    for attempt in tried:
        outcome = FLOOD.try_out(attempt)
        if outcome.fate is not Fate.REDUNDANT:
            assert (outcome.fate is Fate.KILLED) == _turns_red(attempt), attempt.mutant


def _turns_red(attempt: Attempt) -> bool:
    """A new error of the whole run on the facts touched; at the second link, not a missing anchor."""
    links = {rule.name: rule.link for rule in RULES}
    result = run(FLOOD._workspace(attempt.dossier), RULES)
    errors = [each for each in result.all_findings if each.severity is Severity.ERROR]
    if attempt.mutant.link is Link.FACT:
        errors = [each for each in errors if links[each.rule] != 1]
    return any(each.fact in attempt.mutant.facts for each in errors)


def test_scores_count_what_could_be_noticed_and_round_down() -> None:
    score = score_of(FOUND)
    assert score.counted == score.killed + score.survived < len(FOUND)
    assert score.percent is not None and score.percent < 100
    assert set(by_link(FOUND)) == set(Link)
    assert shown(score_of(()).percent) == "none"
    all_but_one = [each for each in FOUND if each.fate is Fate.KILLED] * 100
    survivor = [each for each in FOUND if each.fate is Fate.SURVIVED][:1]
    assert shown(score_of([*all_but_one, *survivor]).percent) == "99.9 %"
    assert shown(score_of(all_but_one).percent) == "100.0 %"
