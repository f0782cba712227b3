"""The fuzzer's committed inputs, each of them run once: what was found and mended stays mended."""

from pathlib import Path

import pytest

from fuzz.harnesses import HARNESSES
from fuzz.texts import PIECES, halves, text_of

CORPUS = Path(__file__).parents[2] / "fuzz" / "corpus"
INPUTS = sorted(file for file in CORPUS.rglob("*") if file.is_file())


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: str(file.relative_to(CORPUS)))
def test_nothing_is_wrong_with_an_input_that_was_kept(file: Path) -> None:
    HARNESSES[file.parent.name](file.read_bytes())


def test_every_harness_has_inputs_to_start_from() -> None:
    assert {file.parent.name for file in INPUTS} == set(HARNESSES)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("yaml", b"a: b\n", "tree"),
        ("markdown", b"# a\n", "moved"),
        ("quantities", b"3 boats", "slipped"),
    ],
)
def test_a_harness_can_fail(name: str, data: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from fuzz import file_harnesses, reading_harnesses

    wrong = {
        "tree": (file_harnesses, "read_yaml", lambda *_, **__: (file_harnesses.Seq(), ())),
        "moved": (reading_harnesses, "read_markdown", lambda text: type("P", (), {"text": text[1:], "blocks": ()})()),
        "slipped": (reading_harnesses, "read_quantities", lambda text: [type("M", (), _beyond(text))()]),
    }
    monkeypatch.setattr(*wrong[why])
    with pytest.raises(AssertionError):
        HARNESSES[name](data)


def _beyond(text: str) -> dict[str, int]:
    return {"start": 0, "end": len(text) + 1, "number_start": 0, "number_end": 1}


def test_an_input_is_plain_text_or_a_piece_of_english_a_byte() -> None:
    assert text_of(b"at least 3") == "at least 3"
    assert text_of(b"\x00\x80x\xff") == PIECES[0x80 % len(PIECES)] + "x" + PIECES[0xFF % len(PIECES)]
    assert text_of(b"a\xff") == "a\udcff"
    assert halves("a|b|c") == ("a", "b|c")
    assert halves("a") == ("a", "a")
