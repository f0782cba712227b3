"""What dataclasses and structs have in common is asked of both in one way."""

from dataclasses import dataclass

import pytest
from msgspec import Struct

from factsuite.values.records import changed, field_names, is_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Rare:
    text: str
    number: int = 3


class Common(Struct, frozen=True, kw_only=True):
    text: str
    number: int = 3


@pytest.mark.parametrize("sort", [Rare, Common])
def test_both_kinds_are_records_with_fields_in_order(sort: type[Rare] | type[Common]) -> None:
    record = sort(text="a")
    assert is_record(sort)
    assert is_record(record)
    assert field_names(sort) == field_names(record) == ("text", "number")


@pytest.mark.parametrize("sort", [Rare, Common])
def test_both_kinds_are_changed_by_copies_that_keep_the_rest(sort: type[Rare] | type[Common]) -> None:
    record = sort(text="a", number=4)
    assert changed(record, text="b") == sort(text="b", number=4)
    assert record == sort(text="a", number=4)
    with pytest.raises(TypeError):
        changed(record, other="b")


@pytest.mark.parametrize("thing", ["text", ("a", 1), dict, 3])
def test_nothing_else_is_a_record(thing: object) -> None:
    assert not is_record(thing)
    with pytest.raises(TypeError):
        field_names(thing)
