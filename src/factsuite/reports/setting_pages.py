"""Every setting of `[tool.factsuite]`, as one page: what it does, its default, an example."""

from factsuite.model.policy import Policy
from factsuite.reports.markdown_text import escape_message, table

MACHINE_SETTINGS: dict[str, tuple[str, str, str]] = {
    "exhibits_store": (
        "The folder of sealed exhibits on this machine. The variable FACTSUITE_EXHIBITS_STORE goes before it.",
        '""',
        'exhibits_store = "../sealed"',
    ),
    "cache": (
        "Whether outcomes are kept from run to run, in `.factsuite_cache/`; `--no-cache` does without once.",
        "true",
        "cache = false",
    ),
}
"""Settings that say where things lie on a machine and are no policy: no result depends on them."""

SETTINGS: dict[str, tuple[str, str]] = {
    "lines_required": (
        "How many independent lines of evidence must support a fact.",
        "lines_required = 2",
    ),
    "lines.by_kind": (
        "Another number of lines for a kind of fact.",
        "lines.by_kind = {quantity = 2}",
    ),
    "lines.by_risk": (
        "Another number of lines for a risk (`risk: high`); of kind and risk the greater number counts.",
        "lines.by_risk = {high = 2}",
    ),
    "lines.stand_alone.quotation": (
        "Kinds of source that suffice alone for a quotation, where the speaker's own words stand in them.",
        'lines.stand_alone.quotation = ["transcript"]',
    ),
    "lines.stand_alone.statement": (
        "The same for a statement.",
        "lines.stand_alone.statement = []",
    ),
    "lines.same_owner": (
        "Whether sources of one `owner` that say the same are one line.",
        "lines.same_owner = true",
    ),
    "lines.unnamed_counts": (
        "Whether a line that rests on unnamed people alone counts.",
        "lines.unnamed_counts = false",
    ),
    "lines.attribute_single_line": (
        "Whether the article must attribute what it has from one line only.",
        "lines.attribute_single_line = true",
    ),
    "bound_factor": (
        "How far a bound may lie from its sources before it misleads: at least 300 where they say 3,000.",
        "bound_factor = 3",
    ),
    "expiring_within_days": (
        "How many days ahead is looked for what expires: waivers, and what `--as-of` lists.",
        "expiring_within_days = 14",
    ),
    "about": (
        "How far *about* reaches, as a share of the number.",
        "about = 0.05",
    ),
    "several": (
        "The least that *several* or *various* stands for.",
        "several = 3",
    ),
    "rounding": (
        "Whether a number stands for all that rounds to it: 2.5 million for 2,450,000 to 2,549,999.",
        "rounding = false",
    ),
    "coverage": (
        "The least share of a kind that must be covered or marked: sentences, numbers, dates, quotations, "
        "attributions, titles, names.",
        "coverage = {sentences = 0.9, numbers = 1.0}",
    ),
    "min_mutation_score": (
        "The least share of mistakes made on purpose that must be noticed, in percent; `factsuite mutate` fails below.",
        "min_mutation_score = 95",
    ),
    "fail_on": (
        "The least severity that fails a test and the run: error, warning or note.",
        'fail_on = "warning"',
    ),
    "severity": (
        "Another severity for a rule: error, warning, note or off.",
        'severity = {unused-source = "error"}',
    ),
    "overrides": (
        "Other severities for what is found in some paths; of several that fit the last counts.",
        'overrides = [{paths = ["facts/archive-*"], severity = {uncovered-sentence = "off"}}]',
    ),
    "signoff.required": (
        'Kinds and risks of facts that somebody has to sign, or `"all"`.',
        'signoff.required = ["quotation", "high"]',
    ),
    "signoff.second_person": (
        "Those that two people have to sign, one of them at least no author.",
        'signoff.second_person = ["high"]',
    ),
    "signoff.author_may_sign": (
        "Whether an author may sign facts of their own article.",
        "signoff.author_may_sign = true",
    ),
}
"""Every setting of policy: what it does, and an example."""


def render_setting_pages() -> str:
    """The page as Markdown."""
    defaults = dict(Policy().describe())
    rows = [
        [f"`{name}`", escape_message(meaning), f"`{_toml(defaults[name])}`", f"`{example}`"]
        for name, (meaning, example) in SETTINGS.items()
    ]
    rows += [
        [f"`{name}`", escape_message(meaning), f"`{default}`", f"`{example}`"]
        for name, (meaning, default, example) in MACHINE_SETTINGS.items()
    ]
    lines = [
        "# Settings",
        "",
        "Made by `factsuite settings --write docs/settings.md`. They stand below `[tool.factsuite]` in the",
        "`pyproject.toml` beside `facts/`; one that is unknown or out of range stops the run. `factsuite policy`",
        "prints those in force, and every report does. What they mean together: [policy.md](policy.md).",
        "",
        *table(["setting", "what it does", "default", "example"], rows),
    ]
    return "\n".join(lines) + "\n"


def _toml(value: str) -> str:
    return {"yes": "true", "no": "false"}.get(value, value)
