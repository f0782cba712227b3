"""`factsuite rules`: list the rules, write their pages, or check that the pages are up to date."""

import argparse
from pathlib import Path

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

_EXAMPLES = """\
examples:
  factsuite rules                      every rule with its severity
  factsuite rules --write docs/rules
  factsuite rules --check docs/rules   in CI: fails where a page is not up to date"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    rules = commands.add_parser(
        "rules",
        help="list the rules, or write their pages",
        description="List the rules; or write a page for each, or check that the written pages are up to date.",
        epilog=_EXAMPLES,
    )
    rules.add_argument("--write", metavar="DIR", type=Path, help="write the pages into DIR")
    rules.add_argument("--check", metavar="DIR", type=Path, help="exit 1 if the pages in DIR are not up to date")
    add_workspace(rules)
    rules.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List, write or check."""
    from factsuite.engine import find_root
    from factsuite.reports.writing import write_whole
    from factsuite.rules.collecting import collect_rules
    from factsuite.rules.pages import render_index, render_page

    rules = collect_rules(find_root(folder_of(options)))
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


def _check_pages(folder: Path, pages: dict[str, str]) -> int:
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")} if folder.is_dir() else {}
    stale = sorted(name for name in {*found, *pages} if found.get(name) != pages.get(name))
    for name in stale:
        print(f"{folder / name}: not up to date; run `factsuite rules --write {folder}`")
    return EXIT_FINDINGS if stale else EXIT_OK
