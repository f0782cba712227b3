"""One finding a line, for editors: `path:line:column: severity: message [rule]`."""

from factsuite.reports.explaining import printable
from factsuite.reports.parts import Run
from factsuite.rules.findings import Reported


def render_lines(result: Run) -> str:
    """The findings that count, by place, as compilers print them."""
    return "".join(f"{_line(found)}\n" for found in result.all_findings)


def _line(found: Reported) -> str:
    message = " ".join(printable(found.finding.message).split())
    return f"{found.finding.at}: {found.severity.value}: {message} [{found.rule}]"
