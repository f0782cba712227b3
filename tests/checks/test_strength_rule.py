"""Strength: near misses that must stay silent, and steps up that must not. The orders are tested with `values`."""

import pytest
from small_facts import found_by


def stated(article: str, *excerpts: str, stance: str = "") -> str:
    listed = "".join(
        f'  - {{source: {source}, excerpt: "{excerpt}", reports: {{that: It closes.}}{stance}}}\n'
        for source, excerpt in zip(("hearing", "gazette"), excerpts, strict=False)
    )
    return f"kind: statement\nanchor: {{exact: {article}}}\nasserts: {{that: It closes.}}\nevidence:\n{listed}"


@pytest.mark.parametrize(
    ("article", "excerpts", "found"),
    [
        ("the bridge will close", ["The bridge may close."], True),
        ("the bridge may close", ["The bridge will close."], False),
        ("the bridge will close", ["The bridge will close."], False),
        ("the bridge will close", ["The bridge may close.", "The bridge will close."], False),
        ("the bridge will close", ["The bridge closes in winter."], False),  # no word of the order: silence
        ("most boats wait", ["Some boats wait."], True),
        ("most boats wait", ["All boats wait."], False),
        ("most boats will wait", ["Most boats may wait."], True),
    ],
)
def test_an_article_is_no_surer_than_its_surest_source(article: str, excerpts: list[str], found: bool) -> None:
    assert found_by("stronger-than-sources", stated(article, *excerpts)) is found


def test_only_sources_that_support_it_are_asked() -> None:
    example = stated("the bridge will close", "The bridge may close.", stance=", stance: partly, because: so, of: will")
    assert not found_by("stronger-than-sources", example)
