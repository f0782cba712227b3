"""Bytes to text: whatever is not plain UTF-8 text is refused, with its place and what to do."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.decoding import decode, place_in

PATH = PurePosixPath("facts/bridge/facts.yaml")


@pytest.mark.parametrize(
    "text", ["format: 1\n", "é ü 戰場\n", "\U0001f6a2", "tab\there\r\nand lines\n", "\u2028 \xa0x"]
)
def test_plain_text_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode("utf-8"), PATH) == (text, None)


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"", "the file is empty", 1, 1),
        (b" \n\t\n", "the file is empty", 1, 1),
        (b"\xef\xbb\xbfformat: 1\n", "UTF-8 byte order mark", 1, 1),
        ("format: 1\n".encode("utf-16-le"), "control character U+0000", 1, 2),
        ("\ufefformat: 1\n".encode("utf-16-le"), "UTF-16 byte order mark", 1, 1),
        ("\ufefformat: 1\n".encode("utf-16-be"), "UTF-16 byte order mark", 1, 1),
        (b"format: 1\nname: caf\xe9\n", "byte 0xe9 is not UTF-8 text", 2, 10),
        ("é\nü".encode() + b"\xff", "byte 0xff is not UTF-8 text", 2, 2),
        (b"format: 1\n\x00", "control character U+0000", 2, 1),
        (b"\x89PNG\r\n\x1a\n", "byte 0x89 is not UTF-8 text", 1, 1),
        (b"a: \x07\n", "control character U+0007", 1, 4),
        (b"a: \x7f\n", "control character U+007F", 1, 4),
        (b"PK\x03\x04", "control character U+0003", 1, 3),
        (b"a\xc3", "byte 0xc3 is not UTF-8 text", 1, 2),
        ("\ufffe".encode(), "control character U+FFFE", 1, 1),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(data: bytes, message: str, line: int, column: int) -> None:
    text, problem = decode(data, PATH)
    assert text is None
    assert problem is not None
    assert problem.rule == "unreadable-file"
    assert message in problem.message
    assert (problem.at.line, problem.at.column) == (line, column)
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("abc", 0, (1, 1)), ("abc", 3, (1, 4)), ("a\nbc", 2, (2, 1)), ("a\n\nb", 2, (2, 1)), ("é\nüx", 3, (2, 2))],
)
def test_an_offset_has_a_place(text: str, offset: int, place: tuple[int, int]) -> None:
    at = place_in(text, offset, PATH)
    assert (at.line, at.column) == place
    assert place_in(text, offset, PATH, first_line=10).line == place[0] + 9
