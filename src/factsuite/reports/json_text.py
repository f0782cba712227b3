"""Data as the JSON report writes it: one blank of indentation a level, letters of every script as they are."""

import json
from functools import lru_cache
from json.encoder import encode_basestring


def indented(data: object, depth: int = 0) -> str:
    """The text that `json.dumps(data, indent=1, ensure_ascii=False)` gives, `depth` levels further in.

    The standard library indents in Python, piece by piece; this takes a third of the time. Keys are texts.
    """
    return _text(data, "\n" + " " * depth)


def _text(data: object, line: str) -> str:
    """`line` is a line end with the blanks before the data's own last bracket."""
    sort = type(data)
    if sort is dict:
        if not data:
            return "{}"
        within = line + " "
        pairs = []
        for name, value in data.items():  # type: ignore[attr-defined]  # it is a dict
            sort = type(value)
            if sort is str:
                pairs.append(f"{_named(name)}{encode_basestring(value)}")
            elif sort is int:
                pairs.append(f"{_named(name)}{value}")
            elif value is None or value is True or value is False:
                pairs.append(f"{_named(name)}{_WORDS[value]}")
            else:
                pairs.append(f"{_named(name)}{_text(value, within)}")
        return f"{{{within}{f',{within}'.join(pairs)}{line}}}"
    if sort is list:
        if not data:
            return "[]"
        within = line + " "
        return f"[{within}{f',{within}'.join([_text(value, within) for value in data])}{line}]"  # type: ignore[attr-defined]  # it is a list
    if sort is str:
        return encode_basestring(data)  # type: ignore[arg-type]  # it is a str
    return json.dumps(data, indent=1, ensure_ascii=False).replace("\n", line)


_WORDS = {None: "null", True: "true", False: "false"}


@lru_cache(maxsize=2048)
def _named(name: str) -> str:
    return f"{encode_basestring(name)}: "
