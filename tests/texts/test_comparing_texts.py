"""What a passage's figures and dates are to a claim's: what must be decided, and what must stay undecided."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.texts.comparing import compare_texts, find_contradiction
from factsuite.texts.excerpts import READ
from factsuite.values.dates import Calendar, read_date
from factsuite.values.quantities import Reach
from factsuite.values.relation import Relation

ENTAILS, COMPATIBLE, CONTRADICTS, UNDECIDED = (
    Relation.ENTAILS,
    Relation.COMPATIBLE,
    Relation.CONTRADICTS,
    Relation.INCOMPARABLE,
)

DECIDED = [
    # hedges on either side
    ("More than 20 people were hurt in the Leeds fire.", "The fire in Leeds hurt 22 people.", ENTAILS),
    ("More than 30 people were hurt in the Leeds fire.", "The fire in Leeds hurt 22 people.", CONTRADICTS),
    ("Fewer than 22 people were hurt in the Leeds fire.", "The fire in Leeds hurt 22 people.", CONTRADICTS),
    ("The bridge cost at least $4 million.", "The bridge cost more than $5 million.", ENTAILS),
    ("The bridge cost more than $4.5 million.", "The bridge cost $4.5 million.", CONTRADICTS),
    ("The bridge cost more than $4 million.", "The bridge cost over $3 million.", COMPATIBLE),
    ("The bridge cost $4 million.", "The bridge cost over $4 million.", COMPATIBLE),
    # what is counted makes the pair, not what stands nearest
    (
        "The choir sold more than 900 tickets.",
        "The choir, founded by 12 singers, sold 950 tickets and 40 records.",
        ENTAILS,
    ),
    (
        "Nordhavn produced less than 50 trawlers.",
        "Nordhavn has produced 70 ferries, 45 trawlers and 3 tugs.",
        ENTAILS,
    ),
    # the same words with another figure
    (
        "Zoe has 6 red pens, 5 blue pens and 7 green pens.",
        "Zoe has 3 red pens, 5 blue pens and 7 green pens.",
        CONTRADICTS,
    ),
    # other names for one event or thing
    ("The town has more than 30,000 inhabitants.", "It has a population of 31,065.", ENTAILS),
    ("Ada Brandt died before 1950.", "Ada Brandt (3 May 1871 – 9 June 1949) was a Danish painter.", ENTAILS),
    ("Ada Brandt was born after 1871.", "Ada Brandt (3 May 1871 – 9 June 1949) was a Danish painter.", CONTRADICTS),
    ("The novel was published in 1931.", "The novel, released on 4 May 1931, sold well.", ENTAILS),
    ("The museum opened in March 1998.", "The museum opened on 2 March 1998.", ENTAILS),
    ("The museum opened in March 1998.", "The museum opened on 2 May 1998.", CONTRADICTS),
    ("The museum opened on 2 March.", "The museum opened on 2 March 1998.", ENTAILS),
    # told in two units
    ("Eva Holm is over six feet tall.", "Holm is six feet, two inches tall.", ENTAILS),
    ("The race took 1 hour and 15 minutes.", "The race took 75 minutes.", ENTAILS),
    # a name spelt otherwise, cut short, or in place of which a pronoun stands
    ("Nadia Petrovna was born in 1956.", "Petrovna (born 3 May 1956) is a chess player.", ENTAILS),
    ("Ivan Gorbachov left Moscow in 1991.", "Ivan Gorbachev left Moscow on 25 December 1991.", ENTAILS),
    ("Eva Holm won three medals in Oslo.", "She won three medals in Oslo.", ENTAILS),
    # ratings
    ("The play holds an average rating of over 6/10.", "The play holds an average rating of 6.4/10.", ENTAILS),
    (
        "The play holds an average rating of over 6/10.",
        "The play holds an average rating of 5.9 out of 10.",
        CONTRADICTS,
    ),
]

UNDECIDED_PAIRS = [
    # nothing of the sort
    ("The crew had more than 20 sailors.", "The crew was praised."),
    ("The crew was praised.", "The crew had 22 sailors."),
    ("The mine yields 3,000 tonnes.", "The mine employs 3,000 men."),
    ("The flat costs more than £900.", "The flat costs €1,000."),
    # another thing is counted
    ("Two meadows lie behind the mill.", "Two ponds lie behind the mill."),
    ("Its two largest harbours lie in the north.", "Its two smallest harbours lie in the north."),
    # another's figure
    ("Anna Berg was born in 1986.", "Anna Lund Holm (born 1 April 1986) is a singer."),
    ("The Danish guild kept two seals.", "The Swedish guild kept two seals."),
    ("In 2014, Rossi signed for Ajax.", "Rossi moved to Porto and signed in October 2014."),
    # another event
    ("Ida Falk died on 12 August 1949.", "Ida Falk was born on 12 August 1949 in Bergen."),
    # denied
    ("The bank closed in 2011.", "The bank did not close in 2011."),
    # sums and shares
    ("In total 11 apples were picked.", "Ben picked 2 apples and Dan picked 9 apples."),
    ("360 pupils went to the concert.", "Each bus took 45 pupils to the concert."),
    # another time
    ("The rate was 8 percent as of May 2018.", "The rate was 6 percent as of July 2018."),
    # another edition
    ("The 2011 Nordic Ranking put the school in place 25.", "The 2014 Nordic Ranking put the school in place 21."),
    # a word that bounds a rank is not read
    ("The school is ranked above 25th.", "The school is ranked 26th."),
    # by what a rank is reckoned; a number in a name
    ("Graz is the second-largest city.", "Graz is the second-oldest city."),
    ("There are less than 8 Global 200 firms.", "The state is home to Global 200 firms."),
    # another reach
    (
        "The band sold more than 16 million records in Norway.",
        "The band sold over 20 million records worldwide, and 9 million records in Norway alone.",
    ),
    # which of them?
    ("The club won less than ten cups.", "The men won four cups and the women won twelve cups."),
]


@pytest.mark.parametrize(("claim", "passage", "relation"), DECIDED)
def test_seeds_are_decided(claim: str, passage: str, relation: Relation) -> None:
    assert compare_texts(claim, passage).relation is relation


@pytest.mark.parametrize(("claim", "passage"), UNDECIDED_PAIRS)
def test_near_misses_stay_undecided(claim: str, passage: str) -> None:
    assert compare_texts(claim, passage).relation not in (ENTAILS, CONTRADICTS)


def test_a_long_text_about_others_decides_nothing() -> None:
    others = " ".join(f"The mayor of Town{n} counted {n * 10} people in the market hall." for n in range(2, 30))
    assert compare_texts("At least 900 people were in the market hall of Arvika.", others).relation is UNDECIDED
    named = f"{others} In Arvika, 950 people were in the market hall."
    assert compare_texts("At least 900 people were in the market hall of Arvika.", named).relation is ENTAILS


def test_a_pair_says_what_made_it_one_and_an_open_figure_why_not() -> None:
    found = compare_texts("More than 20 people were hurt by 3 dogs.", "The fire hurt 22 people.")
    assert [(each.asserted.text, each.reported.text if each.reported else None) for each in found.pairs] == [
        ("More than 20", "22"),
        ("3", None),
    ]
    assert "people" in found.pairs[0].why
    assert found.pairs[1].relation is UNDECIDED
    assert "nothing that counts" in found.pairs[1].why
    assert found.relation is UNDECIDED


def test_the_reach_of_about_is_the_callers() -> None:
    claim, passage = "About 100 people came to the fair.", "The fair drew 115 people, and people came early."
    assert compare_texts(claim, passage).relation is CONTRADICTS
    from fractions import Fraction

    assert compare_texts(claim, passage, reach=Reach(about=Fraction(1, 5))).relation is ENTAILS


def test_relative_days_are_read_against_the_calendar() -> None:
    calendar = Calendar(reference=read_date("2024-10-23"))
    claim, passage = "The museum opened on Tuesday.", "The museum opened on 22 October 2024."
    assert compare_texts(claim, passage, calendar=calendar).relation is ENTAILS
    assert compare_texts(claim, passage).relation is UNDECIDED


@pytest.mark.parametrize("unit", ["1", "12 ", ",", '"', "( ", "5 May 2011 ", "no ", "a.B ", "3,000 soldiers ", "Ab "])
def test_a_megabyte_takes_no_longer_than_linear_time_would(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = perf_counter()
    compare_texts("At least 3,000 soldiers moved to Russia in October 2024.", text)
    compare_texts(text, "3,000 soldiers moved to Russia.")
    assert perf_counter() - start < 10


_WORDS = st.sampled_from(
    [
        *(
            "the",
            "a",
            "not",
            "more than",
            "at least",
            "about",
            "under",
            "before",
            "after",
            "in",
            "of",
            "and",
            ",",
            ".",
            "(",
        ),
        *(
            "Anna",
            "Berg",
            "Oslo",
            "people",
            "tickets",
            "dollars",
            "born",
            "died",
            "sold",
            "each",
            "total",
            ")",
            "-",
            "/10",
        ),
        *("3", "20", "2,500", "4.5 million", "$7", "12%", "first", "May", "1998", "2 March 2001", "two", "12.", "\n\n"),
    ]
)
TEXTS = st.lists(_WORDS, max_size=25).map(" ".join)


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_at_all_is_compared(claim: str, passage: str) -> None:
    assert compare_texts(claim, passage).relation in Relation


@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS)
def test_each_mention_of_the_claim_has_one_pair(claim: str, passage: str) -> None:
    found = compare_texts(claim, passage)
    if found.pairs:
        assert tuple(each.asserted for each in found.pairs) == found.asserted
    assert all((each.reported is None) is (each.relation is UNDECIDED) for each in found.pairs)
    if found.relation is not UNDECIDED:
        assert found.pairs


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_a_text_never_contradicts_itself(text: str) -> None:
    assert compare_texts(text, text).relation is not CONTRADICTS


@settings(deadline=None)
@given(st.sampled_from([*DECIDED, *UNDECIDED_PAIRS]), st.integers(min_value=0, max_value=9), st.booleans())
def test_a_contradiction_is_found_without_all_pairs_and_is_theirs(
    seed: tuple[str, ...], digit: int, turned: bool
) -> None:
    claim, passage = seed[1::-1] if turned else seed[:2]
    passage = f"{passage} {claim.replace('2', str(digit))}"
    found = compare_texts(claim, passage)
    for mention in found.asserted:
        pairs = [each for each in found.pairs if each.asserted == mention and each.relation is CONTRADICTS]
        assert find_contradiction(claim, passage, mention.__eq__) == (pairs[0] if pairs else None)


_UNRELATED = st.sampled_from(
    [
        "Rain is expected over the weekend.",
        "Elsewhere, Malta exported 12 tonnes of olives.",
        "The orchestra played for 90 minutes.",
        "Critics called the tram late by 5 percent.",
        "On 9 July 1902, a comet was seen.",
    ]
)


@settings(deadline=None)
@given(st.sampled_from(DECIDED), st.lists(_UNRELATED, max_size=3), st.lists(_UNRELATED, max_size=3))
def test_an_unrelated_sentence_never_turns_the_answer_round(
    seed: tuple[str, str, Relation], before: list[str], after: list[str]
) -> None:
    claim, passage, relation = seed
    opposite = {ENTAILS: CONTRADICTS, CONTRADICTS: ENTAILS}.get(relation)
    assert compare_texts(claim, " ".join([*before, passage, *after])).relation is not opposite


def test_the_relevant_part_of_a_long_passage_is_read() -> None:
    passage = f"{'Nothing of note happened. ' * 2000}In Leeds the fire hurt 22 people.{' It rained.' * 2000}"
    assert len(passage) > READ
    found = compare_texts("More than 20 people were hurt in the Leeds fire.", passage)
    assert found.relation is ENTAILS
    assert [passage[each.start : each.end] for each in found.reported] == ["22"]
