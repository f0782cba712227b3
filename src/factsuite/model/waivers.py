"""Waivers: findings the house lets pass until a day, each with a reason and a name. In `facts/waivers.yaml`."""

from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.documents import load_document
from factsuite.load.entries import Entry, load_waivers
from factsuite.load.files import FACTS, WAIVERS, Tree
from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.as_of import AsOf, one_day
from factsuite.model.reading_fields import FieldReader
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar, read_date


class Waiver(Struct, frozen=True, kw_only=True):
    """What is let pass: the findings of one rule, on one fact, in one article or below some path."""

    rule: Stated[str]
    because: str
    by: str
    """Who answers for it."""
    until: AsOf
    """The last day on which it holds."""
    at: Location
    until_at: Location
    article: Stated[str] | None = None
    fact: Stated[str] | None = None
    path: str = ""
    """A pattern: `facts/archive-*`."""
    fingerprint: str = ""
    """Of the only finding meant; empty for every one of the rule there."""

    @property
    def about(self) -> str:
        """What it is about, in a few words."""
        places = [stated.value for stated in (self.article, self.fact) if stated is not None]
        place = "/".join(places) or self.path or f"fingerprint {self.fingerprint}"
        return f"`{self.rule.value}` on `{place}`"


def build_waivers(tree: Tree) -> tuple[tuple[Waiver, ...], tuple[Problem, ...]]:
    """The waivers of a workspace, in the order of the file, and what is wrong with the file."""
    path = PurePosixPath(FACTS, WAIVERS)
    others = sorted(each for each in tree if each.name == WAIVERS and each != path)
    misplaced = tuple(map(_misplaced, others))
    if path not in tree:
        return (), misplaced
    loaded = load_waivers(load_document(tree, path))
    reader = FieldReader(path=path, calendar=Calendar())
    built = [_waiver(entry, reader) for entry in loaded.entries if entry.sound]
    return tuple(each for each in built if each is not None), (*loaded.problems, *reader.problems, *misplaced)


def _misplaced(path: PurePosixPath) -> Problem:
    return Problem(
        rule="waiver-misplaced",
        message="waivers are not read from here, so nothing in this file lets anything pass",
        hint=f"move them to {FACTS}/{WAIVERS}: one file for all articles",
        at=Location(path=path),
    )


def _waiver(entry: Entry, reader: FieldReader) -> Waiver | None:
    data = entry.data
    rule, until = reader.text(data, "rule"), reader.text(data, "until")
    day = _last_day(until, reader) if until is not None else None
    if rule is None or until is None or day is None:
        return None
    return Waiver(
        rule=rule,
        because=reader.plain(data, "because"),
        by=reader.plain(data, "by"),
        until=day,
        at=entry.at,
        until_at=until.at,
        article=reader.text(data, "article"),
        fact=reader.text(data, "fact"),
        path=reader.plain(data, "path"),
        fingerprint=reader.plain(data, "fingerprint"),
    )


def _last_day(until: Stated[str], reader: FieldReader) -> AsOf | None:
    value = read_date(until.text)
    day = one_day(value) if value is not None else None
    if day is None:
        reader.unreadable(until, "until", "one day", "write the last day on which the waiver holds: 2031-07-01")
    return day
