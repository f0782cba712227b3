"""Every format of a result by its name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from factsuite.load.files import Tree
from factsuite.load.locations import Location
from factsuite.reports.formats.github import render_annotations
from factsuite.reports.formats.gitlab import render_gitlab
from factsuite.reports.formats.lines import render_lines
from factsuite.reports.formats.reviewdog import LineOf, render_rdjsonl
from factsuite.reports.formats.sarif import render_sarif
from factsuite.reports.parts import Run, as_run
from factsuite.reports.text import render_text
from factsuite.rules.results import Result
from factsuite.rules.rule import Rule

FORMATS: Mapping[str, str] = {
    "text": "for people",
    "json": "for programs, under schemas/report.schema.json",
    "lines": "one finding a line, for editors",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of GitHub Actions",
    "gitlab": "GitLab's code quality report",
    "rdjsonl": "reviewdog's diagnostics, one a line",
}


class Surroundings(Struct, frozen=True, kw_only=True):
    """What some formats need beside the result, each made only for the format that asks."""

    rules: Callable[[], Sequence[Rule]]
    tree: Callable[[], Tree]
    mutation: Callable[[], dict[str, Any] | None] = lambda: None
    """The stored mutation score, where the whole workspace was checked and the score is about these files."""
    pages: str = ""
    """The address under which the rules' pages are published."""

    def lines(self) -> LineOf:
        """A way from a place to the text of the line it is in."""
        tree = self.tree()

        def line_of(at: Location) -> str:
            data = tree.get(at.path)
            lines = data.decode("utf-8", "replace").split("\n") if isinstance(data, bytes) else []
            return lines[at.line - 1] if at.line <= len(lines) else ""

        return line_of


def render(ended: Result | Run, name: str, around: Surroundings) -> str:
    """A run in one of the FORMATS."""
    result = as_run(ended, json=name == "json")
    match name:
        case "json":
            from factsuite.reports.json_report import render_json  # takes longer to import than the others

            return render_json(result, around.mutation()).decode("utf-8", "surrogatepass")
        case "lines":
            return render_lines(result)
        case "sarif":
            return render_sarif(result, around.rules(), around.pages)
        case "github":
            return render_annotations(result)
        case "gitlab":
            return render_gitlab(result)
        case "rdjsonl":
            return render_rdjsonl(result, around.lines(), around.pages)
        case _:
            return render_text(result)
