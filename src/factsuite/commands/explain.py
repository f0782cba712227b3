"""`factsuite explain`: what a rule asks, with an example that fails and one that passes; or the fields of a kind."""

import argparse
import sys
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.rules.rule import Rule

_EXAMPLES = """\
examples:
  factsuite explain verdict-differs    a rule
  factsuite explain quotation          a kind of fact and its fields"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    explain = commands.add_parser(
        "explain",
        help="what a rule asks, or the fields of a kind of fact",
        description="Print the page of a rule: what it asks, why, an example that fails, one that passes, its limits, "
        "and how to let one finding pass. House rules have pages too. Of a kind of fact: the fields it takes. "
        "Exit 0: told; 2: nobody knows it.",
        epilog=_EXAMPLES,
    )
    explain.add_argument("names", nargs="+", metavar="RULE|KIND", help="a rule, or a kind of fact")
    add_workspace(explain)
    explain.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each page; nothing is printed where one of the names is unknown."""
    from factsuite.engine import find_root
    from factsuite.rules.collecting import collect_rules

    rules = {rule.name: rule for rule in collect_rules(find_root(folder_of(options)))}
    pages = [_page(name, rules) for name in options.names]
    sys.stdout.write("\n\n".join(pages))
    return EXIT_OK


def _page(name: str, rules: "dict[str, Rule]") -> str:
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.schemas import schema
    from factsuite.load.suggestions import did_you_mean
    from factsuite.reports.kind_text import kinds_in, render_kind_text
    from factsuite.reports.rule_text import render_rule_text

    facts = schema("facts")
    asked = name.strip("[]`'\"").replace("_", "-")
    if asked in rules:
        return render_rule_text(rules[asked])
    if asked in kinds_in(facts):
        return render_kind_text(asked, facts)
    hint = did_you_mean(asked, [*rules, *kinds_in(facts)], "`factsuite rules` lists the rules")
    raise FactsuiteError(f"there is no rule and no kind of fact `{name}`", hint=hint)
