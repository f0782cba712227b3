"""What is waived or old, in plain text: for the terminal, and for an item that is expected to fail."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from factsuite.reports.explaining import finding_lines, printable
from factsuite.reports.markdown_text import plural
from factsuite.reports.parts import Run
from factsuite.rules.findings import Reported
from factsuite.rules.results import Result, Waived
from factsuite.rules.standings import WaiverStanding

WIDTH = 100
_SHOWN = 20


def waiver_words(waived: Waived) -> str:
    """Until when, by whom and why, in one line."""
    waiver = waived.waiver
    return f"waived until {waiver.until} by {waiver.by}: {waiver.because}"


def old_words(result: Result | Run) -> str:
    """What `old` means in a run."""
    since = f"there at {result.since}" if result.since is not None else ""
    return " or ".join(each for each in ("in the baseline" if result.baseline is not None else "", since) if each)


def excused_text(waived: Iterable[Waived], old: Iterable[Reported]) -> str:
    """Every finding that is waived or old, one below the other."""
    lines = []
    for each in waived:
        lines += [*finding_lines(each.reported), f"  {waiver_words(each)}"]
    for reported in old:
        lines += [*finding_lines(reported), "  old: not failing"]
    return printable("\n".join(lines))


def excused_reason(waived: Iterable[Waived], old: Iterable[Reported], result: Result) -> str:
    """Why an item that would fail is expected to, in one line; empty where nothing in it would fail."""
    reasons = _by_waiver(each for each in waived if result.fails(each.reported))
    rules = sorted({reported.rule for reported in old if result.fails(reported)})
    if rules:
        reasons.append(f"old, {old_words(result)}: {', '.join(rules)}")
    return printable(" ".join("; ".join(reasons).split()))


def gate_lines(result: Run) -> Iterator[str]:
    """What does not count in a run, and why, within 100 columns; nothing where all of it counts."""
    if result.policy.gate.fail_on != "error":
        yield ""
        yield f"Fails on: {result.policy.gate.fail_on}, and whatever is graver"
    if result.switched_off:
        yield ""
        yield from _list(
            "Switched off by policy", [f"{rule}: {plural(n, 'finding')}" for rule, n in result.switched_off]
        )
    yield from _waived(result)
    soon = expiring(result.waivers, result.policy.expiring_within_days)
    if soon:
        yield ""
        yield from _list("Waivers that soon expire", [standing_words(each) for each in soon])
    if result.all_old:
        yield ""
        yield f"Old, {old_words(result)}: {plural(len(result.all_old), 'finding')}, reported and not failing"


def expiring(standings: Iterable[WaiverStanding], within: int) -> tuple[WaiverStanding, ...]:
    """The waivers in force that end within some days, the first to end first."""
    soon = [each for each in standings if each.days_left is not None and 0 <= each.days_left <= within]
    return tuple(sorted(soon, key=lambda each: (each.waiver.until.number, each.waiver.at)))


def standing_words(standing: WaiverStanding) -> str:
    """A waiver in one line: what it is about, and how long it holds."""
    waiver, left = standing.waiver, standing.days_left
    ends = f"until {waiver.until}"
    if left is not None:
        ends += f", expired {plural(-left, 'day')} ago" if left < 0 else f", {plural(left, 'day')} left"
    return f"{waiver.about} {ends}, by {waiver.by}: {waiver.because} ({waiver.at.path}:{waiver.at.line})"


def _waived(result: Run) -> Iterator[str]:
    waived = result.all_waived
    if waived:
        places: dict[str, list[Waived]] = {}
        for each in waived:
            places.setdefault(_place_of(each.reported), []).append(each)
        yield ""
        items = [f"{place}: {words}" for place, group in places.items() for words in _by_waiver(group)]
        yield from _list("Waived", items, len(waived))


def _by_waiver(waived: Iterable[Waived]) -> list[str]:
    """The rules that each waiver is about, with its words."""
    groups: dict[str, list[str]] = {}
    for each in waived:
        groups.setdefault(waiver_words(each), []).append(each.reported.rule)
    return [f"{', '.join(sorted(set(rules)))} {words}" for words, rules in groups.items()]


def _place_of(reported: Reported) -> str:
    names = [name for name in (reported.article, reported.fact) if name]
    return "/".join(names) or str(reported.finding.at.path)


def _list(title: str, items: Sequence[str], number: int | None = None) -> Iterator[str]:
    yield f"{title} ({len(items) if number is None else number}):"
    for item in items[:_SHOWN]:
        yield from textwrap.wrap(printable(item), WIDTH, initial_indent="  ", subsequent_indent="    ")
    if len(items) > _SHOWN:
        yield f"  and {len(items) - _SHOWN} more"
