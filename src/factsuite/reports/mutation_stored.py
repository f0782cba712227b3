"""A stored score, for the consistency report: shown as long as it is about the files as they are."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factsuite.load.files import article_ids, read_tree
from factsuite.load.regular_files import LARGEST_LIST, read_regular
from factsuite.load.schemas import validator
from factsuite.mutation.digests import digest_of
from factsuite.mutation.mutants import Link
from factsuite.reports.markdown_text import escape_message, plural, quote, table

STORED = "reports/mutation.json"
_SUMMARY = ("mutants", "killed", "survived", "equivalent", "redundant", "not_checked", "score")


def stored_mutation(root: Path) -> dict[str, Any] | None:
    """What `reports/mutation.json` holds; None if there is none, or it is about other files."""
    try:
        data: Any = json.loads(read_regular(root / STORED, LARGEST_LIST, root))
    except (OSError, ValueError, RecursionError):
        return None
    if not validator("mutation").accepts(data):
        return None
    tree = read_tree(root)
    if data.get("digest") != digest_of(tree):
        return None
    links = data.get("by_link", {})
    if not all(link.value in links for link in Link):
        return None
    whole = [*sorted(link.value for link in Link), *article_ids(tree)]
    if [*sorted(data.get("links", [])), *sorted(data.get("articles", []))] != whole:  # a part of it is not the score
        return None
    found: dict[str, Any] = data
    return found


def summary_of(data: dict[str, Any] | None) -> dict[str, Any] | None:
    """The scores in all and by link, for the report as JSON."""
    if data is None:
        return None
    links = data["by_link"]
    return {
        **{name: data.get(name) for name in _SUMMARY},
        "by_link": {link.value: {name: links[link.value].get(name) for name in _SUMMARY} for link in Link},
    }


def stored_lines(data: dict[str, Any] | None) -> Iterator[str]:
    """The section of the Markdown report: the scores, every survivor, and the scores by operator and kind."""
    yield "## Mutation score"
    yield ""
    if data is None:
        yield "The mutation score was not measured for these files: `factsuite mutate --write reports/mutation.json`."
        yield ""
        return
    mistakes = plural(data["killed"] + data["survived"], "mistake was", "mistakes were")
    compared = f", {data['compared']} of them by comparing" if "compared" in data else ""
    yield (
        f"{mistakes} made in the article, the facts and the evidence, one at a time; "
        f"{data['killed']} were noticed ({data['score']} %){compared}."
    )
    yield ""
    yield from _scores("link", {link.value: data["by_link"][link.value] for link in Link})
    if data["survivors"]:
        yield f"### What nobody would have noticed ({len(data['survivors'])})"
        yield ""
        yield from (_survivor(each) for each in data["survivors"])
        yield ""
    yield "### By kind of fact and by operator"
    yield ""
    yield from _scores("kind of fact", data["by_kind"])
    yield from _scores("operator", data["by_operator"])


def _scores(what: str, scores: dict[str, Any]) -> Iterator[str]:
    rows = [
        [name, str(each["killed"]), str(each["survived"]), str(each["equivalent"]), _percent(each["score"])]
        for name, each in scores.items()
    ]
    yield from table([what, "noticed", "survived", "equivalent", "score"], rows)
    yield ""


def _percent(score: float | None) -> str:
    return f"{score} %" if score is not None else "none counted"


def _survivor(each: dict[str, Any]) -> str:
    at = each["location"]
    after = quote(each["after"]) if each["after"].strip() else "nothing"
    facts = f" ({', '.join(f'`{fact}`' for fact in each['facts'])})" if each["facts"] else ""
    place = f"{at['path']}:{at['line']}:{at['column']}"
    changed = f"{quote(each['before'])} became {after}; {escape_message(each['because'])}{facts}"
    caught = escape_message(each["would_catch"])
    return f"- {place}, {each['operator']} ({each['link']}): {changed}; would be caught by {caught}"
