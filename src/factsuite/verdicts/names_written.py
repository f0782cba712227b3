"""How an article writes names and titles, against what is declared of them."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Person
from factsuite.model.fact_kinds import OfficeFact
from factsuite.model.registry import Registry
from factsuite.reading.markdown import read_markdown
from factsuite.reading.names import find_names
from factsuite.reading.spelling_of_names import NearName, find_near_names, find_two_spellings
from factsuite.verdicts.coverage.written_titles import find_titles
from factsuite.verdicts.titles import folded_title, resolve_title, same_office

FORMER = re.compile(r"(?:former|then|ex|acting|interim|incoming|outgoing)\b", re.IGNORECASE)
_OTHER_OFFICE = re.compile(
    r"\b(?:former|then|ex|acting|interim|incoming|outgoing|deputy|vice|assistant)[\s-]+(?:the\s+)?$", re.IGNORECASE
)
"""Words before a declared title that make another office, or another time, of it."""
_PART_OF = (" of ", " for ", " in ", " at ", " to ")


class Written(Struct, frozen=True, kw_only=True):
    """A name or title of the article: where, its words, and the name or title that is declared."""

    at: Location
    words: str
    declared: str
    id: str


class OddTitle(Struct, frozen=True, kw_only=True):
    """A title that the article gives a person and no office of theirs bears."""

    at: Location
    title: str
    person: Person
    holders: tuple[Person, ...]
    """Those it is declared for."""


def near_names(dossier: Dossier) -> Iterator[Written]:
    """Every word of the article that is nearly the name of somebody declared."""
    registry = dossier.registry
    known = [name for entity in registry.entities.values() for name in entity.names]
    titles = [title for _, office in registry.offices for title in office.titles]
    known += [*titles, *registry.labels]
    yield from _of_texts(dossier, lambda text: find_near_names(text, registry.person_names, known, titles))


def two_spellings(dossier: Dossier) -> Iterator[Written]:
    """Every name that the article spells in two ways, at the second of them."""
    yield from _of_texts(dossier, lambda text: find_two_spellings(text, dossier.registry.person_names))


class OddTitles(Struct, frozen=True):
    """Every title beside a declared person in the body that is not declared for them, and is no fact's business."""

    items: tuple[OddTitle, ...]


def odd_titles(dossier: Dossier) -> OddTitles:
    """The odd titles of an article, in the order of its text."""
    return OddTitles(tuple(_odd_titles(dossier)))


def _odd_titles(dossier: Dossier) -> Iterator[OddTitle]:
    article, registry = dossier.article, dossier.registry
    if article is None:
        return
    prose = read_markdown(article.body)
    headings = [block for block in prose.blocks if block.is_heading]
    asserted = [fact for fact in dossier.facts if isinstance(fact, OfficeFact)]
    for written in find_titles(prose, find_names(prose.text, registry.person_names), registry):
        person = registry.person(written.ids[0]) if len(written.ids) == 1 else None
        title = prose.text[written.start : written.end]
        in_heading = any(block.start <= written.start < block.end for block in headings)
        before = prose.text[max(0, written.start - 20) : written.start]
        if person is None or in_heading or FORMER.match(title) or _OTHER_OFFICE.search(before):
            continue
        if is_theirs(title, person, registry):
            continue
        if any(_asserts(fact, person, title, registry) for fact in asserted):
            continue
        holders = tuple(holder for holder, _ in resolve_title(title, registry).offices)
        yield OddTitle(at=article.place(written.start, written.end).at, title=title, person=person, holders=holders)


def _of_texts(dossier: Dossier, find: Callable[[str], tuple[NearName, ...]]) -> Iterator[Written]:
    """The headline and the body are one text, so that a name may be spelt right in one of them only."""
    article = dossier.article
    if article is None:
        return
    headline = article.headline.text
    gap = "\n\n"
    for near in find(headline + gap + read_markdown(article.body).text):
        yield Written(at=_place(article, near, len(headline + gap)), words=near.text, declared=near.meant, id=near.id)


def _place(article: Article, near: NearName, body: int) -> Location:
    if near.start < body:
        return article.place(near.start, near.end, in_headline=True).at
    return article.place(near.start - body, near.end - body).at


def is_theirs(title: str, person: Person, registry: Registry) -> bool:
    """Whether a title is a label, or is declared for the person, whole or short: *Mayor* of *Mayor of Larkhaven*."""
    wanted = folded_title(title)
    if wanted in registry.labels:
        return True
    own = [folded_title(each) for office in person.offices for each in office.titles]
    if wanted in own or folded_title(_without_names(title, registry)) in own:
        return True
    if any(each.startswith(tuple(wanted + joint for joint in _PART_OF)) for each in own):
        return True
    return " " not in wanted and any(wanted in each.split() for each in own)


def _without_names(title: str, registry: Registry) -> str:
    """A title without the organisation or place before it: *Larkhaven City Council*, *White House*."""
    first = next((mention for mention in find_names(title, registry.impersonal_names) if mention.start == 0), None)
    return title[first.end :].removeprefix("'s").removeprefix("’s").strip() if first is not None else title


def _asserts(fact: OfficeFact, person: Person, title: str, registry: Registry) -> bool:
    return fact.person.value == person.id and same_office(fact.office.text, title, registry)
