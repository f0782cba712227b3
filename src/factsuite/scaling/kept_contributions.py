"""What an article contributes, as it was kept: an assertion is read when it is compared, and few of an archive are."""

from collections.abc import Callable, Container, Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.verdicts.contributions import Contribution
from factsuite.verdicts.identifiers import Identifiers
from factsuite.verdicts.reconciling import Key
from factsuite.verdicts.timeline.across import Told


class Kept(Struct, frozen=True, kw_only=True):
    """What one article contributes; its assertions are plain data, each beside the key it is compared by."""

    article: str
    folder: PurePosixPath
    told: Told | None
    identifiers: Identifiers
    cited: tuple[Location, ...]
    broken: tuple[str, ...]
    things: tuple[Key, ...]
    assertions: tuple[Any, ...]
    read: Callable[[Any], Contribution]

    def assertions_on(self, things: Container[Key]) -> Iterator[Contribution]:
        """What it asserts of some things."""
        for thing, data in zip(self.things, self.assertions, strict=True):
            if thing in things:
                yield self.read(data)


class _Everything:
    def __contains__(self, thing: object) -> bool:
        return True


EVERYTHING: Container[Key] = _Everything()
"""Every thing there is: to ask for all assertions."""
