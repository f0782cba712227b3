"""GitHub: annotations as workflow commands, and a job summary, within the limits of the service.

Limits as documented by GitHub Actions: 10 errors, 10 warnings and 10 notices a step are shown as annotations; a job
summary of a step holds at most 1 MiB.
"""

from collections import Counter
from collections.abc import Iterator

from factsuite.reports.explaining import printable
from factsuite.reports.formats.shown import GRAVEST_FIRST, counting, message_of
from factsuite.reports.markdown_text import escape, escape_message, plural, table
from factsuite.reports.parts import Run, as_run
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.results import Result

PER_LEVEL = 10
SUMMARY_BYTES = 1024 * 1024
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_annotations(result: Result | Run) -> str:
    """One workflow command a finding, gravest first; then, in words, how many there are and how many are left out."""
    found = counting(as_run(result))
    shown: Counter[Severity] = Counter()
    lines = []
    for reported in found:
        if shown[reported.severity] < PER_LEVEL:
            shown[reported.severity] += 1
            lines.append(_command(reported))
    lines.append(_counted(found))
    left = len(found) - shown.total()
    if left:
        lines.append(f"{left} more left out of the annotations: the service shows {PER_LEVEL} of each level")
    return "\n".join(lines) + "\n"


def render_summary(result: Result | Run) -> str:
    """The job summary as Markdown, cut at whole rows to what the service takes."""
    run = as_run(result)
    found = counting(run)
    head = "\n".join([*_introduction(run, found), ""])
    rows = [
        [
            reported.severity.value,
            f"`{_plain(str(reported.finding.at))}`",
            f"`{reported.rule}`",
            escape_message(printable(reported.finding.message)),
        ]
        for reported in found
    ]
    lines = list(table(["severity", "place", "rule", "message"], rows)) if rows else []
    room = SUMMARY_BYTES - len(head.encode("utf-8")) - 200
    kept = []
    for line in lines:
        room -= len(line.encode("utf-8")) + 1
        if room < 0:
            break
        kept.append(line)
    left = len(lines) - len(kept)
    tail = ["", f"{plural(left, 'more finding')} left out: a summary holds 1 MiB."] if left else []
    return "\n".join([head, *kept, *tail]) + "\n"


def _introduction(result: Run, found: tuple[Reported, ...]) -> Iterator[str]:
    counts = result.counts
    yield "### factsuite: " + ("failed" if result.failed else "passed")
    yield ""
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in counts.by_verdict.items() if number)
    yield escape(f"{plural(counts.comparisons, 'comparison')} on {plural(counts.facts, 'fact')}: {verdicts or 'none'}.")
    yield escape(_counted(found) + ".")


def _counted(found: tuple[Reported, ...]) -> str:
    by_severity = Counter(reported.severity for reported in found)
    named = [plural(by_severity[each], each.value) for each in GRAVEST_FIRST]
    return f"{plural(len(found), 'finding')}: {', '.join(named)}"


def _command(reported: Reported) -> str:
    at = reported.finding.at
    properties = {"file": str(at.path), "line": str(at.line), "col": str(at.column), "title": reported.rule}
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[reported.severity]} {told}::{_data(printable(message_of(reported)))}"


def _data(text: str) -> str:
    """Text that ends no command and begins none."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    return printable(text).replace("`", "'").replace("|", "/")
