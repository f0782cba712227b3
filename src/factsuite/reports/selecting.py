"""The part of a result that some paths name."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from factsuite.rules.findings import Reported
from factsuite.rules.results import Result


def select(result: Result, root: Path, paths: Sequence[Path]) -> Result:
    """The articles below the given paths; everything, if one of them is the workspace or its facts folder."""
    base = root.resolve()
    wanted = [path.resolve() for path in paths]
    if any(path in (base, base / "facts") or base.is_relative_to(path) for path in wanted):
        return result
    articles = tuple(
        article
        for article in result.articles
        if any(path.is_relative_to(base / article.dossier.path) for path in wanted)
    )
    folders = [article.dossier.path for article in articles]
    return replace(
        result,
        articles=articles,
        findings=tuple(found for found in result.findings if _bears_on(found, folders)),
        old=tuple(found for found in result.old if _bears_on(found, folders)),
        waived=tuple(each for each in result.waived if _bears_on(each.reported, folders)),
    )


def _bears_on(found: Reported, folders: Sequence[PurePosixPath]) -> bool:
    """Whether a finding across articles stands in one that was chosen, or in a file that all of them share."""
    path = found.finding.at.path
    return len(path.parts) <= 2 or any(path.is_relative_to(folder) for folder in folders)
