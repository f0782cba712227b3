"""The words of a passage, one by one: what each counts as when two printings of a quotation are compared."""

import re
from collections import Counter
from functools import lru_cache

from msgspec.structs import replace

from factsuite.values.folding import FOLDS
from factsuite.values.wording.abbreviations import BEFORE_A_NAME, BEFORE_A_NUMBER, MONTHS
from factsuite.values.wording.word_keys import Key, keys_of
from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_numbers import join_numbers
from factsuite.values.wording.word_tokens import Word

_PLAIN = str.maketrans(
    {character: plain for characters, plain, _ in FOLDS if len(plain) == 1 for character in characters}
)
# Line breaks matter to speaker labels, so they stay; every other fold of one character keeps offsets true.
for _break in "\n\r\x85\u2028\u2029":
    _PLAIN[ord(_break)] = "\n"

_NUMBER = r"(?:(?<![\w.+-])[-+])?(?:\d+(?:[.,:/]\d+)*|\.\d+)(?:[^\W\d_]+)?"
_WORD = (
    r"[A-Za-z]++(?![^\W_]|['.])"  # a plain word, the most frequent; nothing else below begins with a letter
    r"|[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?"
    r"|[^\W\d_][^\W_]*(?:'[^\W\d_]+)*"
)
_PIECES = re.compile(
    rf" ?(?:(?P<word>{_WORD})|(?P<gap>\[?\s?(?:\u2026|\.\s?\.\s?\.(?:\s?\.)*)\s?\]?)"
    rf"|(?P<capital>\[[^\W\d_]\][^\W\d_]+)|(?P<open>\[)|(?P<close>\])|(?P<number>{_NUMBER})"
    r"|(?P<symbol>[%$\u00a3\u20ac\u00a5<>=\u00b1\u00d7\u00f7\u2264\u2265\u2248\u00b0&#@+\u00bd\u00bc\u00be\u2030])"
    r"|(?P<quote>\")|(?P<stop>[.!?])|(?P<mark>[,;:()\u2014]|--+)|(?P<line>\n)|(?P<hyphen>-))"
)
"""A piece of a text, and the blank before it, so that no match is tried at the blank itself."""
_LABEL = re.compile(
    r"(?:(?<=\n)|\A|(?<=[.?!\")\]] ))[ \t]{0,8}"
    r"(?:[QA]:?(?=[ \t]{2})|(?:[A-Z][A-Z.'-]{0,24}[ \t]{1,4}){0,5}[A-Z][A-Z.'-]{0,24}(?: ?\([^()\n]{0,40}\))?:(?=\s))"
)
_JOINING = frozenset(
    listed(
        "anti co counter e ex extra hyper inter micro mid multi neo non over post pre pro re semi sub super ultra un"
    )
)
_LONGEST_BRACKET = 6  # words; longer brackets are links, notes or a speaker's own aside, not an editor's insertion
_OPENING, _CLOSING = "\u201c\u201e\u00ab\u301d", "\u201d\u00bb\u301e"
_WRITTEN = frozenset(("word", "number", "capital", "symbol"))
_BETWEEN_DIGITS = (Key("to"),)


@lru_cache(maxsize=512)
def read_words(text: str, *, labels: bool = False) -> tuple[Word, ...]:
    """Return the words of a text in order; a transcript's speaker labels are left out on request."""
    plain = _folded(text)
    if labels:
        cuts = [match.span() for match in _LABEL.finditer(plain)] if _may_have_label(plain) else []
        if not cuts:
            return read_words(text)
    else:
        cuts = []
    reader = _Reader(text, plain, cuts)
    words = join_numbers(reader.words())
    if reader.brackets:
        lengths = Counter(word.bracket for word in words)
        words = [replace(w, bracketed=False) if lengths[w.bracket] > _LONGEST_BRACKET else w for w in words]
    return tuple(words)


def has_label_within(text: str) -> bool:
    """Whether something that looks like a speaker label stands in a text, but at its beginning."""
    plain = _folded(text)
    return _may_have_label(plain) and _LABEL.search(plain, 1) is not None


def _folded(text: str) -> str:
    """The text in plain marks, each character in its place; most texts have no others, and this is soon seen."""
    return text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_PLAIN)


def _may_have_label(plain: str) -> bool:
    """Whether there is a colon, or the two blanks after the Q or A of an interview: soon seen, and most have none."""
    return ":" in plain or "  " in plain


class _Reader:
    """Walks the pieces of a text once and keeps count of sentences, clauses, turns, brackets and quotations."""

    def __init__(self, text: str, plain: str, cuts: list[tuple[int, int]]) -> None:
        self.text = text
        self.plain = plain
        self.cuts = cuts
        self.gap = False
        self.hyphens = "-" in plain
        self.prefix: tuple[int, str] | None = None
        self.found: list[Word] = []
        self.opens = True
        self.sentence = self.clause = self.turn = self.brackets = self.quotations = 0
        self.inside_bracket = self.inside_quotation = False
        head = plain[:2000]
        self.shouted = head.isupper() and all(character.isupper() for character in head if character.isalpha())

    def words(self) -> list[Word]:
        """The words in order; a label is no word, and with it another speaker's turn begins."""
        position = 0
        for start, end in self.cuts:
            self._read(position, start)
            position = end
            self.turn += 1
            self._sentence_ends()
        self._read(position, len(self.plain))
        return self.found

    def _read(self, start: int, end: int) -> None:
        for piece in _PIECES.finditer(self.plain, start, end):
            kind = piece.lastgroup or ""
            start, end = piece.span(kind)
            if kind in _WRITTEN:
                self._written(kind, start, end)
            elif kind in ("mark", "hyphen") and self._between_digits(start, end):
                self._add(_BETWEEN_DIGITS, start, end)
            else:
                self._mark(kind, start, end)

    def _sentence_ends(self) -> None:
        self.opens = True
        self.sentence += 1
        self.clause += 1

    def _written(self, kind: str, start: int, end: int) -> None:
        """Add a word, a number or a symbol, or keep it as the prefix of the word after its hyphen."""
        written = self.plain[start:end]
        if self.hyphens and kind == "word":
            if self.plain.startswith("-", end) and self._joins(written, end):
                self.prefix = start, written
                return
            if self.prefix is not None:
                start, written = self.prefix[0], self.prefix[1] + written
        self.prefix = None
        self._add(keys_of(written, kind, self.shouted), start, end)

    def _add(self, keys: tuple[Key, ...], start: int, end: int) -> None:
        """Add what a piece of the text counts as: one word, or two that are written together."""
        for key in keys:
            first, last = end - key.tail if key.tail else start, end - key.before
            self.found.append(
                Word(
                    self.plain[first:last],
                    key.key,
                    first,
                    last,
                    key.others,
                    self.opens,
                    self.gap,
                    self.inside_bracket,
                    self.brackets if self.inside_bracket else 0,
                    self.turn,
                    self.sentence,
                    self.clause,
                    self.quotations if self.inside_quotation else 0,
                )
            )
            self.opens = self.gap = False

    def _mark(self, kind: str, start: int, end: int) -> None:
        """Take note of a mark between words."""
        match kind:
            case "gap":
                self.gap = True
            case "open":
                self.brackets += 1
                self.clause += 1
                self.inside_bracket = True
            case "close":
                self.inside_bracket = False
                self.clause += 1
            case "quote":
                mark = self.text[start]
                self.inside_quotation = mark in _OPENING or (mark not in _CLOSING and not self.inside_quotation)
                self.quotations += self.inside_quotation
                self.opens = self.opens or self.inside_quotation
                self.clause += 1
            case "stop":
                if self._ends_sentence(end):
                    self._sentence_ends()
            case "mark":
                self.clause += 1
            case "line":
                if self.plain.startswith("\n", end):
                    self._sentence_ends()

    def _ends_sentence(self, end: int) -> bool:
        rest = self.plain[end : end + 4].lstrip("\"')] \n")
        if rest and rest[0].islower():
            return False
        if self.plain[end - 1] != ".":
            return True
        before = self.plain[max(0, end - 12) : end - 1].replace("(", " ").split(" ")[-1].lower()
        if before in BEFORE_A_NAME:
            return False
        return not (rest[:1].isdigit() and (before in MONTHS or before in BEFORE_A_NUMBER))

    def _between_digits(self, start: int, end: int) -> bool:
        around = self.plain[max(0, start - 1) : start], self.plain[end : end + 1]
        return self.plain[start:end] in "-\u2014" and around[0].isdigit() and around[1].isdigit()

    def _joins(self, written: str, end: int) -> bool:
        return written.lower() in _JOINING and self.plain[end + 1 : end + 2].isalpha()
