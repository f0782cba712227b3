"""What a rule may ask for besides its subject, by type: made when the first rule asks, and then kept."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.left_out import LeftOut
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry, registry
from factsuite.rules.contributed import Contributing, compared
from factsuite.verdicts.agreement.agreeing import Agreements, agreements_of
from factsuite.verdicts.circles import SourceList
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.exhibits import PinnedSources, look_up_article, look_up_shared
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.identifiers import Identifiers, all_of, named
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.names_written import OddTitles, odd_titles
from factsuite.verdicts.reconciling import Reconciled, reconcile
from factsuite.verdicts.signing import Signing, signing_of
from factsuite.verdicts.timeline.across import SharedTimeline, shared_timeline
from factsuite.verdicts.timeline.timelines import Timeline, timeline_of
from factsuite.verdicts.validity.lapses import Lapses, lapses_of


class Examined(Struct, frozen=True, kw_only=True):
    """One article with its facts judged: what the questions about a whole article start from."""

    workspace: Workspace
    dossier: Dossier
    grounds: Grounds
    judgements: Mapping[str, Judgement]
    """By the label of the fact, in the order of the file."""


class Together(Struct, frozen=True, kw_only=True):
    """What all articles contribute: what the questions across articles start from."""

    shared: Workspace
    """What articles share, and the policy; whether it holds articles does not matter."""
    articles: tuple[Contributing, ...]
    """By id."""
    whole: Callable[[], Workspace]
    """The workspace with every article, for a house's rule that asks for all of it."""
    reconciled: Reconciled | None = None
    """What of all articles cannot hold, where that is known already."""


OF_ARTICLE: dict[type[Any], Callable[[Examined], Any]] = {
    Workspace: lambda examined: examined.workspace,
    Policy: lambda examined: examined.workspace.policy,
    Dossier: lambda examined: examined.dossier,
    Registry: lambda examined: examined.dossier.registry,
    Grounds: lambda examined: examined.grounds,
    SourceList: lambda examined: SourceList(examined.dossier.sources, examined.dossier.registry),
    PinnedSources: lambda examined: look_up_article(examined.dossier, examined.workspace),
    Article: lambda examined: examined.dossier.article,
    Timeline: lambda examined: timeline_of(examined.grounds),
    Lapses: lambda examined: lapses_of(examined.dossier, examined.workspace),
    Coverage: lambda examined: cover(examined.grounds),
    Agreements: lambda examined: agreements_of(examined.grounds),
    OddTitles: lambda examined: odd_titles(examined.dossier),
    Signing: lambda examined: signing_of(examined.dossier, examined.workspace, examined.judgements),
}
"""What a rule about a fact, an entity or an article may ask for; None means that there is none, and no call."""

ARTICLE_SUBJECTS: tuple[type[Any], ...] = (
    Dossier,
    SourceList,
    PinnedSources,
    Timeline,
    Coverage,
    Agreements,
    Lapses,
    Signing,
)
"""What a rule about one whole article may look at: a rule whose first parameter is of this type."""

ACROSS: dict[type[Any], Callable[[Together], Any]] = {
    SourceList: lambda together: SourceList(together.shared.shared_sources, _shared_registry(together)),
    PinnedSources: lambda together: look_up_shared(
        together.shared,
        {at for each in together.articles for at in each.cited},
        {id for each in together.articles for id in each.broken},
    ),
    Workspace: lambda together: together.whole(),
    Policy: lambda together: together.shared.policy,
    Identifiers: lambda together: all_of((_shared_ids(together), *(each.identifiers for each in together.articles))),
    Reconciled: lambda together: (
        reconcile(compared(together.articles)) if together.reconciled is None else together.reconciled
    ),
    SharedTimeline: lambda together: shared_timeline(
        (each.told for each in together.articles if each.told is not None), (each.folder for each in together.articles)
    ),
    Registry: lambda together: _shared_registry(together),
    LeftOut: lambda together: together.shared.left_out,
}
"""What a rule over the whole workspace may ask for."""

ACROSS_SUBJECTS: tuple[type[Any], ...] = (
    Workspace,
    SourceList,
    PinnedSources,
    Identifiers,
    SharedTimeline,
    Reconciled,
    LeftOut,
)
"""What a rule over the whole workspace may look at. A rule about a list of sources, or about pinned ones, looks at
those of each article, and at those that articles share.
"""


def _shared_registry(together: Together) -> Registry:
    return registry(together.shared.shared_entities, together.shared.shared_sources, (), ())


def _shared_ids(together: Together) -> Identifiers:
    shared = together.shared
    return Identifiers(sources=named(shared.shared_sources), entities=named(shared.shared_entities))


class Given(Mapping[type[Any], Any]):
    """Things by their type, each made once, when it is first asked for."""

    def __init__(self, makers: Mapping[type[Any], Callable[[Any], Any]], start: Any) -> None:
        self._makers = makers
        self._start = start
        self._made: dict[type[Any], Any] = {}
        self._together: dict[tuple[type[Any], ...], tuple[Any, ...] | None] = {(): ()}

    def __getitem__(self, sort: type[Any]) -> Any:
        if sort not in self._made:
            self._made[sort] = self._makers[sort](self._start)
        return self._made[sort]

    def get(self, sort: type[Any], default: Any = None) -> Any:
        """A thing by its type, as of every mapping, but without asking twice whether it is there."""
        if sort in self._made:
            return self._made[sort]
        return self[sort] if sort in self._makers else default

    def all_of(self, sorts: tuple[type[Any], ...]) -> tuple[Any, ...] | None:
        """Several things by their types, or None where one is missing; what is asked for after it is not made."""
        if sorts not in self._together:
            found = []
            for sort in sorts:
                thing = self.get(sort)
                if thing is None:
                    break
                found.append(thing)
            self._together[sorts] = tuple(found) if len(found) == len(sorts) else None
        return self._together[sorts]

    def __contains__(self, sort: object) -> bool:
        return sort in self._makers

    def __iter__(self) -> Iterator[type[Any]]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
