"""`factsuite completion`: what a shell has to know, to complete commands, options and names."""

import argparse
import sys

from factsuite.commands.exits import EXIT_OK

_SHELLS = ("bash", "zsh", "fish")
_WHERE = {
    "bash": '~/.bashrc:  eval "$(factsuite completion bash)"',
    "zsh": '~/.zshrc, below `autoload -U compinit && compinit`:  eval "$(factsuite completion zsh)"',
    "fish": "once:  factsuite completion fish > ~/.config/fish/completions/factsuite.fish",
}

_EXAMPLES = "where it goes:\n" + "\n".join(f"  {shell:<5} {where}" for shell, where in _WHERE.items())


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    completion = commands.add_parser(
        "completion",
        help="let the shell complete commands, options and names",
        description="Print what a shell has to know to complete commands and options, and rules, articles, facts, "
        "sources and people where they are arguments. Exit 0: printed; 2: usage.",
        epilog=_EXAMPLES,
    )
    completion.add_argument("shell", choices=_SHELLS, help="the shell")
    completion.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the shell's part."""
    from argcomplete.shell_integration import shellcode

    sys.stdout.write(shellcode(["factsuite"], shell=options.shell) + "\n")
    return EXIT_OK
