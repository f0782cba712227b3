"""Every entity and source of a workspace by its id, and what lies within what."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from operator import itemgetter
from types import MappingProxyType

from msgspec import Struct

from factsuite.model.entities import Entity, Event, Measure, Office, Organisation, Person, Place
from factsuite.model.sources import Source
from factsuite.reading.names import Names
from factsuite.values.folding import fold

EDGE = 3
"""Letters of a word that are looked at before words are looked up as a title: most words begin and end none."""
_EDGES = range(1, EDGE + 1)


class Registry(Struct, frozen=True, dict=True):
    """What one article can refer to: its own entities and sources, and those shared by all."""

    entities: Mapping[str, Entity]
    sources: Mapping[str, Source]
    labels: frozenset[str] = frozenset()
    """Descriptions that name no office (*spokesman*), lower-cased."""
    broken: frozenset[str] = frozenset()
    """Ids whose entries are defective: known, but without meaning."""

    def person(self, id: str) -> Person | None:
        """The person with this id."""
        found = self.entities.get(id)
        return found if isinstance(found, Person) else None

    def event(self, id: str) -> Event | None:
        """The event with this id."""
        found = self.entities.get(id)
        return found if isinstance(found, Event) else None

    def place(self, id: str) -> Place | None:
        """The place with this id."""
        found = self.entities.get(id)
        return found if isinstance(found, Place) else None

    def measure(self, id: str) -> Measure | None:
        """The measure with this id."""
        found = self.entities.get(id)
        return found if isinstance(found, Measure) else None

    @cached_property
    def offices(self) -> tuple[tuple[Person, Office], ...]:
        """Every declared office with its holder, in order of id."""
        people = [entity for _, entity in self._in_order if isinstance(entity, Person)]
        return tuple([(person, office) for person in people for office in person.offices])

    def containers(self, id: str) -> frozenset[str]:
        """The ids this one lies within, itself included. A circle of `within` ends where it closes."""
        known = self._containers.get(id)
        if known is not None:
            return known
        seen: set[str] = set()
        waiting = [id]
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            entity = self.entities.get(current)
            waiting += [ref.value for ref in entity.within] if entity is not None else []
        return self._containers.setdefault(id, frozenset(seen))

    @cached_property
    def _containers(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def derived(self) -> frozenset[str]:
        """The sources that go back to another text, or may: every other one goes back to itself alone."""
        sources = self.sources.items()
        return frozenset([id for id, source in sources if source.derives_from or source.unknown_derivation])

    @cached_property
    def origins(self) -> dict[str, tuple[frozenset[str], int]]:
        """The texts a source goes back to, and how many steps away the nearest is; filled as it is asked for."""
        return {}

    @cached_property
    def pages(self) -> Mapping[str, tuple[str, ...]]:
        """The sources that are seen at an address, by the address as `same_page` folds it."""
        found: dict[str, tuple[str, ...]] = {}
        for source in self.sources.values():
            if source.url:
                key = same_page(source.url)
                found[key] = (*found.get(key, ()), source.id)
        return MappingProxyType(found)

    @cached_property
    def speaker_names(self) -> Names:
        """The names of whoever can say something, by id."""
        return self._names(Person, Organisation)

    @cached_property
    def person_names(self) -> Names:
        """The names of people, by id."""
        return self._names(Person)

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of people."""
        return frozenset(self.person_names)

    @cached_property
    def place_names(self) -> Names:
        """The names of places, by id."""
        return self._names(Place)

    @cached_property
    def names(self) -> Names:
        """The names of places, and of whoever can say something, by id."""
        return self._names(Place, Person, Organisation)

    @cached_property
    def impersonal_names(self) -> Names:
        """The names of everything but people, by id."""
        return Names({id: entity.names for id, entity in self.entities.items() if not isinstance(entity, Person)})

    @cached_property
    def titled(self) -> Mapping[str, tuple[tuple[Person, Office], ...]]:
        """The declared offices by each of their titles, as `folded_title` folds it."""
        found: dict[str, dict[int, tuple[Person, Office]]] = {}
        for number, pair in enumerate(self.offices):
            for title in pair[1].titles:
                found.setdefault(folded_title(title), {})[number] = pair
        return MappingProxyType({title: tuple(pairs.values()) for title, pairs in found.items()})

    @cached_property
    def title_edges(self) -> tuple[frozenset[str], frozenset[str]]:
        """What declared titles and labels begin with, and what they end with: up to `EDGE` letters."""
        edges = [(title[:size], title[-size:]) for title in (*self.titled, *self.folded_labels) for size in _EDGES]
        return frozenset([first for first, _ in edges]), frozenset([last for _, last in edges])

    @cached_property
    def folded_labels(self) -> frozenset[str]:
        """The labels, folded as titles are."""
        return frozenset(map(folded_title, self.labels))

    def _names(self, *sorts: type[Entity]) -> Names:
        return Names({id: entity.names for id, entity in self._in_order if isinstance(entity, sorts)})

    @cached_property
    def _in_order(self) -> list[tuple[str, Entity]]:
        return sorted(self.entities.items(), key=itemgetter(0))


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """A title without regard to typography, case and spacing."""
    return " ".join(fold(title).casefold().split())


def same_page(url: str) -> str:
    """An address without what leads to the same page: the scheme, `www.`, a last slash, a place within the page."""
    bare = url.partition("#")[0].partition("://")[2]
    host, slash, path = bare.partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def registry(
    entities: Iterable[Entity], sources: Iterable[Source], labels: Iterable[str], broken: Iterable[str]
) -> Registry:
    """Index entities and sources; of two with one id the first counts, and a finding names the second."""
    by_id: dict[str, Entity] = {}
    for entity in entities:
        by_id.setdefault(entity.id, entity)
    source_by_id: dict[str, Source] = {}
    for source in sources:
        source_by_id.setdefault(source.id, source)
    return Registry(
        MappingProxyType(by_id),
        MappingProxyType(source_by_id),
        frozenset(label.lower() for label in labels),
        frozenset(broken),
    )
