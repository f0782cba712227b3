"""`factsuite add`: draft the fact for some words of an article, and put it in its place."""

import argparse
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsuite.load.files import Tree
    from factsuite.model.articles import Article
    from factsuite.model.dossiers import Dossier, Workspace

_EXAMPLES = """\
examples:
  factsuite add --at "at least 300 people crossed it"
  factsuite add harbour --at "Mayor Ada Quill" --kind office"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    command = commands.add_parser(
        "add",
        help="draft one fact, for some words of an article",
        description="Draft the fact for some words of an article and put it into its facts.yaml, in the order of the "
        "text, and what it refers to into entities.yaml; nothing else in these files changes. It has no evidence yet. "
        "Exit 0: written; 1: written, and something is wrong with it; 2: usage, nothing was written.",
        epilog=_EXAMPLES,
    )
    command.add_argument("article", metavar="ARTICLE", nargs="?", help="its id or folder (default: the only one)")
    command.add_argument("--at", metavar="WORDS", required=True, help="the words of the article, as they stand there")
    kinds = ("quotation", "quantity", "date", "office", "statement", "place", "order")
    command.add_argument("--kind", choices=kinds, default="", metavar="KIND", help=f"one of {', '.join(kinds)}")
    command.add_argument("--in", dest="folder", metavar="PATH", type=Path, default=Path(), help="the workspace")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draft, write, and show the fact."""
    from factsuite.drafting.selecting import draft_selection, find_words
    from factsuite.engine import policy_of, root_of
    from factsuite.load.files import read_tree
    from factsuite.model.building import build_workspace
    from factsuite.reports.explaining import printable
    from factsuite.rules.collecting import collect_rules

    root = root_of([_place(options)])
    tree, policy = read_tree(root), policy_of(root)
    dossier = _dossier(build_workspace(tree, policy), options.article)
    span = find_words(_readable(dossier), options.at)
    added = draft_selection(tree, dossier, span, policy, collect_rules(), options.kind)
    _write(root, tree, added.files)
    draft = added.fact.draft
    print(
        printable(
            f"added: {dossier.facts_path}: {added.fact.id}, {'an' if draft.kind[0] in 'aeiou' else 'a'} {draft.kind}"
        )
    )
    print(printable(f"  claim: {draft.claim}"))
    for name, value in draft.asserts:
        print(printable(f"  {name}: {value if isinstance(value, str) else ', '.join(value)}"))
    if added.records:
        print(printable(f"  new in entities.yaml: {', '.join(added.records)}"))
    for other in added.beside:
        print(printable(f"note: `{other}` is of the same kind, and stands there already"))
    print(f"to do: its evidence{f', and say {draft.todo}' if draft.todo else ''}")
    for found in added.concerns:
        print(printable(f"{found.finding.at}: {found.severity.value}: {found.rule}\n  {found.finding.message}"))
        print(printable(f"  hint: {found.finding.hint}"))
    return EXIT_FINDINGS if added.concerns else EXIT_OK


def _place(options: argparse.Namespace) -> Path:
    given = options.article
    if given and ("/" in given or Path(given).is_dir()) and Path(given).exists():
        return Path(given)
    folder: Path = options.folder
    return folder


def _dossier(workspace: "Workspace", article: str | None) -> "Dossier":
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.suggestions import did_you_mean

    ids = [dossier.id for dossier in workspace.dossiers]
    if article is None:
        if len(ids) == 1:
            return workspace.dossiers[0]
        which = f"one of: {', '.join(ids[:10])}" if ids else "`factsuite draft` makes one"
        raise FactsuiteError(f"{len(ids)} articles are here; say which", hint=which)
    path = Path(article)
    id = path.resolve().name if path.is_dir() else path.resolve().parent.name if path.is_file() else article.strip("/")
    for dossier in workspace.dossiers:
        if dossier.id == id:
            return dossier
    raise FactsuiteError(f"there is no article `{id}`", hint=did_you_mean(id, ids, "name a folder of facts/"))


def _readable(dossier: "Dossier") -> "Article":
    from factsuite.load.errors import FactsuiteError

    if dossier.article is None:
        raise FactsuiteError(f"{dossier.path}/article.md cannot be read", hint="`factsuite check` says why")
    return dossier.article


def _write(root: Path, tree: "Tree", files: "Mapping[PurePosixPath, str]") -> None:
    """Write what changed, each file whole; refuse where one is no longer what was read."""
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.whole_files import write_whole, writing

    folders = {(root / path).resolve().parent for path in files}
    with ExitStack() as alone:
        for folder in sorted(folders):
            alone.enter_context(writing(folder))
        for path in files:
            if (root / path).read_bytes() != tree.get(path):
                raise FactsuiteError(f"{path} was changed meanwhile; nothing was written", hint="run the command again")
        for path in sorted(files):  # entities.yaml first: a fact never refers to what is not there
            write_whole((root / path).resolve(), files[path])
