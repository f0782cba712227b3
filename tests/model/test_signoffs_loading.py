"""Sign-offs and the desk as they are read: what hand edits leave sound, and where the rest is told."""

from pathlib import PurePosixPath

import pytest

from factsuite.commands.sign_file import render_signoffs
from factsuite.model.signoffs import build_desk, build_signoffs

FOLDER = PurePosixPath("facts/bridge")
DIGEST = "1-" + "0" * 32
ENTRY = f"""format: 1
signoffs:
  - fact: visitors
    by: mira
    on: 2031-06-03
    sentence: {DIGEST}
    assertion: {DIGEST}
    evidence: {{hearing: {DIGEST}, gazette: {DIGEST}}}
    exhibits: {{}}
"""


def problems(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a list of sign-offs: the rule, and the place."""
    _, found = build_signoffs({FOLDER / "signoffs.yaml": text.encode()}, FOLDER)
    return [(each.rule, each.at.line, each.at.column) for each in found]


def test_a_sound_entry_is_read_with_its_place() -> None:
    (signoff,), found = build_signoffs({FOLDER / "signoffs.yaml": ENTRY.encode()}, FOLDER)
    assert found == ()
    assert (signoff.fact.value, signoff.by.value, signoff.on, signoff.by.at.line) == (
        "visitors",
        "mira",
        "2031-06-03",
        4,
    )
    assert signoff.digests.evidence == (("gazette", DIGEST), ("hearing", DIGEST))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"sentence: {DIGEST}", "sentence: 1-00", ("invalid-value", 6, 15)),
        (f"sentence: {DIGEST}", f"sentense: {DIGEST}", ("unknown-field", 6, 5)),
        ("    exhibits: {}\n", "", ("missing-field", 3, 5)),
        ("on: 2031-06-03", "on: 2031-06", ("unreadable-value", 5, 9)),
        (f"gazette: {DIGEST}", "gazette: yes", ("invalid-value", 8, 70)),
        ("format: 1", "format: 9", ("invalid-value", 1, 9)),
    ],
)
def test_a_slip_is_told_at_its_place(old: str, new: str, expected: tuple[str, int, int]) -> None:
    assert ENTRY.count(old) == 1
    assert expected in problems(ENTRY.replace(old, new))


def test_one_defective_entry_leaves_the_others_sound() -> None:
    other = ENTRY.split("signoffs:\n")[1].replace("by: mira", "by: tom").replace(DIGEST, "2", 1)
    signoffs, found = build_signoffs({FOLDER / "signoffs.yaml": (ENTRY + other).encode()}, FOLDER)
    assert [signoff.by.value for signoff in signoffs] == ["mira"]
    assert [each.at.line for each in found] == [13]


def test_what_is_written_is_read_again_as_it_was() -> None:
    typed = ENTRY.replace("by: mira", 'by: "Mira: Holt"').replace("on: 2031-06-03", "on: 3 June 2031")
    signoffs, _ = build_signoffs({FOLDER / "signoffs.yaml": typed.encode()}, FOLDER)
    written = render_signoffs(signoffs)
    again, found = build_signoffs({FOLDER / "signoffs.yaml": written.encode()}, FOLDER)
    assert found == ()
    assert [(each.by.value, each.on, each.digests) for each in again] == [
        (each.by.value, each.on, each.digests) for each in signoffs
    ]
    assert render_signoffs(again) == written


def test_without_files_nobody_signs() -> None:
    assert build_desk({}) == ((), ())
    assert build_signoffs({}, FOLDER) == ((), ())


def test_a_person_without_a_name_is_told_at_the_entry() -> None:
    text = "format: 1\npeople:\n  - {id: mira, name: Mira Holt}\n  - {id: tom}\n"
    people, found = build_desk({PurePosixPath("facts/desk.yaml"): text.encode()})
    assert [person.id for person in people] == ["mira"]
    assert [(each.rule, each.at.line) for each in found] == [("missing-field", 4)]
