"""What would become of the excerpts if a text were the pinned copy of their source."""

from pathlib import PurePosixPath

from factsuite.load.exhibits import MANIFEST
from factsuite.load.locations import Location
from factsuite.model.dossiers import Workspace
from factsuite.model.exhibits import Exhibit, State
from factsuite.model.stated import Stated
from factsuite.pinning.acquiring import Material
from factsuite.pinning.sources import Home
from factsuite.verdicts.exhibits import Citation, look_up_source


def try_out(workspace: Workspace, home: Home, material: Material) -> tuple[Citation, ...]:
    """Every citation of the source, looked up in the new text."""
    id = home.source.id
    at = Location(path=PurePosixPath(home.shown) / MANIFEST)
    exhibit = Exhibit(
        source=Stated(text=id, value=id, at=at),
        at=at,
        state=State.WHOLE if material.has_text else State.UNREADABLE,
        why="" if material.has_text else "no text could be read from it",
        text=material.extracted.text,
    )
    return look_up_source(workspace, exhibit, home.article)
