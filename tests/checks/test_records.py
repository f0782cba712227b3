"""Records: the awkward cases."""

import pytest
from small_facts import findings, found_by


def event(on: str, *evidence: str, more: str = "") -> str:
    listed = "".join(f"      - {entry}\n" for entry in evidence)
    return (
        "# entities.yaml\nformat: 1\nplaces:\n  - {id: larkhaven, name: L}\n  - {id: northport, name: N}\n"
        "  - {id: old-town, name: O, within: larkhaven}\npeople:\n  - {id: mayor, name: M}\n  - {id: clerk, name: C}\n"
        f"events:\n  - id: opening\n    name: the opening\n    on: {on}\n{more}    evidence:\n{listed}"
    )


def dated(on: str, more: str = "", source: str = "gazette") -> str:
    return f"{{source: {source}, reports: {{on: {on}}}{more}}}"


@pytest.mark.parametrize(
    ("on", "evidence", "contradicted", "unsupported"),
    [
        ("2031-06-01", [dated("2031-06-01")], False, False),
        ("2031-06-01", [dated("2031-06-01T10:00")], False, False),
        ("2031-06", [dated("2031-06-01")], False, False),
        ("2031-06-01", [dated("2031-06")], False, True),
        ("2031-06-01T10:00", [dated("2031-06-01")], False, True),
        ("2031-06-02", [dated("2031-06-01")], True, False),
        ("2031-06-02", [dated("2031-06-01", ", set_aside: a slip")], False, True),
        ("2031-06-02", [dated("2031-06-01"), dated("2031-06-02", source="hearing")], True, False),
        ("2031-06-01", ["{source: gazette, reports: {who: mayor}}"], False, True),
        ("by 2031-06-05", [dated("2031-06-01")], False, False),
    ],
)
def test_an_events_date_is_what_its_sources_give(
    on: str, evidence: list[str], contradicted: bool, unsupported: bool
) -> None:
    example = event(on, *evidence)
    assert found_by("event-date-contradicted", example) is contradicted
    assert found_by("event-date-unsupported", example) is unsupported


def test_an_event_without_a_date_needs_none() -> None:
    example = event("2031", "{source: gazette, reports: {who: mayor}}").replace("    on: 2031\n", "")
    assert not found_by("event-date-unsupported", example)


@pytest.mark.parametrize(
    ("recorded", "reported", "found"),
    [
        ("where: old-town", "where: larkhaven", False),
        ("where: larkhaven", "where: old-town", False),
        ("where: northport", "where: old-town", True),
        ("who: mayor", "who: clerk", True),
        ("who: [mayor, clerk]", "who: clerk", False),
        ("who: mayor", "where: old-town", False),
        ("who: mayor", "who: nobody-listed", False),
    ],
)
def test_an_events_place_and_people_are_what_its_sources_give(recorded: str, reported: str, found: bool) -> None:
    example = event("2031", f"{{source: gazette, reports: {{on: 2031, {reported}}}}}", more=f"    {recorded}\n")
    assert found_by("event-record-contradicted", example) is found


def office(term: str, *evidence: str) -> str:
    listed = "".join(f"          - {{source: gazette, {entry}}}\n" for entry in evidence)
    return (
        "# entities.yaml\nformat: 1\npeople:\n  - id: ada-quill\n    name: Ada Quill\n    offices:\n"
        f"      - title: Mayor of Larkhaven\n{term}        evidence:\n{listed}"
    )


FROM, UNTIL = "        from: 2029-05\n", "        until: 2033-05\n"


@pytest.mark.parametrize(
    ("term", "evidence", "contradicted", "unsupported"),
    [
        (FROM, ["reports: {from: 2029-05}"], 0, 0),
        (FROM, ["reports: {from: 2029-05-04}"], 0, 0),
        (FROM, ["reports: {from: 2029}"], 0, 1),
        (FROM, ["reports: {from: 2028}"], 1, 0),
        (FROM, ["reports: {held_on: 2030-01-01}"], 0, 1),
        (FROM, ["reports: {held_on: 2029-04-30}"], 1, 1),
        (FROM, ["reports: {from: 2028}, set_aside: a slip"], 0, 1),
        (FROM + UNTIL, ["reports: {from: 2029-05}", "reports: {until: 2033-05}"], 0, 0),
        (FROM + UNTIL, ["reports: {from: 2029-05}"], 0, 1),
        (FROM + UNTIL, ["reports: {from: 2029-05, until: 2032}"], 1, 0),
        (UNTIL, ["reports: {held_on: 2033-06-01}"], 1, 1),
        (UNTIL, ["reports: {held_on: 2033-05-31, until: 2033-05}"], 0, 0),
        ("", ["reports: {held_on: 1999}"], 0, 0),
    ],
)
def test_an_offices_term_is_what_its_sources_give(
    term: str, evidence: list[str], contradicted: int, unsupported: int
) -> None:
    example = office(term, *evidence)
    assert len(findings("office-term-contradicted", example)) == contradicted
    assert len(findings("office-term-unsupported", example)) == unsupported
