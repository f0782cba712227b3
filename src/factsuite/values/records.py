"""What the two kinds of record have in common.

Records are frozen dataclasses. Those that a run makes by the ten thousand are frozen structs of msgspec: compared,
hashed and shown the same way, and made in a tenth of the time. Those that the model keeps say `gc=False`: they hold
values and other records, never what holds them, so the garbage collector has nothing to follow; that makes them smaller
and made sooner.
"""

import dataclasses
from typing import Any, TypeVar, cast

from msgspec import Struct, structs

_T = TypeVar("_T")


def is_record(thing: object) -> bool:
    """Whether a thing is a record, or a class of records."""
    sort = thing if isinstance(thing, type) else type(thing)
    return issubclass(sort, Struct) or dataclasses.is_dataclass(sort)


def field_names(record: object) -> tuple[str, ...]:
    """The names of the fields of a record, or of a class of records, in order; raises TypeError for anything else."""
    sort: Any = record if isinstance(record, type) else type(record)
    if issubclass(sort, Struct):
        return tuple(sort.__struct_fields__)
    return tuple(each.name for each in dataclasses.fields(sort))


def changed(record: _T, **changes: object) -> _T:
    """A record with some fields changed; raises TypeError for a field it does not have."""
    if isinstance(record, Struct):
        return structs.replace(record, **changes)
    return cast(_T, dataclasses.replace(cast(Any, record), **changes))
