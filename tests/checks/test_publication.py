"""Publication: older sources, forecasts, and the slack of a day."""

import pytest
from small_facts import found_by

SOURCES = "# sources.yaml\nformat: 1\nsources: [{id: mail, publisher: P, kind: newspaper%s}]\n"


def event(published: str, entry: str = "reports: {who: mayor}") -> str:
    source = SOURCES % (f", published: {published}" if published else "")
    return f"kind: event\nasserts: {{event: opening, who: mayor}}\nevidence: [{{source: mail, {entry}}}]\n{source}"


@pytest.mark.parametrize(
    ("published", "older"),
    [
        ("2031-05-30", True),  # the bridge opened on 1 June
        ("2031-05-31", False),
        ("2031-06", False),
        ("2031-05?", False),
        ("2031-05", False),
        ("2031-04", True),
        ("", False),
    ],
)
def test_a_source_is_older_where_its_last_day_lies_more_than_a_day_before(published: str, older: bool) -> None:
    assert found_by("source-older-than-event", event(published)) is older


@pytest.mark.parametrize(
    "entry",
    [
        "reports: {who: mayor}, set_aside: An announcement.",
        "reports: {who: mayor, on: 2031-05-01}",
        "stance: contradicts, because: He was away., of: the mayor",
    ],
)
def test_what_does_not_confirm_the_event_may_be_older(entry: str) -> None:
    assert not found_by("source-older-than-event", event("2031-05-02", entry))


def test_of_what_is_to_come_an_older_source_may_speak() -> None:
    to_come = (
        "kind: date\nasserts: {event: closing, on: 2031-09-15}\nevidence: [{source: mail, reports: {on: 2031-09-15}}]\n"
    )
    assert not found_by("source-older-than-event", to_come + SOURCES % ", published: 2031-05-02")


def test_words_are_not_printed_before_they_are_said() -> None:
    said = "kind: quotation\nasserts: {words: I never saw that memo%s}\n"
    said += "evidence: [{source: mail, reports: {words: I never%s}}]\n"
    source = SOURCES % ", published: 2031-05-20"
    assert found_by("source-older-than-event", said % (", on: 2031-06-01", "") + source)
    assert not found_by("source-older-than-event", said % (", on: 2031-06-01", ", on: 2031-05-19") + source)
    assert not found_by("source-older-than-event", said % ("", "") + source)


def test_a_figure_without_a_day_is_of_no_day() -> None:
    figure = "kind: quantity\nasserts: {measure: bridge-visitors, value: 9 people%s}\n"
    figure += "evidence: [{source: mail, reports: {value: 9 people}}]\n"
    source = SOURCES % ", published: 2031-05-20"
    assert found_by("source-older-than-figure", figure % ", as_of: 2031-06-01" + source)
    assert not found_by("source-older-than-figure", figure % "" + source)
