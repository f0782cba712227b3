"""What rests on little: unnamed people, one line, and how the article puts it."""

import pytest
from small_facts import findings, found_by

THAT = "asserts: {that: The mill burned down.}\nanchor: {exact: The mill burned down}\n"


def fact(article: str, *entries: str, policy: str = "", fields: str = THAT) -> str:
    lines = "".join(f"  - {{{entry}, reports: {{that: The mill burned down.}}}}\n" for entry in entries)
    example = f"article: {article}\n{fields}evidence:\n{lines}"
    return example + (f"# pyproject.toml\n[tool.factsuite]\n{policy}\n" if policy else "")


BARE = "The mill burned down on Friday."
UNNAMED = "source: gazette, unnamed: yes"


@pytest.mark.parametrize(
    ("article", "entries", "found"),
    [
        (BARE, [UNNAMED], True),
        (BARE, ["source: gazette"], False),
        (BARE, [UNNAMED, "source: minutes"], False),  # somebody gives a name
        (BARE, ["source: minutes, unnamed: yes", "source: hearing"], False),  # within one line, too
        (BARE, [UNNAMED, "source: wire-copy, unnamed: yes"], True),
        (f"{BARE[:-1]}, a witness said.", [UNNAMED], False),
        (f"Two people familiar with the inquiry spoke of arson. {BARE}", [UNNAMED], False),
        (f"{BARE} Officials will meet on Monday.", [UNNAMED], True),  # said of something else, afterwards
        (BARE, [f"{UNNAMED}, set_aside: the paper took it back"], False),
    ],
)
def test_an_article_says_that_nobody_gave_a_name(article: str, entries: list[str], found: bool) -> None:
    assert found_by("unnamed-sources-alone", fact(article, *entries)) is found


@pytest.mark.parametrize(
    ("article", "entries", "found"),
    [
        ("Sources said The mill burned down.", ["source: gazette"], True),
        ("The mill burned down, according to two witnesses.", ["source: gazette"], True),
        ("The mill burned down, according to a witness.", ["source: gazette"], False),
        ("Sources said The mill burned down.", ["source: hearing", "source: minutes"], True),  # copies
        ("Sources said The mill burned down.", ["source: gazette", "source: minutes"], False),
        ("Sources said The mill burned down.", ["source: gazette, excerpt: three sources said so"], False),
        ("Sources said The mill burned down.", ["source: gazette, excerpt: resources were short"], True),
        ("The mill burned down. Sources said it was insured.", ["source: gazette"], False),  # another sentence
        (BARE, ["source: gazette"], False),
    ],
)
def test_the_plural_takes_two_lines(article: str, entries: list[str], found: bool) -> None:
    assert found_by("plural-sources-for-one", fact(article, *entries)) is found


ASKED = "lines.attribute_single_line = true"


@pytest.mark.parametrize(
    ("article", "entries", "policy", "found"),
    [
        (BARE, ["source: gazette"], "", False),  # not asked for
        (BARE, ["source: gazette"], ASKED, True),
        (BARE, ["source: gazette", "source: hearing"], ASKED, False),
        (f"{BARE[:-1]}, the Gazette said.", ["source: gazette"], ASKED, False),
        ("The mill burned down, as reported by the Gazette.", ["source: gazette"], ASKED, False),
        (f"{BARE} It was old, the Gazette said.", ["source: gazette"], ASKED, True),  # another sentence
    ],
)
def test_a_single_line_is_attributed_where_the_house_asks_for_it(
    article: str, entries: list[str], policy: str, found: bool
) -> None:
    assert found_by("single-line-unattributed", fact(article, *entries, policy=policy)) is found


def test_what_may_stand_alone_needs_no_attribution_to_its_source() -> None:
    fields = THAT.replace("asserts: {", "asserts: {speaker: mayor, ")
    entry = "source: hearing, reports: {speaker: mayor, that: The mill burned down.}"
    example = f"article: {BARE}\n{fields}evidence: [{{{entry}}}]\n# pyproject.toml\n[tool.factsuite]\n{ASKED}\n"
    assert not found_by("single-line-unattributed", example)
    assert found_by("single-line-unattributed", example.replace("source: hearing", "source: gazette"))


def test_a_warning_quotes_the_claim_and_the_source() -> None:
    message = findings("unnamed-sources-alone", fact(BARE, UNNAMED))[0].finding.message
    assert message == ("'An example of a claim.' rests on unnamed people alone (`gazette`); the text does not say so")
