"""`factsuite init`: a new workspace, with a fictional example that fails on purpose."""

import argparse
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from factsuite.commands.exits import EXIT_OK

_EXAMPLES = """\
examples:
  factsuite init desk && cd desk && pytest
  factsuite init --bare --ci gitlab    in an archive: no example
  factsuite init --schemas             after an update: the schemas for editors again"""

_FACTS = "facts"
_BEGUN = ".facts.factsuite-part"
"""Where `facts/` is made, to be moved to its place whole."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    init = commands.add_parser(
        "init",
        help="make a workspace, with an example that teaches the output",
        description="Make a workspace: folders, settings, schemas for editors, a file for CI, and a fictional article "
        "with two facts, one of which fails on purpose. A file that is there already is left as it is, and named; a "
        "folder that holds facts/ already is refused. Exit 0: written; 2: usage, nothing was written.",
        epilog=_EXAMPLES,
    )
    init.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path(), help="where (default: here)")
    init.add_argument("--bare", action="store_true", help="without the example")
    init.add_argument(
        "--ci", choices=("github", "gitlab", "none"), default="github", help="the service that runs the checks"
    )
    init.add_argument("--schemas", action="store_true", help="only write the schemas of an existing workspace again")
    init.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write what is not there yet; say what was written, and what to do next."""
    from factsuite.starter.layout import schema_files, workspace_files

    folder: Path = options.folder
    if options.schemas:
        return _renew(folder, dict(schema_files()))
    _refuse_what_is_there(folder)
    service = "" if options.ci == "none" else options.ci
    wanted = workspace_files(service, example=not options.bare)
    kept = sorted(path for path in wanted if (folder / path).exists() or (folder / path).is_symlink())
    written = {path: text for path, text in wanted.items() if path not in kept}
    _write(folder, {path: text for path, text in written.items() if path.parts[0] != _FACTS})
    _write_at_once(folder, {path: text for path, text in written.items() if path.parts[0] == _FACTS})
    print(f"written to {folder}:")
    for line in _grouped(path for path in wanted if path not in kept):
        print(f"  {line}")
    if kept:
        print("left as they are:")
        for path in kept:
            print(f"  {path}")
    print("\n".join(_what_next(folder, bare=options.bare)))
    return EXIT_OK


def _refuse_what_is_there(folder: Path) -> None:
    from factsuite.load.errors import FactsuiteError

    if folder.exists() and not folder.is_dir():
        raise FactsuiteError(f"{folder} is a file", hint="name a folder")
    there = folder / _FACTS
    if there.exists() or there.is_symlink():
        hint = "name another folder; `factsuite init --schemas` writes the schemas of a workspace again"
        raise FactsuiteError(f"{there} is there already; nothing was written", hint=hint)


def _renew(folder: Path, schemas: Mapping[PurePosixPath, str]) -> int:
    """Replace the schemas beside `facts/`; in the folder ours come from there is nothing to replace."""
    from factsuite.engine import root_of

    root = root_of([folder])
    stale = {
        path: text
        for path, text in schemas.items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    }
    _write(root, stale)
    print(f"written: {', '.join(map(str, stale))}" if stale else "schemas/ is up to date")
    return EXIT_OK


def _write(folder: Path, texts: Mapping[PurePosixPath, str]) -> None:
    from factsuite.load.errors import FactsuiteError
    from factsuite.reports.writing import write_whole

    for path, text in sorted(texts.items()):
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, text)
        except OSError as error:
            raise FactsuiteError(f"{file}: cannot be written: {error.strerror}", hint="name another folder") from error


def _write_at_once(folder: Path, texts: Mapping[PurePosixPath, str]) -> None:
    """Write `facts/` last, and in one step: an `init` that is broken off before can be run again.

    A folder with `facts/` may be somebody's work, and is refused.
    """
    from factsuite.load.errors import FactsuiteError

    begun, facts = folder / _BEGUN, folder / _FACTS
    try:
        shutil.rmtree(begun, ignore_errors=True)
        _write(begun, texts)
        (begun / _FACTS).replace(facts)
    except OSError as error:
        raise FactsuiteError(f"{facts}: cannot be written: {error.strerror}", hint="name another folder") from error
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def _grouped(paths: Iterable[PurePosixPath]) -> Iterator[str]:
    """The files by their folder, a line each."""
    by_folder: dict[PurePosixPath, list[str]] = defaultdict(list)
    for path in sorted(paths):
        by_folder[path.parent].append(path.name)
    for folder, names in sorted(by_folder.items()):
        shown = f"{len(names)} schemas for editors" if folder.name == "schemas" else ", ".join(names)
        yield f"{folder}/: {shown}" if folder.name else shown


def _what_next(folder: Path, *, bare: bool) -> Iterator[str]:
    from factsuite.starter.layout import EXAMPLE

    yield ""
    yield "What to do next:"
    if folder.resolve() != Path().resolve():
        yield f"  cd {folder}"
    if bare:
        yield "  factsuite draft ARTICLE             a dossier in facts/, from an article's text"
        yield "  pytest                              after evidence is filled in: what the sources say of it"
        return
    yield "  pytest                              one of the two facts fails, on purpose"
    yield f"  read {EXAMPLE}/facts.yaml: its comments say how to read that, and how to mend it"
    yield "  factsuite explain verdict-differs   what the rule asks"
    yield "  factsuite draft ARTICLE             when that is green: a dossier from the text of your own article"
    yield f"The example can go then: remove {EXAMPLE}/."
