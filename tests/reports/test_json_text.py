"""The JSON report's own writing, against the standard library's."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factsuite.reports.json_text import indented

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20
)


@given(data=DATA)
def test_it_writes_what_the_standard_library_writes(data: Any) -> None:
    assert indented(data) == json.dumps(data, indent=1, ensure_ascii=False)


@given(data=DATA)
def test_further_in_every_line_but_the_first_begins_with_more_blanks(data: Any) -> None:
    """JSON texts hold no line ends of their own."""
    assert indented(data, 2) == json.dumps(data, indent=1, ensure_ascii=False).replace("\n", "\n  ")
