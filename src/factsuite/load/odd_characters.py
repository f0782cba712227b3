"""Characters through which a reader sees something else than what is compared: told of every value, wherever it stands.

The marks are those of Unicode's property Bidi_Control (Unicode Standard Annex 9), and characters that print nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from factsuite.load.decoding import place_in
from factsuite.load.locations import Location
from factsuite.load.lookalikes import strangers
from factsuite.load.positioned import Map, Node, Seq
from factsuite.load.problems import Problem, shortened

MOST = 20
"""Problems of one sort that are listed of one text."""

_TURNING = "\u202a-\u202e"  # embeddings and overrides
_HINTING = "\u061c\u200e\u200f\u2066-\u2069"  # marks and isolates, which a text from right to left needs
_JOINERS = "\u200c\u200d"
_NOTHING = "\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f"
_FOREIGN = (
    "\u0370-\u058f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f"  # Greek, Cyrillic, Armenian
    "\uff21-\uff5a\U0001d400-\U0001d7ff"  # Latin of another width or style
)
_MAY_BE_ODD = re.compile(f"[{_TURNING}{_HINTING}{_JOINERS}{_NOTHING}{_FOREIGN}]")
_ESCAPE = re.compile(r"\\[xuU]")
_ASCII = bytes(range(128))
_BIDI = re.compile(f"[{_TURNING}{_HINTING}]")
_UNSEEN = re.compile(f"[{_NOTHING}]|(?<=[A-Za-z])[{_JOINERS}](?=[A-Za-z])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+")
"""Tag characters spell the region behind a black flag: the flag of Scotland."""


def may_be_odd(text: str) -> bool:
    """Whether anything is worth a look, in a text or in the values of one that is YAML; a no is quick, and sure."""
    if "\\" in text and _ESCAPE.search(text) is not None:
        return True
    if text.isascii():
        return False
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)  # what is ASCII would take most of the time
    return _MAY_BE_ODD.search(beyond.decode("utf-8", "surrogatepass")) is not None


def odd_values(root: Node | None) -> Iterator[tuple[str, Node]]:
    """Every value, and every name of a field, that may hold an odd character."""
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Map):
            if not all(map(str.isascii, node)):
                waiting += node.names()
            waiting += node.values()
        elif isinstance(node, Seq):
            waiting += node
        elif not node.isascii() and (_MAY_BE_ODD.search(node) or _ESCAPE.search(node)):
            yield str(node), node


def odd_in_values(root: Node | None, path: PurePosixPath) -> Iterator[Problem]:
    """What is odd in the values of a file, at the value it stands in."""
    found: dict[str, int] = {}
    for text, node in odd_values(root):
        at = Location(path=path, line=node.line, column=node.column)
        for rule, _, message, hint in _odd(text):
            found[rule] = found.get(rule, 0) + 1
            if found[rule] <= MOST:
                yield Problem(rule=rule, message=message, hint=hint, at=at)


def odd_in_text(text: str, path: PurePosixPath, first_line: int) -> Iterator[Problem]:
    """What is odd in the text of an article, each at its place; of every sort the first."""
    if not may_be_odd(text):
        return
    found: dict[str, int] = {}
    for start, line in _lines(text):
        for rule, offset, message, hint in _odd(line):
            found[rule] = found.get(rule, 0) + 1
            if found[rule] <= MOST:
                at = place_in(text, start + offset, path, first_line)
                yield Problem(rule=rule, message=message, hint=hint, at=at)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            yield start, line
        start += len(line) + 1


def _odd(text: str) -> Iterator[tuple[str, int, str, str]]:
    """Of a text at most one problem of each sort: the rule, where it begins, what is wrong, what to do."""
    turned = _BIDI.search(text) if not _is_ordinary(text) else None
    if turned is not None:
        yield (
            "bidi-control",
            turned.start(),
            f"{_named(turned.group())} turns the order in which letters are shown: {_around(text, turned.start())}",
            "delete it: a reader would see other words than those that were compared",
        )
    unseen = _UNSEEN.search(_FLAG.sub(lambda flag: "x" * len(flag.group()), text))
    if unseen is not None:
        yield (
            "invisible-character",
            unseen.start(),
            f"{_named(unseen.group())} shows nothing: {_around(text, unseen.start())}",
            "delete it: words that look alike would differ",
        )
    for word in _WORD.finditer(text):
        if word.group().isascii():
            continue
        letters, alphabet = strangers(word.group())
        if letters:
            shown = ", ".join(f"{letter} U+{ord(letter):04X}" for letter in dict.fromkeys(letters[:4]))
            kind = alphabet if alphabet.startswith("of ") else f"of the {alphabet} alphabet"
            yield (
                "mixed-script-word",
                word.start(),
                f"'{shortened(word.group(), 60)}' holds letters {kind} that only look right: {shown}",
                "type the word anew, in one alphabet",
            )
            return


def _is_ordinary(text: str) -> bool:
    """Whether the marks are those that a text with letters from right to left needs, and as many shut as opened."""
    if not any(unicodedata.bidirectional(char) in ("R", "AL") and char not in "\u200f\u061c" for char in text):
        return False
    open_ = 0
    for char in text:
        if "\u202a" <= char <= "\u202e":
            return False
        open_ += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        if open_ < 0:
            return False
    return open_ == 0


def _named(char: str) -> str:
    return f"U+{ord(char):04X} ({unicodedata.name(char, 'without a name').lower()})"


def _around(text: str, offset: int) -> str:
    """The words beside a place, with the mark that nobody sees as its code."""
    before, char, after = text[max(offset - 20, 0) : offset], text[offset], text[offset + 1 : offset + 21]
    return f"'{before}\\u{ord(char):04x}{after}'".replace("\n", " ")
