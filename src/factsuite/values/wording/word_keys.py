"""What a written word counts as: one key for all its spellings, or several for a contraction written together."""

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factsuite.values.wording.spelling import regional_key

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
_ATTACHED = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
_SYMBOL_WORDS = {"%": "percent", "&": "and"}
_NOTHING_ELSE: frozenset[str] = frozenset()


class Key(Struct, frozen=True):
    """What a written word, or a part of it, counts as."""

    key: str
    others: frozenset[str] = _NOTHING_ELSE
    """Further keys an ambiguous contraction may stand for."""
    tail: int = 0
    """The part is as many characters at the word's end; 0: it begins where the word does."""
    before: int = 0
    """It ends as many characters before the word does."""


@lru_cache(maxsize=16384)
def keys_of(written: str, kind: str, shouted: bool) -> tuple[Key, ...]:
    """Return what a piece of a text counts as: a word, a number, a symbol, or a capital put in brackets.

    In a text that is all capitals (`shouted`), *US* may be the pronoun.
    """
    if kind == "capital":
        return _word_keys(written.replace("[", "").replace("]", "").lower())
    if kind == "number":
        return _number_keys(written)
    if kind == "symbol":
        return (Key(_SYMBOL_WORDS.get(written, written)),)
    if "." in written or (written == "US" and not shouted):
        initials = written.replace(".", "").lower()
        return (Key("u.s." if initials == "us" else initials),)
    return _word_keys(written.lower())


def _word_keys(written: str) -> tuple[Key, ...]:
    if written in _WHOLE:
        return tuple(Key(key) for key in _WHOLE[written])
    if "'" in written:
        for clitic, key in _CLITICS.items():
            if written.endswith(clitic) and len(written) > len(clitic):
                return _cut(written, clitic, Key(key))
        for clitic, others in _AMBIGUOUS.items():
            if written.endswith(clitic) and len(written) > len(clitic):
                return _cut(written, clitic, Key(clitic, others))
    return (Key(regional_key(written)),)


def _cut(written: str, clitic: str, key: Key) -> tuple[Key, Key]:
    size = len(clitic)
    return Key(regional_key(written[:-size]), before=size), replace(key, tail=size)


def _number_keys(written: str) -> tuple[Key, ...]:
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    suffix = written[len(digits) :].lower()
    if suffix and suffix not in _ATTACHED:
        return (Key(digits.replace(",", "") + suffix),)
    if not suffix:
        return (Key(_ungrouped(digits)),)
    return Key(_ungrouped(digits), before=len(suffix)), Key(_ATTACHED[suffix], tail=len(suffix))


def _ungrouped(digits: str) -> str:
    """Drop grouping commas where they group by three; anything else is kept as it is written."""
    first, *rest = digits.split(",")
    groups_end = rest[-1:] and rest[-1].split(".", 1)[0]
    if not rest or len(first.lstrip("+-")) > 3 or len(groups_end or "") != 3:
        return digits
    return first + "".join(rest) if all(len(group) == 3 and group.isdigit() for group in rest[:-1]) else digits
