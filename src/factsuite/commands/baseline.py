"""`factsuite baseline`: what is wrong in an archive today, written down once; from then on it may only shrink."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from factsuite.model.baseline import Baseline, OldDefect

_SHOWN = 10
_EXAMPLES = """\
examples:
  factsuite baseline --write           on the first day: what is wrong now fails no more
  factsuite baseline                   in CI: fails while it lists what is mended
  factsuite baseline --shrink          take out what is mended"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    baseline = commands.add_parser(
        "baseline",
        help="write down what is wrong today, so that only new defects fail",
        description="Compare factsuite-baseline.json with what is wrong today; or write it, or let it shrink. What is "
        "waived or known is not in it. Exit 0: it is up to date; 1: it lists what is mended; 2: usage.",
        epilog=_EXAMPLES,
    )
    add_workspace(baseline, by_place=True)
    what = baseline.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="only compare (the default)")
    what.add_argument("--write", action="store_true", help="write what is wrong today")
    what.add_argument("--shrink", action="store_true", help="take out what is mended, and add nothing")
    baseline.add_argument("--grow", metavar="N", type=int, help="with --write: yes, N entries are to be added")
    baseline.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, write or shrink."""
    from factsuite.engine import baseline_of, root_of
    from factsuite.load.errors import FactsuiteError
    from factsuite.model.baseline import BASELINE
    from factsuite.rules.house import VARIABLE, left_out

    if options.grow is not None and not options.write:
        raise FactsuiteError("--grow belongs to --write", hint="factsuite baseline --write --grow N")
    root = root_of([folder_of(options)])
    if left_out(root):
        raise FactsuiteError(
            "the house rules are left out, so what they find cannot be compared",
            hint=f"unset {VARIABLE}, where the code in checks/ is trusted",
        )
    before = baseline_of(root)
    failing = _failing(root)
    if before is None and not options.write:
        print(f"there is no {BASELINE}; {_entries(len(failing))} would be in it: factsuite baseline --write")
        return EXIT_OK
    known = before.fingerprints if before is not None else frozenset()
    kept = [entry for entry in failing if entry.fingerprint in known]
    added = [entry for entry in failing if entry.fingerprint not in known]
    if options.write:
        if before is not None:
            _refuse_to_grow(added, options.grow)
        return _write(root, before, failing)
    if options.shrink:
        return _write(root, before, kept)
    return _compare(before, kept, added)


def _failing(root: Path) -> "list[OldDefect]":
    """What a baseline written now would hold."""
    from factsuite.clock import today_of
    from factsuite.engine import check_without_baseline
    from factsuite.model.baseline import OldDefect
    from factsuite.rules.waiving import may_be_old

    result = check_without_baseline(root, today_of(None, root=root))
    return [
        OldDefect(
            article=found.article or "",
            fact=found.fact or "",
            rule=found.rule,
            message=found.finding.message,
            fingerprint=found.fingerprint,
        )
        for found in result.all_findings
        if may_be_old(found, result)
    ]


def _refuse_to_grow(added: "list[OldDefect]", allowed: int | None) -> None:
    from factsuite.load.errors import FactsuiteError

    if added and len(added) != allowed:
        named = "\n".join(f"  {_line(entry)}" for entry in added[:_SHOWN])
        more = f"\n  and {len(added) - _SHOWN} more" if len(added) > _SHOWN else ""
        said = f", and --grow says {allowed}" if allowed is not None else ""
        raise FactsuiteError(
            f"the baseline would grow by {_entries(len(added))}{said}:\n{named}{more}",
            hint=f"mend what is new, or waive it; if it must be: factsuite baseline --write --grow {len(added)}",
        )


def _write(root: Path, before: "Baseline | None", entries: "list[OldDefect]") -> int:
    from factsuite.engine import baseline_of
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.whole_files import write_whole, writing
    from factsuite.model.baseline import BASELINE, render_baseline

    with writing(root):
        if baseline_of(root) != before:
            raise FactsuiteError(f"{BASELINE} was changed meanwhile; it is left as it is", hint="run the command again")
        write_whole(root / BASELINE, render_baseline(entries))
    known = before.fingerprints if before is not None else frozenset()
    now = {entry.fingerprint for entry in entries}
    changes = f"{len(now - known)} added, {len(known - now)} taken out"
    print(f"written: {BASELINE}; {_entries(len(now))}, {changes}")
    return EXIT_OK


def _compare(before: "Baseline | None", kept: "list[OldDefect]", added: "list[OldDefect]") -> int:
    from factsuite.model.baseline import BASELINE

    entries = before.entries if before is not None else ()
    found = {entry.fingerprint for entry in kept}
    stale = [entry for entry in entries if entry.fingerprint not in found]
    print(f"{BASELINE}: {_entries(len(entries))}, {len(stale)} of them mended")
    _list(stale)
    if added:
        print(f"{_entries(len(added))} not in it, so the run fails:")
        _list(added)
    if stale:
        print("let it shrink: factsuite baseline --shrink")
    return EXIT_FINDINGS if stale else EXIT_OK


def _list(entries: "Iterable[OldDefect]") -> None:
    ordered = sorted(entries, key=lambda entry: entry.sort_key)
    for entry in ordered[:_SHOWN]:
        print(f"  {_line(entry)}")
    if len(ordered) > _SHOWN:
        print(f"  and {len(ordered) - _SHOWN} more")


def _line(entry: "OldDefect") -> str:
    from factsuite.load.problems import shortened
    from factsuite.reports.explaining import printable

    place = "/".join(name for name in (entry.article, entry.fact) if name)
    message = " ".join(printable(entry.message).split())
    return shortened(f"{place}: {entry.rule}: {message}" if place else f"{entry.rule}: {message}", 160)


def _entries(number: int) -> str:
    return "1 defect" if number == 1 else f"{number} defects"
