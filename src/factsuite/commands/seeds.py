"""`factsuite seeds`: run the seed corpus against the workspace's own policy and rules."""

import argparse
import sys

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.progress import progress
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite seeds                      what the rules catch under the policy here
  factsuite seeds --verbose            every seed by name"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    seeds = commands.add_parser(
        "seeds",
        help="run the seed corpus: known kinds of error, and near misses",
        description="Run every seed of the corpus (a small fictional dossier with one defect) and its near miss, by "
        "the rules and the policy of the workspace here. Exit 0: every defect is caught at its place and every near "
        "miss is green; 1: some are not; 2: usage.",
        epilog=_EXAMPLES,
    )
    seeds.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    seeds.add_argument("-v", "--verbose", action="store_true", help="list every seed, not only the misjudged")
    seeds.add_argument("-q", "--quiet", action="store_true", help="show no progress")
    add_workspace(seeds)
    seeds.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Judge every seed, and print what was caught and what was not."""
    from factsuite.engine import find_root, policy_of
    from factsuite.model.policy import Policy
    from factsuite.reports.seeds import render_seeds_json, render_seeds_text
    from factsuite.rules.collecting import collect_rules
    from factsuite.seeds.judging import judge_seed
    from factsuite.seeds.reading import read_seeds

    root = find_root(folder_of(options))
    policy = policy_of(root) if root is not None else Policy()
    rules = collect_rules(root)
    seeds = read_seeds()
    shown = progress("seeds", quiet=options.quiet)
    judged = []
    for seed in seeds:
        judged.append(judge_seed(seed, rules, policy))
        if shown is not None:
            shown(len(judged), len(seeds))
    if options.format == "json":
        sys.stdout.write(render_seeds_json(judged))
    else:
        sys.stdout.write(render_seeds_text(judged, verbose=options.verbose))
    return EXIT_FINDINGS if any(each.misjudged for each in judged) else EXIT_OK
