"""What becomes of an anchor when its article is edited, state by state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factsuite.anchoring.finding import find_all_again
from factsuite.anchoring.states import Anchored, State
from factsuite.model.articles import Article, line_starts
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.policy import Policy
from factsuite.rules.examples import example_tree

HEADLINE = "Larkhaven opens its new ferry landing"
BODY = """\
The ferry landing in the Old Town opened on Sunday. At least 300 people came to see the first boat leave.

"We waited eleven years for this," said Ada Quill, the mayor. She thanked the dockers, who had worked through the
winter. The council is to discuss the fares on Thursday.

Noor Vane, the harbour master, counted 14 boats. The old landing may be sold.
"""
FACTS = """\
# facts.yaml
format: 1
facts:
  - id: visitors
    kind: quantity
    claim: At least 300 people came.
    anchor: {exact: At least 300 people came to see the first boat leave}
    asserts: {measure: bridge-visitors, value: at least 300 people}
  - id: waited
    kind: quotation
    claim: Ada Quill said, "We waited eleven years for this."
    anchor: {exact: '"We waited eleven years for this," said Ada Quill'}
    asserts: {speaker: ada-quill, words: We waited eleven years for this}
  - id: dockers
    kind: statement
    claim: The dockers had worked through the winter.
    anchor: {exact: "the dockers, who had worked through the\\nwinter"}
    asserts: {that: The dockers had worked through the winter.}
  - id: fares
    kind: statement
    claim: The council is to discuss the fares.
    anchor: {exact: The council is to discuss the fares on Thursday.}
    asserts: {that: The council is to discuss the fares.}
  - id: boats
    kind: statement
    claim: There were 14 boats.
    anchor: {exact: counted 14 boats}
    asserts: {that: There were 14 boats.}
  - id: sale
    kind: statement
    claim: The old landing may be sold.
    anchor: {exact: The old landing may be sold}
    asserts: {that: The old landing may be sold.}
  - id: title
    kind: statement
    claim: Larkhaven has a new ferry landing.
    anchor: {exact: new ferry landing}
    asserts: {that: Larkhaven has a new ferry landing.}
# article.md
---
format: 1
headline: Larkhaven opens its new ferry landing
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
"""
[DOSSIER] = build_workspace(example_tree(FACTS + BODY), Policy()).dossiers
assert DOSSIER.article is not None and DOSSIER.complete, DOSSIER.problems
BEFORE = DOSSIER.article


def now(body: str = BODY, headline: str = HEADLINE) -> tuple[Dossier, Article]:
    stated = replace(BEFORE.headline, text=headline, value=headline)
    article = replace(BEFORE, body=body, headline=stated, line_starts=line_starts(body))
    return replace(DOSSIER, article=article), article


def found(body: str = BODY, headline: str = HEADLINE, since: bool = True) -> dict[str, Anchored]:
    dossier, _ = now(body, headline)
    again = find_all_again(dossier, Policy(), BEFORE if since else None)
    return {each.fact.id: each for each in again}


def edited(old: str, new: str, since: bool = True) -> dict[str, Anchored]:
    assert BODY.count(old) == 1
    return found(BODY.replace(old, new), since=since)


def others(states: dict[str, Anchored], *but: str) -> set[State]:
    return {each.state for id, each in states.items() if id not in but}


def words(anchored: Anchored) -> list[str]:
    return [offer.words for offer in anchored.offers]


def test_an_article_nobody_edited_is_unchanged() -> None:
    assert others(found()) == {State.UNCHANGED}
    assert all(each.settled for each in found().values())


def test_without_an_earlier_version_words_that_stand_once_are_unchanged() -> None:
    assert others(found(since=False)) == {State.UNCHANGED}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry landing in", "A drizzle fell. The wind turned. The ferry landing in"),  # sentences before
        ("said Ada Quill, the mayor.", "said Ada Quill, who has been the mayor since 2029."),  # beside the words
        ("She thanked the dockers", "At the quay she thanked the dockers"),
        ("first boat leave.\n\n", "first boat leave.\n"),  # a paragraph break less
        ("leave.\n\n", "leave.\r\n\r\n"),
        (" The old landing may", "\n\nThe old landing may"),
    ],
)
def test_edits_beside_the_words_leave_them_where_they_are(old: str, new: str) -> None:
    assert others(edited(old, new)) == {State.UNCHANGED}


def test_a_paragraph_that_moved_is_moved() -> None:
    first, second, third = BODY.split("\n\n")
    states = found("\n\n".join([first, third.rstrip("\n"), second]) + "\n")
    assert {states["boats"].state, states["waited"].state} == {State.MOVED, State.UNCHANGED}
    assert states["visitors"].state is State.UNCHANGED
    assert others(states) <= {State.MOVED, State.UNCHANGED}


def test_a_sentence_that_swapped_its_place_is_moved() -> None:
    states = edited(
        "The ferry landing in the Old Town opened on Sunday. At least 300 people came to see the first boat leave.",
        "At least 300 people came to see the first boat leave. The ferry landing in the Old Town opened on Sunday.",
    )
    assert states["visitors"].state is State.MOVED
    assert states["visitors"].settled


def test_words_of_the_headline_that_now_stand_in_the_body_are_moved() -> None:
    states = found(BODY.replace("The ferry landing in", "The new ferry landing in"), "Larkhaven opens a landing")
    assert states["title"].state is State.MOVED
    assert states["title"].was is not None and states["title"].was.in_headline


def test_a_reworded_sentence_is_offered_whole() -> None:
    states = edited(
        "The council is to discuss the fares on Thursday.", "On Thursday the fares are on the council's agenda."
    )
    fares = states["fares"]
    assert fares.state is State.REWORDED
    assert words(fares) == ["On Thursday the fares are on the council's agenda."]
    assert fares.edit is not None and fares.edit.exact.text == words(fares)[0]
    assert others(states, "fares") == {State.UNCHANGED}


def test_part_of_a_reworded_sentence_is_offered_as_that_part() -> None:
    states = edited("who had worked through the\nwinter", "who had kept working all through the winter months")
    assert states["dockers"].state is State.REWORDED
    assert words(states["dockers"]) == ["the dockers, who had kept working all through the winter"]
    assert "[+kept working all+]" in states["dockers"].offers[0].diff


def test_words_put_in_for_those_cut_are_part_of_the_offer() -> None:
    states = edited("counted 14 boats", "14 boats were counted by him")
    assert words(states["boats"]) == ["14 boats were counted by him"]


def test_a_sentence_that_was_split_or_merged_is_found() -> None:
    split = edited(
        "She thanked the dockers, who had worked through the\nwinter.",
        "She thanked the dockers. They had worked all winter.",
    )
    assert words(split["dockers"]) == ["the dockers. They had worked all winter"]
    merged = edited(
        "Noor Vane, the harbour master, counted 14 boats. The old landing may be sold.",
        "Noor Vane counted 14 boats; the old landing, she said, may be sold.",
    )
    assert merged["boats"].state is State.UNCHANGED
    assert words(merged["sale"]) == ["the old landing, she said, may be sold"]


def test_words_moved_from_headline_to_body_and_reworded_are_found_there() -> None:
    states = found(BODY + "\nThe town has a new landing for ferries.\n", "Larkhaven celebrates")
    assert words(states["title"]) == ["new landing for ferries"]


@pytest.mark.parametrize("since", [True, False])
@pytest.mark.parametrize(
    ("fact", "old", "new", "why"),
    [
        ("visitors", "At least 300 people", "At least 500 people", "500"),
        ("visitors", "At least 300 people", "Some 300 people", "300"),
        ("waited", "We waited eleven years for this", "We waited twelve years for this", "other words"),
        (
            "waited",
            "said Ada Quill, the mayor",
            "said Noor Vane, the harbour master",
            "'Noor Vane' where it named 'Ada Quill'",
        ),
        ("boats", "counted 14 boats", "counted 40 boats", "'40"),
        ("boats", "counted 14 boats", "counted the boats", "no longer says"),
        ("sale", "The old landing may be sold", "The old landing will be sold", "'may' is gone"),
        ("sale", "The old landing may be sold", "The old landing may not be sold", "'not' is new"),
    ],
)
def test_another_value_is_no_rewording(fact: str, old: str, new: str, why: str, since: bool) -> None:
    anchored = edited(old, new, since)[fact]
    assert anchored.state is State.VALUE_CHANGED
    assert any(why in reason for reason in anchored.at_stake), anchored.at_stake


def test_a_passage_that_was_cut_is_an_orphan() -> None:
    states = edited(" The council is to discuss the fares on Thursday.", "")
    assert (states["fares"].state, states["fares"].offers, states["fares"].edit) == (State.ORPHANED, (), None)


def test_an_orphan_is_told_what_stands_in_its_place() -> None:
    states = edited("The council is to discuss the fares on Thursday.", "Sandwiches were free.")
    assert states["fares"].state is State.ORPHANED
    assert states["fares"].instead == "Sandwiches were free."


@pytest.mark.parametrize(
    "new", [", most of whom had sung by night", " for their songs", " and praised the fire brigade"]
)
def test_a_passage_with_little_in_common_is_shown_but_never_taken_for_a_rewording(new: str) -> None:
    dockers = edited(", who had worked through the\nwinter", new)["dockers"]
    assert (dockers.state, dockers.edit) == (State.ORPHANED, None)
    assert words(dockers) == [f"the dockers{new}"]


def test_an_orphan_is_not_given_another_facts_sentence() -> None:
    again = found(BODY.replace("At least 300 people came to see the first boat leave.", ""), since=False)
    assert again["visitors"].state is State.ORPHANED


def test_words_that_now_stand_twice_are_ambiguous_and_the_former_place_is_offered() -> None:
    states = edited("The old landing may be sold.", "The old landing may be sold. A skipper counted 14 boats too.")
    boats = states["boats"]
    assert boats.state is State.AMBIGUOUS
    assert boats.edit is not None
    assert (boats.edit.prefix, boats.edit.suffix) == ("master, ", "")
    _, article = now(
        BODY.replace("The old landing may be sold.", "The old landing may be sold. A skipper counted 14 boats too.")
    )
    assert len(article.find(boats.edit)) == 1


def test_without_an_earlier_version_every_place_is_offered() -> None:
    states = edited("may be sold.", "may be sold. A skipper counted 14 boats too.", since=False)
    assert states["boats"].state is State.AMBIGUOUS
    assert len(states["boats"].offers) == 2
    assert states["boats"].edit is None


def test_two_passages_as_near_are_ambiguous() -> None:
    body = BODY.replace(
        "counted 14 boats.", "spoke. In the morning they counted 15 boats. At night they counted 16 boats."
    )
    states = found(body, since=False)
    assert states["boats"].state is State.AMBIGUOUS
    assert words(states["boats"]) == ["counted 15 boats", "counted 16 boats"]


def test_words_whose_prefix_changed_are_moved_and_mended() -> None:
    fact = next(fact for fact in DOSSIER.facts if fact.id == "boats")
    fact = replace(fact, anchor=replace(fact.anchor, prefix="master, "))
    slots = tuple(replace(slot, fact=fact) if slot.label == "boats" else slot for slot in DOSSIER.slots)
    dossier, _ = now(BODY.replace("the harbour master, counted", "who is harbour master, also counted"))
    [boats] = [each for each in find_all_again(replace(dossier, slots=slots), Policy(), BEFORE) if each.fact is fact]
    assert boats.state is State.MOVED
    assert boats.edit is not None and not boats.settled
    assert (boats.edit.prefix, boats.edit.exact.text, boats.edit.suffix) == ("", "counted 14 boats", "")


SENTENCES = ["It rained.", "Gulls circled above the quay.", "Tom Reed sold 20 cakes.", "No one was hurt."]


@given(
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(SENTENCES)), max_size=4),
    st.permutations(range(3)),
    st.booleans(),
)
def test_an_edit_that_leaves_the_words_alone_never_rewords_them(
    put: list[tuple[int, str]], order: list[int], wrap: bool
) -> None:
    paragraphs = [BODY.split("\n\n")[index].strip("\n") for index in order]
    for place, sentence in put:
        index = place % 3
        paragraphs[index] = f"{sentence} {paragraphs[index]}" if place < 3 else f"{paragraphs[index]} {sentence}"
    body = ("\n\n\n" if wrap else "\n\n").join(paragraphs) + "\n"
    states = found(body)
    assert others(states) <= {State.UNCHANGED, State.MOVED}
    if order == [0, 1, 2]:
        assert others(states) == {State.UNCHANGED}
