"""The same change made in another text that says the same: in a claim, in the words a fact asserts."""

import re

from factsuite.mutation.changes import Change, Part, like

_WORD = re.compile(r"\S+")
_REACH = 3
"""How many words on either side tell which of several places is meant."""


def transferred(change: Change, source: str, target: str) -> str:
    """The target with the change made in it, where it has the changed words at one place; else as it was."""
    if change.words:
        return _substituted(dict(change.words), target)
    for part in change.parts:
        target = _moved(part, source, target)
    return target


def _substituted(words: dict[str, str], target: str) -> str:
    """All at once, so that two names exchanged do not become one."""
    names = sorted((re.escape(word) for word in words if word), key=lambda word: (-len(word), word))
    if not names:
        return target
    return re.sub(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", lambda found: words[found[0]], target)


def _moved(part: Part, source: str, target: str) -> str:
    """By the widest stretch around the words that stands in the target once."""
    before = [match.start() for match in _WORD.finditer(source, max(0, part.start - 80), part.start)]
    after = [match.end() for match in _WORD.finditer(source, part.end, part.end + 80)]
    starts = [*before[-_REACH:], part.start]
    ends = [part.end, *after[:_REACH]]
    pairs = [(start, end) for start in starts for end in ends]
    for start, end in sorted(pairs, key=lambda pair: pair[0] - pair[1]):
        lead, tail = source[start : part.start], source[part.end : end]
        found = _once(lead + part.before + tail, target)
        if found is not None and (part.before.strip() or lead.strip()):
            old = target[found : found + len(lead + part.before + tail)]
            return target[:found] + like(lead + part.after + tail, old) + target[found + len(old) :]
    return target


def _once(words: str, target: str) -> int | None:
    """Where some words stand, if they do so once and as whole words; a capital at their head may differ."""
    if not words.strip():
        return None
    head = f"[{re.escape(words[0].lower() + words[0].upper())}]" if words[0].isalpha() else re.escape(words[0])
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    found = [match.start() for match in re.finditer(left + head + re.escape(words[1:]) + right, target)]
    return found[0] if len(found) == 1 else None
