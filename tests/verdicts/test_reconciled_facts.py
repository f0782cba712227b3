"""What is asserted of one thing in several facts: figures by a sweep, the rest by different contents."""

from fractions import Fraction
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from factsuite.load.locations import Location
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.examples import example_tree
from factsuite.values.numbers.intervals import Interval
from factsuite.verdicts.contributions import Contribution, Matter, contributions_of
from factsuite.verdicts.overlaps import Timed, opponents
from factsuite.verdicts.reconciling import Clash, reconcile

POINTS = st.integers(0, 6)


def spans() -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(POINTS, POINTS).map(lambda pair: (min(pair), max(pair)))


NUMBERS = st.one_of(
    spans().map(lambda pair: Interval(Fraction(pair[0]), Fraction(pair[1]))),
    POINTS.map(lambda low: Interval(Fraction(low), None, False, False)),
    POINTS.map(lambda high: Interval(None, Fraction(high), False, False)),
)
TIMED = st.builds(lambda span, numbers: Timed(span[0], span[1], numbers), spans(), NUMBERS)
WITHIN = {
    "": {""},
    "town": {"town"},
    "council": {"town", "council"},
    "mayor": {"town", "council", "mayor"},
    "clerk": {"town", "council", "clerk"},
    "harbour": {"harbour"},
}
"""Nested scopes: the mayor and the clerk speak within the council, it within the town; and the article's own voice."""


def apart(one: Timed, other: Timed) -> bool:
    at_one_time = one.first <= other.last and other.first <= one.last
    return at_one_time and not one.numbers.meets(other.numbers)


@given(st.lists(TIMED, max_size=9), st.lists(TIMED, max_size=9))
def test_the_sweep_finds_an_opponent_for_each_that_has_one(asking: list[Timed], others: list[Timed]) -> None:
    found = opponents(asking, others)
    for one, place in zip(asking, found, strict=True):
        assert (place is not None) is any(apart(one, other) for other in others)
        assert place is None or apart(one, others[place])


def contribution(index: int, timed: Timed, scope: str) -> Contribution:
    return Contribution(
        matter=Matter.FIGURE,
        thing="visitors",
        unit="person",
        article="one",
        fact=f"fact-{index}",
        at=Location(path=PurePosixPath("facts.yaml"), line=index + 1),
        text="",
        when=(timed.first, timed.last),
        day="",
        scope=scope,
        within=frozenset(WITHIN[scope]),
        content=timed.numbers,
    )


@given(st.lists(st.tuples(TIMED, st.sampled_from(sorted(WITHIN))), max_size=9))
def test_every_fact_that_clashes_is_in_a_clash_and_no_other(given: list[tuple[Timed, str]]) -> None:
    facts = [contribution(index, timed, scope) for index, (timed, scope) in enumerate(given)]

    def opposed(one: int, other: int) -> bool:
        (left, a), (right, b) = given[one], given[other]
        return (a in WITHIN[b] or b in WITHIN[a]) and apart(left, right)

    found: tuple[Clash, ...] = reconcile(facts).clashes
    pairs = [(facts.index(clash.one), facts.index(other)) for clash in found for other in clash.against]
    assert all(opposed(*pair) for pair in pairs)
    everybody = range(len(facts))
    expected = {one for one in everybody if any(opposed(one, other) for other in everybody)}
    assert {each for pair in pairs for each in pair} == expected
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert reconcile(reversed(facts)) == reconcile(facts)


def fact(id: str, kind: str, asserts: str, more: str = "") -> str:
    return (
        f"  - id: {id}\n    kind: {kind}\n    claim: A claim.\n    anchor: {{exact: example}}\n"
        f"    asserts: {{{asserts}}}\n{more}"
    )


def clashes(*facts: str, second: tuple[str, ...] = (), shared: str = "") -> list[tuple[str, list[str]]]:
    example = "# facts.yaml\nformat: 1\nfacts:\n" + "".join(facts)
    if second:
        example += "# second/facts.yaml\nformat: 1\nfacts:\n" + "".join(second)
    if shared:
        example += f"# shared/entities.yaml\nformat: 1\n{shared}"
    workspace = build_workspace(example_tree(example), Policy())
    assert [each.message for dossier in workspace.dossiers for each in dossier.problems] == []
    found = reconcile(each for dossier in workspace.dossiers for each in contributions_of(dossier))
    return [
        (f"{clash.one.article}/{clash.one.fact}", [f"{each.article}/{each.fact}" for each in clash.against])
        for clash in found.clashes
    ]


def visitors(id: str, value: str, scope: str = "", more: str = "") -> str:
    return fact(id, "quantity", f"measure: bridge-visitors, value: '{value}'" + (f", {scope}" if scope else ""), more)


def test_a_figure_that_grew_is_no_contradiction() -> None:
    june, autumn = "as_of: 2031-06-01", "as_of: 2031-09-15"
    assert clashes(visitors("a", "300 people", june), visitors("b", "500 people", autumn)) == []
    assert clashes(visitors("a", "300 people", june), visitors("b", "500 people", june)) == [
        ("example/b", ["example/a"])
    ]


def test_a_figure_without_a_day_is_of_its_article_s_day() -> None:
    assert clashes(visitors("a", "300 people"), visitors("b", "500 people")) == [("example/b", ["example/a"])]
    assert clashes(visitors("a", "300 people"), visitors("b", "500 people", "as_of: 2031-09-15")) == []


def test_by_a_day_is_that_day() -> None:
    now, goal = visitors("a", "300 people", "as_of: 2031-06-01"), visitors("b", "500 people", "as_of: by 2031-12-31")
    assert clashes(now, goal) == []
    assert clashes(now, visitors("b", "500 people", "as_of: since 2031-05-01"))[0][0] in ("example/a", "example/b")


def test_what_another_party_says_is_no_contradiction_and_what_one_within_it_says_is() -> None:
    mayor, council = "according_to: mayor", "according_to: city-council"
    assert clashes(visitors("a", "300 people", mayor), visitors("b", "500 people", council)) != []
    assert clashes(visitors("a", "300 people", mayor), visitors("b", "500 people", "according_to: noor-vane")) == []
    assert clashes(visitors("a", "300 people", mayor), visitors("b", "500 people")) == []


def test_hedges_may_hold_together() -> None:
    assert clashes(visitors("a", "at least 300 people"), visitors("b", "500 people")) == []
    assert clashes(visitors("a", "up to 300 people"), visitors("b", "at least 400 people")) != []


def test_a_known_inaccuracy_asserts_nothing_against_others() -> None:
    known = "    verdict: contradicted\n    correction: It was 300.\n"
    assert clashes(visitors("a", "300 people"), visitors("b", "500 people", "", known)) == []


def test_a_sum_of_figures_of_its_own_measure_is_not_compared_with_its_parts() -> None:
    sunday, monday = visitors("a", "300 people", "as_of: 2031-06-01"), visitors("b", "150 people")
    total = fact("both", "derived", "measure: bridge-visitors, value: 450 people, from: a + b")
    assert clashes(sunday, monday, total) == []
    apart = fact("both", "derived", "measure: other, value: 450 people, from: a + b")
    other = fact("again", "quantity", "measure: other, value: 500 people")
    measure = "measures:\n  - {id: other, name: visitors in all, unit: person, nouns: [people]}\n"
    assert clashes(sunday, monday, apart, other, shared=measure) == [("example/again", ["example/both"])]


def test_the_one_that_stands_against_most_is_told_once() -> None:
    many = [visitors(f"a{n}", "300 people") for n in range(4)]
    assert clashes(visitors("odd", "500 people"), *many) == [
        ("example/odd", ["example/a0", "example/a1", "example/a2", "example/a3"])
    ]


KILOMETRES = "measures:\n  - {id: length, name: the length of the bridge, unit: metre}\n"


def length(id: str, value: str) -> str:
    return fact(id, "quantity", f"measure: length, value: '{value}', as_of: 2031-06-01")


def test_units_are_converted_and_things_of_another_sort_are_not_compared() -> None:
    assert clashes(length("a", "1.5 kilometres"), length("b", "1,500 metres"), shared=KILOMETRES) == []
    assert clashes(length("a", "1.5 kilometres"), length("b", "1,200 metres"), shared=KILOMETRES) != []
    assert clashes(length("a", "1.5 kilometres"), length("b", "300 tonnes"), shared=KILOMETRES) == []


def test_two_articles_are_compared() -> None:
    opening = fact("day", "date", "event: opening, on: 2031-06-01")
    other = fact("day", "date", "event: opening, on: 2031-06-03")
    assert clashes(opening, second=(other,)) == [("second/day", ["example/day"])]
    assert clashes(opening, second=(fact("day", "date", "event: opening, on: June 2031"),)) == []


def test_places_of_an_event_may_lie_within_one_another() -> None:
    def place(id: str, where: str) -> str:
        return fact(id, "place", f"what: opening, where: {where}")

    assert clashes(place("a", "old-town"), place("b", "larkhaven")) == []
    assert clashes(place("a", "old-town"), place("b", "northport")) == [("example/b", ["example/a"])]


def test_one_person_on_one_day_has_one_office_unless_they_held_both() -> None:
    def office(id: str, title: str, day: str = "2031-06-01") -> str:
        return fact(id, "office", f"person: ada-quill, office: {title}, as_of: {day}")

    mayor = office("a", "Mayor of Larkhaven")
    assert clashes(mayor, office("b", "Harbour Master")) == [("example/b", ["example/a"])]
    assert clashes(mayor, office("b", "Harbour Master", "2020-06-01")) == []
    assert clashes(mayor, office("b", "spokeswoman")) == []
