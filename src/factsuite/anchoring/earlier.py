"""The articles as they were before an edit: from git, or from a file."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from factsuite.load.errors import FactsuiteError
from factsuite.load.revisions import RevisionError, files_at
from factsuite.model.articles import Article
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.policy import Policy

LATEST = "HEAD"
"""The revision that is taken where none is named: the edit is not committed yet."""


class Earlier(Struct, frozen=True, kw_only=True):
    """Earlier versions of articles."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    """By article id."""
    name: str = ""
    """The revision or file they are from; empty where there is none."""
    remark: str = ""
    """Why there is none."""


def earlier_in_git(root: Path, dossiers: tuple[Dossier, ...], revision: str | None, policy: Policy) -> Earlier:
    """The articles at a revision; where none is named, at the latest, if there is one.

    Raises RevisionError where a named revision cannot be read or holds none of the articles.
    """
    paths = [dossier.path / "article.md" for dossier in dossiers]
    try:
        articles = _articles(files_at(root, revision or LATEST, paths), policy)
    except RevisionError as error:
        if revision is not None:
            raise
        return Earlier(remark=str(error).split("\n")[0])
    if revision is not None and not articles:
        raise RevisionError(f"at '{revision}' there is no article to compare with", hint="name a later revision")
    return Earlier(articles=articles, name=(revision or LATEST) if articles else "")


def earlier_in_file(file: Path, dossiers: tuple[Dossier, ...], policy: Policy) -> Earlier:
    """One article as it stands in a file; raises FactsuiteError where it cannot be read as an article."""
    if len(dossiers) != 1:
        raise FactsuiteError("--before is the earlier text of one article", hint="say which with --article ID")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FactsuiteError(f"{file}: {error.strerror}", hint="name the article as it was before the edit") from error
    articles = _articles({dossiers[0].path / "article.md": data}, policy)
    if not articles:
        raise FactsuiteError(
            f"{file} cannot be read as an article", hint="it begins with front matter, as article.md does"
        )
    return Earlier(articles=articles, name=str(file))


def _articles(files: Mapping[PurePosixPath, bytes], policy: Policy) -> dict[str, Article]:
    built = build_workspace(dict(files), policy).dossiers
    return {dossier.id: dossier.article for dossier in built if dossier.article is not None}
