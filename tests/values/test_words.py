import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.values import words
from factsuite.values.relation import Relation
from factsuite.values.wording import word_reading
from factsuite.values.wording.polarity import LIMITING, limits_among
from factsuite.values.wording.word_edits import EDIT_RELATIONS, Edit
from factsuite.values.wording.word_reading import read_words
from factsuite.values.words import compare_words

E, C, X, N = Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS, Relation.INCOMPARABLE

SEEDS = [
    # the same words
    ("MAYOR: I never saw that memo.", "I never saw that memo.", E, Edit.SAME),
    ("\u201cI never saw that memo,\u201d she said.", "I never saw that memo", E, Edit.PIECE),
    ("a flood of rumours", "a flood of rumors", E, Edit.RESPELT),
    ("They're travelling to the theatre", "They are traveling to the theater", E, Edit.RESPELT),
    ("It's been a long day. We can't go.", "It has been a long day. We cannot go.", E, Edit.RESPELT),
    ("The ferry's late", "The ferry is late", E, Edit.RESPELT),
    ("Three thousand litres leaked", "3,000 liters leaked", E, Edit.RESPELT),
    ("prices rose 5%", "prices rose 5 per cent", E, Edit.RESPELT),
    ("I, um, think we, uh, will go", "I think we will go", E, Edit.FILLER),
    # pieces
    ("We lost. The ferry was late. We went home.", "The ferry was late.", E, Edit.PIECE),
    ("We lost because the ferry was late.", "the ferry was late", E, Edit.CUT_EDGE),
    ('"The bridge is old," he said, "and it needs paint."', "The bridge is old and it needs paint", E, Edit.PIECE),
    # limits outside the cut
    ("If the council pays, we will open in June.", "we will open in June", C, Edit.LIMIT_LOST),
    ("We will open in June unless it rains.", "We will open in June", C, Edit.LIMIT_LOST),
    ("They allegedly took the money.", "took the money", C, Edit.LIMIT_LOST),
    ('"Perhaps," she said, "the harbour will be open."', "the harbour will be open", C, Edit.LIMIT_LOST),
    ("No one said the ferry sank", "the ferry sank", C, Edit.LIMIT_LOST),
    ("I am not sure, but they took the money.", "they took the money", C, Edit.LIMIT_LOST),
    ("I do not call this murder.", "murder", C, Edit.LIMIT_LOST),
    ("We have never heard of such wild claims.", "wild claims", C, Edit.LIMIT_LOST),
    ("We will not comment on claims of a leak.", "a leak", C, Edit.LIMIT_LOST),
    ("We may not comment on such wild claims.", "wild claims", C, Edit.LIMIT_LOST),
    ("We do not comment on such wild claims unless they hurt.", "wild claims", C, Edit.LIMIT_LOST),
    ("No one said we do not comment on such wild claims.", "wild claims", C, Edit.LIMIT_LOST),
    # limits that are none
    ("We will not comment on these wild claims.", "wild claims", E, Edit.CUT_EDGE),
    ("The council feels no need to respond to such wild claims.", "such wild claims", E, Edit.CUT_EDGE),
    ("Pier No 3 is open to traffic", "is open to traffic", E, Edit.CUT_EDGE),
    ("No doubt the bridge is safe.", "the bridge is safe", E, Edit.CUT_EDGE),
    ("In May the bridge will open.", "the bridge will open", E, Edit.CUT_EDGE),
    ("Pier No. 3 is open to traffic", "is open to traffic", E, Edit.CUT_EDGE),
    ('"The bridge is safe," he said, though he could not say why.', "The bridge is safe", E, Edit.PIECE),
    # marked by the article
    ("We will pay the town what it asks by June.", "We will pay ... by June", E, Edit.OMISSION),
    ("We will pay, if the judge agrees, by June.", "We will pay \u2026 by June", C, Edit.LIMIT_LOST),
    ("I hope he signs by June.", "I hope [the mayor] signs by June.", E, Edit.BRACKETED),
    ("And we never asked.", "[W]e never asked.", E, Edit.CUT_EDGE),
    # printed in part by the source
    ("The old bridge", "The old bridge is a danger to the town", C, Edit.PARTIAL),
    ("The [harbour] bridge is a danger to us", "The old bridge is a danger to us", C, Edit.PARTIAL),
    ("a danger ... to the town", "a danger to the town", C, Edit.PARTIAL),
    ('Lee called it "a danger to the whole town" on Monday.', "It is a danger to the whole town.", C, Edit.PARTIAL),
    ("\u201cIt is old,\u201d he said. \u201cIt needs paint.\u201d", "It is old. It needs paint.", C, Edit.PARTIAL),
    # not the source's words
    ("I never saw that memo.", "We never saw the memo.", X, Edit.CHANGED),
    ("The bridge remains open to traffic", "The bridge is left open to traffic", X, Edit.CHANGED),
    ("We was late to the ferry today", "We were late to the ferry today", X, Edit.TIDIED),
    ("He will not sign the paper today.", "He will sign the paper today.", X, Edit.DROPPED),
    ("He will sign the paper today.", "He will surely sign the paper today.", X, Edit.ADDED),
    ("He will sign the paper today.", "He will not sign the paper today.", X, Edit.LIMIT_GAINED),
    ("I like the ferry and the bridge.", "I like the bridge and the ferry.", X, Edit.MOVED),
    ("The bridge may be old even in that case", "The bridge may even be old in that case", X, Edit.MOVED),
    ("It is an old bridge. Paint is dear. Taxes are high.", "It is an old bridge. Taxes are high.", X, Edit.SPLICED),
    ("Q: Is it safe?\nMAYOR: It was safe last year.", "Is it safe? It was safe last year.", X, Edit.SPLICED),
    ("the level was -0.42 this morning", "the level was 0.42 this morning", X, Edit.CHANGED),
    ("it costs $12,500 this year", "it costs $12.500 this year", X, Edit.CHANGED),
    # nothing to compare
    ("The ferry was late again.", "I never saw that memo.", N, Edit.UNALIGNED),
    ('She said the bridge was old and the paint was gone. "It is a danger to us all," she said.',
     "The bridge is old and the paint is gone", N, Edit.UNALIGNED),
    ("", "I never saw it", N, Edit.UNALIGNED),
]  # fmt: skip


@pytest.mark.parametrize(("source", "asserted", "relation", "edit"), SEEDS)
def test_seeds(source: str, asserted: str, relation: Relation, edit: Edit) -> None:
    comparison = compare_words(source, asserted)
    assert (comparison.relation, edit in comparison.edits) == (relation, True), comparison


def test_lost_condition_is_named() -> None:
    comparison = compare_words("If the council pays, we may open in June.", "open in June")
    assert comparison.lost == ("If the council pays", "may")


def test_diff_is_from_asserted_to_source() -> None:
    assert compare_words("The bridge is left open to us", "The bridge remains open to us").diff == (
        "The bridge [-remains-][+is left+] open to us"
    )


def test_every_edit_has_a_relation() -> None:
    assert set(EDIT_RELATIONS) == set(Edit)


WORDS = st.lists(
    st.sampled_from(["harbour", "bridge", "mayor", "ferry", "paper", "paint", "winter", "summer", "river", "council"]),
    min_size=5,
)


@given(WORDS)
def test_same_words_entail_themselves(words: list[str]) -> None:
    text = " ".join(words)
    assert compare_words(text, text).relation is Relation.ENTAILS
    assert compare_words(text.upper() + ".", text).relation is Relation.ENTAILS


@given(WORDS, st.integers(min_value=0))
def test_a_changed_word_never_entails(words: list[str], place: int) -> None:
    changed = list(words)
    changed[place % len(words)] = "elephant"
    assert compare_words(" ".join(words), " ".join(changed)).relation is not Relation.ENTAILS


@given(WORDS, st.integers(min_value=0), st.integers(min_value=1))
def test_a_piece_entails(words: list[str], start: int, length: int) -> None:
    start %= len(words)
    piece = words[start : start + length % len(words) + 1]
    assert compare_words(" ".join(words), " ".join(piece)).relation is Relation.ENTAILS


MARKED = st.text(alphabet=st.sampled_from("aAnotif .,!?\"'\u201c\u201d[]()\u2026-\u20140123%$\n:"), max_size=200)


@settings(max_examples=300)
@given(MARKED, MARKED)
def test_any_text_is_compared(source: str, asserted: str) -> None:
    comparison = compare_words(source, asserted)
    assert comparison.edits


@given(st.text(), st.text())
def test_any_unicode_is_compared(source: str, asserted: str) -> None:
    assert compare_words(source, asserted).relation in Relation


@pytest.mark.parametrize("unit", ["a ", '"', "1,", "[", "... ", "A. ", "if a, ", "\u201ca\u201d "])
def test_a_long_source_is_compared_in_time(unit: str) -> None:
    source = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    compare_words(source, "the mayor of the town said a word or two")
    assert time.perf_counter() - started < 5


def test_a_quotation_is_found_in_a_long_source() -> None:
    filler = "The council met and the ferry was late again in the winter. " * 15_000
    source = filler + "We will sell the old harbour bridge to nobody. " + filler
    assert compare_words(source, "We will sell the old harbor bridge to nobody.").relation is Relation.ENTAILS
    assert compare_words(source, "We will sell the new harbor bridge to nobody.").relation is Relation.CONTRADICTS


@pytest.mark.parametrize(
    "words",
    ["I know one thing. NATO: never again.", "We have one rule. NOTE WELL: listen first.", "He asked.\nREED: No."],
)
def test_words_that_look_like_a_speaker_label_are_words_where_both_print_them(words: str) -> None:  # issue 8
    assert compare_words(words, words).relation is Relation.ENTAILS
    assert compare_words(f"MAYOR: {words} REED: Quite so.", words).relation is Relation.ENTAILS


def test_a_speaker_label_that_the_quotation_leaves_out_is_no_word() -> None:  # issue 8
    source = "MAYOR: I know one thing. NATO: never again."
    assert compare_words(source, "I know one thing. Never again.").relation is not Relation.ENTAILS


def test_a_text_without_labels_is_read_once_for_both_ways_of_reading_it() -> None:
    text = "We never saw that memo, and on a second look we still had not."
    labelled = "KIRBY: We never saw that memo."
    assert read_words(text, labels=True) is read_words(text)
    assert [word.key for word in read_words(labelled)][:1] == ["kirby"]
    assert [word.key for word in read_words(labelled, labels=True)][:1] == ["we"]


@given(st.sampled_from(SEEDS), st.sampled_from(SEEDS), st.sampled_from([" ", "\n", " ... ", ' "']))
def test_no_other_place_is_better_than_the_first_that_entails(
    one: tuple[str, ...], other: tuple[str, ...], between: str
) -> None:
    source, asserted = between.join((one[0], other[0], one[0])), one[1]
    quotation = words._quotation(asserted)
    places = list(words._runs(source, asserted, quotation))
    found = [each for run, passage in places for each in words._exact(quotation, run, passage)]
    if found:
        best = max(found, key=lambda each: words._PREFERENCE[each.relation])
        assert compare_words(source, asserted) == words._comparison(best)


@pytest.mark.parametrize("between", [" ", ' "', " ... "])
def test_words_that_stand_as_they_are_written_are_told_as_a_look_at_each_word_tells_them(between: str) -> None:
    told = 0
    for one, asserted, *_ in SEEDS:
        quotation = words._quotation(asserted)
        for other, *_ in SEEDS[:30]:
            for source in (one + between + other, other + between + one, asserted + between + other):
                for run, passage in words._runs(source, asserted, quotation):
                    plain = words._as_it_stands(quotation, run) if run.is_passage else None
                    if plain is not None:
                        told += 1
                        assert plain == words._comparison(next(words._exact(quotation, run, passage)))
    assert told > 500


@pytest.mark.parametrize("source", [source for source, *_ in SEEDS if " . " not in source])
def test_more_blanks_between_words_change_no_word(source: str) -> None:
    wide = read_words(source.replace(" ", "   "))
    assert [(word.text, word.key, word.sentence) for word in wide] == [
        (word.text, word.key, word.sentence) for word in read_words(source)
    ]


LABELLED = st.lists(st.sampled_from(["MAYOR", "Q", "A", "we", "never", ":", ".", " ", "  ", "\t", "\n", "(laughs)"]))


@given(LABELLED.map("".join))
def test_a_text_without_the_signs_of_a_label_has_none(text: str) -> None:
    plain = text.translate(word_reading._PLAIN)
    assert word_reading._may_have_label(plain) or word_reading._LABEL.search(plain) is None


@pytest.mark.parametrize("source", [source for source, *_ in SEEDS])
def test_a_text_without_the_first_word_of_a_limit_has_none(source: str) -> None:
    read = read_words(source)
    if not any(word.key in LIMITING for word in read):
        assert limits_among(read, [True] * len(read)) == ()
