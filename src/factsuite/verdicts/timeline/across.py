"""One timeline over all articles: what they say of the events they share.

An article contributes its part whatever else there is; all parts together are solved.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.model.dossiers import Workspace
from factsuite.model.entities import Event
from factsuite.values.time_network import Constraint
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.timeline.network import solve
from factsuite.verdicts.timeline.reasons import Conflict, Said
from factsuite.verdicts.timeline.records import Records
from factsuite.verdicts.timeline.timelines import asserted, event_ids, recorded, shapes


class Told(Struct, frozen=True, kw_only=True):
    """What one article adds to the timeline it shares with others."""

    shapes: tuple[Constraint, ...]
    records: tuple[Said, ...]
    facts: tuple[Said, ...]
    """Facts known to be wrong are left out."""


class SharedTimeline(Struct, frozen=True, kw_only=True):
    """What several articles together cannot mean."""

    records: tuple[Conflict, ...]
    """Records that contradict one another and belong to no single article."""
    facts: tuple[Conflict, ...]
    """Facts of more than one article that cannot hold together; facts known to be wrong are left out."""


def told_by(grounds: Grounds, workspace: Workspace) -> Told | None:
    """What an article adds; None where it speaks of no shared event."""
    shared = {entity.id for entity in workspace.shared_entities if isinstance(entity, Event)}
    ids = event_ids(grounds.dossier) if shared else set()
    if not ids & shared:
        return None
    records = Records(grounds)
    events = records.reached(sorted(ids))
    return Told(
        shapes=tuple(shapes(records, events)),
        records=tuple(each.said() for each in recorded(records, events)),
        facts=tuple(each.said() for each in asserted(records, known=False)),
    )


def shared_timeline(told: Iterable[Told], folders: Iterable[PurePosixPath]) -> SharedTimeline | None:
    """The network over what articles told, in their order; None where none did. `folders` are those of all articles."""
    chosen = tuple(told)
    if not chosen:
        return None
    solved = solve(
        (each for part in chosen for each in part.shapes),
        (said for part in chosen for said in part.records),
        (said for part in chosen for said in part.facts),
    )
    own = frozenset(folders)
    return SharedTimeline(
        records=tuple(
            each
            for each in solved.records
            if len({reason.at.path.parent for reason in each.reasons if reason.at.path.parent in own}) != 1
        ),
        facts=tuple(each for each in solved.facts if len(each.articles) > 1),
    )
