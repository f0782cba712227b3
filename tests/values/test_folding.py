import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.values.folding import FOLDS, fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\u201cWe won\u2019t,\u201d", '"We won\'t,"'),
        ("so\u00a0\u2014 at last \u2026 done", "so \u2014 at last ... done"),
        ("on -- and on", "on \u2014 and on"),
        ("wait . . . what", "wait ... what"),
        ("ten\u2011year", "ten-year"),
        ("a  \t b\nc", "a b c"),
        ("\u22120.42", "-0.42"),
    ],
)
def test_typography_folds(text: str, plain: str) -> None:
    assert fold(text) == plain


@pytest.mark.parametrize("text", ["12.5 %", "$12,500", "p < 0.05", "U.S.", "Rumour", "5% of 3-4"])
def test_case_signs_and_separators_stay(text: str) -> None:
    assert fold(text) == text


def test_table_names_what_each_row_folds() -> None:
    assert all(characters and what for characters, _, what in FOLDS)
    folded = [character for characters, _, _ in FOLDS for character in characters]
    assert len(folded) == len(set(folded))


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
