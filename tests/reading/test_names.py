from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factsuite.reading.names import NameMention, find_names

NAMES = {
    "ann-lee": ("Ann Lee", "Mayor Lee", "Lee"),
    "bob-lee": ("Bob Lee", "Lee"),
    "us": ("United States", "U.S."),
    "ohara": ("O'Hara",),
    "council": ("Harbour Council",),
}


def _found(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.id) for mention in find_names(text, NAMES)]


def test_longest_name_wins_and_case_counts() -> None:
    assert _found("Ann Lee met Mayor Lee in the lee of the bridge.") == [
        ("Ann Lee", "ann-lee"),
        ("Mayor Lee", "ann-lee"),
    ]


def test_a_shared_name_is_undecided() -> None:
    assert find_names("Then Lee left.", NAMES) == (
        NameMention(start=5, end=8, id="", text="Lee", ids=("ann-lee", "bob-lee")),
    )


def test_whole_words_possessives_and_hyphens() -> None:
    assert _found("Bob Lee\u2019s plan, Leeds, U.S.-built, pro-U.S., O\u2019Hara's") == [
        ("Bob Lee", "bob-lee"),
        ("U.S.", "us"),
        ("U.S.", "us"),
        ("O\u2019Hara", "ohara"),
    ]


def test_names_across_lines() -> None:
    assert _found("the Harbour\nCouncil and the Harbour  Council") == [
        ("Harbour\nCouncil", "council"),
        ("Harbour  Council", "council"),
    ]


@given(st.text(), st.dictionaries(st.text(max_size=3), st.lists(st.text(max_size=6), max_size=3), max_size=4))
def test_mentions_stand_in_the_text_and_do_not_overlap(text: str, names: dict[str, list[str]]) -> None:
    mentions = find_names(text, names)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(first.end <= second.start for first, second in pairwise(mentions))


@given(
    st.lists(
        st.sampled_from(
            ["Lee", "Ann", "O'Hara", "x'Lee", "_Lee", "a.Lee", "U.S.", "é", "Éa", ".", " ", "  ", "'", "&", "\n"]
        )
    )
)
def test_the_quick_look_for_capitals_finds_the_same(parts: list[str]) -> None:
    text = "".join(parts)
    every_word = NAMES | {"nobody": ("no such name",)}  # one name in lower case, and every word is looked at
    assert find_names(text, NAMES) == find_names(text, every_word)
