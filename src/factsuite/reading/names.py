"""Names in running text: which person, organisation or place of a given list is mentioned, and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from factsuite.reading.word_places import runs_of

_LETTER = "ʼ"
"""An apostrophe that counts as a letter."""
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\n": " ", "\t": " "})
_RUN = re.compile(r"[^\W_]+")
_SHORT = 400  # characters of a text that most often has no name in it: a phrase, an anchor, an excerpt
_WITHIN = ("'", ".", "&")
"""What stands within a word: no name begins after it."""


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

    def __contains__(self, id: object) -> bool:
        return id in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def listed(self) -> "Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]":
        """The names by the letters they begin with, longest first, each with the ids that have it."""
        return _listed(self._names)


def find_names(text: str, names: Mapping[str, Sequence[str]]) -> tuple[NameMention, ...]:
    """Find whole-word mentions of the names and aliases of each id, in the order of the text.

    The longest name wins; case counts. Mentions do not overlap.
    """
    listed = (names if isinstance(names, Names) else Names(names)).listed
    lettered = text.replace(_LETTER, "'")
    if len(text) < _SHORT and listed.keys().isdisjoint(_RUN.findall(lettered)):
        return ()
    words, starts, ends = runs_of(lettered)
    plain = _plain(text)
    found: list[NameMention] = []
    reached = 0
    for place in [place for place, word in enumerate(words) if word in listed]:
        start = starts[place]
        if start < reached or (place and plain[ends[place - 1] : start] in _WITHIN):
            continue
        for name, ids in listed[words[place]]:
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


def _plain(text: str) -> str:
    return text if text.isascii() and text.isprintable() else text.translate(_SAME)


def may_be_named(text: str, names: Names) -> set[str]:
    """The ids of every name whose letters stand in a text: all that any stretch of whole words could be
    found to name.
    """
    listed = names.listed
    words = listed.keys() & _RUN.findall(text.replace(_LETTER, "'"))
    if not words:
        return set()
    plain = _plain(text)
    if "  " in plain:
        plain = " ".join(plain.split())
    found: set[str] = set()
    for word in words:
        for name, ids in listed[word]:
            if name in plain:
                found.update(ids)
    return found


def _listed(names: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The names by the letters they begin with, longest first, each with the ids that have it."""
    owners: dict[tuple[str, str], list[str]] = {}
    for entity, aliases in names.items():
        for alias in aliases:
            filed = _filed(alias)
            if filed is not None and entity not in owners.setdefault(filed, []):
                owners[filed].append(entity)
    listed: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for filed in sorted(owners, key=lambda filed: (-len(filed[0]), filed[0])):
        name, first = filed
        listed.setdefault(first, []).append((name, tuple(sorted(owners[filed]))))
    return listed


@lru_cache(maxsize=4096)
def _filed(alias: str) -> tuple[str, str] | None:
    """A name as it is looked for, and the letters before its first space, hyphen, apostrophe or full stop."""
    name = " ".join(alias.translate(_SAME).split())
    first = _RUN.match(name)
    return None if first is None else (name, first[0])


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
