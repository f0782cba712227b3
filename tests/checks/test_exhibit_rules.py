"""What is said of pinned copies and the excerpts taken from them."""

from hashlib import sha256

import pytest
from small_facts import findings

ENTRY = "{{source: hearing, excerpt: {0}, reports: {{that: We met.}}}}"
FACT = f"kind: statement\nasserts: {{{{that: We met.}}}}\nevidence: [{ENTRY}]\n"
TWICE = FACT.replace(ENTRY, f"{ENTRY}, {ENTRY}")


def example(excerpt: str, text: str, fact: str = FACT, now: str = "") -> str:
    """A fact with an excerpt, and the pinned text of its source; `now` is what has become of it."""
    digest = sha256(text.encode()).hexdigest()
    return (
        f"{fact.format(excerpt)}# exhibits/hearing.txt\n{now or text}# exhibits.yaml\nformat: 1\nexhibits:\n"
        f"  - {{source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: {len(text)},\n"
        f"     sha256: {digest}, text: exhibits/hearing.txt, text_sha256: {digest}, extractor: stdlib-text 1,\n"
        "     retrieved: 2031-06-03}\n"
    )


@pytest.mark.parametrize(
    ("excerpt", "text", "hint"),
    [
        (
            "We met on Monday.",
            "On that day we met on Sunday.\n",
            "nearest: [-We-][+we+] met on [-Monday.-][+Sunday.+]; copy",
        ),
        ("We met on Monday.", "Nobody came.\n", "nothing like it stands there; copy"),
    ],
)
def test_a_gone_excerpt_is_shown_beside_what_stands_there(excerpt: str, text: str, hint: str) -> None:
    (found,) = findings("excerpt-gone", example(excerpt, text))
    assert found.finding.message == f"'{excerpt}' does not stand in the pinned copy of `hearing`"
    assert found.finding.hint.startswith(hint)
    assert found.fact == "example"
    assert [str(each.at) for each in found.finding.related] == ["facts/example/exhibits.yaml:3:5"]


def test_a_long_excerpt_is_shortened_in_the_message() -> None:
    (found,) = findings("excerpt-gone", example("We met. " * 60, "Nobody came.\n"))
    assert len(found.finding.message) < 200


@pytest.mark.parametrize(("times", "told"), [(2, "twice"), (3, "3 times")])
def test_an_ambiguous_excerpt_says_how_often_it_stands(times: int, told: str) -> None:
    (found,) = findings("excerpt-ambiguous", example("We met.", "We met. " * times + "\n"))
    assert found.finding.message == f"'We met.' stands {told} in the pinned copy of `hearing`"
    assert found.finding.hint == "quote more of the words around it"


def test_places_on_several_pages_are_named_with_the_way_to_choose() -> None:
    (found,) = findings("excerpt-ambiguous", example("We met.", "We met.\f\fWe met.\n"))
    assert found.finding.message.endswith("in the pinned copy of `hearing`, on pages 1, 3")
    assert "locator: page 3" in found.finding.hint


def test_a_copy_cited_twice_by_a_fact_is_told_once() -> None:
    assert len(findings("source-changed", example("We met.", "We met.\n", TWICE, now="We left.\n"))) == 1


def test_what_stands_once_is_green() -> None:
    for rule in ("source-changed", "excerpt-gone", "excerpt-ambiguous", "exhibit-unreadable", "excerpt-not-sealed"):
        assert findings(rule, example("We met.", "We met.\n")) == []
