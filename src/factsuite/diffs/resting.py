"""Which facts rest on what: the reach of a change beyond the facts it names."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from factsuite.diffs.matching import Matched
from factsuite.model.facts import Fact
from factsuite.model.references import fact_references
from factsuite.rules.dependencies import Dependencies, dependencies_of, depending_on
from factsuite.rules.providing import Examined


class Resting(Struct, frozen=True):
    """What every fact depends on, in both versions, by article and present label."""

    now: tuple[Examined, ...]
    needs: Mapping[str, Mapping[str, Dependencies]]
    needed: Mapping[str, Mapping[str, Dependencies]]
    """The same of the former version, for what is no longer there to depend on."""

    @classmethod
    def of(cls, before: Iterable[Examined], now: Iterable[Examined], matched: Matched) -> "Resting":
        """Look up the dependencies of every fact."""
        present = tuple(now)
        labels = {(pair.article_before, pair.before.label): (pair.article, pair.now.label) for pair in matched.pairs}
        needed: dict[str, dict[str, Dependencies]] = {}
        for each in before:
            for fact in each.dossier.facts:
                article, label = labels.get((each.dossier.id, fact.label), ("", ""))
                needed.setdefault(article, {})[label] = dependencies_of(fact, each.dossier.registry)
        needs = {
            each.dossier.id: {fact.label: dependencies_of(fact, each.dossier.registry) for fact in each.dossier.facts}
            for each in present
        }
        return cls(present, needs, needed)

    def in_article(self, article: str) -> Callable[[str, bool], tuple[str, ...]]:
        """For an article, the facts that name a source (true) or an entity themselves; for the shared records, of all.

        What depends on it by way of another record is touched as well, and is not named.
        """

        def resting(id: str, is_source: bool) -> tuple[str, ...]:
            found = []
            for each in self.now:
                if article in ("", each.dossier.id):
                    names = [fact.label for fact in each.dossier.facts if _names(fact, id, is_source)]
                    found += names if article else [f"{each.dossier.id}/{name}" for name in names]
            return tuple(found)

        return resting

    def touched(self, changed: Iterable[tuple[str, str]], records: frozenset[str]) -> frozenset[tuple[str, str]]:
        """The changed facts, those that rest on changed records, and those computed from any of them."""
        labels = set(changed)
        found: set[tuple[str, str]] = set()
        for each in self.now:
            id = each.dossier.id
            own = {label for article, label in labels if article == id}
            own |= {name for record in records for sort in (True, False) for name in self._on(id, record, sort)}
            reached = depending_on(each.dossier, dict(self.needs[id]), facts=own)
            found |= {(id, label) for label in reached if label in self.needs[id]}
        return frozenset(found)

    def _on(self, article: str, id: str, is_source: bool) -> list[str]:
        known = [self.needs.get(article, {}), self.needed.get(article, {})]
        names = {
            label
            for needs in known
            for label, each in needs.items()
            if id in (each.sources if is_source else each.entities)
        }
        return [label for label in self.needs.get(article, {}) if label in names]


def _names(fact: Fact, id: str, is_source: bool) -> bool:
    """Whether a fact cites a source, or speaks of an entity."""
    if is_source:
        return any(entry.source.value == id for entry in fact.evidence)
    return any(ref.value == id for _, ref in fact_references(fact))
