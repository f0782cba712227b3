"""Which source is meant, and where its copy is kept: beside its article, or beside what all articles share."""

from pathlib import Path

from msgspec import Struct

from factsuite.load.files import FACTS
from factsuite.load.suggestions import did_you_mean
from factsuite.model.dossiers import Workspace
from factsuite.model.sources import Source
from factsuite.pinning.errors import PinError


class Home(Struct, frozen=True, kw_only=True):
    """A source and the list that its copy belongs to."""

    source: Source
    article: str | None
    """None for a source that articles share."""

    def below(self, folder: Path) -> Path:
        """The place of the list below `facts/`, or below the store of sealed exhibits."""
        return folder / self.article if self.article is not None else folder

    @property
    def schema(self) -> str:
        """Where the schema lies, seen from the list, in a checkout that has it."""
        return ("../" if self.article is None else "../../") + "schemas/exhibits.schema.json"

    @property
    def shown(self) -> str:
        """The folder of the list, as a message names it."""
        return f"{FACTS}/{self.article}" if self.article is not None else FACTS


def find_home(workspace: Workspace, source: str, article: str | None) -> Home:
    """The source with an id; raises PinError where there is none, or where several articles list one."""
    ids = [dossier.id for dossier in workspace.dossiers]
    if article is not None and article not in ids:
        raise PinError(f"there is no article `{article}`", hint=did_you_mean(article, ids, f"known: {', '.join(ids)}"))
    found = [
        Home(source=each, article=dossier.id)
        for dossier in workspace.dossiers
        if article in (None, dossier.id)
        for each in dossier.sources
        if each.id == source
    ]
    found += [Home(source=each, article=None) for each in workspace.shared_sources if each.id == source]
    if not found:
        known = {
            id for dossier in workspace.dossiers if article in (None, dossier.id) for id in dossier.registry.sources
        }
        known.update(each.id for each in workspace.shared_sources)
        hint = did_you_mean(source, known, "list it in sources.yaml first")
        raise PinError(f"no source has the id `{source}`", hint=hint)
    articles = sorted({home.article for home in found if home.article is not None})
    if len(articles) > 1:
        raise PinError(f"several articles list `{source}`: {', '.join(articles)}", hint="choose one with --article")
    if found[0].source.unseen:
        raise PinError(f"`{source}` is declared as unseen", hint="pin the copy that was read")
    return found[0]
