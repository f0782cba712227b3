"""`factsuite draft`: from an article's text to a dossier whose facts wait for their evidence."""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factsuite.commands.exits import EXIT_OK

if TYPE_CHECKING:
    from factsuite.drafting.dossier import DraftedDossier
    from factsuite.drafting.published import Published

_EXAMPLES = """\
examples:
  factsuite draft harbour.md                        into facts/<words of the headline>
  factsuite draft harbour.docx --id harbour         into facts/harbour
  factsuite draft harbour.html --published 2031-10-17 --publisher "The Gazette\""""

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    draft = commands.add_parser(
        "draft",
        help="make a dossier of an article: its facts, awaiting evidence",
        description="Read an article (Markdown, plain text, HTML, Word) and write a dossier: every quotation with its "
        "speaker, figure, date, office and attribution as a fact with its anchor and value, in the order of the text; "
        "who and what they are about; no source, and no evidence: those are to do. Says how much of the text is "
        "covered, what was left out, and why. Never overwrites. Exit 0: written; 2: usage, nothing was written.",
        epilog=_EXAMPLES,
    )
    draft.add_argument("article", metavar="ARTICLE", type=Path, help="the article: .md, .txt, .html or .docx")
    draft.add_argument("--into", metavar="DIR", type=Path, help="the folder of the dossier: facts/ID")
    draft.add_argument("--id", metavar="ID", help="the id of the article (default: from its headline)")
    draft.add_argument("--published", metavar="DATE", help="the day it was published, where the file does not say")
    draft.add_argument(
        "--relative-to", metavar="DATE", help="the day relative dates are read against, where it has none"
    )
    draft.add_argument("--headline", metavar="TEXT", help="its headline, where the file does not say")
    draft.add_argument("--publisher", metavar="TEXT", help="who published it, where the file does not say")
    draft.add_argument(
        "--extractor",
        choices=("stdlib-html", "trafilatura"),
        default="stdlib-html",
        help="for pages: what the page marks as the article, or what looks like the main text",
    )
    draft.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draft, write, and tell what was drafted."""
    from factsuite.drafting.account import account
    from factsuite.drafting.dossier import Wanted, draft_dossier
    from factsuite.drafting.opening import open_article
    from factsuite.engine import policy_of
    from factsuite.load.files import read_tree
    from factsuite.reports.explaining import printable
    from factsuite.rules.collecting import collect_rules

    file: Path = options.article
    published = _as_told(open_article(file.read_bytes(), PurePosixPath(file.as_posix()), options.extractor), options)
    folder = _folder(options, published)
    root = folder.parent.parent
    schemas = "../../schemas" if (root / "schemas" / "facts.schema.json").is_file() else ""
    wanted = Wanted(
        id=folder.name,
        relative_to=_day(options.relative_to, "--relative-to") if not published.published else "",
        policy=policy_of(root),
        rules=collect_rules(),
        schemas=schemas,
        shared=read_tree(root),
    )
    drafted = draft_dossier(published, wanted)
    _write(folder, drafted)
    shown = _shown(folder)
    print(printable(f"written: {shown}/ ({', '.join(sorted(drafted.files))})"))
    sys.stdout.write("".join(printable(line) + "\n" for line in account(drafted, shown / "article.md")))
    for line in _what_next(drafted, shown):
        print(printable(line))
    return EXIT_OK


def _as_told(published: "Published", options: argparse.Namespace) -> "Published":
    """What the document says; of what it does not say, what the command line does."""
    from msgspec.structs import replace

    return replace(
        published,
        headline=options.headline or published.headline,
        publisher=options.publisher or published.publisher,
        published=_day(options.published, "--published") or published.published,
    )


def _day(text: str | None, option: str) -> str:
    from factsuite.load.errors import FactsuiteError
    from factsuite.values.dates import read_date

    if text is None:
        return ""
    if read_date(text.strip()) is None:
        raise FactsuiteError(f"{option}: '{text}' cannot be read as a date", hint="write it as 2031-10-17")
    return text.strip()


def _folder(options: argparse.Namespace, published: "Published") -> Path:
    """Where the dossier goes: a folder of `facts/` that holds no dossier yet."""
    from factsuite.drafting.records import slug
    from factsuite.engine import find_root
    from factsuite.load.errors import FactsuiteError
    from factsuite.load.files import ARTICLE_FILES, FACTS

    into: Path | None = options.into
    if into is not None and (into.resolve().parent.name != FACTS or (options.id and options.id != into.name)):
        hint = f"--into {FACTS}/{options.id or into.name}"
        raise FactsuiteError(f"--into: {into} is no folder for the article in {FACTS}/", hint=hint)
    id = into.resolve().name if into is not None else options.id or slug(published.headline or options.article.stem)
    if _ID.fullmatch(id) is None:
        raise FactsuiteError(
            f"'{id}' is no id for an article", hint="small letters, digits and hyphens: harbour-bridge"
        )
    if into is not None:
        folder = into.resolve()
    else:
        root = find_root(Path())
        if root is None:
            hint = f"`factsuite init` makes a workspace; or name the folder: --into {FACTS}/{id}"
            raise FactsuiteError("no folder `facts/` is found here or above", hint=hint)
        folder = root / FACTS / id
    there = [name for name in ARTICLE_FILES if (folder / name).exists() or (folder / name).is_symlink()]
    if there or (folder.exists() and not folder.is_dir()):
        what = f"{_shown(folder)} holds {there[0]} already" if there else f"{_shown(folder)} is a file"
        raise FactsuiteError(f"{what}; nothing was written", hint=f"choose another with --id, such as {id}-2")
    return folder


def _write(folder: Path, drafted: "DraftedDossier") -> None:
    from factsuite.load.errors import FactsuiteError

    try:
        _write_whole(folder, drafted)
    except OSError as error:
        why = f"{_shown(folder)} cannot be written: {error.strerror}"
        raise FactsuiteError(why, hint="make room, or name another folder with --into") from error


def _write_whole(folder: Path, drafted: "DraftedDossier") -> None:
    """Write the files: into a folder beside, which then takes its name, so that there is no half dossier."""
    from factsuite.load.whole_files import PART, flush_folder, write_whole, writing

    folder.parent.mkdir(parents=True, exist_ok=True)
    with writing(folder.parent):
        if folder.exists():
            for name, text in drafted.files.items():
                write_whole(folder / name, text)
            return
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.", suffix=PART) as made:
            beside = Path(made) / folder.name
            beside.mkdir()
            for name, text in drafted.files.items():
                write_whole(beside / name, text)
            os.rename(beside, folder)
        flush_folder(folder.parent)


def _shown(folder: Path) -> PurePosixPath:
    """The folder as it is seen from here."""
    try:
        return PurePosixPath(folder.resolve().relative_to(Path().resolve()).as_posix())
    except ValueError:
        return PurePosixPath(folder.as_posix())


def _what_next(drafted: "DraftedDossier", shown: PurePosixPath) -> list[str]:
    article = drafted.files["article.md"]
    said = (
        [] if "# TODO" not in article.partition("\n---\n")[0] else [f"{shown}/article.md: fill in what is marked TODO"]
    )
    if not drafted.facts:
        return ["", "To do:", *(f"  {line}" for line in said), f'  factsuite add --at "words" {shown.name}']
    said += [
        f"{shown}/entities.yaml: see who is who",
        f"{shown}/sources.yaml: list what you consult; then give each fact its evidence",
        f"factsuite check {shown}",
    ]
    return ["", "To do:", *(f"  {line}" for line in said)]
