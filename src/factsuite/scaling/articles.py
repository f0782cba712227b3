"""The files of a workspace by the article they belong to, and those that articles share."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.exhibits import FOLDER
from factsuite.load.files import WAIVERS, Tree, Unreadable, article_ids

Files = dict[PurePosixPath, bytes | Unreadable]


class Divided(Struct, frozen=True, dict=True):
    """A workspace's files, divided."""

    tree: Tree

    @cached_property
    def shared(self) -> Files:
        """What every article is read with. Waivers in the folder of an article are misplaced, which is told once."""
        return {path: data for path, data in self.tree.items() if self._is_shared(path)}

    @cached_property
    def articles(self) -> Mapping[str, Files]:
        """The files of each article, by its id, in order."""
        found: dict[str, Files] = {id: {} for id in article_ids(self.tree)}
        for path, data in self.tree.items():
            if len(path.parts) > 2 and path.parts[1] in found:
                found[path.parts[1]][path] = data
        return found

    def _is_shared(self, path: PurePosixPath) -> bool:
        if len(path.parts) < 3 or path.name == WAIVERS:
            return True
        return path.parts[1] not in self.articles or path.parts[1] == FOLDER

    def of(self, ids: Iterable[str]) -> Files:
        """The files of some articles."""
        return {path: data for id in ids for path, data in self.articles[id].items()}


def size(files: Files) -> int:
    """How many bytes files hold."""
    return sum(len(data) for data in files.values() if isinstance(data, bytes))
