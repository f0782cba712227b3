"""The command line: `factsuite check`, `factsuite compare`, `factsuite rules`, `factsuite tables`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

EXIT_OK, EXIT_FINDINGS, EXIT_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 (nothing failed), 1 (findings) or 2 (usage)."""
    from factsuite.load.errors import FactsuiteError

    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except FactsuiteError as error:
        print(f"factsuite: {error}", file=sys.stderr)
        return EXIT_USAGE
    except BrokenPipeError:  # `factsuite check | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINDINGS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factsuite", description="Facts as code: check what an article asserts against its sources."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser(
        "check",
        help="check the facts, without pytest",
        description="Check every fact below the given paths. Exit 0: nothing failed; 1: findings; 2: usage.",
    )
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a workspace, its facts folder, an article or a file of it (default: here)",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    check.add_argument("--publish", action="store_true", help="known inaccuracies fail too")
    check.set_defaults(run=_check)
    rules = commands.add_parser(
        "rules",
        help="list the rules, or write their pages",
        description="List the rules; or write a page for each, or check that the written pages are up to date.",
    )
    rules.add_argument("--write", metavar="DIR", type=Path, help="write the pages into DIR")
    rules.add_argument("--check", metavar="DIR", type=Path, help="exit 1 if the pages in DIR are not up to date")
    rules.set_defaults(run=_rules)
    tables = commands.add_parser(
        "tables",
        help="print the tables values are read by",
        description="Print the published tables: hedges, quoted words, strength; or write them, or check the page.",
    )
    tables.add_argument("--write", metavar="FILE", type=Path, help="write the page to FILE")
    tables.add_argument("--check", metavar="FILE", type=Path, help="exit 1 if FILE is not up to date")
    tables.set_defaults(run=_tables)
    compare = commands.add_parser(
        "compare",
        help="compare the numbers and dates of two texts",
        description="Print what is read in a claim and in a passage, what was paired and why, and how the passage "
        "stands to the claim: entails, compatible, contradicts or undecided. Exit 0 whatever the answer; 2: usage.",
    )
    compare.add_argument("claim", metavar="CLAIM", help="the words to be checked")
    compare.add_argument("passage", metavar="PASSAGE", help="the words of a source")
    compare.add_argument("--format", choices=("text", "json"), default="text", help="text for people or json")
    compare.set_defaults(run=_compare)
    return parser


def _compare(options: argparse.Namespace) -> int:
    from factsuite.texts.comparing import compare_texts
    from factsuite.texts.explaining import explain, render_comparison

    comparison = compare_texts(options.claim, options.passage)
    sys.stdout.write(render_comparison(comparison) if options.format == "json" else explain(comparison))
    return EXIT_OK


def _check(options: argparse.Namespace) -> int:
    from factsuite.engine import check_workspace, find_root
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.json_report import render_json
    from factsuite.reports.selecting import select
    from factsuite.reports.text import render_text

    paths = [Path(path) for path in options.paths] or [Path()]
    roots = set()
    for path in paths:
        root = find_root(path) if path.exists() else None
        if root is None:
            what = "no folder `facts/` is found here" if path.exists() else "there is no such file or folder"
            raise FactsuiteError(f"{path}: {what}", hint="name a workspace, its facts folder, or an article in it")
        roots.add(root)
    if len(roots) > 1:
        raise FactsuiteError("the paths belong to several workspaces", hint="check one workspace at a time")
    root = roots.pop()
    result = select(check_workspace(root, options.publish), root, paths)
    sys.stdout.write(render_json(result) if options.format == "json" else render_text(result))
    return EXIT_FINDINGS if result.failed else EXIT_OK


def _rules(options: argparse.Namespace) -> int:
    from factsuite.engine import find_root
    from factsuite.reports.writing import write_whole
    from factsuite.rules.collecting import collect_rules
    from factsuite.rules.pages import render_index, render_page

    rules = collect_rules(find_root(Path()))
    pages = {"README.md": render_index(rules), **{f"{rule.name}.md": render_page(rule) for rule in rules}}
    if options.write is not None:
        options.write.mkdir(parents=True, exist_ok=True)
        for name, text in sorted(pages.items()):
            write_whole(options.write / name, text)
        return EXIT_OK
    if options.check is not None:
        return _check_pages(options.check, pages)
    for rule in rules:
        print(f"{rule.name:<34} {rule.severity.value:<8} {rule.page.title}")
    return EXIT_OK


def _tables(options: argparse.Namespace) -> int:
    from factsuite.reports.value_tables import render_value_tables
    from factsuite.reports.writing import write_whole

    page = render_value_tables()
    if options.write is not None:
        write_whole(options.write, page)
    elif options.check is not None:
        if not options.check.is_file() or options.check.read_text(encoding="utf-8") != page:
            print(f"{options.check}: not up to date; run `factsuite tables --write {options.check}`")
            return EXIT_FINDINGS
    else:
        print(page, end="")
    return EXIT_OK


def _check_pages(folder: Path, pages: dict[str, str]) -> int:
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")} if folder.is_dir() else {}
    stale = sorted(name for name in {*found, *pages} if found.get(name) != pages.get(name))
    for name in stale:
        print(f"{folder / name}: not up to date; run `factsuite rules --write {folder}`")
    return EXIT_FINDINGS if stale else EXIT_OK


if __name__ == "__main__":
    sys.exit(main())
