"""A record that is quickly made is the record that `dataclass` would make."""

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Generic, TypeVar

import pytest

from factsuite.values.quick_records import quickly_made

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain(Generic[T]):
    text: str
    value: T | None = None
    number: int = 3


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Quick(Generic[T]):
    text: str
    value: T | None = None
    number: int = 3


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Longer(Quick[int]):
    more: str = "more"


@quickly_made
@dataclass(frozen=True, slots=True)
class InOrder:
    first: int
    second: int = 2
    third: int = field(default=3, kw_only=True)


def test_it_is_made_of_the_same_parameters() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)
    assert repr(Quick(text="a", number=4)) == repr(Plain(text="a", number=4)).replace("Plain", "Quick")
    assert repr(InOrder(1, third=4)) == "InOrder(first=1, second=2, third=4)"
    assert repr(Longer(text="a", more="b")) == "Longer(text='a', value=None, number=3, more='b')"


@pytest.mark.parametrize("wrong", [{}, {"text": "a", "other": 1}])
def test_wrong_arguments_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Quick"):
        Quick(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="InOrder"):
        InOrder(1, 2, 3)  # type: ignore[misc]


def test_it_stays_frozen_and_equal_and_can_be_copied() -> None:
    made = Longer(text="a", value=2)
    with pytest.raises(FrozenInstanceError):
        made.text = "b"  # type: ignore[misc]
    assert replace(made, text="b") == Longer(text="b", value=2)
    assert {made, copy.copy(made), pickle.loads(pickle.dumps(made))} == {made}


def test_what_needs_more_than_its_fields_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Listed:
        items: list[int] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            raise ValueError(self.number)

    for sort in (Listed, Checked):
        with pytest.raises(TypeError, match=sort.__name__):
            quickly_made(sort)
