"""Dependencies: what has changed decides which facts are judged again, and no other."""

from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.dependencies import dependencies_of, depending_on
from factsuite.rules.examples import example_tree
from factsuite.rules.running import check_entities, check_facts, check_questions, examine, run

EXAMPLE = """
# facts.yaml
format: 1
facts:
  - id: saturday
    kind: quantity
    claim: 200 people came on Saturday.
    anchor: {exact: 200 people}
    asserts: {measure: bridge-visitors, value: 200 people}
    evidence: [{source: gazette, reports: {value: 200 people}}]
  - id: twice
    kind: derived
    claim: 400 people came.
    anchor: {exact: 400 people}
    asserts: {measure: bridge-visitors, value: 400 people, from: saturday * 2}
  - id: again
    kind: derived
    claim: 800 people came.
    anchor: {exact: 800 people}
    asserts: {measure: bridge-visitors, value: 800 people, from: twice * 2}
  - id: opening-day
    kind: date
    claim: The bridge opened on 1 June.
    anchor: {exact: on 1 June}
    asserts: {event: opening, on: 2031-06-01}
  - id: mayors-office
    kind: office
    claim: Ada Quill was the mayor.
    anchor: {exact: "Ada Quill, the mayor"}
    asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
    evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]
"""


def dossier() -> Dossier:
    return build_workspace(example_tree(EXAMPLE), Policy()).dossiers[0]


def again(**changed: tuple[str, ...]) -> set[str]:
    here = dossier()
    known = {fact.label: dependencies_of(fact, here.registry) for fact in here.facts}
    return set(depending_on(here, known, **changed))


def test_what_is_computed_from_a_fact_follows_it_to_the_end_of_the_chain() -> None:
    assert again(facts=("saturday",)) == {"saturday", "twice", "again"}
    assert again(facts=("again",)) == {"again"}


def test_an_event_moves_the_facts_about_it_and_a_person_every_office() -> None:
    assert again(entities=("opening",)) == {"opening-day"}
    assert again(entities=("noor-vane",)) == {"mayors-office"}  # a title is compared with everybody's
    assert again(entities=("bridge-visitors",)) == {"saturday", "twice", "again"}


def test_a_place_moves_the_facts_about_an_event_there() -> None:
    assert again(entities=("larkhaven",)) == {"opening-day"}  # the bridge opened in Old Town, within Larkhaven


def test_a_source_moves_what_cites_it_and_what_rests_on_a_record_that_does() -> None:
    assert again(sources=("hearing",)) == {"mayors-office"}
    assert {"saturday", "twice", "again", "opening-day"} <= again(sources=("gazette",))
    assert again(sources=("nobody",)) == set()


def test_the_parts_of_a_run_find_what_the_whole_run_finds() -> None:
    workspace = build_workspace(example_tree(EXAMPLE.replace("800 people}", "900 people}")), Policy())
    rules = collect_rules(None)
    examined = examine(workspace.dossiers[0], workspace)
    whole = run(workspace, rules)
    labels = {slot.label for slot in examined.dossier.slots}
    parts = [f for fact in check_facts(examined, rules, labels) for f in (*fact.findings, *fact.expected)]
    parts += check_entities(examined, rules, {entity.id for entity in examined.dossier.entities})
    parts += check_questions(examined, rules)
    expected = [found for fact in whole.facts for found in fact.expected]
    found = {(each.rule, each.fact, each.finding.message) for each in (*whole.all_findings, *expected)}
    assert {(each.rule, each.fact, each.finding.message) for each in parts} == found
    assert found
