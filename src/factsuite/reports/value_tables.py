"""The tables that values are read and compared by, as a page: what folds, what an edit does, how far words reach."""

from collections.abc import Iterator

from factsuite.model.policy import Policy
from factsuite.reading.checkworthiness import CUES
from factsuite.reports.markdown_text import escape, table
from factsuite.values.folding import FOLDS
from factsuite.values.numbers.hedges import AFTER, BEFORE, Hedge
from factsuite.values.wording.polarity import LIMITS
from factsuite.values.wording.strength_orders import ORDERS
from factsuite.values.wording.word_edits import EDIT_RELATIONS

_EFFECT = {
    Hedge.AT_LEAST: "the number and everything above",
    Hedge.MORE: "everything above the number",
    Hedge.AT_MOST: "the number and everything below, down to nothing for counts",
    Hedge.LESS: "everything below the number, down to nothing for counts",
    Hedge.ABOUT: "a share of the number either way (`about`)",
    Hedge.NEARLY: "the same share below the number",
    Hedge.JUST_OVER: "the same share above the number",
    Hedge.EXACTLY: "the number alone, without what rounding allows",
    Hedge.AS_WRITTEN: "the number as written",
    Hedge.OR_EQUAL: "closes a strict bound",
}


def render_value_tables() -> str:
    """The page as Markdown."""
    lines = [
        "# Values: the published tables",
        "",
        "Made from the tables themselves by `factsuite tables --write docs/values.md`. What a source reports and what",
        "the article asserts are read by these tables, and compared as sets: the reported set within the asserted one",
        "entails it, an overlap is compatible, nothing in common contradicts.",
        "",
        *_hedges(),
        *_policy(),
        *_words(),
        *_strength(),
        *_worth(),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _hedges() -> Iterator[str]:
    yield "## Hedges"
    yield ""
    rows = []
    for hedge in Hedge:
        before = sorted({" ".join(words) for entries in BEFORE.values() for words, kind in entries if kind is hedge})
        after = sorted({" ".join(words) for entries in AFTER.values() for words, kind in entries if kind is hedge})
        rows.append([hedge.value, escape("; ".join(before)), escape("; ".join(after)), _EFFECT[hedge]])
    yield from table(["hedge", "before the number", "after it", "what it allows"], rows)
    yield ""


def _policy() -> Iterator[str]:
    yield "## Policy"
    yield ""
    yield "How far words reach is the house's to say, in `[tool.factsuite]`, and stands in every report. The defaults:"
    yield ""
    yield from table(["setting", "default"], [[f"`{name}`", value] for name, value in Policy().describe()])
    yield ""


def _words() -> Iterator[str]:
    yield "## Quoted words: what was done to them, and what that leaves"
    yield ""
    rows = [[edit.value, relation.value] for edit, relation in EDIT_RELATIONS.items()]
    yield from table(["edit", "relation"], rows)
    yield ""
    yield "## Typography that folds away"
    yield ""
    yield "Case, signs, operators, decimal and grouping marks, per cent and currency signs never fold."
    yield ""
    rows = [
        [what, ", ".join(f"U+{ord(char):04X}" for char in chars), escape(repr(plain)[1:-1]) or "nothing"]
        for chars, plain, what in FOLDS
    ]
    yield from table(["what", "characters", "becomes"], rows)
    yield ""
    yield "## Conditions, negations and hedges that must not be lost from a quotation"
    yield ""
    yield from table(["limit", "words"], [[limit.value, ", ".join(words)] for limit, words in LIMITS.items()])
    yield ""


def _strength() -> Iterator[str]:
    yield "## Orders of strength, weakest first"
    yield ""
    for order in ORDERS:
        yield f"### {order.name[0].upper()}{order.name[1:]}"
        yield ""
        yield f"{escape(order.source[0].upper() + order.source[1:])}."
        yield ""
        for number, phrases in enumerate(order.levels, 1):
            yield f"{number}. {', '.join(phrases)}"
        yield ""


def _worth() -> Iterator[str]:
    yield "## What is worth checking"
    yield ""
    yield "Points of a sentence, by which the report ranks what no fact covers. They make no finding."
    yield ""
    rows = [
        [cue.name, f"{cue.points:+d}", str(cue.most), escape(" ".join(sorted(cue.words))) or "as read"] for cue in CUES
    ]
    yield from table(["cue", "points", "counted at most", "words"], rows)
    yield ""
