"""What became of the seeds: for the terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from factsuite.reports.explaining import printable
from factsuite.rules.findings import Severity
from factsuite.seeds.judging import Fate, Judged


def render_seeds_text(judged: Sequence[Judged], *, verbose: bool = False) -> str:
    """A table by family, then every seed that was misjudged."""
    families = sorted({each.seed.family for each in judged})
    rows = [[family, *_counted([each for each in judged if each.seed.family == family])] for family in families]
    rows.append(["all", *_counted(judged)])
    lines = tabulate(rows, headers=["family", "defects", "caught", "near misses", "green"]).split("\n")
    shown = [each for each in judged if verbose or each.misjudged]
    return "\n".join([*lines, *(line for each in shown for line in _told(each))]) + "\n"


def render_seeds_json(judged: Sequence[Judged]) -> str:
    """The same as data."""
    defects, caught, twins, green = _counted(judged)
    data = {
        "defects": defects,
        "caught": caught,
        "near_misses": twins,
        "green": green,
        "seeds": [
            {
                "id": each.seed.id,
                "family": each.seed.family,
                "error": each.seed.error,
                "rule": each.seed.rule,
                "fate": each.fate.value,
                "false_alarms": [{"rule": a.rule, "message": a.finding.message} for a in each.false_alarms],
            }
            for each in judged
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _counted(judged: Sequence[Judged]) -> tuple[int, int, int, int]:
    caught = sum(each.fate is Fate.CAUGHT for each in judged)
    return len(judged), caught, len(judged), sum(not each.false_alarms for each in judged)


def _told(each: Judged) -> Iterator[str]:
    yield ""
    yield f"{each.seed.id}: {each.seed.error}: {each.fate.value} ({each.seed.rule})"
    if each.fate is not Fate.CAUGHT:
        yield f"  should be found at: {printable(each.seed.at)}"
        instead = [f for f in each.found if f.severity is Severity.ERROR or f.rule == each.seed.rule]
        yield from (f"  found instead: {f.finding.at}: {f.rule}: {printable(f.finding.message)}" for f in instead)
        if not instead:
            yield "  found instead: no error"
    yield from (f"  its near miss is not green: {f.rule}: {printable(f.finding.message)}" for f in each.false_alarms)
