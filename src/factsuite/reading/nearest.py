"""The passage of a text most like some words: offered to an editor, never accepted for them."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
LEAST_SHARED = 0.5
"""Share of the words that a passage must have in common before it is offered."""


def nearest_passage(text: str, words: str) -> tuple[int, int] | None:
    """Start and end of the stretch of `text` that shares most words with `words`, in one linear pass.

    The stretch has as many words as are looked for, less those at its edges that are not among them.
    """
    wanted = Counter(word.casefold() for word in _WORD.findall(words))
    size = sum(wanted.values())
    spans = [(match.start(), match.end(), match.group().casefold()) for match in _WORD.finditer(text)]
    if not size or not spans:
        return None
    window: Counter[str] = Counter()
    shared = best = best_at = 0
    for index, (_, _, word) in enumerate(spans):
        window[word] += 1
        shared += window[word] <= wanted[word]
        if index >= size:
            gone = spans[index - size][2]
            shared -= window[gone] <= wanted[gone]
            window[gone] -= 1
        if shared > best:
            best, best_at = shared, index
    if best < LEAST_SHARED * size:
        return None
    first, last = max(0, best_at - size + 1), best_at
    return spans[first][0], spans[last][1]
