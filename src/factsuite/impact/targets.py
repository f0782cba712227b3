"""What an editor asks about: a source, an entity or a fact, by its id."""

from enum import Enum

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.suggestions import did_you_mean
from factsuite.model.dossiers import Workspace


class Sort(Enum):
    """What an id stands for."""

    SOURCE = "source"
    ENTITY = "entity"
    FACT = "fact"


class Target(Struct, frozen=True, kw_only=True):
    """What is asked about. A fact, and a source or entity of one article alone, names its article."""

    sort: Sort
    id: str
    article: str | None
    """None where several articles share it."""

    def __str__(self) -> str:
        return f"{self.sort.value} {self.id}"


def find_target(asked: str, workspace: Workspace) -> Target:
    """The one thing an id stands for: `id`, `article/id`, or `source:id` where it stands for several.

    Raises FactsuiteError, with the nearest known id, where it stands for nothing; and with every way to name them,
    where it stands for more than one thing.
    """
    wanted = [sort for sort in Sort if asked.startswith(f"{sort.value}:")]
    name = asked.partition(":")[2] if wanted else asked
    every = all_targets(workspace)
    found = [
        target
        for target in every
        if name in (target.id, f"{target.article}/{target.id}") and (not wanted or target.sort in wanted)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(_full(target) for target in found)
        raise FactsuiteError(f"`{asked}` is more than one thing", hint=f"ask for one of: {ways}")
    known = [target.id for target in every]
    raise FactsuiteError(
        f"there is no source, entity or fact `{asked}`",
        hint=did_you_mean(name, known, "ask for an id of sources.yaml, entities.yaml or facts.yaml"),
    )


def all_targets(workspace: Workspace) -> list[Target]:
    """Every source, entity and fact of a workspace, shared ones first."""
    found = [Target(sort=Sort.SOURCE, id=source.id, article=None) for source in workspace.shared_sources]
    found += [Target(sort=Sort.ENTITY, id=entity.id, article=None) for entity in workspace.shared_entities]
    for dossier in workspace.dossiers:
        found += [Target(sort=Sort.SOURCE, id=source.id, article=dossier.id) for source in dossier.sources]
        found += [Target(sort=Sort.ENTITY, id=entity.id, article=dossier.id) for entity in dossier.entities]
        found += [Target(sort=Sort.FACT, id=fact.label, article=dossier.id) for fact in dossier.facts]
    return list(dict.fromkeys(found))


def _full(target: Target) -> str:
    place = f"{target.article}/" if target.article is not None else ""
    return f"{target.sort.value}:{place}{target.id}"
