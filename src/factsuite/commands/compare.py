"""`factsuite compare`: compare the numbers and dates of two texts."""

import argparse
import sys

from factsuite.commands.exits import EXIT_OK

_EXAMPLES = """\
examples:
  factsuite compare "At least 3,000 came." "Some 3,200 people came."
  factsuite compare --format json "It opened on Monday." "It opened on 2 June 2031."
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    compare = commands.add_parser(
        "compare",
        help="compare the numbers and dates of two texts",
        description="Print what is read in a claim and in a passage, what was paired and why, and how the passage "
        "stands to the claim: entails, compatible, contradicts or undecided. Exit 0 whatever the answer; 2: usage.",
        epilog=_EXAMPLES,
    )
    compare.add_argument("claim", metavar="CLAIM", help="the words to be checked")
    compare.add_argument("passage", metavar="PASSAGE", help="the words of a source")
    compare.add_argument("--format", choices=("text", "json"), default="text", help="text for people or json")
    compare.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, and print how the passage stands to the claim."""
    from factsuite.texts.comparing import compare_texts
    from factsuite.texts.explaining import explain, render_comparison

    comparison = compare_texts(options.claim, options.passage)
    sys.stdout.write(render_comparison(comparison) if options.format == "json" else explain(comparison))
    return EXIT_OK
