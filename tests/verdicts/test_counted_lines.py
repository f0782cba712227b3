"""Which lines count: owners, unnamed people, sources that stand alone, dates of one event, the article itself."""

import tomllib

import pytest
from small_facts import judged

from factsuite.model.policy import Policy, read_policy
from factsuite.verdicts.judging import Judgement

PAPERS = """format: 1
sources:
  - {id: page, publisher: The Gazette, kind: newspaper}
  - {id: hearing, publisher: Larkhaven City Council, kind: transcript}
  - {id: minutes, publisher: Larkhaven City Council, kind: official statement, derives_from: hearing}
  - {id: mail, publisher: Mail, kind: newspaper, owner: Coast Titles}
  - {id: echo, publisher: Echo, kind: newspaper, owner: COAST titles}
  - {id: post, publisher: Post, kind: newspaper, owner: Post Trust}
  - {id: mail-copy, publisher: Web, kind: blog, derives_from: mail, owner: Post Trust}
  - {id: gazette, publisher: The Gazette, kind: newspaper}
"""


def policy(text: str) -> Policy:
    return read_policy(tomllib.loads(text))


def visitors(*entries: str, settings: str = "", risk: str = "normal", parent: str = "") -> Judgement:
    lines = "".join(f"  - {{{entry}}}\n" for entry in entries)
    example = (
        f"kind: quantity\nrisk: {risk}\nasserts: {{measure: bridge-visitors, value: 300 people}}\nevidence:\n{lines}"
    )
    return judged(example, sources=PAPERS, policy=policy(settings), parent=parent)


def said(source: str, value: str = "300 people", more: str = "") -> str:
    return f"source: {source}, reports: {{value: {value}}}{more}"


OWNER = "lines_required = 2\nlines.same_owner = true"


@pytest.mark.parametrize(
    ("entries", "settings", "verdict", "lines"),
    [
        ([said("mail"), said("echo")], "lines_required = 2", "supported", ["mail", "echo"]),
        ([said("mail"), said("echo")], OWNER, "unverified", ["mail"]),
        ([said("mail"), said("post")], OWNER, "supported", ["mail", "post"]),
        ([said("gazette"), said("page")], OWNER, "supported", ["gazette", "page"]),  # owners unknown
        ([said("mail"), said("echo", "200 people")], OWNER, "disputed", ["mail", "echo"]),  # never hidden
        # the owner is that of the text a line goes back to, not of whoever copies it
        ([said("mail-copy"), said("post")], OWNER, "supported", ["mail", "post"]),
        ([said("mail-copy"), said("echo")], OWNER, "unverified", ["mail"]),
    ],
)
def test_sources_of_one_owner(entries: list[str], settings: str, verdict: str, lines: list[str]) -> None:
    found = visitors(*entries, settings=settings)
    assert (found.verdict.value, [line.id for line in found.lines]) == (verdict, lines)


UNNAMED = ", unnamed: yes"
NAMED_ONLY = "lines.unnamed_counts = false"


@pytest.mark.parametrize(
    ("entries", "settings", "verdict", "supporting"),
    [
        ([said("mail", more=UNNAMED)], "", "supported", 1),
        ([said("mail", more=UNNAMED)], NAMED_ONLY, "unverified", 0),
        ([said("mail", more=UNNAMED), said("post")], NAMED_ONLY, "supported", 1),
        ([said("mail", more=UNNAMED), said("mail-copy")], NAMED_ONLY, "supported", 1),  # a copy gives the name
        ([said("mail", more=UNNAMED), said("post", "about 300 people")], NAMED_ONLY, "overstated", 0),
        # nobody's name is asked of what contradicts
        ([said("mail", "200 people", UNNAMED), said("post")], NAMED_ONLY, "disputed", 1),
        ([said("mail", more=UNNAMED), said("post", "200 people")], NAMED_ONLY, "contradicted", 0),
    ],
)
def test_unnamed_people_support_nothing_where_policy_says_so(
    entries: list[str], settings: str, verdict: str, supporting: int
) -> None:
    found = visitors(*entries, settings=settings)
    assert (found.verdict.value, len(found.supporting)) == (verdict, supporting)


def test_risk_asks_for_more_lines_and_the_judgement_says_why() -> None:
    settings = "lines.by_risk = {high = 2}"
    assert visitors(said("mail"), settings=settings).verdict.value == "supported"
    grave = visitors(said("mail"), settings=settings, risk="high")
    assert (grave.verdict.value, str(grave.required)) == ("unverified", "2 lines are required for a fact of high risk")


SPEECH = "asserts: {speaker: SPEAKER, that: The pumps failed.}\nevidence: [{source: SOURCE, reports: {REPORT}}]"
TWO = "lines_required = 2"
MAYOR = "that: The pumps failed., speaker: mayor"
NONE_ALONE = f"{TWO}\nlines.stand_alone.statement = []"
PAPERS_ALONE = f'{TWO}\nlines.stand_alone.statement = ["newspaper"]'


@pytest.mark.parametrize(
    ("source", "speaker", "report", "settings", "verdict", "alone"),
    [
        ("hearing", "mayor", MAYOR, TWO, "supported", ("hearing",)),
        ("minutes", "mayor", MAYOR, TWO, "supported", ("minutes",)),
        ("gazette", "mayor", MAYOR, TWO, "unverified", ()),
        # a speaker within the one the article names speaks for it
        ("hearing", "city-council", MAYOR, TWO, "supported", ("hearing",)),
        # it must report the speaker: it may be somebody else's words
        ("hearing", "mayor", "that: The pumps failed.", TWO, "overstated", ()),
        ("hearing", "mayor", MAYOR, NONE_ALONE, "unverified", ()),
        ("gazette", "mayor", MAYOR, PAPERS_ALONE, "supported", ("gazette",)),
    ],
)
def test_the_speakers_own_words_stand_alone(
    source: str, speaker: str, report: str, settings: str, verdict: str, alone: tuple[str, ...]
) -> None:
    example = SPEECH.replace("SPEAKER", speaker).replace("SOURCE", source).replace("REPORT", report)
    found = judged(example, policy=policy(settings))
    assert (found.verdict.value, found.stand_alone) == (verdict, alone)


def test_a_transcript_stands_alone_for_words_only() -> None:
    assert visitors(said("hearing"), settings=TWO).verdict.value == "unverified"


EVENTS = """format: 1
events:
  - id: flood
    name: the flood
    on: 2031-03-01
    evidence:
{flood}
  - id: sale
    name: the sale
    on: 2031-04-01
    evidence:
{sale}
"""


def order(flood: list[str], sale: list[str]) -> Judgement:
    def listed(dates: list[str]) -> str:
        pairs = (entry.split() for entry in dates)
        return "\n".join(f"      - {{source: {source}, reports: {{on: {on}}}}}" for source, on in pairs) or "      []"

    entities = EVENTS.format(flood=listed(flood), sale=listed(sale)).replace("evidence:\n      []", "evidence: []")
    example = "kind: order\nasserts: {earlier: flood, later: sale}"
    return judged(example, sources=PAPERS, entities=entities)


@pytest.mark.parametrize(
    ("flood", "sale", "verdict", "counted", "left_over"),
    [
        # one source with both dates is a line
        (["mail 2031-03-01"], ["mail 2031-04-01"], "supported", ["mail"], []),
        # two that give one each are one line between them
        (["mail 2031-03-01"], ["post 2031-04-01"], "supported", ["mail + post"], []),
        (["mail 2031-03-01", "echo 2031-03-01"], ["post 2031-04-01"], "supported", ["mail + post"], ["echo"]),
        (
            ["mail 2031-03-01", "gazette 2031-03-01"],
            ["post 2031-04-01", "gazette 2031-04-01"],
            "supported",
            ["mail + post", "gazette"],
            [],
        ),
        # copies of one text that give one date each are that text
        (["mail 2031-03-01"], ["mail-copy 2031-04-01"], "supported", ["mail"], []),
        # three dates of the one event do not make an order
        (["mail 2031-03-01", "post 2031-03-02", "echo 2031-03-01"], [], "unverified", [], ["mail", "post", "echo"]),
        # a date that refutes it is never left out
        (["mail 2031-05-01"], [], "contradicted", [], ["mail"]),
        (["mail 2031-03-01", "post 2031-05-01"], ["echo 2031-04-01"], "disputed", ["mail + echo"], ["post"]),
    ],
)
def test_an_order_by_dates_takes_both_dates(
    flood: list[str], sale: list[str], verdict: str, counted: list[str], left_over: list[str]
) -> None:
    found = order(flood, sale)
    assert found.verdict.value == verdict
    assert [line.id for line in found.lines if line.counts] == counted
    assert [line.id for line in found.lines if not line.counts] == left_over


def test_a_source_that_reports_the_order_itself_is_a_line() -> None:
    entities = EVENTS.format(flood="      - {source: mail, reports: {before: sale}}", sale="      []")
    found = judged(
        "kind: order\nasserts: {earlier: flood, later: sale}",
        sources=PAPERS,
        entities=entities.replace("evidence:\n      []", "evidence: []"),
    )
    assert [(line.id, line.counts) for line in found.lines] == [("mail", True)]


@pytest.mark.parametrize(
    ("entries", "hangs_on"),
    [
        ([said("mail")], "mail"),
        ([said("mail"), said("mail-copy")], "mail"),
        ([said("mail"), said("post")], None),
        ([said("mail"), said("post", "about 300 people")], "mail"),  # without it: overstated
        ([said("mail", "200 people"), said("post"), said("gazette")], "mail"),  # disputed by one
        ([said("mail", "200 people"), said("post", "200 people")], None),
        ([said("mail", "about 300 people")], "mail"),
    ],
)
def test_the_line_a_verdict_hangs_on(entries: list[str], hangs_on: str | None) -> None:
    line = visitors(*entries).hangs_on
    assert (line.id if line is not None else None) == hangs_on


def test_what_the_article_itself_is_the_origin_of_says_nothing() -> None:
    found = visitors(said("mail-copy"), said("post"), parent="gazette\nsource_id: mail")
    assert [line.id for line in found.lines] == ["post"]
    assert [(entry.source, entry.from_article, entry.bears) for entry in found.entries] == [
        ("mail-copy", True, False),
        ("post", False, True),
    ]
    assert visitors(said("mail-copy"), parent="gazette\nsource_id: mail").verdict.value == "unverified"
