"""`factsuite sign`: say who has checked a fact, when, and against what."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsuite.commands.sign_asked import Bench
    from factsuite.commands.sign_told import Told
    from factsuite.model.dossiers import Dossier
    from factsuite.model.signoffs import SignOff

_EXAMPLES = """\
examples:
  factsuite sign --list                how every fact stands
  factsuite sign visitors --by pia     one fact
  factsuite sign --all --by pia --article harbour"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    sign = commands.add_parser(
        "sign",
        help="say who has checked a fact, when, and against what",
        description="Sign facts as they stand. The sign-off lapses when the sentence, the assertion, the evidence or a "
        "pinned copy changes, and the report says which. A fact whose test fails is not signed; a known inaccuracy is, "
        "as known to be wrong. Exit 0: done; 1: something asked for was not signed; 2: usage, nothing was written.",
        epilog=_EXAMPLES,
    )
    sign.add_argument("facts", nargs="*", metavar="FACT", help="a fact by its id, article/id, or the name of its test")
    sign.add_argument("--by", metavar="ID", help="who has checked it: an id in facts/desk.yaml")
    sign.add_argument("--on", metavar="DATE", help="the day, as 2031-06-03 (default: today)")
    sign.add_argument("--article", metavar="ID", help="only the facts of this article")
    sign.add_argument("--all", action="store_true", help="every fact that this person's sign-off does not hold for")
    doing = sign.add_mutually_exclusive_group()
    doing.add_argument("--list", action="store_true", help="show how every fact stands; write nothing")
    doing.add_argument("--withdraw", action="store_true", help="take this person's sign-offs back")
    add_workspace(sign)
    sign.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Sign, withdraw or list."""
    from factsuite.commands.sign_asked import bench_of, refuse_loose_options

    refuse_loose_options(options)
    bench = bench_of(options)
    if options.list:
        return _list(bench, options)
    return _withdraw(bench, options) if options.withdraw else _sign(bench, options)


def _list(bench: "Bench", options: argparse.Namespace) -> int:
    from factsuite.anchoring.naming import facts_named
    from factsuite.commands.sign_told import list_text

    wanted = facts_named(options.facts, bench.dossiers, "factsuite sign --list shows them")
    sys.stdout.write(list_text([(each.id, bench.signing(each)) for each in bench.dossiers], wanted, options.by))
    return EXIT_OK


def _sign(bench: "Bench", options: argparse.Namespace) -> int:
    """Sign what can be signed; say of the rest why not."""
    from factsuite.anchoring.naming import facts_named
    from factsuite.commands.sign_asked import judge_wish, person_of
    from factsuite.commands.sign_told import signed_text

    person = person_of(options.by, bench)
    wanted = facts_named(options.facts, bench.dossiers, "factsuite sign --list shows them")
    told: list[Told] = []
    for dossier in bench.dossiers:
        for each in bench.signing(dossier).facts:
            own = next((s for s in each.signatures if s.signoff.by.value == person.id), None)
            missing = options.all and not (own is not None and own.holds)
            if (dossier.id, each.fact.label) in wanted or missing:
                told.append(judge_wish(each, dossier, person, bench))
    written = []
    for dossier in bench.dossiers:
        signed = [each.signoff for each in told if each.signoff is not None and each.article == dossier.id]
        if signed:
            gone = {(signoff.fact.value, signoff.by.value) for signoff in signed}
            kept = [s for s in dossier.signoffs if (s.fact.value, s.by.value) not in gone]
            written.append(_write(bench, dossier, [*kept, *signed]))
    sys.stdout.write(signed_text(person, bench.day, told, written))
    return EXIT_FINDINGS if any(each.signoff is None for each in told) else EXIT_OK


def _withdraw(bench: "Bench", options: argparse.Namespace) -> int:
    """Take sign-offs back, those of facts that are gone as well."""
    from factsuite.commands.sign_asked import signoffs_named
    from factsuite.commands.sign_told import withdrawn_text

    gone = signoffs_named(options, bench)
    written = []
    for dossier in bench.dossiers:
        if any(article == dossier.id for article, _ in gone):
            kept = [
                s for s in dossier.signoffs if not (s.by.value == options.by and (dossier.id, s.fact.value) in gone)
            ]
            written.append(_write(bench, dossier, kept))
    sys.stdout.write(withdrawn_text(options.by, sorted(gone), written))
    return EXIT_OK


def _write(bench: "Bench", dossier: "Dossier", signoffs: "Sequence[SignOff]") -> Path:
    """Replace the sign-offs of an article, whole or not at all, where they are still what was read."""
    from factsuite.commands.sign_file import render_signoffs
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.files import SIGNOFFS
    from factsuite.load.whole_files import write_whole, writing

    path = dossier.path / SIGNOFFS
    file = bench.root / path
    try:
        with writing(file.resolve().parent):
            there = file.read_bytes() if file.exists() else None
            if there != bench.tree.get(path):
                raise FactsuiteError(f"{path} was changed meanwhile; it is left as it is", hint="run the command again")
            write_whole(file.resolve(), render_signoffs(signoffs))
    except OSError as error:
        raise FactsuiteError(f"{path} cannot be written: {error.strerror}", hint="check its permissions") from error
    return Path(path)
