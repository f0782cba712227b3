"""Lines of evidence: sources that derive from one another are one, and the entry nearest the origin speaks."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.locations import Location
from factsuite.model.articles import Article
from factsuite.model.registry import Registry, registry
from factsuite.model.sources import Derivation, Source
from factsuite.model.stated import Stated
from factsuite.values.relation import Relation
from factsuite.verdicts.circles import derivation_circles
from factsuite.verdicts.entries import JudgedEntry, Origin
from factsuite.verdicts.line import Line
from factsuite.verdicts.lines import fold_lines, origins

AT = Location(path=PurePosixPath("facts/bridge/sources.yaml"))
ENTAILS, COMPATIBLE, CONTRADICTS = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS


def source(id: str, *parents: str, unknown: bool = False, likely: bool = False) -> Source:
    derived = tuple(Derivation(parent=Stated(text=parent, value=parent, at=AT), likely=likely) for parent in parents)
    return Source(id=id, publisher=id, kind="newspaper", at=AT, derives_from=derived, unknown_derivation=unknown)


def known(*sources: Source) -> Registry:
    return registry((), sources, (), ())


def entry(id: str, relation: Relation = ENTAILS, *, origin: Origin = Origin.FACT) -> JudgedEntry:
    return JudgedEntry(source=id, at=AT, origin=origin, relation=relation)


def lines(
    registry: Registry, *entries: JudgedEntry, article: Article | None = None
) -> list[tuple[str, str, list[str]]]:
    folded: tuple[Line, ...] = fold_lines(entries, registry, article)
    return [(line.id, line.relation.value, [member.source for member in line.entries]) for line in folded]


# A wire's dispatch, two copies of it, and a copy of a copy; a transcript two papers report on; a paper of its own.
TOWN = known(
    source("wire"),
    source("copy", "wire"),
    source("other-copy", "wire", likely=True),
    source("copy-of-copy", "copy"),
    source("transcript"),
    source("minutes", "transcript"),
    source("gazette"),
    source("digest", "wire", "transcript"),
    source("blog", unknown=True),
    source("forum", unknown=True),
    source("child-of-blog", "blog"),
    source("ring-a", "ring-b"),
    source("ring-b", "ring-a"),
    source("narcissus", "narcissus"),
    source("orphan", "nobody-listed"),
)


@pytest.mark.parametrize(
    ("id", "roots", "steps"),
    [
        ("wire", {"wire"}, 0),
        ("copy", {"wire"}, 1),
        ("copy-of-copy", {"wire"}, 2),
        ("digest", {"wire", "transcript"}, 1),
        ("ring-a", {"ring-a"}, 0),
        ("ring-b", {"ring-a"}, 0),
        ("narcissus", {"narcissus"}, 0),
        ("orphan", {"nobody-listed"}, 1),
        ("not-listed", {"not-listed"}, 0),
    ],
)
def test_a_source_goes_back_to_the_texts_it_was_made_from(id: str, roots: set[str], steps: int) -> None:
    assert origins(id, TOWN) == (frozenset(roots), steps)


def test_copies_of_one_text_are_one_line() -> None:
    assert lines(TOWN, entry("copy"), entry("other-copy"), entry("copy-of-copy")) == [
        ("wire", "entails", ["copy", "other-copy", "copy-of-copy"])
    ]


def test_sources_of_their_own_are_lines_of_their_own() -> None:
    assert [id for id, _, _ in lines(TOWN, entry("gazette"), entry("wire"), entry("minutes"))] == [
        "gazette",
        "wire",
        "transcript",
    ]


def test_the_entry_nearest_the_origin_speaks() -> None:
    found = fold_lines([entry("copy-of-copy", CONTRADICTS), entry("copy", ENTAILS)], TOWN, None)
    assert [(line.relation, line.copies_differ) for line in found] == [(ENTAILS, True)]
    found = fold_lines([entry("copy", CONTRADICTS), entry("wire", COMPATIBLE)], TOWN, None)
    assert [line.relation for line in found] == [COMPATIBLE]


@pytest.mark.parametrize(
    ("relations", "speaks"),
    [
        ((ENTAILS, CONTRADICTS), CONTRADICTS),
        ((COMPATIBLE, ENTAILS), ENTAILS),
        ((COMPATIBLE, CONTRADICTS), CONTRADICTS),
        ((COMPATIBLE, COMPATIBLE), COMPATIBLE),
    ],
)
def test_among_equals_contradicts_comes_before_entails_and_entails_before_compatible(
    relations: tuple[Relation, Relation], speaks: Relation
) -> None:
    for first, second in (("copy", "other-copy"), ("other-copy", "copy")):
        found = fold_lines([entry(first, relations[0]), entry(second, relations[1])], TOWN, None)
        assert [line.relation for line in found] == [speaks]


def test_one_source_cited_twice_is_one_line() -> None:
    assert len(lines(TOWN, entry("gazette", ENTAILS), entry("gazette", CONTRADICTS))) == 1
    assert lines(TOWN, entry("gazette", ENTAILS), entry("gazette", CONTRADICTS))[0][1] == "contradicts"


def test_a_source_of_several_origins_joins_a_line_that_is_there_and_adds_none() -> None:
    assert [id for id, _, _ in lines(TOWN, entry("digest"), entry("transcript"))] == ["transcript"]
    assert [id for id, _, _ in lines(TOWN, entry("digest"), entry("copy"), entry("minutes"))] == ["wire", "transcript"]
    assert [id for id, _, _ in lines(TOWN, entry("digest"))] == ["transcript"]


def test_an_unknown_derivation_adds_no_line_beside_one_that_says_the_same() -> None:
    assert lines(TOWN, entry("blog"), entry("gazette")) == [("gazette", "entails", ["gazette", "blog"])]
    assert lines(TOWN, entry("blog"), entry("forum")) == [("blog", "entails", ["blog", "forum"])]


def test_an_unknown_derivation_hides_none_that_says_otherwise() -> None:
    found = lines(TOWN, entry("blog", CONTRADICTS), entry("gazette", ENTAILS))
    assert sorted((id, relation) for id, relation, _ in found) == [("blog", "contradicts"), ("gazette", "entails")]


def test_an_unknown_derivation_alone_is_a_line() -> None:
    assert lines(TOWN, entry("blog")) == [("blog", "entails", ["blog"])]


def test_a_likely_derivation_counts_as_one() -> None:
    assert len(lines(TOWN, entry("wire"), entry("other-copy"))) == 1


def test_arithmetic_is_a_line_of_its_own() -> None:
    found = lines(TOWN, entry("arithmetic", origin=Origin.ARITHMETIC), entry("gazette"))
    assert [id for id, _, _ in found] == ["arithmetic", "gazette"]


def test_a_circle_is_one_line_and_ends() -> None:
    assert lines(TOWN, entry("ring-a"), entry("ring-b")) == [("ring-a", "entails", ["ring-a", "ring-b"])]


def test_circles_are_found_once_each() -> None:
    found = derivation_circles(TOWN.sources.values(), TOWN)
    assert [[member.id for member in circle] for circle in found] == [["ring-a", "ring-b"], ["narcissus"]]


def test_a_source_that_leads_into_a_circle_is_no_part_of_it() -> None:
    town = known(source("a", "b"), source("b", "c"), source("c", "b"))
    assert [[member.id for member in circle] for circle in derivation_circles(town.sources.values(), town)] == [
        ["b", "c"]
    ]


def test_long_chains_end() -> None:
    chain = [source("s0"), *(source(f"s{n}", f"s{n - 1}") for n in range(1, 3000))]
    assert origins("s2999", known(*chain)) == (frozenset({"s0"}), 2999)
