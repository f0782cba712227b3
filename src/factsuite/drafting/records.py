"""What entities.yaml is to hold: everyone and everything the drafted facts refer to, found once."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, field

from factsuite.model.entities import Event, Measure, Organisation, Person, Place
from factsuite.model.registry import Registry
from factsuite.values.wording.word_lists import listed

SECTIONS = ("people", "organisations", "places", "events", "measures")
"""The lists of entities.yaml in the order in which they are written."""

_UNSAID = frozenset(
    listed(
        "a an the this that these those of in on at by for from to with about and or but as is are was were be been "
        "has have had will would could should may might can it its his her their he she they which who whom not no "
        "so than then there also more very over under into out up"
    )
)
_MAY = re.compile(r"\d\s+May\b|\bMay\s+\d")
_LONGEST = 5  # words of an id


class Record(Struct, kw_only=True):
    """One entry of entities.yaml that is being drafted."""

    section: str
    id: str
    name: str
    aliases: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    """Of a person: the offices the text gives them."""
    unit: str = ""
    nouns: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class Records:
    """The entries drafted so far; ids taken elsewhere in the workspace are left alone."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._taken = set(taken)
        self._records: dict[str, Record] = {}
        self._adopted: set[str] = set()
        self._by_name: dict[str, list[str]] = {}
        self._numbers: dict[str, int] = {}

    def __iter__(self) -> Iterator[Record]:
        """Those that are new, section by section, in the order in which they were found."""
        order = {section: place for place, section in enumerate(SECTIONS)}
        new = (record for record in self._records.values() if record.id not in self._adopted)
        return iter(sorted(new, key=lambda record: order[record.section]))

    def __getitem__(self, id: str) -> Record:
        return self._records[id]

    def find(self, name: str, *sections: str) -> Record | None:
        """The record with this name or alias in one of some sections; case counts except for an article before it."""
        wanted = without_article(name)
        for id in self._by_name.get(wanted, ()):
            record = self._records.get(id)
            if record is not None and record.section in sections:
                return record
        return None

    def call(self, record: Record, alias: str) -> None:
        """Give a record another name."""
        if alias not in record.names:
            record.aliases.append(alias)
            self._by_name.setdefault(without_article(alias), []).append(record.id)

    def add(self, section: str, name: str, *, unit: str = "", nouns: Sequence[str] = (), id: str = "") -> Record:
        """A new record, with an id made from its name."""
        record = Record(section=section, id=self._free(id or slug(name)), name=name, unit=unit, nouns=list(nouns))
        self._put(record)
        return record

    def keep(self, ids: Collection[str]) -> None:
        """Forget what nothing refers to."""
        self._records = {id: record for id, record in self._records.items() if id in ids or id in self._adopted}

    def adopt(self, record: Record) -> None:
        """Take in what is already recorded elsewhere, so that it is found by name and not written again."""
        self._put(record)
        self._adopted.add(record.id)

    def _put(self, record: Record) -> None:
        self._records[record.id] = record
        for name in record.names:
            self._by_name.setdefault(without_article(name), []).append(record.id)

    def _free(self, wanted: str) -> str:
        """The id, or the same with the first number that makes it one of its own."""
        id, number = wanted, self._numbers.get(wanted, 2)
        while id in self._taken or id in self._records:
            id, number = f"{wanted}-{number}", number + 1
        self._numbers[wanted] = number
        return id


def known_records(registry: Registry) -> Records:
    """The records of a drafting that begins with what a workspace has already."""
    sections = {Person: "people", Organisation: "organisations", Place: "places", Event: "events", Measure: "measures"}
    records = Records(registry.broken)
    for id in sorted(registry.entities):
        entity = registry.entities[id]
        titles = [title for office in entity.offices for title in office.titles] if isinstance(entity, Person) else []
        records.adopt(
            Record(section=sections[type(entity)], id=id, name=entity.name, aliases=list(entity.aliases), titles=titles)
        )
    return records


def free_id(wanted: str, taken: Collection[str]) -> str:
    """The id, or the same with the first number that makes it one of its own."""
    id, number = wanted, 2
    while id in taken:
        id, number = f"{wanted}-{number}", number + 1
    return id


def without_article(name: str) -> str:
    """A name without *the*, *a* or *an* before it."""
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)


def slug(text: str, longest: int = _LONGEST) -> str:
    """Words as an id: plain letters and digits, the first few words that say something, each once."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['\u2019]s?\b", "", text))
    ascii_only = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    ascii_only = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", ascii_only)
    ascii_only = re.sub(r"(?<=\d),(?=\d{3})", "", ascii_only)
    words = re.findall(r"[a-z0-9]+", ascii_only)
    words = [word for place, word in enumerate(words) if word.isdigit() or word not in words[:place]]
    unsaid = _UNSAID - {"may"} if _MAY.search(text) else _UNSAID
    said = [word for word in words if word not in unsaid] or words
    return "-".join(said[:longest])[:60].strip("-") or "item"
