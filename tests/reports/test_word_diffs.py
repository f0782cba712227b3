"""Quoted words beside what a source prints: what is gone, what is added, what lies around."""

import pytest

from factsuite.reports.html.word_diffs import quoted_diff


def told(quoted: str, printed: str) -> tuple[str, str] | None:
    """Both sides in one line each: -gone-, +added+, (around)."""
    found = quoted_diff(quoted, printed)
    marks = {"same": "{}", "gone": "-{}-", "added": "+{}+", "around": "({})"}
    if found is None:
        return None
    article, source = (
        " ".join(marks[part.kind].format(part.text) for part in side) for side in (found.article, found.source)
    )
    return article, source


@pytest.mark.parametrize(
    ("quoted", "printed", "article", "source"),
    [
        ("I saw it.", "QUILL: I saw it. She left.", "I saw it.", "(QUILL:) I saw it. (She left.)"),
        ("I never saw it", "I did not see it", "I -never saw- it", "I +did not see+ it"),
        ("the new bridge", "the bridge", "the -new- bridge", "the bridge"),
        ("the bridge", "the old bridge", "the bridge", "the +old+ bridge"),
        ("It’s “fine”", 'it\'s "FINE", he said', "It’s “fine”", 'it\'s "FINE", (he said)'),
        ("we will pay it", "if we can, we will pay it", "we will pay it", "(if we can,) we will pay it"),
    ],
)
def test_words_are_told_apart(quoted: str, printed: str, article: str, source: str) -> None:
    assert told(quoted, printed) == (article, source)


def test_a_stray_word_far_away_is_no_part_of_the_quotation() -> None:
    printed = "the " + "filler " * 40 + "we saw the memo"
    assert told("we saw the letter", printed) == (
        "we saw the -letter-",
        f"({'the ' + ' '.join(['filler'] * 40)}) we saw the (memo)",
    )


def test_nothing_in_common_is_no_diff_and_the_same_words_do_not_differ() -> None:
    assert quoted_diff("Alpha beta", "gamma delta") is None
    assert quoted_diff("", "gamma") is None
    same = quoted_diff("gamma", "alpha gamma, delta")
    assert same is not None
    assert not same.differs


def test_no_word_of_either_side_is_lost() -> None:
    quoted, printed = "a b c d e f", "x a c y y d z f w"
    found = quoted_diff(quoted, printed)
    assert found is not None
    assert " ".join(part.text for part in found.article) == quoted
    assert " ".join(part.text for part in found.source) == printed
