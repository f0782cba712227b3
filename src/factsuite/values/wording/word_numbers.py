"""Numbers written in several words, joined into one word before two printings of a quotation are compared."""

from collections.abc import Sequence

from msgspec.structs import replace

from factsuite.values.wording.word_lists import listed
from factsuite.values.wording.word_tokens import Word

_UNITS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_CURRENCIES = {"$": "dollars", "\u00a3": "pounds", "\u20ac": "euros", "\u00a5": "yen"}
_CONCERNED = frozenset((*_SMALL, *_POWERS, *_CURRENCIES, "cent"))
"""Every other word stays as it is."""


def join_numbers(words: Sequence[Word]) -> Sequence[Word]:
    """Join what is one number in several words: *2.5 million*, *twenty-five*, *ten thousand*, *per cent*, *$5*."""
    if _CONCERNED.isdisjoint([word.key for word in words]):
        return words
    joined: list[Word] = []
    currency: Word | None = None
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and before.clause == word.clause and (key := _one_number(before, word)) is not None:
            joined[-1] = replace(before, key=key, end=word.end, text=f"{before.text} {word.text}")
            continue
        if currency is not None and joined and joined[-1].start > currency.start:
            joined.append(currency)
            currency = None
        if word.key in _CURRENCIES:
            currency = replace(word, key=_CURRENCIES[word.key])
            continue
        if word.key in _SMALL:
            word = replace(word, key=str(_SMALL[word.key]))
        joined.append(word)
    if currency is not None:
        joined.append(currency)
    return joined


def _one_number(before: Word, word: Word) -> str | None:
    """The key of both words together, if they write one number."""
    if word.key not in _CONCERNED:
        return None
    if before.key == "per" and word.key == "cent":
        return "percent"
    if not before.key[-1:].isdigit():
        return None
    if word.key in _POWERS:
        return _shifted(before.key, _POWERS[word.key])
    if word.key in _SMALL and _SMALL[word.key] < 10 and before.text.lower() in _TENS:
        return str(int(before.key) + _SMALL[word.key])
    return None


def _shifted(digits: str, places: int) -> str:
    whole, point, fraction = digits.partition(".")
    if not point:
        return digits + "0" * places
    return whole + fraction[:places].ljust(places, "0") + ("." + fraction[places:] if fraction[places:] else "")
