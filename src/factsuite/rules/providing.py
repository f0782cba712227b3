"""What a rule may ask for besides its subject, by type: made when the first rule asks, and then kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry, registry
from factsuite.verdicts.agreement.agreeing import Agreements, agreements_of
from factsuite.verdicts.contributions import contributions_of
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.exhibits import PinnedSources, look_up_all
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.reconciling import Reconciled, reconcile
from factsuite.verdicts.signing import Signing, signing_of
from factsuite.verdicts.timeline.across import SharedTimeline, shared_timeline
from factsuite.verdicts.timeline.timelines import Timeline, timeline_of
from factsuite.verdicts.validity.lapses import Lapses, lapses_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One article with its facts judged: what the questions about a whole article start from."""

    workspace: Workspace
    dossier: Dossier
    grounds: Grounds
    judgements: Mapping[str, Judgement]
    """By the label of the fact, in the order of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """All articles, each with its facts judged: what the questions across articles start from."""

    workspace: Workspace
    articles: tuple[Examined, ...]


OF_ARTICLE: dict[type[Any], Callable[[Examined], Any]] = {
    Workspace: lambda examined: examined.workspace,
    Policy: lambda examined: examined.workspace.policy,
    Dossier: lambda examined: examined.dossier,
    Registry: lambda examined: examined.dossier.registry,
    Grounds: lambda examined: examined.grounds,
    Article: lambda examined: examined.dossier.article,
    Timeline: lambda examined: timeline_of(examined.grounds),
    Lapses: lambda examined: lapses_of(examined.dossier, examined.workspace),
    Coverage: lambda examined: cover(examined.grounds),
    Agreements: lambda examined: agreements_of(examined.grounds),
    Signing: lambda examined: signing_of(examined.dossier, examined.workspace, examined.judgements),
}
"""What a rule about a fact, an entity or an article may ask for; None means that there is none, and no call."""

ARTICLE_SUBJECTS: tuple[type[Any], ...] = (Dossier, Timeline, Coverage, Agreements, Lapses, Signing)
"""What a rule about one whole article may look at: a rule whose first parameter is of this type."""

ACROSS: dict[type[Any], Callable[[Together], Any]] = {
    PinnedSources: lambda together: look_up_all(together.workspace),
    Workspace: lambda together: together.workspace,
    Policy: lambda together: together.workspace.policy,
    Reconciled: lambda together: reconcile(
        contribution for each in together.articles for contribution in contributions_of(each.dossier)
    ),
    SharedTimeline: lambda together: shared_timeline(together.workspace),
    Registry: lambda together: registry(together.workspace.shared_entities, together.workspace.shared_sources, (), ()),
}
"""What a rule over the whole workspace may ask for."""

ACROSS_SUBJECTS: tuple[type[Any], ...] = (Workspace, PinnedSources, SharedTimeline, Reconciled)
"""What a rule over the whole workspace may look at."""


class Given(Mapping[type[Any], Any]):
    """Things by their type, each made once, when it is first asked for."""

    def __init__(self, makers: Mapping[type[Any], Callable[[Any], Any]], start: Any) -> None:
        self._makers = makers
        self._start = start
        self._made: dict[type[Any], Any] = {}

    def __getitem__(self, sort: type[Any]) -> Any:
        if sort not in self._made:
            self._made[sort] = self._makers[sort](self._start)
        return self._made[sort]

    def __contains__(self, sort: object) -> bool:
        return sort in self._makers

    def __iter__(self) -> Iterator[type[Any]]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
