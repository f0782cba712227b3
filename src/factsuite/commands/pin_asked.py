"""What `factsuite pin` is asked for: its options, checked."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from factsuite.engine import STORE_VARIABLE, store_of
from factsuite.load.exhibits import LARGEST
from factsuite.pinning.errors import PinError
from factsuite.pinning.extracting import Wanted
from factsuite.pinning.fetching import MAX_BYTES, TIMEOUT, Limits
from factsuite.pinning.sources import Home


def day_of(options: argparse.Namespace) -> str:
    """The day of the copy; the clock is asked here, and nowhere else."""
    if options.retrieved is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return date.fromisoformat(options.retrieved).isoformat()
    except ValueError as error:
        raise PinError(f"--retrieved: '{options.retrieved}' is no day", hint="write it as 2031-06-01") from error


def place_of(options: argparse.Namespace, home: Home) -> str:
    """Where the source is: as given, or its own address."""
    place: str = options.place or home.source.url
    if not place:
        raise PinError(f"`{home.source.id}` has no url in sources.yaml", hint="say where it is: a file, or a URL")
    return place


def limits_of(options: argparse.Namespace) -> Limits:
    """How much is read, and how long is waited."""
    size = MAX_BYTES if options.max_bytes is None else options.max_bytes
    seconds = TIMEOUT if options.timeout is None else options.timeout
    if not 0 < size <= LARGEST:
        raise PinError(f"--max-bytes {size}: from 1 to {LARGEST:,}", hint="a check reads no larger file")
    if not 0 < seconds < 86_400:
        raise PinError(f"--timeout {seconds:g}: above 0, and less than a day", hint="leave it out for 30 seconds")
    return Limits(max_bytes=size, seconds=seconds, allow_private=options.allow_private)


def wanted_of(options: argparse.Namespace, home: Home, limits: Limits) -> Wanted:
    """How its text is extracted."""
    return Wanted(
        extractor=options.extractor,
        record=options.record or home.source.url,
        asked_for=bool(options.record),
        max_bytes=limits.max_bytes,
    )


def store_for(options: argparse.Namespace, root: Path) -> Path | None:
    """Where a sealed copy goes: outside the repository, or it would be published with it."""
    if not options.sealed:
        if options.store:
            raise PinError("--store is for sealed copies", hint="add --sealed")
        return None
    given = Path(options.store).expanduser() if options.store else store_of(root)
    if given is None:
        hint = f"add --store DIR, set {STORE_VARIABLE}, or exhibits_store in [tool.factsuite]"
        raise PinError("--sealed needs a place outside the repository", hint=hint)
    store = given.resolve()
    base = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root).resolve()
    if store.is_relative_to(base) or base.is_relative_to(store):
        raise PinError(f"{given} and the repository lie within each other", hint="keep sealed copies elsewhere")
    return store
