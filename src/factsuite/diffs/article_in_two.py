"""One article in two versions: its texts, the sentences of each, and where its facts stand in them."""

from collections.abc import Mapping

from msgspec import Struct, field

from factsuite.diffs.sentence_pairs import Sentence
from factsuite.model.articles import Article, Place
from factsuite.model.facts import Fact
from factsuite.rules.providing import Examined
from factsuite.values.dates import Calendar
from factsuite.verdicts.coverage.mentions import Reading


class ArticleInTwo(Struct, frozen=True):
    """One article in two versions, with what became of its facts."""

    before: Examined
    now: Examined
    labels: Mapping[str, str]
    """The present label of every former fact that is still there."""
    told: Mapping[str, frozenset[str]]
    """The topics that changes of a fact itself were told under, by its present label."""
    _places: dict[tuple[bool, str], tuple[Place, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The present id."""
        return self.now.dossier.id

    @property
    def articles(self) -> tuple[Article, Article]:
        """The two texts; they are there."""
        before, now = self.before.dossier.article, self.now.dossier.article
        assert before is not None and now is not None
        return before, now

    def places(self, fact: Fact, *, former: bool) -> tuple[Place, ...]:
        """Where a fact's words stand in one of the two texts."""
        key = (former, fact.label)
        if key not in self._places:
            self._places[key] = self.articles[not former].find(fact.anchor)
        return self._places[key]

    def in_sentence(self, sentence: Sentence, *, former: bool) -> list[Fact]:
        """The facts whose words stand in a sentence, or reach into it."""
        facts = (self.before if former else self.now).dossier.facts
        return [fact for fact in facts if any(sentence.holds(place) for place in self.places(fact, former=former))]

    def is_lost(self, fact: Fact) -> bool:
        """Whether the words the present fact is anchored at no longer stand."""
        now = self.fact_now(fact.label)
        return now is None or not self.places(now, former=False)

    def fact_now(self, label: str) -> Fact | None:
        """A former fact as it is now."""
        present = self.labels.get(label)
        return next((fact for fact in self.now.dossier.facts if fact.label == present), None)

    def reading(self, *, former: bool) -> Reading:
        """What a sentence of one of the two texts is read with: each by its own day, both by the present records."""
        article = self.articles[not former]
        reference = article.reference.value if article.reference is not None else None
        policy = self.now.workspace.policy
        return Reading(registry=self.now.dossier.registry, calendar=Calendar(reference=reference), reach=policy.reach)
