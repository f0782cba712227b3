"""The command line: `factsuite COMMAND`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE

__all__ = ["EXIT_FINDINGS", "EXIT_OK", "EXIT_USAGE", "main"]

COMMANDS = (
    "check",
    "compare",
    "rules",
    "tables",
    "seeds",
    "impact",
    "reanchor",
    "diff",
    "pin",
    "sign",
    "mutate",
    "baseline",
    "policy",
)
"""In the order of `factsuite --help`. Each is a module of `factsuite.commands`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 (nothing failed), 1 (findings) or 2 (usage). A crash, of a rule too, is raised."""
    from factsuite.load.errors import FactsuiteError

    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except FactsuiteError as error:
        return _refused(str(error))
    except BrokenPipeError:  # `factsuite check | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINDINGS
    except OSError as error:  # a file that was named cannot be read or written
        if error.filename is None:
            raise
        return _refused(f"{error.filename}: {error.strerror}\n  hint: name another place")
    except SystemExit as ended:  # no command ends so; a house rule that does must not choose the exit code
        raise RuntimeError(f"the command was left by exit({ended.code!r}) before its end") from ended
    return code


def _refused(why: str) -> int:
    from factsuite.reports.explaining import printable

    print(printable(f"factsuite: {why}"), file=sys.stderr)
    return EXIT_USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factsuite", description="Facts as code: check what an article asserts against its sources."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for name in COMMANDS:
        import_module(f"factsuite.commands.{name}").add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
