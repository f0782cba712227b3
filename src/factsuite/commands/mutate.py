"""`factsuite mutate`: make the mistakes people make, one at a time, and see which are noticed."""

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.progress import progress
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.model.dossiers import Dossier, Workspace

_EXAMPLES = """\
examples:
  factsuite mutate harbour --link article
  factsuite mutate --write reports/mutation.json
  factsuite mutate --min-score 90      fails below 90 percent"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    mutate = commands.add_parser(
        "mutate",
        help="make mistakes on purpose, and count which the facts would notice",
        description="Change the article, the article and its facts, or the evidence the way people get things wrong, "
        "one mistake at a time, and count the mistakes that turn the suite red. Nothing on disk is changed. "
        "Exit 0: the score is reached; 1: it is not; 2: usage.",
        epilog=_EXAMPLES,
    )
    mutate.add_argument(
        "article", nargs="?", metavar="ARTICLE", help="the id or the folder of an article (default: all)"
    )
    add_workspace(mutate)
    mutate.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    mutate.add_argument(
        "--min-score", metavar="N", type=_percent, help="the least score, in percent; else the policy's"
    )
    mutate.add_argument(
        "--min-compared", metavar="N", type=_percent, default=Fraction(), help="the same for what a comparison noticed"
    )
    mutate.add_argument("--link", choices=("article", "fact", "evidence"), help="mistakes of one link only")
    mutate.add_argument("--seed", metavar="N", type=int, default=0, help="chooses among replacements (default: 0)")
    mutate.add_argument(
        "--write", metavar="FILE", type=Path, help="store the result; reports/mutation.json is reported"
    )
    mutate.add_argument("--operators", action="store_true", help="list what is done to a text, and do nothing")
    mutate.add_argument("-q", "--quiet", action="store_true", help="show no progress")
    mutate.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the mistakes, and print what became of them."""
    from factsuite.engine import build, root_of
    from factsuite.load.files import read_tree
    from factsuite.mutation.digests import digest_of
    from factsuite.mutation.mutants import Link
    from factsuite.mutation.running import mutate
    from factsuite.mutation.scoring import score_of
    from factsuite.reports.mutation_json import render_mutation_json
    from factsuite.reports.mutation_text import render_mutation_text, render_operators
    from factsuite.rules.collecting import collect_rules

    if options.operators:
        sys.stdout.write(render_operators())
        return EXIT_OK
    named = Path(options.article) if options.article is not None else None
    root = root_of([named if named is not None and named.exists() else folder_of(options)])
    workspace = build(root)
    dossiers = _chosen(options.article, workspace)
    links = (Link(options.link),) if options.link else tuple(Link)
    rules = collect_rules(root)
    shown = progress("mistakes", quiet=options.quiet)
    mutated = [mutate(workspace, dossier, rules, links, options.seed, shown) for dossier in dossiers]
    as_json = render_mutation_json(mutated, digest_of(read_tree(root)), options.seed, links)
    if options.write is not None:
        _store(options.write, as_json)
    sys.stdout.write(as_json if options.format == "json" else render_mutation_text(mutated))
    score = score_of(outcome for each in mutated for outcome in each.outcomes)
    least = options.min_score if options.min_score is not None else workspace.policy.min_mutation_score
    compared = _judged(score.compared_percent, options.min_compared, "the share noticed by comparing")
    return max(compared, _judged(score.percent, least, "the score", "min_mutation_score"))


def _store(file: Path, text: str) -> None:
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.writing import write_whole

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except OSError as error:
        raise FactsuiteError(f"{file}: cannot be written: {error.strerror}", hint="name another file") from error


def _judged(score: Fraction | None, least: Fraction, name: str, setting: str = "") -> int:
    """Whether the score is reached; where a setting gives the least, one that rose is told, so that it can follow."""
    from factsuite.mutation.scoring import shown

    if score is None:
        return EXIT_FINDINGS
    reached = score >= least
    if not reached:
        print(f"factsuite: {name} is {shown(score)}, below {float(least):g} %", file=sys.stderr)
    elif setting and least > 0 and score * 10 // 1 > least * 10 // 1:
        tenths = float(score * 10 // 1 / 10)
        print(f"factsuite: {name} has risen: set {setting} = {tenths:g} to keep it", file=sys.stderr)
    return EXIT_OK if reached else EXIT_FINDINGS


def _chosen(name: str | None, workspace: "Workspace") -> "list[Dossier]":
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.suggestions import did_you_mean

    if name is None:
        return list(workspace.dossiers)
    path = Path(name).resolve()
    id = name if not path.exists() else path.parent.name if path.is_file() else path.name
    found = [dossier for dossier in workspace.dossiers if dossier.id == id]
    if not found:
        known = [dossier.id for dossier in workspace.dossiers]
        raise FactsuiteError(
            f"there is no article `{name}`", hint=did_you_mean(id, known, f"known: {', '.join(known)}")
        )
    return found


def _percent(text: str) -> Fraction:
    try:
        value = Fraction(text.removesuffix("%"))
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0 and 100")
    return value
