"""What a rule may ask for besides its subject, by type: made when the first rule asks, and then kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry, registry
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement


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
}
"""What a rule about a fact, an entity or an article may ask for; None means that there is none, and no call."""

ARTICLE_SUBJECTS: tuple[type[Any], ...] = (Dossier,)
"""What a rule about one whole article may look at: a rule whose first parameter is of this type."""

ACROSS: dict[type[Any], Callable[[Together], Any]] = {
    Workspace: lambda together: together.workspace,
    Policy: lambda together: together.workspace.policy,
    Registry: lambda together: registry(together.workspace.shared_entities, together.workspace.shared_sources, (), ()),
}
"""What a rule over the whole workspace may ask for."""

ACROSS_SUBJECTS: tuple[type[Any], ...] = (Workspace,)
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
