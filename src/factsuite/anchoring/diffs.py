"""A word diff of a reworded passage, from the old words to the new: *crossed on [-Sunday-][+Monday+]*."""

import unicodedata
from difflib import SequenceMatcher


def word_diff(old: str, new: str) -> str:
    """Every word of both texts, on one line; what is gone in `[-...-]`, what is new in `[+...+]`.

    A difference nobody can see is said in words.
    """
    before, after = old.split(), new.split()
    parts: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, put = " ".join(before[i1:i2]), " ".join(after[j1:j2])
        if tag == "equal":
            parts.append(gone)
        else:
            parts.append((f"[-{gone}-]" if gone else "") + (f"[+{put}+]" if put else ""))
    return " ".join(parts) + _unseen(old, new)


def _unseen(old: str, new: str) -> str:
    if old == new:
        return ""
    if old.split() == new.split():
        return " (only spaces or line breaks differ)"
    same = unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new)
    return " (the same letters, their accents stored otherwise)" if same else ""
