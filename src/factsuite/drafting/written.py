"""The files of a drafted dossier as text: written as a person would, the same bytes for the same draft."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from factsuite.anchoring.scalars import anchor_line, scalar
from factsuite.drafting.composing import Named
from factsuite.drafting.published import Published
from factsuite.drafting.records import SECTIONS, Record
from factsuite.model.facts import Anchor

_WIDTH = 120
TODO = "TODO"
_OTHER_THAN_WORDS = re.compile(r"(?i:y|yes|n|no|on|off|true|false|null|~)|[-+.]?[0-9][0-9_.,:eE+-]*")
UNSAID = "To be filled in"
"""Stands where a field is required and the document does not say."""


def article_text(published: Published, relative_to: str = "", schemas: str = "") -> str:
    """article.md: front matter with what the document says, and its text."""
    lines = ["---", *_modeline(schemas, "article"), "format: 1"]
    lines += _required(
        "headline", published.headline, "the headline, as published; figures and dates in it are checked"
    )
    lines += _required("publisher", published.publisher, "who published it")
    for name in ("author", "url", "language"):
        value = getattr(published, name)
        lines += [f"{name}: {scalar(value)}"] if value else []
    if published.published:
        lines.append(f"published: {scalar(published.published)}")
    else:
        lines.append(f'published: ".."  # {TODO}: the day it was published; relative dates are read against it')
    if relative_to:
        lines.append(f"relative_to: {scalar(relative_to)}")
        lines.append(f"relative_to_because: Given when the dossier was drafted.  # {TODO}: why that day")
    return "\n".join([*lines, "---", "", published.body.strip("\n"), ""])


def _required(name: str, value: str, todo: str) -> list[str]:
    return [f"{name}: {scalar(value)}"] if value else [f"{name}: {UNSAID}  # {TODO}: {todo}"]


def _modeline(schemas: str, name: str) -> list[str]:
    """The line by which editors know the schema of a file; none where the workspace has no schemas."""
    return [f"# yaml-language-server: $schema={schemas}/{name}.schema.json"] if schemas else []


def sources_text(schemas: str = "") -> str:
    """sources.yaml: empty, with what it is for."""
    return "\n".join(
        (
            *_modeline(schemas, "sources"),
            f"# {TODO}: one entry for every text that is consulted: what was read, not what it is said to say.",
            "#   - {id: hearing, publisher: City Council, title: Minutes of the hearing, kind: transcript}",
            "format: 1",
            "sources: []",
            "",
        )
    )


def entities_text(records: Sequence[Record], schemas: str = "") -> str:
    """entities.yaml: everybody and everything the facts refer to."""
    lines = [
        *_modeline(schemas, "entities"),
        f"# {TODO}: names are as the article has them; say who belongs to whom (`within`), and which names are one.",
        "format: 1",
    ]
    for section in SECTIONS:
        of_this = [record for record in records if record.section == section]
        if of_this:
            lines += ["", f"{section}:"]
        for record in of_this:
            lines += record_lines(record)
    return "\n".join([*lines, ""])


def record_lines(record: Record, indent: int = 2) -> Iterator[str]:
    """One entry of entities.yaml."""
    pad = " " * indent
    yield f"{pad}- id: {record.id}"
    yield f"{pad}  name: {_words(record.name)}"
    if record.aliases:
        yield f"{pad}  aliases: {_flow(record.aliases)}"
    if record.titles:
        yield f"{pad}  offices:"
        yield from (f"{pad}    - title: {scalar(title)}" for title in record.titles)
    if record.section == "measures":
        yield f"{pad}  unit: {scalar(record.unit)}"
        if record.nouns:
            yield f"{pad}  nouns: {_flow(record.nouns)}"


def facts_text(facts: Sequence[tuple[Named, Anchor]], schemas: str = "") -> str:
    """facts.yaml: the facts in the order of the text, each waiting for its evidence."""
    lines = [
        *_modeline(schemas, "facts"),
        f"# {TODO}: for every fact, read the claim, then write down under `evidence` what each source reports of it.",
        "# A claim nobody looked up is unverified, and fails until it is.",
        "format: 1",
        "facts:" if facts else "facts: []",
    ]
    paragraph = None
    for named, anchor in facts:
        if named.paragraph != paragraph:
            paragraph = named.paragraph
            lines += ["", f"  # Paragraph {paragraph}" if paragraph else "  # Headline"]
        lines += ["", *fact_lines(named, anchor)]
    return "\n".join([*lines, ""])


def fact_lines(named: Named, anchor: Anchor, indent: int = 2) -> Iterator[str]:
    """One entry of facts.yaml."""
    pad, draft = " " * indent, named.draft
    yield f"{pad}- id: {named.id}"
    yield from _folded("claim", draft.claim, indent + 2)
    yield f"{pad}  kind: {draft.kind}"
    yield f"{pad}  {anchor_line(anchor.exact.text, anchor.prefix, anchor.suffix)}"
    one_line = ", ".join(f"{name}: {_value(value)}" for name, value in draft.asserts)
    if len(one_line) + indent + 13 <= _WIDTH and draft.kind not in ("quotation", "statement"):
        yield f"{pad}  asserts: {{{one_line}}}"
    else:
        yield f"{pad}  asserts:"
        for name, value in draft.asserts:
            if isinstance(value, str):
                yield from _folded(name, value, indent + 4)
            else:
                yield f"{pad}    {name}: {_flow(value)}"
    yield f"{pad}  evidence: []  # {TODO}" + (f"; and say {draft.todo}" if draft.todo else "")


def _value(value: str | tuple[str, ...]) -> str:
    return scalar(value) if isinstance(value, str) else _flow(value)


def _flow(values: Sequence[str]) -> str:
    return "[" + ", ".join(scalar(value) for value in values) + "]"


def _words(text: str) -> str:
    """Words as a scalar that no other YAML reader takes for a number, a date or a yes or no either."""
    return scalar(text, '"') if _OTHER_THAN_WORDS.fullmatch(text) else scalar(text)


def _folded(name: str, text: str, indent: int) -> Iterator[str]:
    """A field; a long text is folded over several lines where that keeps every character."""
    pad = " " * indent
    words = text.split(" ")
    plain = all(word and word.isprintable() for word in words)
    if len(text) + indent + len(name) + 2 <= _WIDTH or not plain:
        yield f"{pad}{name}: {_words(text)}"
        return
    yield f"{pad}{name}: >-"
    wrapped = textwrap.wrap(text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
    yield from (f"{pad}  {line}" for line in wrapped)
