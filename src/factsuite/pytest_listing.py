"""Which facts a file holds, for collecting them: from the result of the run, or from the file where there is none."""

from pathlib import Path, PurePosixPath

import pytest
from msgspec import Struct

from factsuite.load.collector import collector_paused
from factsuite.load.documents import load_document
from factsuite.load.entries import Entry, list_facts
from factsuite.load.files import Unreadable
from factsuite.load.locations import Location
from factsuite.load.positioned import Seq, Text
from factsuite.load.regular_files import limit_of, read_regular
from factsuite.model.facts import Fact, Verdict
from factsuite.pytest_session import session_of

SUPPORTED = Verdict.SUPPORTED.value
"""The verdict of a fact that states none."""


class Listed(Struct, frozen=True, kw_only=True):
    """What pytest shows of a fact, and selects it by, before it has run."""

    label: str
    at: Location
    kind: str
    verdict: str
    correction: str
    tags: tuple[str, ...]


def facts_listed(file: Path, config: pytest.Config) -> tuple[Listed, ...]:
    """The facts of a facts.yaml, in its order.

    A run that is going to check them asks for the result now, and reads no file twice. Where facts are only listed or
    picked out, where nothing could be checked, in a worker of xdist, or where an entry is defective, the file is read.
    """
    root = file.parent.parent.parent
    if not _only_chooses(config):
        facts = session_of(config, root).facts_of(file.parent.name)
        if facts is not None:
            return tuple([_of_fact(label, fact) for label, fact in facts])
    path = PurePosixPath("facts") / file.parent.name / file.name
    try:
        data: bytes | Unreadable = read_regular(file, limit_of(file), root)
    except OSError as error:
        data = Unreadable(error.strerror or "")
    with collector_paused():
        return tuple([_of_entry(entry) for entry in list_facts(load_document({path: data}, path))])


def _only_chooses(config: pytest.Config) -> bool:
    """Whether it may be that no fact runs; or the run is a worker's: one that dies collecting loses its checks."""
    option = config.option
    return bool(option.collectonly or option.keyword or option.markexpr or hasattr(config, "workerinput"))


def _of_fact(label: str, fact: Fact) -> Listed:
    return Listed(
        label=label,
        at=fact.at,
        kind=fact.kind.value,
        verdict=fact.stated_verdict.value,
        correction=fact.correction.text if fact.correction is not None else "",
        tags=fact.tags,
    )


def _of_entry(entry: Entry) -> Listed:
    data = entry.data
    kind, verdict, correction = (
        str(node) if isinstance(node := data.get(name), Text) else "" for name in ("kind", "verdict", "correction")
    )
    tags = data.get("tags")
    return Listed(
        label=entry.label,
        at=entry.at,
        kind=kind,
        verdict=verdict or SUPPORTED,
        correction=correction,
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, Seq) else (),
    )
