"""Lines of evidence: the awkward cases of their rules."""

import pytest
from small_facts import findings, found_by

VISITORS = "kind: quantity\nasserts: {measure: bridge-visitors, value: at least 300 people}\nevidence:\n"


def reports(*pairs: tuple[str, str]) -> str:
    return VISITORS + "".join(f"  - {{source: {source}, reports: {{value: {value}}}}}\n" for source, value in pairs)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("hearing", "400 people"), ("minutes", "500 people")], False),
        ([("hearing", "400 people"), ("minutes", "200 people")], True),
        ([("minutes", "200 people"), ("hearing", "400 people")], True),
        ([("hearing", "400 people"), ("gazette", "200 people")], False),  # two lines: disputed, no copies
        ([("hearing", "400 people"), ("minutes", "400 boats")], False),  # silent
        ([("gazette", "400 people"), ("gazette", "200 people")], False),  # one source, two passages
    ],
)
def test_copies_that_differ_are_named(pairs: list[tuple[str, str]], found: bool) -> None:
    assert found_by("copies-differ", reports(*pairs)) is found


def circle(*sources: str) -> str:
    lines = "".join(f"  - {{publisher: P, kind: blog, {source}}}\n" for source in sources)
    return f"# sources.yaml\nformat: 1\nsources:\n{lines}"


@pytest.mark.parametrize(
    ("sources", "circles"),
    [
        (["id: a, derives_from: b", "id: b"], 0),
        (["id: a, derives_from: b", "id: b, derives_from: a"], 1),
        (["id: a, derives_from: a"], 1),
        (["id: a, derives_from: [b, c]", "id: b, derives_from: c", "id: c"], 0),
        (["id: a, derives_from: b", "id: b, derives_from: c", "id: c, derives_from: b"], 1),
        (["id: a, derives_from: b", "id: b, derives_from: a", "id: c, derives_from: d", "id: d, derives_from: c"], 2),
        (["id: a, derives_from: unknown"], 0),
        (["id: a, derives_from: nobody"], 0),
    ],
)
def test_every_circle_is_named_once(sources: list[str], circles: int) -> None:
    assert len(findings("derivation-circle", circle(*sources))) == circles
