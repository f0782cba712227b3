"""Bounds: the awkward cases."""

import pytest
from small_facts import found_by


@pytest.mark.parametrize(
    ("asserted", "reported", "far"),
    [
        ("at least 300 people", "at least 3,000 people", True),
        ("at least 1,500 people", "3,000 people", False),  # the factor itself is not beyond it
        ("at least 1,499 people", "3,000 people", True),
        ("up to 10,000 people", "3,000 people", True),
        ("up to 6,000 people", "3,000 people", False),
        ("up to 6,001 people", "3,000 people", True),
        ("300 people", "300 people", False),
        ("between 100 and 5,000 people", "3,000 people", False),
        ("at least 3,000 people", "at least 300 people", False),  # overstated: another rule's business
        ("up to 300 people", "3,000 people", False),  # contradicted: another rule's business
        ("at least 0 people", "3,000 people", False),
        ("more than 300 people", "dozens of boats", False),
    ],
)
def test_a_bound_beyond_the_factor_is_far(asserted: str, reported: str, far: bool) -> None:
    example = (
        f'kind: quantity\nasserts: {{measure: bridge-visitors, value: "{asserted}"}}\n'
        f'evidence: [{{source: gazette, reports: {{value: "{reported}"}}}}]\n'
    )
    assert found_by("bound-far-from-sources", example) is far


def test_the_nearest_source_decides() -> None:
    example = (
        'kind: quantity\nasserts: {measure: bridge-visitors, value: "at least 300 people"}\nevidence:\n'
        '  - {source: gazette, reports: {value: "3,000 people"}}\n  - {source: hearing, reports: {value: 500 people}}\n'
    )
    assert not found_by("bound-far-from-sources", example)


def test_a_source_set_aside_is_not_near() -> None:
    example = (
        'kind: quantity\nasserts: {measure: bridge-visitors, value: "at least 300 people"}\nevidence:\n'
        '  - {source: gazette, reports: {value: "3,000 people"}}\n'
        "  - {source: hearing, reports: {value: 500 people}, set_aside: an early count}\n"
    )
    assert found_by("bound-far-from-sources", example)
