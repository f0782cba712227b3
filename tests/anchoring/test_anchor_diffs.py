"""Word diffs of reworded passages."""

import pytest

from factsuite.anchoring.diffs import word_diff


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("It opened on Sunday.", "It opened on Monday.", "It opened on [-Sunday.-][+Monday.+]"),
        ("It opened", "It was opened", "It [+was+] opened"),
        ("It was opened", "It opened", "It [-was-] opened"),
        ("It opened", "It opened", "It opened"),
        ("It  opened", "It\nopened", "It opened (only spaces or line breaks differ)"),
        (
            "The Caf\u00e9",
            "The Cafe\u0301",
            "The [-Caf\u00e9-][+Cafe\u0301+] (the same letters, their accents stored otherwise)",
        ),
    ],
)
def test_every_word_is_shown_and_what_cannot_be_seen_is_said(old: str, new: str, shown: str) -> None:
    assert word_diff(old, new) == shown
