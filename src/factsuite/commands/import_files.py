"""The files of an article that an import changes: read once, all of them ready before the first is written."""

import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from factsuite.anchoring.naming import articles_named
from factsuite.engine import policy_of, root_of, store_of
from factsuite.exchange.claim_review import Attached
from factsuite.exchange.columns import ENTRY, ENTRY_TAIL, FACT, FACT_TAIL, source_columns
from factsuite.exchange.merging import Merged
from factsuite.exchange.source_records import Taken
from factsuite.exchange.updating import Layout, updated
from factsuite.load.decoding import decode
from factsuite.load.documents import load_article
from factsuite.load.errors import FactsuiteError
from factsuite.load.files import Tree, read_tree
from factsuite.load.positioned import Map, Seq
from factsuite.load.whole_files import write_whole, writing
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.building import build_workspace
from factsuite.reports.explaining import printable

LAYOUTS = {
    "facts": Layout(section="facts", order=(*FACT, *FACT_TAIL), entry_order=(*ENTRY, *ENTRY_TAIL)),
    "sources": Layout(section="sources", order=[column.path[0] for column in source_columns()]),
}

_NAMED = 8
"""How many records a line names."""


class Desk(Struct):
    """One article's files, and what was asked of them."""

    root: Path
    tree: Tree
    folder: PurePosixPath
    texts: dict[str, str] = field(default_factory=dict)
    """The files changed, as they shall be."""
    told: list[str] = field(default_factory=list)

    def path(self, what: str) -> PurePosixPath:
        """Where facts or sources are kept."""
        return self.folder / f"{what}.yaml"

    def text(self, what: str) -> str:
        """A file as it shall be so far; one that is missing begins empty. Raises FactsuiteError if it is unreadable."""
        if what in self.texts:
            return self.texts[what]
        path = self.path(what)
        data = self.tree.get(path)
        if data is None:
            return f"# yaml-language-server: $schema=../../schemas/{what}.schema.json\nformat: 1\n{what}: []\n"
        text, problem = decode(data, path) if isinstance(data, bytes) else (None, None)
        if text is None:
            at = f"{problem.at}: {problem.message}" if problem else f"{path} cannot be opened"
            raise FactsuiteError(at, hint="mend the file first")
        return text

    def records(self, what: str) -> list[Map]:
        """The entries of a file. Raises FactsuiteError where its syntax is broken."""
        node, problems = read_yaml(self.text(what), self.path(what))
        there = node.get(what) if isinstance(node, Map) else None
        if problems or not isinstance(there, Seq) or not all(isinstance(each, Map) for each in there):
            at = problems[0].at if problems else self.path(what)
            raise FactsuiteError(f"{at}: the file must be mended first", hint="factsuite check says what is wrong")
        return [each for each in there if isinstance(each, Map)]

    def article_text(self) -> str:
        """The body of the article."""
        return load_article(self.tree, self.folder / "article.md").body

    def take(self, what: str, merged: Merged) -> None:
        """What a table changes."""
        one = "fact" if what == "facts" else "source"
        for name, changes in merged.changed.items():
            self.told += [f"{name}: {change}" for change in changes]
        self.told += [f"{name}: the {one} is added" for name in merged.added]
        self.told += [f"{name}: the {one} is removed" for name in merged.removed]
        if merged.kept:
            named = ", ".join(merged.kept[:_NAMED]) + (", ..." if len(merged.kept) > _NAMED else "")
            self.told.append(f"not in the table, left as they are: {named}")
        if merged.changed or merged.added or merged.removed:
            self._set(what, merged.records)

    def take_sources(self, taken: Taken) -> None:
        """What a bibliography adds."""
        self.told += [f"{record['id']}: the source is added, kind `{record['kind']}`" for record in taken.records]
        self.told += [f"{name}: already there, as `{known}`" for name, known in taken.there]
        self.told += taken.remarks
        if taken.records:
            self._set("sources", [*self.records("sources"), *taken.records])

    def take_reviews(self, attached: Attached) -> None:
        """What reviews add to the facts."""
        self.told += attached.told
        self.told += [f"'{review.claim}': not taken as evidence: {why}" for review, why in attached.loose]
        if attached.told:
            self._set("facts", attached.facts)

    def finish(self, dry_run: bool) -> None:
        """Tell what changed, and write it: every file is ready before the first is written."""
        sys.stdout.write("".join(printable(line) + "\n" for line in self.told))
        if not self.texts:
            sys.stdout.write("nothing to change\n")
            return
        for what, text in self.texts.items():
            path = self.path(what)
            if not dry_run:
                self._write(path, text)
            sys.stdout.write(f"{'would be written' if dry_run else 'written'}: {path}\n")
        if not dry_run:
            sys.stdout.write(f"now run: factsuite check {self.folder}\n")

    def _set(self, what: str, records: Sequence[Map]) -> None:
        self.texts[what] = updated(self.text(what), self.path(what), records, LAYOUTS[what])

    def _write(self, path: PurePosixPath, text: str) -> None:
        file = self.root / path
        with writing(file.resolve().parent):
            there = file.read_bytes() if file.exists() else None
            if there != self.tree.get(path):
                raise FactsuiteError(f"{path} was changed meanwhile; it is left as it is", hint="run the command again")
            write_whole(file.resolve(), text)


def desk_of(folder: Path, article: str) -> Desk:
    """The files of an article. Raises FactsuiteError where there is none of that name."""
    root = root_of([folder])
    tree = read_tree(root, store_of(root))
    dossier = articles_named(build_workspace(tree, policy_of(root)), article)[0]
    return Desk(root=root, tree=tree, folder=dossier.path)
