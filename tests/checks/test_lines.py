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


def shared_circle(own: str, shared: str) -> str:
    return f"# sources.yaml\nformat: 1\nsources:\n{own}# shared/sources.yaml\nformat: 1\nsources:\n{shared}"


@pytest.mark.parametrize(
    ("own", "shared", "paths"),
    [
        # all three in what articles share: told once, with the shared file
        (
            "  - {id: o, publisher: P, kind: blog, derives_from: a}\n",
            "  - {id: a, publisher: P, kind: blog, derives_from: b}\n"
            "  - {id: b, publisher: P, kind: blog, derives_from: a}\n",
            ["facts/sources.yaml"],
        ),
        # through one of the article's own
        (
            "  - {id: o, publisher: P, kind: blog, derives_from: a}\n",
            "  - {id: a, publisher: P, kind: blog, derives_from: o}\n",
            ["facts/example/sources.yaml"],
        ),
        ("  - {id: o, publisher: P, kind: blog, derives_from: a}\n", "  - {id: a, publisher: P, kind: blog}\n", []),
    ],
)
def test_a_circle_through_shared_sources_is_named_once(own: str, shared: str, paths: list[str]) -> None:
    found = findings("derivation-circle", shared_circle(own, shared))
    assert [str(each.finding.at.path) for each in found] == paths


ARTICLE = """# article.md
---
format: 1
headline: Larkhaven opens its bridge
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
{front}
---
An example of a claim.
# sources.yaml
format: 1
sources:
  - {{id: page, publisher: G, kind: newspaper, url: "https://www.gazette.example/Bridge/"}}
  - {{id: copy, publisher: C, kind: syndicated copy, derives_from: [{{source: page, certainty: likely}}]}}
  - {{id: copy-of-copy, publisher: D, kind: blog, derives_from: [elsewhere, copy]}}
  - {{id: elsewhere, publisher: E, kind: newspaper, derives_from: ring}}
  - {{id: ring, publisher: F, kind: newspaper, derives_from: elsewhere}}
"""


def cites(source: str, front: str, extra: str = "") -> str:
    entry = f"{{source: {source}, reports: {{that: The bridge opened.}}{extra}}}"
    return f"asserts: {{that: The bridge opened.}}\nevidence: [{entry}]\n" + ARTICLE.format(front=front)


URL = "url: http://gazette.example/Bridge#latest"


@pytest.mark.parametrize(
    ("source", "front", "message"),
    [
        ("page", URL, "`page` is this article itself"),
        ("page", "source_id: page", "`page` is this article itself"),
        ("copy", URL, "`copy` comes from this article: `copy` from `page`, which is this article"),
        ("copy-of-copy", "source_id: page", "`copy-of-copy` from `copy` from `page`"),
        ("elsewhere", URL, ""),  # a circle that does not reach it ends
        ("copy", "", ""),  # the article is not among its sources
        ("copy", "url: https://gazette.example/bridge", ""),  # paths tell capitals apart
        ("copy", "url: https://gazette.example/Bridge?page=2", ""),
    ],
)
def test_what_comes_from_the_article_is_no_evidence_for_it(source: str, front: str, message: str) -> None:
    found = findings("source-derives-from-article", cites(source, front))
    assert [message in each.finding.message for each in found] == ([True] if message else [])


def test_a_copy_of_the_article_that_is_set_aside_is_left_alone() -> None:
    assert found_by("source-derives-from-article", cites("copy", URL))
    assert not found_by("source-derives-from-article", cites("copy", URL, ", set_aside: our own words"))


def test_a_parent_that_comes_from_the_article_is_told_where_it_is_named() -> None:
    found = findings("source-derives-from-article", cites("elsewhere", f"{URL}\nderives_from: copy"))
    assert [each.finding.at.line for each in found] == [8]
    assert "the article is said to come from `copy`, but `copy` comes from this article" in found[0].finding.message


def test_a_source_id_nobody_lists_is_unknown() -> None:
    assert found_by("unknown-source", cites("elsewhere", "source_id: pages"))


PROSE = "The ferry to Northport will stop at noon on Sunday because its only engine has to be repaired"


def excerpts(first: str, second: str, more: str = "", sources: tuple[str, str] = ("gazette", "wire-copy")) -> str:
    return (
        "asserts: {that: The bridge opened.}\nevidence:\n"
        f"  - {{source: {sources[0]}, excerpt: '{first}', reports: {{that: The bridge opened.{more}}}}}\n"
        f"  - {{source: {sources[1]}, excerpt: '{second}', reports: {{that: The bridge opened.{more}}}}}\n"
    )


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (excerpts(PROSE, PROSE), True),
        (excerpts(PROSE, PROSE.upper().replace(" ", "  ")), True),  # typography is no difference
        (excerpts(PROSE, f"{PROSE}, said the Mail, and passengers will have to wait until the following Monday"), True),
        (excerpts(PROSE, "At noon on Sunday " + PROSE[:40] + " so that one of two engines may be mended"), False),
        (excerpts(" ".join(PROSE.split()[:11]), PROSE), False),  # too short to tell
        (excerpts(f'"{PROSE}" she said', f'"{PROSE}" it wrote'), False),  # a speaker's words
        (excerpts("We hope that " + PROSE, "We hope that " + PROSE), False),  # in the first person
        (excerpts(PROSE, PROSE, more=", speaker: mayor"), False),  # recorded as a speaker's
        (excerpts("The mayor said that " + PROSE, "The mayor said that " + PROSE, more=", speaker: mayor"), True),
        (excerpts(PROSE, PROSE, sources=("hearing", "gazette")), False),  # a transcript is a speaker's
        (excerpts(PROSE, PROSE, sources=("hearing", "minutes")), False),  # one line already
        (excerpts(PROSE, PROSE, sources=("gazette", "gazette")), False),
    ],
)
def test_near_copies_are_of_the_sources_own_prose(example: str, found: bool) -> None:
    assert found_by("near-copies", example) is found


def test_a_note_on_near_copies_names_both_and_what_they_share() -> None:
    note = findings("near-copies", excerpts(PROSE, PROSE + " in Larkhaven"))[0]
    assert "`wire-copy` and `gazette` count as two lines, but their excerpts share 18 words in a row" in (
        note.finding.message
    )
    assert "derives_from: gazette" in note.finding.hint
    assert note.fact == "example"
