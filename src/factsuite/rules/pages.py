"""A rule's page: the docstring, taken apart, and printed as Markdown."""

import inspect
import re
import textwrap

from factsuite.load.errors import RuleError
from factsuite.load.locations import Location
from factsuite.rules.rule import Page, Rule

_HEADINGS = ("Why it matters", "Fails", "Passes", "Limits")
_LINKS = {
    1: "the anchor's words stand in the article",
    2: "the anchored words say what the fact asserts",
    3: "what the sources report entails what the article asserts",
    4: "the excerpt says what the source is recorded to report",
    5: "the excerpt stands in the pinned copy of the source, whose bytes have not changed",
}


def read_page(docstring: str | None, at: Location) -> Page:
    """Take a docstring apart; a missing heading stops the run with its file and line."""
    if not docstring:
        raise RuleError("the rule has no page", hint="write a docstring: a plain string, not an f-string", at=at)
    text = inspect.cleandoc(docstring)
    parts = re.split(r"^## +(.+?) *$", text, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    for heading in _HEADINGS:
        if not sections.get(heading, "").strip():
            hint = "a page has the headings: " + ", ".join(f"## {name}" for name in _HEADINGS)
            raise RuleError(f"the rule's page has no section `## {heading}`", hint=hint, at=at)
    return Page(
        title=" ".join(parts[0].split()),
        why=sections["Why it matters"].strip(),
        fails=textwrap.dedent(sections["Fails"].strip("\n")).rstrip(),
        passes=textwrap.dedent(sections["Passes"].strip("\n")).rstrip(),
        limits=sections["Limits"].strip(),
    )


def render_page(rule: Rule) -> str:
    """The page as Markdown."""
    link = links_in_words(rule.link) if rule.link else ""
    head = f"# {rule.name}\n\n{rule.page.title}\n\n"
    facts = f"Severity: **{rule.severity.value}**. {link}".strip() + f" Family: {rule.question}\n\n"
    handbook = f"Handbook: [{rule.handbook}](../{rule.handbook.removeprefix('docs/')})\n\n"
    body = (
        f"## Why it matters\n\n{rule.page.why}\n\n## Fails\n\n```yaml\n{rule.page.fails}\n```\n\n"
        f"## Passes\n\n```yaml\n{rule.page.passes}\n```\n\n## Limits\n\n{rule.page.limits}\n"
    )
    return head + facts + handbook + body


def links_in_words(link: int) -> str:
    """Which link of the chain a rule checks, as a sentence."""
    return f"Link {link} of the chain: {_LINKS[link]}."


def render_index(rules: tuple[Rule, ...]) -> str:
    """The list of all rules, by family."""
    out = ["# Rules", "", "Made from the rules themselves by `factsuite rules --write docs/rules`.", ""]
    family = ""
    for rule in sorted(rules, key=lambda rule: (rule.family, rule.name)):
        if rule.family != family:
            family = rule.family
            out += ["", f"## {rule.question}", ""]
        out.append(f"- [{rule.name}]({rule.name}.md) ({rule.severity.value}): {rule.page.title}")
    return "\n".join(out) + "\n"
