"""The words of a passage, one by one: what each counts as when two printings of a quotation are compared."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from factsuite.values.folding import FOLDS
from factsuite.values.wording.abbreviations import BEFORE_A_NAME, BEFORE_A_NUMBER, MONTHS
from factsuite.values.wording.spelling import regional_key
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
_WORD = r"[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W_]+(?:'[^\W\d_]+)*"
_PIECES = re.compile(
    rf"(?P<gap>\[?\s?(?:\u2026|\.\s?\.\s?\.(?:\s?\.)*)\s?\]?)|(?P<capital>\[[^\W\d_]\][^\W\d_]+)|(?P<open>\[)|(?P<close>\])|(?P<number>{_NUMBER})|(?P<word>{_WORD})"
    r"|(?P<symbol>[%$\u00a3\u20ac\u00a5<>=\u00b1\u00d7\u00f7\u2264\u2265\u2248\u00b0&#@+\u00bd\u00bc\u00be\u2030])"
    r"|(?P<quote>\")|(?P<stop>[.!?])|(?P<mark>[,;:()\u2014]|--+)|(?P<line>\n)|(?P<hyphen>-)"
)
_LABEL = re.compile(
    r"(?:(?<=\n)|\A|(?<=[.?!\")\]] ))[ \t]{0,8}"
    r"(?:[QA]:?(?=[ \t]{2})|(?:[A-Z][A-Z.'-]{0,24}[ \t]{1,4}){0,5}[A-Z][A-Z.'-]{0,24}(?: ?\([^()\n]{0,40}\))?:(?=\s))"
)
_CLITICS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_AMBIGUOUS = {"'s": frozenset({"is", "has", "us", "'s"}), "'d": frozenset({"had", "would", "'d"})}
_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("ain't",),
    "o'clock": ("o'clock",),
    "ma'am": ("ma'am",),
}
_JOINING = frozenset(
    listed(
        "anti co counter e ex extra hyper inter micro mid multi neo non over post pre pro re semi sub super ultra un"
    )
)
_ATTACHED = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
_Key = tuple[str, frozenset[str], int, int]
"""What a word counts as, what else it may stand for, and where it stands."""
_NOTHING_ELSE: frozenset[str] = frozenset()
_LONGEST_BRACKET = 6  # words; longer brackets are links, notes or a speaker's own aside, not an editor's insertion
_OPENING, _CLOSING = "\u201c\u201e\u00ab\u301d", "\u201d\u00bb\u301e"
_SYMBOL_WORDS = {"%": "percent", "&": "and"}


@lru_cache(maxsize=512)
def read_words(text: str, *, labels: bool = False) -> tuple[Word, ...]:
    """Return the words of a text in order; a transcript's speaker labels are left out on request."""
    plain = text.translate(_PLAIN)
    cuts = [match.span() for match in _LABEL.finditer(plain)] if labels else []
    if labels and not cuts:
        return read_words(text)
    reader = _Reader(text, plain, cuts)
    words = join_numbers(reader.words())
    if reader.brackets:
        lengths = Counter(word.bracket for word in words)
        words = [w._replace(bracketed=False) if lengths[w.bracket] > _LONGEST_BRACKET else w for w in words]
    return tuple(words)


def has_label_within(text: str) -> bool:
    """Whether something that looks like a speaker label stands in a text, but at its beginning."""
    return _LABEL.search(text.translate(_PLAIN), 1) is not None


class _Reader:
    """Walks the pieces of a text once and keeps count of sentences, clauses, turns, brackets and quotations."""

    def __init__(self, text: str, plain: str, cuts: list[tuple[int, int]]) -> None:
        self.text = text
        self.plain = plain
        self.cuts = cuts
        self.gap = False
        self.prefix: re.Match[str] | None = None
        self.opens = True
        self.sentence = self.clause = self.turn = self.brackets = self.quotations = 0
        self.inside_bracket = self.inside_quotation = False
        head = plain[:2000]
        self.shouted = head.isupper() and all(character.isupper() for character in head if character.isalpha())

    def words(self) -> Iterator[Word]:
        cuts = iter((*self.cuts, (len(self.plain) + 1, len(self.plain) + 1)))
        cut_start, cut_end = next(cuts)
        position = 0
        while True:
            piece = _PIECES.search(self.plain, position, min(cut_start, len(self.plain)))
            if piece is None:
                if cut_start > len(self.plain):
                    return
                position = cut_end
                cut_start, cut_end = next(cuts)
                self.turn += 1
                self._sentence_ends()
                continue
            position = piece.end()
            yield from self._read(piece)

    def _sentence_ends(self) -> None:
        self.opens = True
        self.sentence += 1
        self.clause += 1

    def _read(self, piece: re.Match[str]) -> Iterator[Word]:
        match piece.lastgroup:
            case "word" if self._joins(piece.end()) and piece[0].lower() in _JOINING:
                self.prefix = piece
            case "word" | "number" | "capital" | "symbol":
                for key, others, start, end in self._keys(piece):
                    yield self._word(key, others, start, end)
            case "mark" | "hyphen" if self._between_digits(piece):
                yield self._word("to", _NOTHING_ELSE, *piece.span())
            case _:
                self._mark(piece)

    def _mark(self, piece: re.Match[str]) -> None:
        """Take note of a mark between words."""
        match piece.lastgroup:
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
                mark = self.text[piece.start()]
                self.inside_quotation = mark in _OPENING or (mark not in _CLOSING and not self.inside_quotation)
                self.quotations += self.inside_quotation
                self.opens = self.opens or self.inside_quotation
                self.clause += 1
            case "stop":
                if self._ends_sentence(piece.end()):
                    self._sentence_ends()
            case "mark":
                self.clause += 1
            case "line":
                if self.plain[piece.end() : piece.end() + 1] == "\n":
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

    def _between_digits(self, piece: re.Match[str]) -> bool:
        around = (
            self.plain[max(0, piece.start() - 1) : piece.start()],
            self.plain[piece.end() : piece.end() + 1],
        )
        return piece[0] in "-\u2014" and around[0].isdigit() and around[1].isdigit()

    def _joins(self, end: int) -> bool:
        return self.plain[end : end + 1] == "-" and self.plain[end + 1 : end + 2].isalpha()

    def _keys(self, piece: re.Match[str]) -> Iterator[_Key]:
        start, end = piece.span()
        written = piece[0]
        if piece.lastgroup == "word" and self.prefix is not None:
            start, written = self.prefix.start(), self.prefix[0] + written
        self.prefix = None
        if piece.lastgroup == "capital":
            yield from _word_keys(written.replace("[", "").replace("]", "").lower(), start, end)
        elif piece.lastgroup == "number":
            yield from _number_keys(written, start, end)
        elif piece.lastgroup == "symbol":
            yield _SYMBOL_WORDS.get(written, written), _NOTHING_ELSE, start, end
        elif "." in written or (written == "US" and not self.shouted):
            initials = written.replace(".", "").lower()
            yield "u.s." if initials == "us" else initials, _NOTHING_ELSE, start, end
        else:
            yield from _word_keys(written.lower(), start, end)

    def _word(self, key: str, others: frozenset[str], start: int, end: int) -> Word:
        word = Word(
            text=self.plain[start:end],
            key=key,
            others=others,
            start=start,
            end=end,
            opens=self.opens,
            gap=self.gap,
            bracketed=self.inside_bracket,
            bracket=self.brackets if self.inside_bracket else 0,
            turn=self.turn,
            sentence=self.sentence,
            clause=self.clause,
            quoted=self.quotations if self.inside_quotation else 0,
        )
        self.opens = self.gap = False
        return word


def _word_keys(written: str, start: int, end: int) -> Iterator[_Key]:
    if "'" not in written and written not in _WHOLE:
        yield regional_key(written), _NOTHING_ELSE, start, end
        return
    if written in _WHOLE:
        for key in _WHOLE[written]:
            yield key, _NOTHING_ELSE, start, end
        return
    for clitic, key in _CLITICS.items():
        if written.endswith(clitic) and len(written) > len(clitic):
            cut = end - len(clitic)
            yield regional_key(written[: -len(clitic)]), _NOTHING_ELSE, start, cut
            yield key, _NOTHING_ELSE, cut, end
            return
    for clitic, others in _AMBIGUOUS.items():
        if written.endswith(clitic) and len(written) > len(clitic):
            cut = end - len(clitic)
            yield regional_key(written[: -len(clitic)]), _NOTHING_ELSE, start, cut
            yield clitic, others, cut, end
            return
    yield regional_key(written), _NOTHING_ELSE, start, end


def _number_keys(written: str, start: int, end: int) -> Iterator[_Key]:
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    suffix = written[len(digits) :].lower()
    cut = start + len(digits)
    if suffix and suffix not in _ATTACHED:
        yield digits.replace(",", "") + suffix, _NOTHING_ELSE, start, end
        return
    yield _ungrouped(digits), _NOTHING_ELSE, start, cut
    if suffix:
        yield _ATTACHED[suffix], _NOTHING_ELSE, cut, end


def _ungrouped(digits: str) -> str:
    """Drop grouping commas where they group by three; anything else is kept as it is written."""
    first, *rest = digits.split(",")
    groups_end = rest[-1:] and rest[-1].split(".", 1)[0]
    if not rest or len(first.lstrip("+-")) > 3 or len(groups_end or "") != 3:
        return digits
    return first + "".join(rest) if all(len(group) == 3 and group.isdigit() for group in rest[:-1]) else digits
