"""Typography that does not change a word: marks that fold into one plain form before words are compared."""

FOLDS: tuple[tuple[str, str, str], ...] = (
    ("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02", '"', "double quotation marks"),
    (
        "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u00b4`\uff07",
        "'",
        "single quotation marks and apostrophes",
    ),
    ("\u2010\u2011\u00ad", "-", "hyphens"),
    ("\u2012\u2013\u2014\u2015\u2e3a\u2e3b", "\u2014", "dashes"),
    ("\u2212\ufe63\uff0d", "-", "minus signs"),
    (
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
        "spaces",
    ),
    ("\t\n\r\x0b\x0c\x85\u2028\u2029", " ", "line breaks and tabs"),
    ("\u2026", "...", "ellipses"),
    ("\u200b\u200c\u200d\u2060\ufeff", "", "marks without width"),
    ("\ufb00", "ff", "ligature ff"),
    ("\ufb01", "fi", "ligature fi"),
    ("\ufb02", "fl", "ligature fl"),
    ("\ufb03", "ffi", "ligature ffi"),
    ("\ufb04", "ffl", "ligature ffl"),
)
"""The published table: the characters that fold, the plain form they fold into, and what they are.

Case, signs, operators, decimal and grouping marks, per cent and currency signs never fold.
"""

_TABLE = str.maketrans({character: plain for characters, plain, _ in FOLDS for character in characters})


def fold(text: str) -> str:
    """Replace typographic variants by their plain form; runs of spaces become one, case is kept.

    Two hyphens typed for a dash become a dash, and a spaced ellipsis (`. . .`) an unspaced one.
    """
    is_plain = text.isascii() and text.isprintable() and "`" not in text  # most texts are, and this is soon seen
    plain = " ".join((text if is_plain else text.translate(_TABLE)).split())
    return plain.replace("--", "\u2014").replace(". . .", "...")
