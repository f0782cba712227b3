"""Finding the hedges that stand beside a number, and where they begin or end."""

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.hedges import AFTER, BEFORE, Hedge
from factsuite.values.numbers.number_words import SMALL as NUMBER_WORDS
from factsuite.values.numbers.tokens import Tokens


def hedge_after(tokens: Tokens, at: int) -> tuple[Hedge, int] | None:
    """Return the hedge that starts at a token after a number, and where it ends."""
    first = at + 1 if tokens.word(at) == "-" and tokens.glued(at) else at
    for words, hedge in AFTER.get(tokens.word(first), ()):
        end = first + len(words)
        if not _matches(tokens, words, first) or _goes_on(tokens, words, end):
            continue
        if words[0] in ("+", "ish", "odd", "plus") and not (tokens.glued(first) or words[0] == "odd"):
            continue
        return hedge, end
    return None


def hedge_before(tokens: Tokens, start: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends right before a token, and where it starts."""
    for words, hedge in BEFORE.get(tokens.word(start - 1), ()):
        first = start - len(words)
        if words == ("over",) and is_numeral(tokens.word(first - 1)):  # 120 over 80
            continue
        if words[0] == "as" and tokens.word(first - 1) in ("times", "twice", "half"):  # twice as many as 50
            continue
        if _matches(tokens, words, first):
            return hedge, first
    return None


def _matches(tokens: Tokens, words: tuple[str, ...], start: int) -> bool:
    return start >= 0 and all(tokens.word(start + offset) == word for offset, word in enumerate(words))


def _goes_on(tokens: Tokens, words: tuple[str, ...], end: int) -> bool:
    """Tell whether what looks like a hedge of the number before belongs to a number after it."""
    following = tokens.word(end)
    if following in ("than", "or") and words[-1] != "than":
        return True
    if words[0] == "or" and words[1] == "equal" and (is_numeral(following) or following in NUMBER_WORDS):
        return True
    return words[0] in ("at", "and", "approximately", "roughly") and (
        is_numeral(following) or following in NUMBER_WORDS
    )
