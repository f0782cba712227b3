"""A run that found no fact: that nothing was checked, and where to look for why."""

from collections.abc import Collection

from factsuite.reports.explaining import findings_text
from factsuite.reports.markdown_text import plural
from factsuite.rules.findings import Reported
from factsuite.rules.results import Result

_LAYOUT = (
    "an article is a folder facts/<name>/ with article.md, sources.yaml, entities.yaml and facts.yaml; "
    "where facts/ is something else, switch the plugin off with -p no:factsuite"
)
_EMPTY = "write an entry under `facts:` in facts.yaml for every assertion of the article"
_NAMED = 3
"""How many places are named of what is wrong in the files."""


def why_nothing(result: Result, across: Collection[Reported]) -> str:
    """How the folder is to be laid out where no article lies in it; else what is wrong in the files of those that do.

    What lies across articles is told in full; the rest fails the item of its file, and only its place is named.
    """
    if result.articles:
        what = f"no fact could be read in {plural(len(result.articles), 'article')}"
        elsewhere = [found for found in result.all_findings if result.fails(found) and found not in across]
        hint = _places(elsewhere) if elsewhere else _EMPTY
        told = across
    else:
        what, hint, told = "nothing was collected under facts/", _LAYOUT, result.all_findings
    text = f"facts: error: {what}, so nothing was checked\n  hint: {hint}"
    return f"{text}\n{findings_text(told)}" if told else text


def _places(found: Collection[Reported]) -> str:
    named = [f"{each.finding.at} ({each.rule})" for each in found]
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return f"mend what is wrong in the files, told by an item of each: {', '.join(named[:_NAMED])}{more}"
