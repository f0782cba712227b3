"""Names in running text: which person, organisation or place of a given list is mentioned, and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " "})
_WORDS = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*")
_CAPITALISED = re.compile(r"[A-Z](?<![^\W_].)(?<![^\W_]['.&].)[^\W_]*(?:['.&][^\W_]+)*")
"""The same words, but only those that begin with a capital. It comes first, so that the engine skips from one to the
next; then it is made sure that no word has begun before it."""


class NameMention(Struct, frozen=True, kw_only=True):
    """A name found in a text. Where several ids share the name, all are given and `id` is empty: undecided."""

    start: int
    end: int  # without a possessive 's
    id: str
    text: str
    ids: tuple[str, ...]


class Names(Mapping[str, tuple[str, ...]]):
    """The names and aliases of each id, put in order once for all the texts they are looked for in."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._names = {id: tuple(aliases) for id, aliases in names.items()}

    def __getitem__(self, id: str) -> tuple[str, ...]:
        return self._names[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def words(self) -> re.Pattern[str]:
        """The words of a text to look at: those with a capital, where every name begins with one."""
        return _CAPITALISED if all("A" <= word[0] <= "Z" for word in self.listed) else _WORDS

    @cached_property
    def listed(self) -> "Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]":
        """The names by their first word, longest first, each with the ids that have it."""
        return _listed(self._names)


def find_names(text: str, names: Mapping[str, Sequence[str]]) -> tuple[NameMention, ...]:
    """Find whole-word mentions of the names and aliases of each id, in the order of the text.

    The longest name wins; case counts. Mentions do not overlap.
    """
    names = names if isinstance(names, Names) else Names(names)
    listed = names.listed
    if not listed:
        return ()
    plain = text if text.isascii() and text.isprintable() else text.translate(_SAME)
    found: list[NameMention] = []
    reached = 0
    for match in names.words.finditer(plain):
        word = match[0]
        named = listed.get(word if word.isalnum() else _first_word(word))
        if named is None or match.start() < reached:
            continue
        start = match.start()
        for name, ids in named:
            end = start + len(name) if plain.startswith(name, start) else -1
            if end < 0 and plain.find("  ", start, start + len(name)) > 0:
                end = _spaced_end(plain, start, name)
            if end >= 0 and not _goes_on(plain, end):
                mention = NameMention(
                    start=start, end=end, id=ids[0] if len(ids) == 1 else "", text=text[start:end], ids=ids
                )
                found.append(mention)
                reached = end
                break
    return tuple(found)


def _listed(names: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The names by their first word, longest first, each with the ids that have it."""
    owners: dict[str, list[str]] = {}
    for entity, aliases in names.items():
        for alias in aliases:
            name = " ".join(alias.translate(_SAME).split())
            if name and entity not in owners.setdefault(name, []):
                owners[name].append(entity)
    listed: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for name in sorted(owners, key=lambda name: (-len(name), name)):
        match = _WORDS.search(name)
        if match is not None and match.start() == 0:
            listed.setdefault(_first_word(match[0]), []).append((name, tuple(sorted(owners[name]))))
    return listed


def _first_word(word: str) -> str:
    """What a name is filed under: the letters before the first hyphen, apostrophe or full stop."""
    if word.isalnum():
        return word
    return word[: next(place for place, character in enumerate(word) if not character.isalnum())]


def _goes_on(plain: str, end: int) -> bool:
    """Whether the word that a name ends with does not end there."""
    after = plain[end : end + 1]
    return after.isalnum() or after == "_"


def _spaced_end(plain: str, start: int, name: str) -> int:
    """Where the name ends if its spaces are written as several spaces or line breaks; -1 if it is not here."""
    position = start
    for part in name.split(" "):
        if position > start:
            gap = position
            while plain[position : position + 1] == " " and position - gap < 8:
                position += 1
            if position == gap:
                return -1
        if not plain.startswith(part, position):
            return -1
        position += len(part)
    return position
