"""`factsuite pin`: keep a copy of a source, and see whether the excerpts taken from it stand in it."""

import argparse

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite pin hearing                fetch the url that sources.yaml gives
  factsuite pin hearing minutes.pdf    a copy that lies here
  factsuite pin hearing --sealed --store ~/sealed"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    pin = commands.add_parser(
        "pin",
        help="keep a copy of a source, so that excerpts are looked up in it",
        description="Fetch a source or read it from a file (HTML, text, PDF, WARC), extract its text, keep both with "
        "their hashes beside the article, and look up every excerpt taken from it. The only command that uses the "
        "network. Exit 0: kept, and every excerpt stands; 1: an excerpt does not, or the source has changed; 2: it "
        "cannot be pinned, nothing was written.",
        epilog=_EXAMPLES,
    )
    pin.add_argument("source", metavar="SOURCE", help="the id of the source in sources.yaml")
    pin.add_argument("place", metavar="FILE|URL", nargs="?", help="where it is (default: the url in sources.yaml)")
    pin.add_argument("--article", metavar="ID", help="the article that lists it, where several do")
    pin.add_argument("--retrieved", metavar="DATE", help="the day it was fetched, as 2031-06-01 (default: today)")
    pin.add_argument("--replace", action="store_true", help="put another copy in the place of the one that is pinned")
    pin.add_argument(
        "--extractor",
        choices=("stdlib-html", "trafilatura"),
        default="stdlib-html",
        help="for pages: every word shown, or what looks like the main text",
    )
    pin.add_argument("--record", metavar="URL", default="", help="the record of a WARC file to read")
    pin.add_argument("--sealed", action="store_true", help="keep the copy outside the repository, salted hashes inside")
    pin.add_argument("--store", metavar="DIR", help="where sealed copies are kept (default: exhibits_store, see docs)")
    pin.add_argument("--allow-private", action="store_true", help="fetch from a private network too")
    pin.add_argument("--max-bytes", metavar="N", type=int, help="the largest size that is read (default: 50000000)")
    pin.add_argument("--timeout", metavar="S", type=float, help="seconds for fetching, in all (default: 30)")
    add_workspace(pin)
    pin.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Pin, and say what was kept and which excerpts stand in it."""
    from factsuite.commands.pin_asked import day_of, limits_of, place_of, store_for, wanted_of
    from factsuite.commands.pin_told import tell_excerpts, tell_kept, tell_material
    from factsuite.engine import policy_of, root_of
    from factsuite.load.files import read_tree
    from factsuite.model.building import build_workspace
    from factsuite.pinning.acquiring import acquire
    from factsuite.pinning.errors import CouldNotLook
    from factsuite.pinning.keeping import Change, Terms, keep
    from factsuite.pinning.sources import find_home
    from factsuite.pinning.trying import try_out
    from factsuite.reports.explaining import printable
    from factsuite.verdicts.exhibits import Standing

    root = root_of([folder_of(options)])
    store = store_for(options, root)
    workspace = build_workspace(read_tree(root), policy_of(root))
    home = find_home(workspace, options.source, options.article)
    terms = Terms(retrieved=day_of(options), replace=options.replace, store=store)
    place = place_of(options, home)
    print(printable(f"{home.source.id}: {place}"))
    limits = limits_of(options)
    wanted = wanted_of(options, home, limits)
    material = acquire(place, limits, wanted, lambda status, url: print(printable(f"  {status}, sent on to {url}")))
    print(tell_material(material))
    citations = try_out(workspace, home, material)
    try:
        kept = keep(root, home, material, citations, terms)
    except OSError as error:
        raise CouldNotLook(f"the copy could not be written: {error}", hint="nothing that was pinned is lost") from error
    print(tell_excerpts(citations, material.extracted.text))
    print(tell_kept(kept, home, store))
    stand = all(cited.standing in (Standing.STANDS, Standing.NO_EXCERPT) for cited in citations)
    return EXIT_OK if stand and kept.change is not Change.REFUSED and material.has_text else EXIT_FINDINGS
