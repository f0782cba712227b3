"""Names got wrong: another speaker, another place, another office, or two of them exchanged."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from factsuite.mutation.changes import Change, Substitution, splice, swapped
from factsuite.mutation.newsroom_copy import Copy, neighbours
from factsuite.reading.names import NameMention
from factsuite.values.relation import Relation
from factsuite.verdicts.containment import compare_parties, compare_places
from factsuite.verdicts.titles import same_office

_CHOICES = 2
"""How many other names are tried in the place of one."""


def speaker_replaced(copy: Copy) -> Iterator[Change]:
    """*Dmitry Peskov* for *John Kirby*: others named in the text, of whom neither speaks within the other."""
    named = _ids((copy.context or copy).people)
    for mention in copy.people:
        others = [id for id in named if _is_person(copy, id) == _is_person(copy, mention.id)]
        others = [id for id in others if _apart(copy, id, mention.id)]
        for other in copy.choose(others, f"speaker:{copy.around(mention.start, mention.end)}", _CHOICES):
            yield _renamed(copy, mention, other, copy.registry.speaker_names)


def speakers_swapped(copy: Copy) -> Iterator[Change]:
    """Two people or parties of one paragraph, each in the other's place."""
    for one, other in neighbours(copy.people, copy.paragraphs):
        if _is_person(copy, one.id) == _is_person(copy, other.id) and _apart(copy, one.id, other.id):
            yield _exchanged(copy, one, other)


def place_replaced(copy: Copy) -> Iterator[Change]:
    """*Kazan* for *Rome*: other places named in the text, on another branch."""
    named = _ids((copy.context or copy).places)
    for mention in copy.places:
        others = [id for id in named if compare_places(id, mention.id, copy.registry) is Relation.CONTRADICTS]
        for other in copy.choose(others, f"place:{copy.around(mention.start, mention.end)}", _CHOICES):
            yield _renamed(copy, mention, other, copy.registry.place_names)


def places_swapped(copy: Copy) -> Iterator[Change]:
    """Two places of one sentence, each in the other's place."""
    for one, other in neighbours(copy.places, copy.sentences):
        if compare_places(one.id, other.id, copy.registry) is Relation.CONTRADICTS:
            yield _exchanged(copy, one, other)


def office_replaced(copy: Copy) -> Iterator[Change]:
    """Another real office: *Press Secretary* for *Defense Secretary*."""
    titles = [office.title for _, office in copy.registry.offices]
    for start, end in _titles_in(copy):
        title = copy.text[start:end]
        others = sorted({other for other in titles if not same_office(title, other, copy.registry)})
        for other in copy.choose(others, f"office:{copy.around(start, end)}", _CHOICES):
            change = splice(copy.text, start, end, other)
            yield replace(change, words=((title, other),), offices=((title, other),))


def _titles_in(copy: Copy) -> Iterator[tuple[int, int]]:
    """Where a declared title stands; of two that overlap the longer one."""
    titles = {title for _, office in copy.registry.offices for title in office.titles}
    taken: list[tuple[int, int]] = []
    for title in sorted(titles, key=lambda title: (-len(title), title)):
        for found in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", copy.text):
            start, end = found.span()
            if not copy.in_quotation(start) and all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
    return iter(sorted(taken))


def _ids(mentions: tuple[NameMention, ...]) -> list[str]:
    return sorted({mention.id for mention in mentions})


def _is_person(copy: Copy, id: str) -> bool:
    return copy.registry.person(id) is not None


def _apart(copy: Copy, one: str, other: str) -> bool:
    return (
        one != other
        and compare_parties(one, other, copy.registry) is Relation.CONTRADICTS
        and compare_parties(other, one, copy.registry) is Relation.CONTRADICTS
    )


def _renamed(copy: Copy, mention: NameMention, other: str, names: Mapping[str, tuple[str, ...]]) -> Change:
    """A name replaced, as long or as short as it was."""
    after = _name_like(mention.text, names[other])
    change = splice(copy.text, mention.start, mention.end, after)
    return replace(change, words=_renamings(mention.id, after, names), refs=((mention.id, other),))


def _exchanged(copy: Copy, one: NameMention, other: NameMention) -> Change:
    change = swapped(copy.text, (one.start, one.end), (other.start, other.end))
    return replace(change, refs=((one.id, other.id), (other.id, one.id)))


def _renamings(id: str, after: str, names: Mapping[str, tuple[str, ...]]) -> tuple[Substitution, ...]:
    """Every name of the one becomes the other's, the longest first."""
    return tuple((name, after) for name in sorted(names[id], key=lambda name: (-len(name), name)))


def _name_like(text: str, names: tuple[str, ...]) -> str:
    """The other's name with most nearly as many words."""
    wanted = len(text.split())
    return min(names, key=lambda name: (abs(len(name.split()) - wanted), names.index(name)))
