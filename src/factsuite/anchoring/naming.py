"""Which facts an editor means: an id, `article/id`, or a test's name."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from factsuite.load.errors import FactsuiteError
from factsuite.load.suggestions import did_you_mean
from factsuite.model.dossiers import Dossier, Workspace


def articles_named(workspace: Workspace, wanted: str | None) -> tuple[Dossier, ...]:
    """The article of an id or folder, or all of them; raises FactsuiteError where there is none."""
    if wanted is None:
        return workspace.dossiers
    name = PurePosixPath(wanted).name
    found = tuple(dossier for dossier in workspace.dossiers if dossier.id == name)
    if not found:
        known = [dossier.id for dossier in workspace.dossiers]
        hint = did_you_mean(name, known, "one of: " + ", ".join(known))
        raise FactsuiteError(f"there is no article '{wanted}'", hint=hint)
    return found


def facts_named(
    names: Sequence[str], dossiers: tuple[Dossier, ...], otherwise: str = "factsuite reanchor lists them"
) -> set[tuple[str, str]]:
    """The facts meant, each by article and label; raises FactsuiteError for a name of none, or of several.

    `otherwise` is the hint for a name that is like none of them.
    """
    known = [(dossier.id, fact.label, fact.id) for dossier in dossiers for fact in dossier.facts]
    wanted: set[tuple[str, str]] = set()
    for name in names:
        folder, _, id = name.replace("/facts.yaml::", "/").rpartition("/")
        article = PurePosixPath(folder).name
        found = {(of, label) for of, label, own in known if id in (label, own) and article in ("", of)}
        if not found:
            hint = did_you_mean(id, [label for _, label, _ in known], otherwise)
            raise FactsuiteError(f"there is no fact '{name}' that can be read", hint=hint)
        if len(found) > 1:
            several = ", ".join(f"{of}/{label}" for of, label in sorted(found))
            raise FactsuiteError(f"several facts are called '{name}'", hint=f"say which: {several}")
        wanted |= found
    return wanted
