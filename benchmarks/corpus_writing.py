"""An article as it is being written: each sentence together with what it asserts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from benchmarks import corpus_words as words
from benchmarks.corpus_cast import Cast, Entry


@dataclass(slots=True)
class Story:
    """An article as it is being written."""

    cast: Cast
    paragraphs: list[str] = field(default_factory=list)
    facts: list[Entry] = field(default_factory=list)
    events: list[Entry] = field(default_factory=list)
    measures: list[Entry] = field(default_factory=list)

    def fact(self, name: str, kind: str, claim: str, anchor: str, asserts: Entry, evidence: Sequence[Entry]) -> None:
        """Add a fact."""
        entry: Entry = {"id": name, "claim": claim, "kind": kind, "anchor": {"exact": anchor}, "asserts": asserts}
        if evidence:
            entry["evidence"] = list(evidence)
        if self.cast.draw.random() < 0.4:
            entry["note"] = self.cast.draw.choice(words.NOTES)
        entry["tags"] = [f"p{len(self.paragraphs) + 1:02d}", kind]
        self.facts.append(entry)

    def reported(self, sources: str, reports: Entry, excerpt: str = "") -> list[Entry]:
        """Evidence entries of several sources that report the same; the first prints `excerpt`."""
        entries: list[Entry] = []
        for source in sources.split():
            entry: Entry = {"source": self.cast.of(source), "locator": self.cast.draw.choice(words.LOCATORS)}
            if excerpt and not entries:
                entry["excerpt"] = excerpt
            entries.append(entry | {"reports": dict(reports)})
        return entries

    def quantity(
        self, name: str, noun: str, value: str, claim: str, anchor: str, sources: str, excerpt: str = "", **more: object
    ) -> None:
        """Add a quantity with a measure of its own."""
        by = {"according_to": more["according_to"]} if "according_to" in more else {}
        evidence = self.reported(sources, {"value": value, **by}, excerpt)
        evidence[1]["excerpt"] = f"{self.cast.draw.choice(words.REMARKS)}: {value}, {evidence[1]['locator']}."
        self.measures.append(measure(self.cast.of(name), claim, noun))
        self.fact(name, "quantity", claim, anchor, {"measure": self.cast.of(name), "value": value, **more}, evidence)

    def derived(self, name: str, noun: str, value: str, formula: str, claim: str, anchor: str) -> None:
        """Add a figure that follows from others."""
        self.measures.append(measure(self.cast.of(name), claim, noun))
        asserts: Entry = {"measure": self.cast.of(name), "value": value, "from": formula}
        self.fact(name, "derived", claim, anchor, asserts, ())

    def quotation(self, name: str, who: str, said: str, claim: str, anchor: str, sources: str) -> None:
        """Add a quotation: the first source is a transcript, the others print the words."""
        person = self.cast.people[who]
        transcript, *others = sources.split()
        evidence = self.reported(transcript, {"speaker": person.id}, f"{person.surname.upper()}: {said}.")
        evidence += self.reported(" ".join(others), {"speaker": person.id, "words": said})
        evidence[1]["excerpt"] = f'"{said}," said {person.name} when everybody had sat down again.'
        self.fact(name, "quotation", claim, anchor, {"speaker": person.id, "words": said}, evidence)

    def statement(self, name: str, who: str, that: str, anchor: str, sources: str, act: str = "") -> None:
        """Add a statement of somebody."""
        asserts: Entry = {"speaker": who, "that": that} | ({"act": act} if act else {})
        claim = f"{anchor}."
        evidence = self.reported(sources, asserts, f'"{that}" This was said when the question was put a second time.')
        weakest = {"reports": {"speaker": who}, "stance": "supports", "because": "It tells the same in its own words."}
        evidence[-1] |= weakest | {"of": anchor}
        self.fact(name, "statement", claim[0].upper() + claim[1:], anchor, asserts, evidence)

    def event(self, name: str, about: str, day: date, sources: str, **more: object) -> str:
        """Record an event with its date."""
        reports: Entry = {"on": day.isoformat(), **more}
        entry: Entry = {"id": self.cast.of(name), "name": about, "on": day.isoformat(), **more}
        self.events.append(entry | {"evidence": self.reported(sources, reports)})
        return self.cast.of(name)

    def office(self, who: str, sources: str) -> None:
        """Add the office somebody holds, as it is printed before the name."""
        person = self.cast.people[who]
        asserts: Entry = {"person": person.id, "office": person.title, "as_of": self.cast.before(3).isoformat()}
        evidence = self.reported(sources, {"office": person.title}, f"{person.title} {person.name}")
        claim = f"{person.name} was the {person.title}."
        self.fact(f"{who}-office", "office", claim, f"{person.title} {person.name}", asserts, evidence)


def measure(id: str, name: str, noun: str) -> Entry:
    """A measure, its unit named by the noun it is counted in."""
    unit, _, nouns = noun.partition(":")
    entry: Entry = {"id": id, "name": name.rstrip("."), "unit": unit}
    return entry | ({"nouns": [nouns]} if nouns else {})
