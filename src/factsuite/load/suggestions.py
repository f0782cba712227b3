"""Did you mean: the nearest known word to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None where none is near enough to offer."""
    candidates = sorted(set(known))
    found = get_close_matches(word[:80], candidates, n=1, cutoff=0.6)
    if found:
        return found[0]
    same = [candidate for candidate in candidates if candidate.lower() == word.lower()]
    return same[0] if same else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint that offers the nearest known word, or says `otherwise`."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise
