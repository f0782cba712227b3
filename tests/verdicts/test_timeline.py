"""The timeline: one network against the comparison of two dates, and against orders of several facts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.engine import policy_of
from factsuite.load.files import read_tree
from factsuite.load.locations import Location
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.examples import FOLDER, example_tree
from factsuite.values.calendar.moments import Bounds
from factsuite.values.dates import DateValue, compare_order
from factsuite.values.relation import Relation
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.timeline import network
from factsuite.verdicts.timeline.network import solve
from factsuite.verdicts.timeline.reasons import Reason, Said
from factsuite.verdicts.timeline.sentences import sentence
from factsuite.verdicts.timeline.spans import dated, moment, ordered
from factsuite.verdicts.timeline.timelines import Timeline, timeline_of

ROOT = Path(__file__).parent.parent.parent


def timeline(entities: str, facts: str = "", published: str = "2031-06-02") -> Timeline:
    article = (
        f"# article.md\n---\nformat: 1\nheadline: X\npublisher: P\npublished: {published}\nfictional: yes\n---\nX\n"
    )
    example = f"# facts.yaml\nformat: 1\nfacts:\n{facts}\n# entities.yaml\nformat: 1\n{entities}\n{article}"
    workspace = build_workspace(example_tree(example), Policy())
    dossier = workspace.dossiers[0]
    assert dossier.path == FOLDER
    assert not [each for each in dossier.problems if facts], [each.message for each in dossier.problems]
    return timeline_of(Grounds(dossier, workspace.policy))


def order(id: str, earlier: str, later: str, more: str = "") -> str:
    asserts = f"{{earlier: {earlier}, later: {later}}}"
    return f"  - {{id: {id}, kind: order, claim: C., anchor: {{exact: X}}, asserts: {asserts}{more}}}\n"


def blamed(found: Timeline) -> list[str | None]:
    return [conflict.blamed.fact for conflict in found.facts]


# The first article


def test_the_network_alone_finds_what_is_out_of_order_in_the_first_article() -> None:
    policy = policy_of(ROOT)
    dossier = build_workspace(read_tree(ROOT), policy).dossiers[0]
    found = timeline_of(Grounds(dossier, policy))
    known = {conflict.blamed.fact: sentence(conflict) for conflict in found.facts if conflict.known}
    assert set(known) == {"dprk-date", "peskov-date", "xi-in-response", "austin-added-relation"}
    assert len(known) == len(found.facts)
    assert "21 October 2024" in known["dprk-date"]
    assert "23 October 2024" in known["dprk-date"]
    assert "cannot have come in response to John Kirby's briefing" in known["xi-in-response"]
    assert found.records == ()


# Two dates


MINUTE = st.integers(0, 4000)
DATES = st.builds(
    lambda first, length, offset: DateValue(
        starts=(Bounds(earliest=first, latest=first + length),), offset=offset, text=""
    ),
    MINUTE,
    st.integers(0, 1500),
    st.sampled_from([None, None, 0, 540, -300]),
)


def said(words: str, constraints: object, fact: str | None = None) -> Said:
    reason = Reason(words=words, at=Location(path=FOLDER / "facts.yaml", line=1), article="a", fact=fact)
    return Said(reason=reason, constraints=tuple(constraints))  # type: ignore[arg-type]


@settings(max_examples=500, deadline=None)
@given(DATES, DATES)
def test_an_order_is_impossible_exactly_where_two_dates_contradict_it(one: DateValue, other: DateValue) -> None:
    earlier, later = moment("one", one.offset), moment("other", other.offset)
    records = [said("one", dated(earlier, one)), said("other", dated(later, other))]
    found = solve((), records, [said("order", ordered(earlier, later), "f")])
    assert bool(found.facts) is (compare_order(one, other) is Relation.CONTRADICTS)
    assert found.records == ()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "has_solution", lambda _: False)  # conflicts are searched for where there is none, too
        assert solve((), records, [said("order", ordered(earlier, later), "f")]) == found


# Several facts


RING = "events:\n  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: c, name: C}\n"


def test_a_ring_of_three_orders_is_one_conflict_of_three_facts() -> None:
    found = timeline(RING, order("one", "a", "b") + order("two", "b", "c") + order("three", "c", "a"))
    (conflict,) = found.facts
    assert sorted(each.fact or "" for each in conflict.asserted) == ["one", "three", "two"]
    assert conflict.blamed.fact == "three"
    assert sentence(conflict).startswith("these cannot all hold: ")


def test_a_smaller_ring_is_told_before_a_larger_one_and_what_comes_last_is_taken_out() -> None:
    facts = order("one", "b", "c") + order("two", "c", "a") + order("three", "b", "a") + order("four", "a", "b")
    found = timeline(RING, facts)
    assert [sorted(each.fact or "" for each in conflict.asserted) for conflict in found.facts] == [["four", "three"]]


def test_what_is_known_to_be_wrong_hides_no_other_conflict() -> None:
    wrong = ", verdict: contradicted, correction: It was not."
    facts = order("one", "a", "b") + order("two", "b", "a", wrong) + order("three", "b", "a")
    found = timeline(RING, facts)
    assert [(conflict.blamed.fact, conflict.known) for conflict in found.facts] == [("two", True), ("three", False)]


def test_independent_conflicts_are_all_found() -> None:
    entities = RING + "  - {id: d, name: D, on: 2031-05-02}\n  - {id: e, name: E, on: 2031-05-01}\n"
    found = timeline(entities, order("one", "a", "a") + order("two", "d", "e"))
    assert blamed(found) == ["one", "two"]
    assert sentence(found.facts[1]) == "E (1 May 2031) cannot have come after D (2 May 2031)"


def test_an_order_reported_by_a_source_counts_and_one_set_aside_does_not() -> None:
    entities = (
        "events:\n  - {id: a, name: A, evidence: [{source: gazette, reports: {after: b}%s}]}\n  - {id: b, name: B}\n"
    )
    against = timeline(entities % "", order("one", "a", "b"))
    assert sentence(against.facts[0]) == "B cannot have come after A: `gazette` has B before A"
    assert blamed(timeline(entities % ", set_aside: A slip.", order("one", "a", "b"))) == []


def test_sources_that_disagree_about_a_date_leave_the_recorded_one() -> None:
    entities = (
        "events:\n  - id: a\n    name: A\n    on: 2031-05\n    evidence:\n"
        "      - {source: gazette, reports: {on: 2031-05-03}}\n      - {source: hearing, reports: {on: %s}}\n"
        "  - {id: b, name: B, on: 2031-05-02}\n"
    )
    facts = order("one", "a", "b")
    assert blamed(timeline(entities % "2031-05-01", facts)) == []
    assert blamed(timeline(entities % "by 2031-05-30", facts)) == ["one"]


def test_a_date_on_somebody_s_word_is_no_assertion_of_the_article() -> None:
    entities = "events: [{id: a, name: A, on: 2031-05-01}]\n"
    fact = "  - {id: one, kind: date, claim: C., anchor: {exact: X}, asserts: {event: a, on: 2031-05-09%s}}\n"
    assert blamed(timeline(entities, fact % "")) == ["one"]
    assert blamed(timeline(entities, fact % ", according_to: somebody")) == []


def test_a_doubted_date_refutes_nothing() -> None:
    entities = "events: [{id: a, name: A, on: 2031-05-09?}, {id: b, name: B, on: 2031-05-01}]\n"
    assert blamed(timeline(entities, order("one", "a", "b"))) == []


def test_a_period_counts_as_before_as_soon_as_it_has_begun() -> None:
    entities = (
        "events: [{id: a, name: A, on: 2031-05-03/2031-05-09, extent: period}, {id: b, name: B, on: %s},"
        " {id: c, name: C, on: 2031-05-01}]\n"
    )
    assert blamed(timeline(entities % "2031-05-05", order("one", "a", "b") + order("two", "b", "a"))) == []
    assert blamed(timeline(entities % "2031-05-02", order("one", "a", "b"))) == ["one"]


def test_an_office_of_two_terms_may_mean_either() -> None:
    term = "{title: Mayor, from: %s, until: %s}"
    one = "people: [{id: p, name: P, offices: [%s]}]\n" % (term % (2020, 2022))
    two = "people: [{id: p, name: P, offices: [%s, %s]}]\n" % (term % (2020, 2022), term % (2030, 2032))  # noqa: UP031
    fact = (
        "  - {id: one, kind: office, claim: C., anchor: {exact: X},"
        " asserts: {person: p, office: Mayor, as_of: 2031-05-01}}\n"
    )
    assert blamed(timeline(one, fact)) == ["one"]
    assert blamed(timeline(two, fact)) == []


def test_records_that_cannot_hold_are_told_and_left_out() -> None:
    entities = (
        "events:\n  - {id: a, name: A, on: 2031-05-09}\n"
        "  - {id: b, name: B, on: 2031-05-01, evidence: [{source: gazette, reports: {on: 2031-05-01, after: a}}]}\n"
    )
    found = timeline(entities, order("one", "a", "b"))
    assert [len(conflict.reasons) for conflict in found.records] == [3]
    assert blamed(found) == []


@pytest.mark.parametrize(("on", "impossible"), [("2031-06-03", False), ("2031-06-04", True), ("in June 2031", False)])
def test_words_are_not_spoken_after_the_article_was_published(on: str, impossible: bool) -> None:
    fact = f"  - {{id: one, kind: statement, claim: C., anchor: {{exact: X}}, asserts: {{that: C., on: {on}}}}}\n"
    assert bool(timeline("", fact).facts) is impossible


def test_bounds_follow_from_dates_and_reported_orders() -> None:
    entities = (
        "places: [{id: p, name: P, utc_offset: '+02:00'}]\nevents:\n"
        "  - {id: a, name: A, on: 2031-05-01T10:00, where: p}\n"
        "  - {id: b, name: B, where: p, evidence: [{source: gazette, reports: {on: 2031-05-01, after: a}}]}\n"
        "  - {id: c, name: C}\n"
    )
    found = {each.id: each for each in timeline(entities).events}
    assert list(found) == ["a", "b", "c"]
    assert found["a"].starts.earliest is not None
    assert found["b"].starts.earliest == found["a"].starts.earliest + 1
    assert found["b"].offset == 120
    assert found["c"].starts == Bounds(earliest=None, latest=None)
