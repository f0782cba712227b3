"""A rule's page on a terminal: plain text, 100 columns at most."""

import textwrap
from collections.abc import Iterator

from factsuite.reports.explaining import printable
from factsuite.rules.levels import HOUSEKEEPING, is_fixed
from factsuite.rules.pages import links_in_words
from factsuite.rules.rule import Rule

_WIDTH = 96


def render_rule_text(rule: Rule) -> str:
    """What the rule asks, why, an example that fails and one that passes, and how to let one pass."""
    lines = [f"{rule.name} ({rule.severity.value})", *_wrapped(rule.page.title, 2)]
    if rule.link:
        lines += ["", *_wrapped(links_in_words(rule.link), 2)]
    lines += ["", "Why it matters", *_prose(rule.page.why)]
    lines += ["", "Fails", textwrap.indent(rule.page.fails, "    ")]
    lines += ["", "Passes", textwrap.indent(rule.page.passes, "    ")]
    lines += ["", "Limits", *_prose(rule.page.limits)]
    lines += ["", "To let one pass", *_letting_pass(rule)]
    lines += ["", f"Handbook: {rule.handbook}", f"The rule:  {rule.file}:{rule.line}"]
    return printable("\n".join(lines)) + "\n"


def _letting_pass(rule: Rule) -> Iterator[str]:
    """The ways there are, as they are written."""
    if rule.family in HOUSEKEEPING:
        yield "  there is no way: it watches over what is let pass"
        return
    yield "  one finding, until a day: an entry with a reason in facts/waivers.yaml"
    yield f"      - {{rule: {rule.name}, article: ..., fact: ..., because: ..., by: ..., until: ...}}"
    if is_fixed(rule):
        yield "  its severity is fixed: without it a green test would say nothing"
        return
    yield "  all of them: another severity in pyproject.toml"
    yield "      [tool.factsuite.severity]"
    yield f'      {rule.name} = "off"     # or "note", "warning", "error"'


def _prose(text: str) -> Iterator[str]:
    """Paragraphs are filled; lists and indented examples stay as they are written."""
    for paragraph in text.split("\n\n"):
        if any(line.startswith((" ", "- ", "|")) for line in paragraph.split("\n")):
            yield textwrap.indent(paragraph, "  ")
        else:
            yield from _wrapped(" ".join(paragraph.split()), 2)


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)
