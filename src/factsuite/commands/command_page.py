"""The reference of the command line in Markdown, made from the parser: the same bytes under every Python."""

import argparse
from collections.abc import Iterable, Iterator, Sequence

from factsuite.commands.parsing import commands_of
from factsuite.reports.markdown_text import code, escape_message

_HIDDEN = argparse.SUPPRESS


def render_command_page(parser: argparse.ArgumentParser, groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Every command under its group, in the order of `factsuite --help`."""
    known = commands_of(parser)
    lines = ["# Commands", "", "Made from the commands themselves by `factsuite commands --write docs/commands.md`."]
    lines += ["How each one ends: [In a pipeline](ci.md#how-it-ends)."]
    for title, names in groups:
        lines += ["", f"## {title}"]
        for name in names:
            lines += ["", *_command(name, known[name])]
    return "\n".join(lines) + "\n"


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    shown = [action for action in parser._actions if action.help != _HIDDEN and action.dest != "help"]
    arguments = [action for action in shown if not action.option_strings]
    options = [action for action in shown if action.option_strings]
    yield f"### factsuite {name}"
    yield ""
    yield escape_message(parser.description or "")
    yield ""
    usage = " ".join(["factsuite", name, *(["[OPTIONS]"] if options else []), *map(_argument, arguments)])
    yield from ("```", usage, "```")
    if shown:
        yield ""
        yield from _list(shown)
    title, _, examples = (parser.epilog or "").partition("\n")
    if examples:
        yield from ("", f"{title.capitalize()}", "", "```", *_dedented(examples), "```")


def _list(actions: Iterable[argparse.Action]) -> Iterator[str]:
    for action in actions:
        names = ", ".join(action.option_strings)
        value = _value(action)
        told = code(f"{names} {value}".strip() if names else value)
        yield f"- {told}: {escape_message(_help(action))}"


def _argument(action: argparse.Action) -> str:
    value = _value(action)
    several = {"*": f"[{value} ...]", "+": f"{value} [{value} ...]", "?": f"[{value}]"}
    return several.get(str(action.nargs), value)


def _value(action: argparse.Action) -> str:
    """What is given: the metavar, or the choices."""
    if action.nargs == 0:
        return ""
    if action.metavar is not None:
        return str(action.metavar)
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest


def _help(action: argparse.Action) -> str:
    return (action.help or "").replace("%%", "%")


def _dedented(text: str) -> list[str]:
    return [line.removeprefix("  ") for line in text.split("\n")]
