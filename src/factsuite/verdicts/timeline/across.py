"""One timeline over all articles: what they say of the events they share."""

from dataclasses import dataclass

from factsuite.model.dossiers import Workspace
from factsuite.model.entities import Event
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.timeline.network import solve
from factsuite.verdicts.timeline.reasons import Conflict
from factsuite.verdicts.timeline.records import Records
from factsuite.verdicts.timeline.timelines import asserted, event_ids, recorded, shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTimeline:
    """What several articles together cannot mean."""

    records: tuple[Conflict, ...]
    """Records that contradict one another and belong to no single article."""
    facts: tuple[Conflict, ...]
    """Facts of more than one article that cannot hold together; facts known to be wrong are left out."""


def shared_timeline(workspace: Workspace) -> SharedTimeline | None:
    """The network over all articles that speak of a shared event; None where no article does."""
    shared = {entity.id for entity in workspace.shared_entities if isinstance(entity, Event)}
    chosen = [
        Records(Grounds(dossier, workspace.policy)) for dossier in workspace.dossiers if event_ids(dossier) & shared
    ]
    if not chosen:
        return None
    events = [(records, records.reached(sorted(event_ids(records.dossier)))) for records in chosen]
    solved = solve(
        (each for records, found in events for each in shapes(records, found)),
        (said for records, found in events for said in recorded(records, found)),
        (said for records in chosen for said in asserted(records, known=False)),
    )
    own = {dossier.path for dossier in workspace.dossiers}
    return SharedTimeline(
        records=tuple(
            each
            for each in solved.records
            if len({reason.at.path.parent for reason in each.reasons if reason.at.path.parent in own}) != 1
        ),
        facts=tuple(each for each in solved.facts if len(each.articles) > 1),
    )
