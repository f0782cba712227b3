"""The passage of a text most like some words that do not stand in it, with what differs."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_KEY = re.compile(r"\w+")
_EDGES = ".,;:!?\"'()[]\u201c\u201d\u2018\u2019"
_Steps = Sequence[tuple[str, int, int, int, int]]
_READ = 120  # words of an excerpt that are laid beside the text
_ALIKE = 0.5  # share of the words that must be the same before a passage is called near
_COMMON = 500  # places a word may stand at before it says nothing about where the passage is


def nearest_passage(words: str, text: str) -> str:
    """The nearest passage as a word diff from `words` to the text: *the [-memo-][+letter+] came*; or nothing."""
    ours, theirs = _WORD.findall(words)[:_READ], _WORD.findall(text)
    begin = _best_window([_key(word) for word in ours], [_key(word) for word in theirs])
    if begin is None:
        return ""
    spare = len(ours) // 4 + 2
    window = theirs[max(0, begin - spare) : begin + len(ours) + spare]
    return _diff(ours, window)


def _key(word: str) -> str:
    return "".join(_KEY.findall(word.lower())) or word


def _best_window(ours: Sequence[str], theirs: Sequence[str]) -> int | None:
    """Where the words begin that have most in common with ours, in about the same order."""
    places: dict[str, list[int]] = {word: [] for word in ours}
    for index, word in enumerate(theirs):
        if word in places:
            places[word].append(index)
    votes: Counter[int] = Counter()
    step = max(2, len(ours) // 3)
    for offset, word in enumerate(ours):
        for place in places[word] if len(places[word]) <= _COMMON else ():
            votes[(place - offset) // step] += 1
    best = max(votes, key=lambda block: (votes[block] + votes[block + 1], -block), default=None)
    return None if best is None else max(0, best * step)


def _diff(ours: list[str], window: list[str]) -> str:
    """What differs; stops and quotation marks at the edge of a word only where nothing else does."""
    bare = _steps([_bare(word) for word in ours], [_bare(word) for word in window])
    same = sum(i2 - i1 for step, i1, i2, _, _ in bare if step == "equal")
    if same < _ALIKE * len(ours):
        return ""
    return _written(ours, window, _steps(ours, window) if same == len(ours) else bare)


def _steps(ours: list[str], window: list[str]) -> _Steps:
    return SequenceMatcher(None, ours, window, autojunk=False).get_opcodes()


def _bare(word: str) -> str:
    return word.strip(_EDGES) or word


def _written(ours: list[str], window: list[str], codes: _Steps) -> str:
    parts = []
    for number, (step, i1, i2, j1, j2) in enumerate(codes):
        if step == "equal":
            parts.append(" ".join(ours[i1:i2]))
            continue
        at_edge = number in (0, len(codes) - 1)  # the window is wider than the passage
        cut = f"[-{' '.join(ours[i1:i2])}-]" if i2 > i1 else ""
        put = window[j1:j2] if not at_edge else _as_many(window[j1:j2], i2 - i1, from_end=number == 0)
        parts.append(cut + (f"[+{' '.join(put)}+]" if put else ""))
    return " ".join(part for part in parts if part)


def _as_many(words: list[str], number: int, *, from_end: bool) -> list[str]:
    """The words of the window that stand where ours differ, not all that lie around."""
    return words[-number:] if number and from_end else words[:number]
