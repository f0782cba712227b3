"""`factsuite impact`: what falls if a source, an entity's record or a fact falls."""

import argparse
import sys

from factsuite.commands.exits import EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite impact                     the sources on which most hangs
  factsuite impact hearing             what falls with a source, and with every copy of it
  factsuite impact entity:ada-quill    what falls if the record of a person is wrong"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    impact = commands.add_parser(
        "impact",
        help="what falls if a source, an entity or a fact falls",
        description="Tell which facts lose their last line of evidence, which verdicts change, which sentences of "
        "which articles and which derived figures follow, if a source is withdrawn (with every copy of it), if what "
        "is recorded of an entity is wrong, or if a fact is. Without a name: the sources on which most hangs. Exit 0 "
        "whatever the answer; 2: usage.",
        epilog=_EXAMPLES,
    )
    impact.add_argument(
        "target",
        nargs="?",
        metavar="SOURCE|ENTITY|FACT",
        help="an id; `article/id` or `source:id`, `entity:id`, `fact:id` where it stands for more than one thing",
    )
    add_workspace(impact)
    impact.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    impact.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge the facts without it, and print what becomes of them."""
    from factsuite.engine import build, root_of
    from factsuite.impact.blast import blast_of, ranking
    from factsuite.impact.targets import find_target
    from factsuite.reports.impact import (
        render_impact_json,
        render_impact_text,
        render_ranking_json,
        render_ranking_text,
    )
    from factsuite.rules.running import examine

    workspace = build(root_of([folder_of(options)]))
    as_json = options.format == "json"
    target = find_target(options.target, workspace) if options.target is not None else None
    articles = [examine(dossier, workspace) for dossier in workspace.dossiers]
    if target is None:
        blasts = ranking(workspace, articles)
        sys.stdout.write(render_ranking_json(blasts) if as_json else render_ranking_text(blasts))
    else:
        blast = blast_of(target, workspace, articles)
        sys.stdout.write(render_impact_json(blast) if as_json else render_impact_text(blast))
    return EXIT_OK
