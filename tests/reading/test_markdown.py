"""The words of a Markdown text at their places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsuite.reading.markdown import read_markdown


def words(source: str) -> str:
    return " ".join(read_markdown(source).text.split())


def blocks(source: str) -> list[tuple[bool, str]]:
    prose = read_markdown(source)
    return [(each.is_heading, " ".join(prose.text[each.start : each.end].split())) for each in prose.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The **300** people and *one* dog", "The 300 people and one dog"),
        ("__Bold__ and _thin_, but snake_case_names", "Bold and thin , but snake_case_names"),
        ("5 * 3 is 15, and 2*3 is 6", "5 * 3 is 15, and 2*3 is 6"),
        ("See [the report](https://example.org/2031/12) and ![the bridge](b.png).", "See the report and the bridge ."),
        ("See [the report][1].\n\n[1]: https://example.org/40", "See the report ."),
        ('She said, "[The bridge] is safe."', 'She said, "[The bridge] is safe."'),
        ("A note[^1] of <b>many</b><!-- 99 boats -->.", "A note of many ."),
        (r"Not \*this\*", "Not this"),
        ("1. One\n2) Two\n- Three", "One Two Three"),
        ("> Quoted\n> words", "Quoted words"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a b 1 2"),
        ("1998. A year to forget", "1998. A year to forget"),
    ],
)
def test_what_only_lays_out_the_text_is_no_word_of_it(source: str, expected: str) -> None:
    assert words(source) == expected


def test_headings_lists_and_paragraphs_are_blocks_of_their_own() -> None:
    source = "# One #\nText that\ngoes on\n- item\n- item two\n\nUnder\n=====\n\nLast\n---\n\nEnd"
    assert blocks(source) == [
        (True, "One"),
        (False, "Text that goes on"),
        (False, "item"),
        (False, "item two"),
        (True, "Under"),
        (True, "Last"),
        (False, "End"),
    ]


def test_a_rule_between_paragraphs_makes_no_heading() -> None:
    assert blocks("One\n\n---\n\nTwo\n\n* * *\nThree") == [(False, "One"), (False, "Two"), (False, "Three")]


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet="ab1 #*_[]()<>!-|\n\\`~^:.'\"", max_size=80))
def test_every_word_stays_where_it_is(source: str) -> None:
    prose = read_markdown(source)
    assert len(prose.text) == len(source)
    assert all(kept in (" ", was) for kept, was in zip(prose.text, source, strict=True))
    ends = [place for each in prose.blocks for place in (each.start, each.end)]
    assert ends == sorted(ends)
    between = zip([0, *ends[1::2]], [*ends[::2], len(source)], strict=True)
    assert not "".join(prose.text[start:end] for start, end in between).strip()
