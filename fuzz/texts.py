"""Bytes to texts: plain UTF-8, or one piece of news English a byte, so that short inputs make long sentences."""

PIECES = (
    "at least ", "no fewer than ", "up to ", "about ", "more than ", "between ", "from ", "to ", " and ", " or ",
    "nearly ", "some ", "dozens of ", "a third of ", "two-and-a-half ", "twenty-", "hundred ", "thousand ",
    "million ", "percent", " percentage points", "%", "$", "US$", "€", "km", " tonnes", "kg", "per ", " a year",
    " soldiers", "1,500 ", "3.000", "12.50", "0.9", ".90", "1 1/2", "½", "10^6", "1e9", "minus ", "–", "—", "−", "×",
    "10-12", "since ", "by ", "until ", "on ", "in ", "early ", "mid-", "late ", "last ", "next ", "ago", "week",
    "month", "Monday ", "Wednesday, ", "October ", "Oct. ", "23 October 2024", "2024-10-23", "10/23/24", "the 1990s",
    "the ", "18th ", "century", "10:30 ", "p.m. ", "noon", "winter ", "second quarter of ", "days", "BC", "Easter ",
    "..", "/", "X", "~", "?", "[", "]", "{", "}", "Y-17E7", "S3", "\"", "“", "”", "‘", "’", "«", "»", "'",
    "Kirby said", " said ", ", he said", "said Ada Quill", " told reporters: ", "according to ", " denied ",
    "the mayor", "Dr. ", "U.S. ", "No. ", "e.g. ", "\n\n", "\n", "\t", "  ", ". ", ", ", ": ", "; ", "!", "…", "(",
    ")", "if ", "not ", "never ", "may ", "I ", "we ", "\u00a0", "\u200b", "\u202e", "\u2028", "e\u0301", "ß", "İ",
    "🚢", "٣", "²", "Ⅷ", "１２",
)  # fmt: skip
"""What a byte of 0x80 and more stands for, in the second reading."""


def text_of(data: bytes) -> str:
    """The text an input stands for.

    One that begins with a zero byte is read byte by byte: ASCII as it is, the others as `PIECES`. Any other is UTF-8;
    what is none of it becomes lone surrogates, which a command line may hold too.
    """
    if data[:1] == b"\0":
        return "".join(chr(byte) if byte < 0x80 else PIECES[byte % len(PIECES)] for byte in data[1:])
    return data.decode("utf-8", "surrogateescape")


def halves(text: str) -> tuple[str, str]:
    """Two texts out of one: what stands before and after the first vertical bar; twice the same without one."""
    before, bar, after = text.partition("|")
    return (before, after) if bar else (text, text)
