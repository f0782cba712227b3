"""Where an excerpt stands: typography folds, nothing that counts does, and nothing is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.texts.nearest_passage import nearest_passage
from factsuite.texts.standing import LEFT_OUT, find_excerpt

TEXT = (
    "Hearing of the council\n\nMAYOR: \u201cWe\u2019re ready,\u201d she said \u2014 at last. "
    "The level moved \u22120.42 metres,\n"
    "or $3,000 worth of 10\u201312 per cent, in mid-2030. It cost 1,200.50 crowns; 5% less.\n"
    "The com-\nmittee of well-\nknown people met.\fVANE: It was a <3,000 crowd, a 3,000-strong one, \u00b15 or so."
)


@pytest.mark.parametrize(
    "excerpt",
    [
        '"We\'re ready," she said \u2014 at last.',
        "\u00abWe\u2019re   ready,\u00bb she\nsaid",
        "moved -0.42 metres, or $3,000",
        "10\u201312 per cent",
        "mid-2030",
        "1,200.50 crowns; 5% less",
        "The committee",
        "well-known people",
        "people met. VANE: It was",
        "a 3,000-strong one",
        "\u00b15",
        "Hearing of the council MAYOR:",
        "We're ready [...] at last",
        "We're ready \u2026 at last. The level",
        "(...) she said",
    ],
)
def test_an_excerpt_that_stands(excerpt: str) -> None:
    assert len(find_excerpt(excerpt, TEXT)) == 1


@pytest.mark.parametrize(
    "excerpt",
    [
        "",
        "...",
        "we're ready",
        "We are ready",
        "moved 0.42 metres",
        "0.42 metres",
        "-0.4",
        "moved +0.42 metres",
        "3,000 worth",
        "$3,00",
        "12 per cent",
        "moved -0.42 metres or",
        "2030",
        "200.50 crowns",
        "1,200 crowns",
        "cost 1,200",
        "5 less",
        "5 or so",
        "3,000 crowd",
        "eady",
        "counci",
        "at last [...] We're ready",
        "We're ready [and willing]",
    ],
)
def test_an_excerpt_that_does_not_stand(excerpt: str) -> None:
    assert find_excerpt(excerpt, TEXT) == ()


def test_every_place_is_found_with_its_page() -> None:
    text = "It rained.\fIt rained. Then it rained.\f\fIt rained."
    assert [spot.page for spot in find_excerpt("It rained.", text)] == [1, 2, 4]


def test_composed_letters_are_decomposed_ones() -> None:
    assert find_excerpt("caf\u00e9 opened", "The cafe\u0301 opened.")


def test_an_omission_is_a_passage_and_not_a_page() -> None:
    assert find_excerpt("begins [...] ends", f"It begins {'x ' * (LEFT_OUT // 2 - 3)}and ends.")
    assert not find_excerpt("begins [...] ends", f"It begins {'x ' * (LEFT_OUT // 2)}and ends.")


def test_parts_that_stand_in_several_ways_are_ambiguous() -> None:
    assert len(find_excerpt("We met [...] and left.", "We met Ada and left. We met Tom and left.")) > 1
    assert len(find_excerpt("We met Ada [...] and left.", "We met Ada and sat and left. We met.")) == 1
    assert len(find_excerpt("met [...] left", "We met. She left. He left.")) > 1


def test_marks_of_omission_that_the_source_prints_are_its_own() -> None:
    assert len(find_excerpt("well ... yes", "He said: well ... yes. Later: well, you see, yes.")) == 1


def test_many_parts_that_stand_everywhere_end_soon() -> None:
    assert len(find_excerpt(" [...] ".join(["so it goes"] * 12), "so it goes on and " * 2_000)) > 1


@given(st.text(alphabet="ab .,-0123+%$\u2212\u2014", min_size=1, max_size=20))
def test_a_text_contains_itself_once_and_nothing_longer(text: str) -> None:
    spots = find_excerpt(text, text)
    assert len(spots) == bool(text.strip() and spots)
    assert find_excerpt(f"{text} b", text) == ()


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        ("I never saw the memo.", "MAYOR: I never saw that memo. Next.", "I never saw [-the-][+that+] memo."),
        ("moved 0.42 metres", "It moved -0.42 metres.", "moved [-0.42-][+-0.42+] metres"),
        ("It rained", "It rained?", "It [-rained-][+rained?+]"),
        ("nothing like this here", "It rained all day.", ""),
        ("", "It rained.", ""),
        ("It rained", "", ""),
    ],
)
def test_the_nearest_passage_shows_what_differs(words: str, text: str, shown: str) -> None:
    assert nearest_passage(words, text) == shown


def test_the_nearest_passage_of_a_long_text_is_found() -> None:
    text = "The clerk read item after item. " * 5_000 + "We counted 421 people on Sunday. " + "Nobody spoke. " * 5_000
    assert nearest_passage("We counted 412 people on Sunday.", text) == "We counted [-412-][+421+] people on Sunday."
