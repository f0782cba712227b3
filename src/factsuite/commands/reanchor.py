"""`factsuite reanchor`: after an edit, find the words of every fact again, and accept the new ones on request."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.load.files import Tree
    from factsuite.model.dossiers import Dossier
    from factsuite.reports.anchors import Told

_EXAMPLES = """\
examples:
  factsuite reanchor                   after an edit: how every fact stands
  factsuite reanchor --before old.md   without git
  factsuite reanchor visitors --apply  accept the new words of one fact"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    reanchor = commands.add_parser(
        "reanchor",
        help="after an edit of the article: find the words of every fact again",
        description="Say of each fact whether the words it is about stand unchanged, moved, were reworded, now say "
        "another value, are ambiguous or orphaned; for the reworded, show the passage, a word diff and the edit that "
        "would accept it. --apply writes the edits asked for, into facts.yaml only, and only into anchors. Exit 0: "
        "nothing is left to do; 1: some facts need an editor; 2: usage.",
        epilog=_EXAMPLES,
    )
    reanchor.add_argument("facts", nargs="*", metavar="FACT", help="a fact by its id, or article/id (default: all)")
    reanchor.add_argument("--article", metavar="ID", help="only the facts of this article")
    earlier = reanchor.add_mutually_exclusive_group()
    earlier.add_argument("--since", metavar="REV", help="the git revision before the edit (default: HEAD)")
    earlier.add_argument("--before", metavar="FILE", type=Path, help="the article before the edit, as a file")
    reanchor.add_argument("--apply", action="store_true", help="write the edits for the facts named")
    reanchor.add_argument("--all-reworded", action="store_true", help="with --apply: for every reworded or moved fact")
    reanchor.add_argument(
        "--accept-values",
        action="store_true",
        help="with --apply: also for facts named whose value changed; asserts is left to you",
    )
    reanchor.add_argument(
        "--format", choices=("text", "json"), default="text", help="text for people, json for programs"
    )
    add_workspace(reanchor)
    reanchor.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Find the anchors again, write what is asked for, and print what became of each."""
    from factsuite.anchoring.earlier import earlier_in_file, earlier_in_git
    from factsuite.anchoring.finding import find_all_again
    from factsuite.anchoring.naming import articles_named, facts_named
    from factsuite.engine import policy_of, root_of
    from factsuite.load.files import read_tree
    from factsuite.model.building import build_workspace
    from factsuite.reports.anchors import Told, render_anchors_json, render_anchors_text

    _refuse_loose_options(options)
    root = root_of([folder_of(options)])
    tree, policy = read_tree(root), policy_of(root)
    dossiers = articles_named(build_workspace(tree, policy), options.article)
    wanted = facts_named(options.facts, dossiers)
    if options.before is not None:
        earlier = earlier_in_file(options.before, dossiers, policy)
    else:
        earlier = earlier_in_git(root, dossiers, options.since, policy)
    told = [
        Told(article=dossier.id, anchored=anchored, named=bool(wanted))
        for dossier in dossiers
        for anchored in find_all_again(dossier, policy, earlier.articles.get(dossier.id))
        if not wanted or (dossier.id, anchored.fact.label) in wanted
    ]
    if options.apply:
        told = [replace(each, applied=_is_asked_for(each, options)) for each in told]
        _write(root, tree, dossiers, told)
    remarks = [*([earlier.remark] if earlier.remark else []), *_unreadable(dossiers)]
    render = render_anchors_json if options.format == "json" else render_anchors_text
    sys.stdout.write(render(told, earlier.name, remarks))
    unread = any(dossier.article is None or not dossier.complete for dossier in dossiers)
    return EXIT_FINDINGS if unread or any(each.needs_editor for each in told) else EXIT_OK


def _refuse_loose_options(options: argparse.Namespace) -> None:
    from factsuite.load.errors import FactsuiteError

    if options.apply and not (options.facts or options.all_reworded):
        raise FactsuiteError("--apply needs the facts to write", hint="name them, or say --all-reworded")
    if not options.apply and (options.all_reworded or options.accept_values):
        raise FactsuiteError("--all-reworded and --accept-values only go with --apply", hint="add --apply")
    if options.accept_values and not options.facts:
        raise FactsuiteError("a changed value is accepted by name only", hint="name the facts you have checked again")


def _unreadable(dossiers: "tuple[Dossier, ...]") -> list[str]:
    found = []
    for dossier in dossiers:
        broken = [slot.label for slot in dossier.slots if slot.fact is None]
        if dossier.article is None or not dossier.slots:
            found.append(f"{dossier.path}: not looked at, it cannot be read; factsuite check says why")
        if broken:
            named = ", ".join(broken[:5]) + (" ..." if len(broken) > 5 else "")
            found.append(f"{dossier.facts_path}: not looked at, not readable: {named}")
    return found


def _is_asked_for(told: "Told", options: argparse.Namespace) -> bool:
    from factsuite.anchoring.states import State

    anchored = told.anchored
    if anchored.edit is None:
        return False
    if anchored.state is State.VALUE_CHANGED:
        return told.named and bool(options.accept_values)
    return told.named or (bool(options.all_reworded) and anchored.state is not State.AMBIGUOUS)


def _write(root: Path, tree: "Tree", dossiers: "tuple[Dossier, ...]", told: "list[Told]") -> None:
    """Write the edits asked for. Every file is edited before the first is written, each whole or not at all."""
    from factsuite.anchoring.editing import with_anchors

    edited = []
    for dossier in dossiers:
        asked = [each.anchored for each in told if each.applied and each.article == dossier.id]
        edits = {anchored.fact.at: anchored.edit for anchored in asked if anchored.edit is not None}
        data = tree.get(dossier.facts_path)
        if edits and isinstance(data, bytes):
            text = with_anchors(data.decode("utf-8"), dossier.facts_path, edits)
            edited.append((root / dossier.facts_path, data, text))
    for file, data, text in edited:
        _replace(file, data, text)


def _replace(file: Path, data: bytes, text: str) -> None:
    """Replace a file that is still what was read; it keeps its permissions, and a link stays a link."""
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.whole_files import write_whole, writing

    try:
        real = file.resolve()
        with writing(real.parent):
            if real.read_bytes() != data:
                raise FactsuiteError(f"{file} was changed meanwhile; it is left as it is", hint="run the command again")
            write_whole(real, text)
    except OSError as error:
        raise FactsuiteError(f"{file} cannot be written: {error.strerror}", hint="check its permissions") from error
