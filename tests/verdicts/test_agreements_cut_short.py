"""Agreements look at each different value once, and weigh nothing where there is but one: never with another result."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite import Location
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry
from factsuite.rules.examples import FOLDER, example_tree
from factsuite.values.dates import read_date
from factsuite.values.quantities import read_quantity
from factsuite.verdicts.agreement import agreeing
from factsuite.verdicts.agreement.agreeing import agreement_on
from factsuite.verdicts.agreement.folding import Ways, may_part
from factsuite.verdicts.agreement.meeting import OnLines, TwoByTwo
from factsuite.verdicts.agreement.records import Agreement, Claim, Report, Said, Thing, Topic
from factsuite.verdicts.agreement.settling import settle

AT = Location(path=PurePosixPath("facts.yaml"), line=1)
SOURCES = """format: 1
sources:
  - {id: hearing, publisher: Larkhaven City Council, kind: transcript}
  - {id: minutes, publisher: Larkhaven City Council, kind: official statement, derives_from: hearing}
  - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
  - {id: digest, publisher: The Digest, kind: newspaper, derives_from: [hearing, gazette]}
  - {id: blog, publisher: Somebody, kind: blog, derives_from: unknown}
"""
VALUES = {
    Topic.FIGURE: ("300 people", "about 300 people", "at least 290 people", "500 people", "300 boats", "300"),
    Topic.WORDS: ("We saw it.", "we saw it", "We saw it, I think.", "We never saw it.", "Nobody came."),
    Topic.TITLE: ("Mayor of Larkhaven", "mayor of Larkhaven", "Harbour Master", "spokesman"),
    Topic.PLACE: ("larkhaven", "old-town", "northport"),
    Topic.PEOPLE: ("council", "mayor", "northport"),
    Topic.DATE: ("2031-04-08", "8 April 2031", "April 2031", "2031-04-08?", "2031-04-08T10:00Z", "2031-05-01"),
}


def registry() -> Registry:
    tree = dict(example_tree("kind: statement\nasserts: {that: The bridge opened.}"))
    tree[FOLDER / "sources.yaml"] = SOURCES.encode()
    return build_workspace(tree, Policy()).dossiers[0].registry


REGISTRY = registry()


def said(topic: Topic, text: str) -> Said:
    quantity = read_quantity(text)
    if topic is Topic.FIGURE and quantity is not None:
        return quantity
    if topic is Topic.DATE:
        date = read_date(text)
        assert date is not None
        return date
    return (text,) if topic in (Topic.PLACE, Topic.PEOPLE) else text


@st.composite
def things(draw: st.DrawFn) -> Thing:
    topic = draw(st.sampled_from(sorted(VALUES, key=lambda each: each.value)))
    values = st.sampled_from(draw(st.lists(st.sampled_from(VALUES[topic]), min_size=1, max_size=3)))
    told = st.tuples(st.sampled_from(sorted(REGISTRY.sources)), values, st.sampled_from(("", "", "a known slip")))
    reports = [
        Report(source=source, text=text, said=said(topic, text), at=AT, set_aside=aside)
        for source, text, aside in draw(st.lists(told, min_size=1, max_size=5))
    ]
    claims = [Claim(text=text, said=said(topic, text), at=AT, fact="f") for text in draw(st.lists(values, max_size=2))]
    about = "bridge-visitors" if topic is Topic.FIGURE else "mayor"
    return Thing(topic=topic, about=about, name="it", at=AT, reports=tuple(reports), claims=tuple(claims))


def in_full(thing: Thing) -> Agreement | None:
    """The same without the short cuts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agreeing, "may_part", lambda _: True)
        for sort in (OnLines, TwoByTwo):
            patch.setattr(sort, "is_one", False)
            patch.setattr(sort, "different", lambda _, members: list(members))
        return agreement_on(thing, REGISTRY, Ways(REGISTRY))


@given(things())
def test_the_short_way_finds_what_the_long_way_finds(thing: Thing) -> None:
    assert agreement_on(thing, REGISTRY, Ways(REGISTRY)) == in_full(thing)


def test_copies_of_one_text_are_no_agreement_whatever_they_say() -> None:
    reports = tuple(
        Report(source=source, text=text, said=said(Topic.FIGURE, text), at=AT)
        for source, text in (("hearing", "300 people"), ("minutes", "500 people"))
    )
    thing = Thing(topic=Topic.FIGURE, about="bridge-visitors", name="it", at=AT, reports=reports, claims=())
    assert not may_part(Ways(REGISTRY).of_all(reports))
    assert in_full(thing) is None


@given(things())
def test_what_is_of_one_value_is_told_without_being_weighed(thing: Thing) -> None:
    meeting = settle(thing, REGISTRY)
    everything = range(len(thing.reports) + len(thing.claims))
    if meeting.is_one:
        assert not meeting.silent
        assert all(meeting.agree(one, other) for one in everything for other in everything)
        assert all(meeting.is_as_exact(one, other) for one in everything for other in everything)
        assert not meeting.clash(everything)


@pytest.mark.parametrize(("topic", "text"), [(Topic.FIGURE, "300 boats"), (Topic.TITLE, "spokesman")])
def test_what_cannot_be_compared_is_no_value_however_often_it_is_said(topic: Topic, text: str) -> None:
    reports = tuple(
        Report(source=source, text=text, said=said(topic, text), at=AT) for source in ("hearing", "gazette")
    )
    thing = Thing(topic=topic, about="bridge-visitors", name="it", at=AT, reports=reports, claims=())
    assert not settle(thing, REGISTRY).is_one
    assert agreement_on(thing, REGISTRY, Ways(REGISTRY)) == in_full(thing)
