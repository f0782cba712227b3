"""A text as a YAML scalar, in the style it had if that can hold it."""

from pathlib import PurePosixPath

from factsuite.load.positioned import Map
from factsuite.load.yaml_tree import read_yaml

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def scalar(text: str, style: str | None = None) -> str:
    """The text on one line: bare, or in `style` (one of the two quotation marks) if it had one and can keep it.

    A bare text needs quotation marks where YAML would read something else; double ones, unless single ones spare
    escapes.
    """
    if style not in ("'", '"') and _is_bare(text):
        return text
    if "'" != style != '"':
        style = "'" if any(mark in text for mark in '"\\') and "'" not in text else '"'
    return _single(text) if style == "'" and _fits_single(text) else _double(text)


def anchor_line(exact: str, prefix: str, suffix: str) -> str:
    """An anchor as one line of a fact: `anchor: {exact: ...}`."""
    given = (("exact", exact), ("prefix", prefix), ("suffix", suffix))
    return "anchor: {" + ", ".join(f"{name}: {scalar(text)}" for name, text in given if text) + "}"


def _is_bare(text: str) -> bool:
    if not text or not text.isprintable() or text != text.strip():
        return False
    if text[0] in "-?:" or text[-1] == ":":  # some parsers read these as text, others as YAML's own marks
        return False
    forms = (read_yaml(form, PurePosixPath("anchor")) for form in (f"{{exact: {text}}}", f"exact: {text}"))
    return all(not problems and isinstance(node, Map) and node == {"exact": text} for node, problems in forms)


def _fits_single(text: str) -> bool:
    return all(char.isprintable() for char in text)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char in "\u200c\u200d":  # joiners: escaped, an emoji or a Persian word falls apart
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
