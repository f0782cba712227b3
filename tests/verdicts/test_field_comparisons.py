"""Field by field: places and people by containment, lists, order with zones, offices at a date, arithmetic."""

import pytest
from small_facts import judged, verdict

from factsuite.verdicts.judging import Basis

LAND = """\
format: 1
people:
  - {id: clerk, name: Tom Reed, within: city-council}
  - {id: mayor, name: the mayor, within: [city-council, harbour-board]}
  - id: ada-quill
    name: Ada Quill
    offices:
      - title: Mayor of Larkhaven
        aliases: [Mayor]
        from: 2029
        until: 2033-05
        evidence: [{source: gazette, reports: {from: 2029, until: 2033-05}}]
      - title: Chair of the Harbour Board
        from: 2030
        evidence: [{source: gazette, reports: {from: 2030}}]
  - id: noor-vane
    name: Noor Vane
    offices:
      - {title: Harbour Master, from: 2028, evidence: [{source: gazette, reports: {from: 2028}}]}
organisations:
  - {id: coast-state, name: the Coast State}
  - {id: city-council, name: Larkhaven City Council, within: coast-state}
  - {id: harbour-board, name: the Harbour Board}
  - {id: ring-one, name: Ring One, within: ring-two}
  - {id: ring-two, name: Ring Two, within: ring-one}
places:
  - {id: coast, name: Coast}
  - {id: larkhaven, name: Larkhaven, within: coast, utc_offset: "+02:00"}
  - {id: old-town, name: Old Town, within: larkhaven}
  - {id: airfield, name: the airfield, within: coast, near: larkhaven}
  - {id: hangar, name: the hangar, within: airfield}
  - {id: river-bank, name: the river bank, overlaps: [larkhaven, northport]}
  - {id: northport, name: Northport, within: coast, utc_offset: "-05:00"}
  - {id: inland, name: Inland}
events:
  - id: opening
    name: the opening
    on: 2031-06-01T10:00
    where: old-town
    who: [mayor, clerk]
    evidence: [{source: gazette, reports: {on: 2031-06-01T10:00}}]
  - id: speech
    name: the speech in Northport
    on: 2031-06-01T04:30
    where: northport
    evidence: [{source: gazette, reports: {on: 2031-06-01T04:30}}]
  - id: parade
    name: the parade
    on: 2031-06-01
    evidence: [{source: hearing, reports: {on: 2031-06-01}}]
  - id: closing
    name: the closing
    on: 2031-09-15
    evidence: [{source: gazette, reports: {on: 2031-09-15}}]
  - id: repairs
    name: the repairs
    on: 2031-05-01/2031-06-30
    extent: period
    evidence: [{source: gazette, reports: {on: 2031-05-01/2031-06-30}}]
  - id: rumour
    name: the rumour
    evidence: [{source: gazette, reports: {after: opening}}]
measures:
  - {id: bridge-visitors, name: visitors to the bridge, unit: person, nouns: [people, visitors]}
labels: [spokeswoman]
"""


def on_land(example: str) -> str:
    return verdict(example, entities=LAND)


def place(reported: str, asserted: str) -> str:
    return on_land(
        f"kind: place\nasserts: {{what: harbour-board, where: {asserted}}}\n"
        f"evidence: [{{source: hearing, reports: {{where: {reported}}}}}]\n"
    )


@pytest.mark.parametrize(
    ("reported", "asserted", "expected"),
    [
        ("old-town", "old-town", "supported"),
        ("old-town", "larkhaven", "supported"),
        ("old-town", "coast", "supported"),
        ("larkhaven", "old-town", "overstated"),
        ("northport", "larkhaven", "contradicted"),
        ("inland", "coast", "contradicted"),
        # near and overlaps make other branches compatible, for what lies within them too
        ("airfield", "larkhaven", "overstated"),
        ("larkhaven", "airfield", "overstated"),
        ("hangar", "larkhaven", "overstated"),
        ("old-town", "airfield", "overstated"),
        ("airfield", "northport", "contradicted"),
        ("river-bank", "northport", "overstated"),
        ("river-bank", "old-town", "overstated"),
        ("river-bank", "inland", "contradicted"),
        # a list asserts all of it
        ("[old-town, northport]", "[larkhaven, northport]", "supported"),
        ("northport", "[larkhaven, northport]", "overstated"),
        ("inland", "[larkhaven, northport]", "contradicted"),
        ("[larkhaven, northport]", "northport", "supported"),
        ("[old-town, inland]", "[northport, larkhaven]", "overstated"),
    ],
)
def test_places_are_compared_by_what_lies_within_what(reported: str, asserted: str, expected: str) -> None:
    assert place(reported, asserted) == expected


@pytest.mark.parametrize(
    ("reported", "asserted", "expected"),
    [
        ("clerk", "clerk", "supported"),
        ("clerk", "city-council", "supported"),
        ("clerk", "coast-state", "supported"),
        ("mayor", "harbour-board", "supported"),
        ("city-council", "clerk", "overstated"),
        ("clerk", "mayor", "contradicted"),
        ("clerk", "harbour-board", "contradicted"),
        ("ring-one", "ring-two", "supported"),
    ],
)
def test_people_speak_within_what_they_belong_to(reported: str, asserted: str, expected: str) -> None:
    found = on_land(
        f"kind: quotation\nasserts: {{speaker: {asserted}, words: The bridge is open today.}}\n"
        f"evidence: [{{source: hearing, reports: {{speaker: {reported}, words: The bridge is open today.}}}}]\n"
    )
    assert found == expected


@pytest.mark.parametrize(
    ("reported", "asserted", "expected"),
    [
        ("{who: [mayor, clerk]}", "{event: parade, who: [clerk, mayor]}", "supported"),
        ("{who: [mayor, clerk]}", "{event: parade, who: city-council}", "supported"),
        ("{who: mayor}", "{event: parade, who: [clerk, mayor]}", "overstated"),
        ("{who: noor-vane}", "{event: parade, who: [clerk, mayor]}", "contradicted"),
        ("{who: mayor}", "{event: parade, who: mayor, where: larkhaven}", "overstated"),
        ("{who: mayor, where: old-town}", "{event: parade, who: mayor, where: larkhaven}", "supported"),
        ("{who: mayor, where: northport}", "{event: parade, who: mayor, where: larkhaven}", "contradicted"),
        ("{who: mayor, event: opening}", "{event: parade, who: mayor}", "unverified"),
    ],
)
def test_events_are_compared_by_who_where_and_when(reported: str, asserted: str, expected: str) -> None:
    assert (
        on_land(f"kind: event\nasserts: {asserted}\nevidence: [{{source: hearing, reports: {reported}}}]\n") == expected
    )


def order(earlier: str, later: str, more: str = "") -> str:
    return on_land(f"kind: order\nasserts: {{earlier: {earlier}, later: {later}{more}}}\n")


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("opening", "closing", "supported"),
        ("closing", "opening", "contradicted"),
        ("parade", "closing", "supported"),
        # 10:00 in Larkhaven is 08:00 UTC; 04:30 in Northport is 09:30 UTC.
        ("opening", "speech", "supported"),
        ("speech", "opening", "contradicted"),
        # one day, no hour
        ("parade", "opening", "overstated"),
        ("opening", "parade", "overstated"),
        # a period that goes on while the other happens
        ("repairs", "closing", "supported"),
        ("closing", "repairs", "contradicted"),
        # no date at all, but a source that gives the order
        ("opening", "rumour", "supported"),
        ("rumour", "opening", "contradicted"),
        ("rumour", "closing", "unverified"),
    ],
)
def test_events_are_put_in_order_by_their_times_and_zones(earlier: str, later: str, expected: str) -> None:
    assert order(earlier, later) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [("after", "supported"), ("in response", "overstated"), ("despite", "overstated")],
)
def test_dates_alone_show_no_link_but_after(link: str, expected: str) -> None:
    assert order("opening", "closing", f", link: {link}") == expected
    assert order("closing", "opening", f", link: {link}") == "contradicted"


def office(asserted: str, reported: str, as_of: str = "2031-06-01", person: str = "ada-quill") -> str:
    return on_land(
        f"kind: office\nasserts: {{person: {person}, office: {asserted}, as_of: {as_of}}}\n"
        f"evidence: [{{source: hearing, reports: {{office: {reported}}}}}]\n"
    )


@pytest.mark.parametrize(
    ("asserted", "reported", "expected"),
    [
        ("Mayor of Larkhaven", "Mayor of Larkhaven", "supported"),
        ("Mayor of Larkhaven", "mayor  of  larkhaven", "supported"),
        ("Mayor of Larkhaven", "Mayor", "supported"),
        ("Mayor", "Mayor of Larkhaven", "supported"),
        ("Harbour Master", "Mayor of Larkhaven", "contradicted"),
        # she held both, so each source is right; what is recorded of the office supports it
        ("Mayor of Larkhaven", "Chair of the Harbour Board", "supported"),
        ("Mayor of Larkhaven", "spokeswoman", "supported"),
        ("Harbour Master", "spokeswoman", "unverified"),
    ],
)
def test_offices_are_told_apart_by_what_is_declared(asserted: str, reported: str, expected: str) -> None:
    assert office(asserted, reported) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2031-06-01", "supported"),
        ("2029", "supported"),
        ("2033-05", "supported"),
        ("2028-12-31", "contradicted"),
        ("2033-06-01", "contradicted"),
        ("2040", "contradicted"),
    ],
)
def test_an_office_is_held_at_a_date(as_of: str, expected: str) -> None:
    text = f"kind: office\nasserts: {{person: ada-quill, office: Mayor of Larkhaven, as_of: {as_of}}}\n"
    assert on_land(text) == expected


def derived(value: str, expression: str, first: str = "200 people", second: str = "about 100 people") -> str:
    return f"""\
# facts.yaml
format: 1
facts:
  - id: saturday
    kind: quantity
    claim: One.
    anchor: {{exact: One}}
    asserts: {{measure: bridge-visitors, value: {first}}}
  - id: sunday
    kind: quantity
    claim: Two.
    anchor: {{exact: Two}}
    asserts: {{measure: bridge-visitors, value: {second}}}
  - id: both
    kind: derived
    claim: Three.
    anchor: {{exact: Three}}
    asserts: {{measure: bridge-visitors, value: {value}, from: {expression}}}
"""


@pytest.mark.parametrize(
    ("value", "expression", "expected"),
    [
        ("400 people", "saturday * 2", "supported"),
        ("500 people", "saturday * 2", "contradicted"),
        ("at least 300 people", "saturday * 2", "supported"),
        ("about 300 people", "saturday + sunday", "supported"),
        ("exactly 300 people", "saturday + sunday", "overstated"),
        ("900 people", "saturday + sunday", "contradicted"),
        ("0 people", "saturday - saturday", "supported"),
        ("2 people", "saturday / 100", "supported"),
        ("300 people", "saturday / ( saturday - saturday )", "unverified"),
    ],
)
def test_derived_figures_are_computed_again(value: str, expression: str, expected: str) -> None:
    found = judged(derived(value, expression))
    assert found.verdict.value == expected
    if expected != "unverified":
        assert found.basis is Basis.COMPUTED


def test_a_figure_derived_from_nothing_known_is_unverified() -> None:
    assert verdict(derived("300 people", "saturday + monday")) == "unverified"


def test_a_bound_derived_from_a_bound_stays_one() -> None:
    assert (
        verdict(derived("at least 300 people", "saturday + sunday", "at least 200 people", "100 people")) == "supported"
    )
    assert verdict(derived("300 people", "saturday + sunday", "at least 200 people", "100 people")) == "overstated"
    assert (
        verdict(derived("at most 300 people", "saturday + sunday", "at least 250 people", "100 people"))
        == "contradicted"
    )


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", "supported"),
        (", translated_from: ru", "unverified"),
    ],
)
def test_a_declared_translation_is_not_compared_word_by_word(extra: str, expected: str) -> None:
    found = verdict(
        "kind: quotation\nasserts: {words: I never saw that memo.}\n"
        f"evidence: [{{source: hearing, reports: {{words: I never saw that memo.}}{extra}}}]\n"
    )
    assert found == expected
