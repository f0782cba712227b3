"""`factsuite policy`: every setting in force and where it comes from, what is let pass, and the order of evaluation."""

import argparse
import sys

from factsuite.commands.exits import EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite policy                     what holds here, and which file says so
  factsuite policy --as-of 2031-12-31  which waivers will have run out by then"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    policy = commands.add_parser(
        "policy",
        help="the settings in force, the waivers, the order of evaluation",
        description="Print every setting with its value and where it comes from, the severities in force, the waivers "
        "with their days left, the size of the baseline, and the order in which a finding is judged.",
        epilog=_EXAMPLES,
    )
    add_workspace(policy, by_place=True)
    policy.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    policy.add_argument("--as-of", metavar="DATE", help="count the days left from another day than today")
    policy.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is in force."""
    from factsuite.clock import today_of
    from factsuite.engine import build, policy_of, root_of, settings_of, store_of
    from factsuite.load.files import read_tree
    from factsuite.model.as_of import read_as_of
    from factsuite.reports.policy import InForce, render_policy_json, render_policy_text
    from factsuite.rules.collecting import collect_rules
    from factsuite.rules.house import left_out
    from factsuite.rules.levels import check_levels

    root = root_of([folder_of(options)])
    rules = collect_rules(root)
    check_levels(policy_of(root), rules, partly=bool(left_out(root)))
    today = today_of(read_as_of(options.as_of) if options.as_of is not None else None, root=root)
    force = InForce(
        workspace=build(root),
        settings=settings_of(root),
        rules=rules,
        paths=tuple(sorted(read_tree(root, store_of(root)))),
        today=today,
    )
    render = render_policy_json if options.format == "json" else render_policy_text
    sys.stdout.write(render(force))
    return EXIT_OK
