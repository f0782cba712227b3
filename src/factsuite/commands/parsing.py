"""The command line's parser: help that groups the commands, and errors that offer what was meant."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from factsuite.commands.exits import EXIT_USAGE

_PROG = "factsuite"


class _Help(argparse.HelpFormatter):
    """Paragraphs are filled; a text of several lines, as examples are, stays as it is written."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in text.split("\n"))


class Parser(argparse.ArgumentParser):
    """A parser whose errors name the nearest command, option or choice."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **settings})

    def parse_args(  # type: ignore[override]  # of argparse's overloads the one that is called
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """Like argparse; what nobody knows is told by the command it was given to, with its usage."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            chosen = commands_of(self).get(getattr(options, "command", None) or "", self)
            chosen.error(_unknown(unknown, chosen, self))
        return options

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong; ends with the exit code of usage."""
        from factsuite.reports.explaining import printable

        self.print_usage(sys.stderr)
        self.exit(EXIT_USAGE, printable(f"{self.prog}: error: {message}") + "\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        from factsuite.load.suggestions import did_you_mean

        known = [str(choice) for choice in action.choices]
        if isinstance(action, argparse._SubParsersAction):
            hint = did_you_mean(str(value), known, f"`{_PROG} --help` lists the commands")
            raise argparse.ArgumentError(None, f"there is no command `{value}`\n  hint: {hint}")
        hint = did_you_mean(str(value), known, f"one of: {', '.join(known)}")
        raise argparse.ArgumentError(action, f"{value!r} is none of its values\n  hint: {hint}")


class Front(Parser):
    """The parser of `factsuite` itself: its help lists the commands in groups, in the order a newcomer needs."""

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The title of each group, and its commands."""

    def format_help(self) -> str:
        """What `factsuite --help` prints."""
        told = {action.dest: action.help or "" for action in _subcommands(self)}
        width = max(map(len, told), default=0)
        lines = [self.format_usage().rstrip(), "", self.description or ""]
        for title, names in self.groups:
            lines += ["", title, *(f"  {name:<{width}}  {told[name]}" for name in names)]
        options = (("-h, --help", "show this, or with a command its own help"), ("--version", "print the version"))
        lines += ["", "Options", *(f"  {name:<{width}}  {what}" for name, what in options)]
        return "\n".join([*lines, "", self.epilog or ""]).rstrip() + "\n"


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parser of every command."""
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: command for action in actions for name, command in action.choices.items()}


def _subcommands(parser: argparse.ArgumentParser) -> Iterable[argparse.Action]:
    """Each command with its line of help."""
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return [each for action in actions for each in action._choices_actions]


def option_names(parser: argparse.ArgumentParser) -> list[str]:
    """The long options of a command, sorted."""
    return sorted(name for name in parser._option_string_actions if name.startswith("--"))


def _unknown(words: Sequence[str], chosen: argparse.ArgumentParser, whole: argparse.ArgumentParser) -> str:
    """What to say of words that are no option and no argument; options first, since they explain what follows them."""
    from factsuite.load.suggestions import nearest

    word = next((each for each in words if each.startswith("-")), words[0])
    name = word.partition("=")[0]
    if not word.startswith("-"):
        return f"`{word}` is one argument too many\n  hint: {chosen.prog} --help"
    near = nearest(name, option_names(chosen))
    if near == name:
        return f"`{name}` stands before the command\n  hint: {chosen.prog} {' '.join(words)}"
    if near is not None:
        return f"there is no option `{name}`\n  hint: did you mean `{near}`?"
    others = [other for other, parser in commands_of(whole).items() if name in option_names(parser)]
    where = f"`{_PROG} {others[0]}` has it" if others else f"{chosen.prog} --help"
    return f"there is no option `{name}`\n  hint: {where}"
