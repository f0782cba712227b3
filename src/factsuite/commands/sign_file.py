"""The list of sign-offs as `factsuite sign` writes it: by fact and person, the same bytes for the same sign-offs."""

import json
import re
from collections.abc import Iterable, Iterator

from factsuite.model.signoffs import OfSources, SignOff

_HEAD = """# yaml-language-server: $schema=../../schemas/signoffs.schema.json
# Written by `factsuite sign`. To change it, sign again, or take a sign-off back with --withdraw.
format: 1
"""
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def render_signoffs(signoffs: Iterable[SignOff]) -> str:
    """The file as text."""
    ordered = sorted(signoffs, key=lambda each: (each.fact.value, each.by.value))
    lines = [line for signoff in ordered for line in _entry(signoff)]
    return _HEAD + ("signoffs:\n" + "\n".join(lines) + "\n" if lines else "signoffs: []\n")


def _entry(signoff: SignOff) -> Iterator[str]:
    digests = signoff.digests
    yield f"  - fact: {_scalar(signoff.fact.value)}"
    yield f"    by: {_scalar(signoff.by.value)}"
    yield f"    on: {_scalar(signoff.on)}"
    yield f"    sentence: {digests.sentence}"
    yield f"    assertion: {digests.assertion}"
    yield from _of_sources("evidence", digests.evidence)
    yield from _of_sources("exhibits", digests.exhibits)


def _of_sources(name: str, digests: OfSources) -> Iterator[str]:
    yield f"    {name}:" + ("" if digests else " {}")
    yield from (f"      {_scalar(source)}: {digest}" for source, digest in digests)


def _scalar(text: str) -> str:
    """As it is where YAML cannot take it for anything but a word; else in quotation marks."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=True)
