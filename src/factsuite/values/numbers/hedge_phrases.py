"""Finding the hedges that stand beside a number, and where they begin or end."""

from factsuite.values.numbers.cardinals import is_numeral
from factsuite.values.numbers.hedges import AFTER, BEFORE, Hedge
from factsuite.values.numbers.number_words import SMALL as NUMBER_WORDS
from factsuite.values.numbers.tokens import Tokens


def hedge_after(tokens: Tokens, at: int) -> tuple[Hedge, int] | None:
    """Return the hedge that starts at a token after a number, and where it ends."""
    edged = tokens.edged
    first = at + 1 if edged[at] == "-" and tokens.glued(at) else at
    if edged[first] not in AFTER:
        return None
    for words, hedge in AFTER[edged[first]]:
        end = first + len(words)
        if edged[first:end] != words or _goes_on(tokens, words, end):
            continue
        if words[0] in ("+", "ish", "odd", "plus") and not (tokens.glued(first) or words[0] == "odd"):
            continue
        return hedge, end
    return None


def hedge_before(tokens: Tokens, start: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends right before a token, and where it starts."""
    edged = tokens.edged
    if edged[start - 1] not in BEFORE:
        return None
    for words, hedge in BEFORE[edged[start - 1]]:
        first = start - len(words)
        if first < 0 or edged[first:start] != words:
            continue
        if words == ("over",) and is_numeral(tokens.word(first - 1)):  # 120 over 80
            continue
        if words[0] == "as" and tokens.word(first - 1) in ("times", "twice", "half"):  # twice as many as 50
            continue
        return hedge, first
    return None


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
