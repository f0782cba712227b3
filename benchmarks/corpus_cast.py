"""Who and what a made-up article is about: a town, its people, its sources, all drawn from one seed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks import corpus_words as words

Entry = dict[str, object]
"""A mapping as it will stand in a YAML file."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names."""

    id: str
    name: str
    title: str
    """The office as the article prints it before the name."""

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


class Cast:
    """What is drawn once for an article; every id begins with the town's, so no two articles share one by accident."""

    def __init__(self, number: int, seed: int) -> None:
        self.draw = random.Random(f"{seed}:{number}")
        towns = len(words.TOWN_BEGINNINGS) * len(words.TOWN_ENDINGS)
        place = (number * 1031 + seed) % towns  # 1031 is prime to their number: all are used before one comes again
        self.number = number
        self.town = words.TOWN_BEGINNINGS[place % len(words.TOWN_BEGINNINGS)]
        self.town += words.TOWN_ENDINGS[place // len(words.TOWN_BEGINNINGS)]
        self.id = f"{self.town.lower()}-{number:05d}"
        self.county = number % len(words.COUNTIES)
        self.thing = self.draw.choice(words.THINGS)
        self.quarter = self.draw.choice(words.QUARTERS)
        self.square = self.draw.choice(words.SQUARES)
        self.company_name = f"{self.town} {self.draw.choice(words.COMPANIES)}"
        self.published = date(2031, 1, 3) + timedelta(weeks=self.draw.randrange(150))  # a Friday
        first = self.draw.sample(words.FIRST_NAMES, 5)
        last = self.draw.sample(words.SURNAMES, 5)
        titles = (
            "Mayor",
            "Town Engineer",
            "Director",
            "Fire Chief",
            "Councillor",
        )
        roles = ("mayor", "engineer", "director", "chief", "councillor")
        self.people = {
            role: Person(self.of(role), f"{one} {other}", title)
            for role, one, other, title in zip(roles, first, last, titles, strict=True)
        }

    def of(self, name: str) -> str:
        """An id of this article's own."""
        return f"{self.id}-{name}"

    def before(self, days: int) -> date:
        """A day before publication."""
        return self.published - timedelta(days=days)

    def sources(self) -> list[Entry]:
        """The twelve sources; the Gazette and the Mail print the agency's dispatch."""
        council, company = f"{self.town} Town Council", self.company_name
        rows = (
            ("minutes", council, f"Minutes of the sitting on the {self.thing}", 3, "transcript", ""),
            ("briefing", council, f"News conference on the {self.thing}", 2, "transcript", ""),
            ("report", council, "Report of the town engineer", 4, "official statement", ""),
            ("log", f"{self.town} Fire Service", "Log of the night of the storm", 20, "official statement", ""),
            ("statement", company, f"On the plans for the {self.thing}", 2, "official statement", ""),
            (
                "poll",
                "Tidewater Institute",
                f"What {self.town} thinks of its {self.thing}",
                8,
                "official statement",
                "",
            ),
            ("wire", "Coastline Press Agency", f"{self.town} votes for a new {self.thing}", 3, "wire", ""),
            ("gazette", f"{self.town} Gazette", f"New {self.thing} for the town", 2, "wire copy", "wire"),
            ("mail", "The Northern Mail", f"{self.town} decides", 2, "wire copy", "wire"),
            ("echo", f"{self.town} Echo", f"Yes to the {self.thing}", 2, "newspaper", ""),
            ("radio", f"Radio {self.town}", f"The evening news on the {self.thing}", 3, "broadcaster", ""),
            ("weekly", "The County Weekly", f"What {self.town} will pay", 1, "magazine", ""),
        )
        return [self._source(*row) for row in rows]

    def _source(self, name: str, publisher: str, title: str, days: int, kind: str, parent: str) -> Entry:
        day = self.before(days).isoformat()
        entry: Entry = {"id": self.of(name), "publisher": publisher, "title": title}
        entry["url"] = f"https://{name}.example/{self.id}/{day}"
        entry |= {"published": day, "language": "en", "kind": kind}
        entry["note"] = self.draw.choice(words.SOURCE_NOTES)
        return entry | ({"derives_from": [{"source": self.of(parent), "certainty": "likely"}]} if parent else {})

    def people_entries(self) -> list[Entry]:
        """The people, with the offices they hold and the sources that give them."""
        within = {"director": "company", "chief": "fire-service"}
        return [self._person(role, within.get(role, "council")) for role in self.people]

    def _person(self, role: str, within: str) -> Entry:
        person, day = self.people[role], self.before(3).isoformat()
        known = [
            {"source": self.of("minutes"), "locator": "list of those present", "reports": {"held_on": day}},
            {"source": self.of("echo"), "reports": {"held_on": self.before(2).isoformat()}},
        ]
        office: Entry = {"title": person.title, "evidence": known}
        return {
            "id": person.id,
            "name": person.name,
            "aliases": [person.surname],
            "within": self.of(within),
            "offices": [office],
        }
