"""The command line: `factsuite COMMAND`."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from typing import Any

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from factsuite.commands.parsing import Front, Parser

__all__ = ["COMMANDS", "EXIT_FINDINGS", "EXIT_OK", "EXIT_USAGE", "GROUPS", "main", "make_parser"]

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Begin", ("init", "draft", "add")),
    ("Bring in and hand out", ("import", "export")),
    ("Check", ("check", "merge", "explain", "rules", "policy")),
    ("After an edit", ("diff", "compare-runs", "reanchor", "impact")),
    ("Evidence and people", ("pin", "sign", "baseline")),
    ("How much would be noticed", ("mutate", "seeds")),
    ("What is read in a text", ("compare", "tables")),
    ("Reference", ("fields", "settings", "commands", "completion")),
)
"""The commands in the order of `factsuite --help`, by group. Each is a module of `factsuite.commands`, - as _."""

COMMANDS = tuple(name for _, names in GROUPS for name in names)
"""Every command."""

_WITH_HOUSE_RULES = ("check", "diff", "explain", "merge", "mutate", "policy", "rules", "seeds", "sign")
"""The commands that run the code in a workspace's `checks/`, and can be told not to."""

_EXAMPLES = """\
Examples
  factsuite init desk                  a workspace with an example to begin with
  factsuite check                      check the workspace here
  factsuite check facts/harbour        one article of it
  factsuite diff main                  what a change says more or less than before

`factsuite COMMAND --help` explains a command, with examples. Exit codes: 0, 1 (findings), 2 (usage)."""


_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
"""Errors of a disk, which name no file where what is printed goes to one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 (nothing failed), 1 (findings) or 2 (usage). A crash, of a rule too, is raised."""
    from factsuite.load.errors import FactsuiteError
    from factsuite.rules.house import leaving_out

    parser = make_parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what may follow
        from factsuite.commands.completing import complete

        complete(parser)
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        parser.exit(EXIT_USAGE)
    try:
        with leaving_out(getattr(options, "no_house_rules", False)):
            code: int = options.run(options)
        sys.stdout.flush()
    except FactsuiteError as error:
        return _refused(str(error))
    except BrokenPipeError:  # `factsuite check | head`: the reader has seen enough
        _print_no_more()
        return EXIT_FINDINGS
    except OSError as error:  # a file that was named cannot be read or written, or the disk takes no more
        if error.filename is None and error.errno not in _DISK:
            raise
        if error.filename is None:
            _print_no_more()
            return _refused(f"not all of it could be printed: {error.strerror}\n  hint: make room, and run it again")
        return _refused(f"{error.filename}: {error.strerror}\n  hint: name another place")
    except SystemExit as ended:  # no command ends so; a house rule that does must not choose the exit code
        raise RuntimeError(f"the command was left by exit({ended.code!r}) before its end") from ended
    return code


def _print_no_more() -> None:
    """What is left in the buffer goes nowhere: Python would fail on it again at its end."""
    with suppress(OSError):  # in a test it may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(why: str) -> int:
    from factsuite.reports.explaining import printable

    print(printable(f"factsuite: {why}"), file=sys.stderr)
    return EXIT_USAGE


def make_parser() -> Front:
    """The parser of every command."""
    parser = Front(
        prog="factsuite",
        usage="factsuite COMMAND [...]",
        description="Facts as code: check what an article asserts against its sources.",
        epilog=_EXAMPLES,
    )
    parser.groups = GROUPS
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(prog="factsuite", dest="command", metavar="COMMAND", parser_class=Parser)
    for name in COMMANDS:
        import_module(f"factsuite.commands.{_module(name)}").add(commands)
    for name in _WITH_HOUSE_RULES:
        commands.choices[name].add_argument(
            "--no-house-rules",
            action="store_true",
            help="leave out the rules in checks/: they are code of the workspace",
        )
    return parser


def _module(command: str) -> str:
    """The module of a command; a word that Python keeps for itself ends in _."""
    return f"{command}_" if iskeyword(command) else command.replace("-", "_")


class _Version(argparse.Action):
    """Print the version: of the installed package, which is asked only where it is wanted."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"factsuite {version('factsuite')}")
        parser.exit()
