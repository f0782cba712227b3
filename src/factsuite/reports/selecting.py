"""The part of a run that some paths name."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from factsuite.reports.parts import Run
from factsuite.rules.findings import Reported


def select(run: Run, root: Path, paths: Sequence[Path]) -> Run:
    """The articles below the given paths; everything, if one of them is the workspace or its facts folder."""
    base = root.resolve()
    wanted = [path.resolve() for path in paths]
    if any(path in (base, base / "facts") or base.is_relative_to(path) for path in wanted):
        return run
    articles = tuple(
        article for article in run.articles if any(path.is_relative_to(base / article.folder) for path in wanted)
    )
    folders = [PurePosixPath(article.folder) for article in articles]
    return replace(
        run,
        articles=articles,
        findings=tuple(found for found in run.findings if _bears_on(found, folders)),
        old=tuple(found for found in run.old if _bears_on(found, folders)),
        waived=tuple(each for each in run.waived if _bears_on(each.reported, folders)),
    )


def _bears_on(found: Reported, folders: Sequence[PurePosixPath]) -> bool:
    """Whether a finding across articles stands in one that was chosen, or in a file that all of them share."""
    path = found.finding.at.path
    return len(path.parts) <= 2 or any(path.is_relative_to(folder) for folder in folders)
