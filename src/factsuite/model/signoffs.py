"""Sign-offs: who checked a fact, when, and against what. People stand in `facts/desk.yaml`."""

from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.documents import load_document
from factsuite.load.entries import Entry, load_desk, load_signoffs
from factsuite.load.files import DESK, FACTS, SIGNOFFS, Tree
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Text
from factsuite.load.problems import Problem
from factsuite.model.as_of import one_day
from factsuite.model.reading_fields import FieldReader
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar

OfSources = tuple[tuple[str, str], ...]
"""Digests by the id of a source, sorted."""


class DeskPerson(Struct, frozen=True, kw_only=True):
    """Somebody of the desk."""

    id: str
    name: str
    at: Location
    role: str = ""


class Digests(Struct, frozen=True, kw_only=True):
    """What was signed, each part apart, so that a change can be told."""

    sentence: str
    assertion: str
    evidence: OfSources
    exhibits: OfSources


class SignOff(Struct, frozen=True, kw_only=True):
    """One person signed one fact as it stood on a day."""

    fact: Stated[str]
    by: Stated[str]
    on: str
    """The day, as it is written."""
    at: Location
    digests: Digests


def build_desk(tree: Tree) -> tuple[tuple[DeskPerson, ...], tuple[Problem, ...]]:
    """The people of the desk, in the order of the file, and what is wrong with it.

    Of two with one id the first counts.
    """
    path = PurePosixPath(FACTS, DESK)
    if path not in tree:
        return (), ()
    loaded = load_desk(load_document(tree, path))
    reader = FieldReader(path=path, calendar=Calendar())
    found: dict[str, DeskPerson] = {}
    for entry in loaded.entries:
        if not entry.sound:
            continue
        id = reader.plain(entry.data, "id")
        if id in found:
            message, hint = f"two people of the desk have the id `{id}`", "give each an id of their own"
            reader.problems.append(Problem(rule="invalid-value", message=message, hint=hint, at=entry.at))
            continue
        name, role = reader.plain(entry.data, "name"), reader.plain(entry.data, "role")
        found[id] = DeskPerson(id=id, name=name, role=role, at=entry.at)
    return tuple(found.values()), (*loaded.problems, *reader.problems)


def build_signoffs(tree: Tree, folder: PurePosixPath) -> tuple[tuple[SignOff, ...], tuple[Problem, ...]]:
    """The sign-offs of an article, in the order of the file, and what is wrong with it.

    Of two by one person for one fact the first counts.
    """
    path = folder / SIGNOFFS
    if path not in tree:
        return (), ()
    loaded = load_signoffs(load_document(tree, path))
    reader = FieldReader(path=path, calendar=Calendar())
    found: dict[tuple[str, str], SignOff] = {}
    for entry in loaded.entries:
        signoff = _signoff(entry, reader) if entry.sound else None
        if signoff is None:
            continue
        key = signoff.fact.value, signoff.by.value
        if key in found:
            reader.problems.append(_twice(signoff))
        found.setdefault(key, signoff)
    return tuple(found.values()), (*loaded.problems, *reader.problems)


def _signoff(entry: Entry, reader: FieldReader) -> SignOff | None:
    data = entry.data
    fact, by, on = reader.text(data, "fact"), reader.text(data, "by"), reader.date(data, "on")
    if fact is None or by is None or on is None:
        return None
    if one_day(on.value) is None:
        typed = Stated(text=on.text, value=on.text, at=on.at)
        reader.unreadable(typed, "on", "one day", "the day on which it was signed: 2031-06-03")
        return None
    digests = Digests(
        sentence=reader.plain(data, "sentence"),
        assertion=reader.plain(data, "assertion"),
        evidence=_of_sources(data, "evidence"),
        exhibits=_of_sources(data, "exhibits"),
    )
    return SignOff(fact=fact, by=by, on=on.text, at=entry.at, digests=digests)


def _of_sources(data: Map, name: str) -> OfSources:
    node = data.get(name)
    fields = node if isinstance(node, Map) else Map()
    return tuple(sorted((str(source), str(digest)) for source, digest in fields.items() if isinstance(digest, Text)))


def _twice(signoff: SignOff) -> Problem:
    return Problem(
        rule="invalid-value",
        message=f"`{signoff.by.value}` has signed `{signoff.fact.value}` twice; this entry is not looked at",
        hint="remove one of the two entries",
        at=signoff.at,
    )
