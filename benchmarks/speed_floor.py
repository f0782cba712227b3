"""The floor: positioned values made from libyaml's events, and nothing else. It is fixed, so that ratios to it last."""

from collections.abc import Iterable

import yaml

Value = tuple[object, int, int]
"""A text, a list or a mapping, with the line and column where it begins."""


def positioned(text: str) -> Value | None:
    """The one value of a YAML text; every scalar stays text, the first of two equal keys wins."""
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
    waiting: list[tuple[object, str | None, Value | None]] = []
    top: object = None
    here: Value | None = None
    key: str | None = None
    root: Value | None = None
    parser = yaml.CSafeLoader(text)
    while (event := parser.get_event()) is not None:
        sort = type(event)
        if sort is scalar:
            if key is None and type(top) is dict:
                key = event.value
                continue
            value = (event.value, event.start_mark.line, event.start_mark.column)
        elif sort is mapping or sort is sequence:
            waiting.append((top, key, here))
            top = {} if sort is mapping else []
            here = (top, event.start_mark.line, event.start_mark.column)
            key = None
            continue
        elif sort in ends:
            assert here is not None
            value = here
            top, key, here = waiting.pop()
        else:
            continue
        if type(top) is dict:
            assert key is not None
            top.setdefault(key, value)
            key = None
        elif type(top) is list:
            top.append(value)
        else:
            root = value
    return root


def read_all(files: Iterable[bytes]) -> int:
    """Read files one after the other; answers how many there were."""
    return sum(positioned(file.decode("utf-8")) is not None for file in files)
