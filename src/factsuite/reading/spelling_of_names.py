"""Names spelt in two ways: words of a text that are nearly, and not quite, the name of somebody known.

A near miss is one letter more, less, other or swapped; two in names of eight letters and more. Only where the words
around it say that the same person is meant: the given name, a title, or nothing that makes it somebody else's.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from factsuite.reading.reporting_verbs import REPORTING_VERBS
from factsuite.reading.word_places import placed
from factsuite.values.wording.word_lists import listed

_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_POSSESSIVE = ("'s", "’s")
_ENDS = re.compile(r"[.!?:\n\"“”]\W*$")
_DERIVED = frozenset(listed("s es n an ian ish er ese i ic ist"))
_CALENDAR = frozenset(
    listed(
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday"
    )
)
_FORMS_OF_ADDRESS = frozenset(listed("mr mrs ms miss dr sir lady lord dame prof president minister mayor secretary"))
_GIVEN, _LED, _ALONE, _LONG = 3, 4, 5, 8
"""Letters a name has at least before a near miss of it counts: a given name before the family name, a family name
after a given name or a title, one alone; and one in which two slips count as one."""


class NearName(Struct, frozen=True, kw_only=True):
    """A word of a text that is nearly a name."""

    start: int
    end: int
    text: str
    meant: str
    """The spelling it is near to."""
    id: str


class _Token(Struct, frozen=True):
    start: int
    end: int
    text: str
    before: str
    """The capitalised word just before it, without anything but a space between; else empty."""
    after: str
    begins: bool


class _Tokens(Struct, frozen=True):
    names: tuple[_Token, ...]
    """Words with a capital, but for those all in capitals."""
    lower_case: frozenset[str]


def find_near_names(
    text: str, people: Mapping[str, Sequence[str]], known: Collection[str], titles: Collection[str] = ()
) -> tuple[NearName, ...]:
    """Find near misses of the names of people, in the order of the text.

    `known` are all other names that may stand in the text, `titles` the offices that may stand before a name.
    """
    spelt_right = set(chain.from_iterable(map(words_of, (*known, *_all(people)))))
    no_names = _tokens(text).lower_case | _CALENDAR
    before = {word.lower() for title in titles for word in words_of(title)} | _FORMS_OF_ADDRESS
    nearby = _Nearby(people)
    found: list[NearName] = []
    for token in _tokens(text).names:
        if token.text in spelt_right or token.text.lower() in no_names:
            continue
        for id in nearby.ids(token.text):
            meant = _meant(token, people[id], before)
            if meant:
                found.append(NearName(start=token.start, end=token.end, text=token.text, meant=meant, id=id))
                break
    return tuple(found)


def find_two_spellings(text: str, people: Mapping[str, Sequence[str]]) -> tuple[NearName, ...]:
    """Find names that the text writes in two ways: both declared, or both after the same given name."""
    tokens = _tokens(text).names
    used: dict[str, _Token] = {}
    for token in tokens:
        used.setdefault(token.text, token)
    found: list[NearName] = []
    for id in sorted(people):
        for part in (0, -1):  # given names with given names, family names with family names: not *Hong* with *Kong*
            words = dict.fromkeys(words_of(name)[part] for name in people[id] if words_of(name))
            found += _pairs([used[word] for word in words if word in used], id)
    known = {word for name in _all(people) for word in words_of(name)}
    by_given: dict[str, dict[str, _Token]] = {}
    for token in tokens:
        if token.before and token.text not in known and token.before.lower() not in _FORMS_OF_ADDRESS:
            by_given.setdefault(token.before, {}).setdefault(token.text, token)
    for given in sorted(by_given):
        found += _pairs(list(by_given[given].values()), "")
    return tuple(sorted(dict.fromkeys(found), key=lambda near: near.start))


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that have a capital."""
    return tuple([word for word in _WORD.findall(name) if word[0].isupper()])


@lru_cache(maxsize=65536)
def is_near(one: str, other: str, shortest: int = _LED) -> bool:
    """Whether two words differ by a slip, and not by an ending that makes another word of it: *Korea*, *Korean*."""
    one, other = _folded(one), _folded(other)
    short, long = sorted((one, other), key=len)
    if one == other or len(short) < shortest or (long.startswith(short) and long[len(short) :] in _DERIVED):
        return False
    slips = 2 if len(short) >= _LONG else 1
    return len(long) - len(short) <= slips and _differ_by(slips, one, other)


class _Nearby:
    """People by the words of their names, so that a word is compared only with those it may be a slip of.

    One slip leaves the first letter or the last as it was; two slips need two long words.
    """

    def __init__(self, people: Mapping[str, Sequence[str]]) -> None:
        self.filed: dict[tuple[str, str], dict[str, set[str]]] = {}
        for id in people:
            for words in filter(None, map(words_of, people[id])):
                for word in {words[0], words[-1]}:
                    for key in self._keys(word):
                        self.filed.setdefault(key, {}).setdefault(word, set()).add(id)

    def ids(self, text: str) -> list[str]:
        """Whoever has a name with a word that this one is near to, in order."""
        filed = (self.filed.get(key, {}) for key in self._keys(text))
        return sorted({id for words in filed for word in words if is_near(text, word, _GIVEN) for id in words[word]})

    def _keys(self, word: str) -> tuple[tuple[str, str], ...]:
        plain = _folded(word)
        ends = (plain[:1], ""), ("", plain[-1:])
        return (*ends, ("", "")) if len(plain) >= _LONG else ends


def _all(people: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for names in people.values():
        yield from names


def _meant(token: _Token, names: Sequence[str], titles: Collection[str]) -> str:
    """The word of somebody's name that a word is a slip of; empty where it is none, or somebody else's."""
    for name in names:
        words = words_of(name)
        if not words:
            continue
        if len(words) > 1 and token.after == words[-1] and is_near(token.text, words[0], _GIVEN):
            return words[0]
        if not is_near(token.text, words[-1], _LED):
            continue
        given = {word for each in names for word in words_of(each)[:-1]}
        if token.before in given or token.before.lower() in titles:
            return words[-1]
        if not token.before and not token.after and _stands_alone(token, words[-1]):
            return words[-1]
    return ""


def _stands_alone(token: _Token, name: str) -> bool:
    long_enough = min(len(token.text), len(name)) >= _ALONE
    return long_enough and _folded(token.text)[0] == _folded(name)[0] and not token.begins


def _pairs(tokens: Sequence[_Token], id: str) -> Iterator[NearName]:
    if len(tokens) < 2:
        return
    ordered = sorted(tokens, key=lambda token: token.start)
    for index, later in enumerate(ordered):
        for earlier in ordered[:index]:
            if is_near(earlier.text, later.text):
                yield NearName(start=later.start, end=later.end, text=later.text, meant=earlier.text, id=id)
                break


@lru_cache(maxsize=8)
def _tokens(text: str) -> _Tokens:
    """The words of a text that may be names, and those it has without a capital."""
    words, starts, ends = placed(_WORD, text)
    names: list[_Token] = []
    lower: set[str] = set()
    for index, written in enumerate(words):
        if written.islower():
            lower.add(written[:-2] if written.endswith(_POSSESSIVE) else written)
            continue
        word = written[:-2] if written.endswith(_POSSESSIVE) else written
        if not word[0].isupper() or (word.isupper() and len(word) > 3):
            continue
        start = starts[index]
        previous = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        gap = text[ends[index - 1] : start] if index else ""
        has_after = following[:1].isupper() and text[ends[index] : starts[index + 1]] == " "
        begins = not index or (gap != " " and bool(_ENDS.search(gap)))
        names.append(
            _Token(
                start=start,
                end=start + len(word),
                text=word,
                before=previous if previous[:1].isupper() and gap in _GAPS else "",
                after=following if has_after else "",
                begins=begins and following not in REPORTING_VERBS and word == written,
            )
        )
    return _Tokens(tuple(names), frozenset(lower))


_GAPS = (" ", ". ")
"""What may stand between the words of one name; the full stop is that of *Mr.*, or of an initial."""


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(character for character in plain if not unicodedata.combining(character)).lower()


def _differ_by(slips: int, one: str, other: str) -> bool:
    """Whether at most so many letters are added, left out, changed or swapped with their neighbour."""
    start, end = 0, min(len(one), len(other))
    while start < end and one[start] == other[start]:
        start += 1
    tail = 0
    while tail < end - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    one, other = one[start : len(one) - tail], other[start : len(other) - tail]
    if slips == 1 and max(len(one), len(other)) > 2:
        return False
    return _distance(one, other) <= slips


def _distance(one: str, other: str) -> int:
    """Letters added, left out, changed or swapped with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
