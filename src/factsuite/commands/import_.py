"""`factsuite import`: bring in a spreadsheet, a bibliography or reviews of claims."""

import argparse
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_FINDINGS, EXIT_OK
from factsuite.commands.workspace_asked import add_workspace, folder_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factsuite.commands.import_files import Desk
    from factsuite.load.problems import Problem

FORMS = ("csv", "xlsx", "csl-json", "bibtex", "claimreview")
_SUFFIXES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".bib": "bibtex",
    ".htm": "claimreview",
    ".html": "claimreview",
    ".jsonld": "claimreview",
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    importing = commands.add_parser(
        "import",
        help="bring in a spreadsheet, a bibliography or reviews of claims",
        description="Bring facts and sources into an article: from a table that `factsuite export` wrote or that has "
        "its header row (CSV, XLSX), sources from CSL-JSON or BibTeX, reviews from ClaimReview. A cell changes its own "
        "field and nothing else: comments and layout stay, and so does what the table does not have. Exit 0: done; 1: "
        "something in the file is wrong, nothing was written; 2: usage.",
        epilog="Examples:\n"
        "  factsuite import checked.xlsx --into harbour\n"
        "  factsuite import library.json --into harbour --dry-run\n"
        "  factsuite import old.bib --into harbour --kind newspaper",
    )
    importing.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the file to bring in")
    importing.add_argument("--into", metavar="ARTICLE", help="the article, by its id or folder")
    importing.add_argument("--from", dest="form", choices=FORMS, help="what FILE is (default: as its name says)")
    importing.add_argument("--kind", metavar="KIND", help="the kind of sources whose entry does not say it")
    importing.add_argument("--delete", action="store_true", help="take away what the table does not have")
    importing.add_argument("--dry-run", action="store_true", help="say what would change; write nothing")
    importing.add_argument("--columns", action="store_true", help="list the columns of a table, and stop")
    add_workspace(importing)
    importing.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Bring the file in, or say why not."""
    from factsuite.commands.import_files import desk_of
    from factsuite.exchange.source_records import check_kind
    from factsuite.load.errors import FactsuiteError

    if options.columns:
        return _columns()
    if options.file is None or options.into is None:
        raise FactsuiteError("import needs a file and an article", hint="factsuite import FILE --into ARTICLE")
    check_kind(options.kind)
    data = options.file.read_bytes()
    form = options.form or _form_of(options.file, data)
    desk = desk_of(folder_of(options), options.into)
    path = PurePosixPath(options.file.as_posix())
    if form in ("csv", "xlsx"):
        problems = _tables(desk, data, path, form, options.delete)
    elif form == "claimreview":
        problems = _reviews(desk, data, path)
    else:
        problems = _bibliography(desk, data, path, form, options.kind)
    if problems:
        return _refused(problems)
    desk.finish(dry_run=options.dry_run)
    return EXIT_OK


def _tables(desk: "Desk", data: bytes, path: PurePosixPath, form: str, delete: bool) -> "Sequence[Problem]":
    """The sheets of a spreadsheet; a sheet with a column `fact` holds facts, one with a column `id` sources."""
    from factsuite.exchange.columns import fact_columns, source_columns
    from factsuite.exchange.csv_files import read_csv
    from factsuite.exchange.from_rows import form_problems, problems_in_order, read_facts, read_sources
    from factsuite.exchange.merging import merged
    from factsuite.exchange.xlsx_files import read_xlsx

    problems: list[Problem] = []
    tables = (read_csv(data, path),) if form == "csv" else read_xlsx(data, path)
    for table in [each for each in tables if each.rows] or tables[:1]:  # spreadsheets add empty sheets of their own
        header = table.rows[0].cells if table.rows else ()
        is_sources = "id" in header and "fact" not in header
        what = "sources" if is_sources else "facts"
        found = read_sources(table, source_columns()) if is_sources else read_facts(table, fact_columns())
        taken = merged(desk.records(what), found.records, [column for _, column in found.columns], delete)
        problems += found.problems
        for record in taken.records:
            if str(record.get("id")) in (*taken.added, *taken.changed):
                problems += form_problems(found, record, what)
        if not problems:
            desk.take(what, taken)
    return list(problems_in_order(problems))


def _bibliography(desk: "Desk", data: bytes, path: PurePosixPath, form: str, kind: str | None) -> "Sequence[Problem]":
    from factsuite.exchange.bibtex import bibtex_items
    from factsuite.exchange.csl_json import csl_items
    from factsuite.exchange.source_records import take

    items = (bibtex_items if form == "bibtex" else csl_items)(data, path)
    taken = take(items, desk.records("sources"), kind)
    desk.take_sources(taken)
    return taken.problems


def _reviews(desk: "Desk", data: bytes, path: PurePosixPath) -> "Sequence[Problem]":
    """Each review as a source, and as evidence for the fact that makes its claim."""
    from factsuite.exchange.claim_review import attach, reviews_in
    from factsuite.exchange.source_records import id_of, take

    reviews = reviews_in(data, path)
    taken = take((review.item for review in reviews), desk.records("sources"))
    if taken.problems:
        return taken.problems
    desk.take_sources(taken)
    there = {name for name, _ in taken.there}
    fresh = [(review, id_of(review.item.key)) for review in reviews if id_of(review.item.key) not in there]
    desk.take_reviews(attach(fresh, desk.records("facts"), desk.article_text()))
    return ()


def _form_of(file: Path, data: bytes) -> str:
    from factsuite.load.errors import FactsuiteError

    if file.suffix.lower() == ".json":
        return "claimreview" if b'"ClaimReview"' in data else "csl-json"
    form = _SUFFIXES.get(file.suffix.lower())
    if form is None:
        raise FactsuiteError(f"{file}: its name does not say what it is", hint=f"--from {', '.join(FORMS)}")
    return form


def _refused(problems: "Sequence[Problem]") -> int:
    from factsuite.reports.explaining import printable

    for problem in problems:
        lines = [f"{problem.at}: error: {problem.rule}", f"  {problem.message}", f"  hint: {problem.hint}"]
        sys.stdout.write(printable("\n".join(lines)) + "\n")
    sys.stdout.write(f"{len(problems)} to mend; nothing was written\n")
    return EXIT_FINDINGS


def _columns() -> int:
    from factsuite.exchange.columns import fact_columns, source_columns

    for title, columns in (("A table of facts", fact_columns()), ("A table of sources", source_columns())):
        sys.stdout.write(f"{title}\n\n")
        for column in columns:
            sys.stdout.write(f"  {column.header:<22} {column.meaning}\n")
        sys.stdout.write("\n")
    return EXIT_OK
