"""What a fact is judged on: its dossier and the house's policy."""

from functools import cached_property

from msgspec import Struct

from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event
from factsuite.model.facts import Fact
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry
from factsuite.values.arithmetic.evaluation import Computed
from factsuite.values.dates import Calendar, DateValue, with_offset
from factsuite.verdicts.own_article import own_pages


class Grounds(Struct, frozen=True, dict=True):
    """A dossier and the policy it is judged by."""

    dossier: Dossier
    policy: Policy

    @cached_property
    def registry(self) -> Registry:
        """What the facts may refer to."""
        return self.dossier.registry

    @cached_property
    def own_pages(self) -> frozenset[str]:
        """The sources that are the article itself."""
        return own_pages(self.dossier.article, self.registry)

    @cached_property
    def figures(self) -> dict[str, tuple[list[Fact | None], Computed]]:
        """What derived facts come to, by label, with the facts each was computed from; filled as it is asked for."""
        return {}

    @cached_property
    def calendar(self) -> Calendar:
        """What the dates of the article are read against."""
        article = self.dossier.article
        return Calendar(reference=article.reference.value if article is not None and article.reference else None)

    def local(self, value: DateValue, event: Event) -> DateValue:
        """A time of an event in the local time of the place where it happened, where that is known."""
        if value.offset is not None:
            return value
        offset = self._offset(event)
        return value if offset is None else with_offset(value, offset)

    def _offset(self, event: Event) -> int | None:
        for ref in event.where.value if event.where is not None else ():
            for id in (ref.value, *sorted(self.registry.containers(ref.value))):
                place = self.registry.place(id)
                if place is not None and place.utc_offset is not None:
                    return place.utc_offset
        return None
