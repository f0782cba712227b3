"""A stored score, for the consistency report: shown as long as it is about the files as they are."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factsuite.load.files import article_ids, read_tree
from factsuite.load.schemas import validator
from factsuite.mutation.digests import digest_of
from factsuite.mutation.mutants import Link
from factsuite.reports.markdown_text import plural, table

STORED = "reports/mutation.json"
_SUMMARY = ("mutants", "killed", "survived", "equivalent", "redundant", "not_checked", "score")


def stored_score(root: Path) -> dict[str, Any] | None:
    """The summary of `reports/mutation.json`; None if there is none, or it is about other files."""
    try:
        data = json.loads((root / STORED).read_text(encoding="utf-8"))
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
    return {
        **{name: data.get(name) for name in _SUMMARY},
        "by_link": {link.value: {name: links[link.value].get(name) for name in _SUMMARY} for link in Link},
    }


def stored_lines(score: dict[str, Any] | None) -> Iterator[str]:
    """The section of the Markdown report."""
    yield "## Mutation score"
    yield ""
    if score is None:
        yield "The mutation score was not measured for these files: `factsuite mutate --write reports/mutation.json`."
        yield ""
        return
    mistakes = plural(score["killed"] + score["survived"], "mistake was", "mistakes were")
    yield (
        f"{mistakes} made in the article, the facts and the evidence, one at a time; "
        f"{score['killed']} were noticed ({score['score']} %)."
    )
    yield ""
    rows = [
        [name, str(each["killed"]), str(each["survived"]), str(each["equivalent"]), f"{each['score']} %"]
        for name, each in score["by_link"].items()
    ]
    yield from table(["link", "noticed", "survived", "equivalent", "score"], rows)
    yield ""
