"""Whose figure it is: names of a claim that a passage has, replaces by a pronoun, or has another in place of."""

from dataclasses import dataclass

from factsuite.texts.wording import Wording, is_function_word
from factsuite.values.word_lists import listed

_PRONOUNS = frozenset(listed("he she it they his her its their him them himself herself itself themselves i we our my"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of capitalised words."""

    keys: tuple[str, ...]
    first: int
    last: int
    """Its first and last token."""
    initials: str


def names_of(wording: Wording) -> tuple[Name, ...]:
    """Find the runs of capitalised words of content; a sentence's first word may be any word."""
    runs: list[list[int]] = []
    for index, word in enumerate(wording.words):
        if not word.is_name:
            continue
        previous = wording.words[runs[-1][-1]] if runs else None
        if previous is not None and runs[-1][-1] == index - 1 and previous.token == word.token - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(_name(wording, run) for run in runs)


def _name(wording: Wording, run: list[int]) -> Name:
    words = [wording.words[index] for index in run]
    return Name(
        keys=tuple(word.key for word in words),
        first=words[0].token,
        last=words[-1].token,
        initials="".join(wording.tokens.word(word.token)[0] for word in words),
    )
