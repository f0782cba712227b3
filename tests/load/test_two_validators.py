"""The fast validator says *valid* exactly where the reference does: on real entries and on thousands of broken ones."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from factsuite.load.positioned import text_at
from factsuite.load.schemas import fact_kinds, outline_validator, validator
from factsuite.load.yaml_tree import read_yaml

ROOT = Path(__file__).parent.parent.parent
SECTIONS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "events": "event",
    "measures": "measure",
}
VALUES: tuple[Any, ...] = (
    "", "x", "yes", "2031-06-01", "..", "a b", "Ü", "\x00", "\ud800", "- ", "a-b", "A", "300 people", "+02:00", "🙂",
    [], ["x"], ["x", "x"], [[]], [{}], {}, {"id": "x"}, {"exact": "x"}, {"source": "x"}, {"": ""},
)  # fmt: skip


def plain(name: str) -> Any:
    file = next((ROOT / "facts").glob(f"*/{name}.yaml"))
    node, _ = read_yaml(file.read_text(encoding="utf-8"), PurePosixPath(file.name))
    return json.loads(json.dumps(node))


def entries() -> Iterator[tuple[str, str, Any]]:
    """Real entries, each with the branch it belongs to."""
    for fact in plain("facts")["facts"]:
        yield "facts", f"fact-{fact['kind']}", fact
    for source in plain("sources")["sources"][::4]:
        yield "sources", "source", source
    for section, branch in SECTIONS.items():
        for entity in plain("entities")[section][::4]:
            yield "entities", branch, entity


def broken(value: Any, chance: random.Random) -> Any:
    """The same with one thing changed, dropped, added or repeated, somewhere."""
    whole = copy.deepcopy(value)
    node: Any = whole
    while True:
        if not isinstance(node, dict | list) or not node:
            return chance.choice(VALUES)
        key: Any = chance.choice(sorted(node)) if isinstance(node, dict) else chance.randrange(len(node))
        if isinstance(node[key], dict | list) and node[key] and chance.random() < 0.7:
            node = node[key]
            continue
        change = chance.randrange(4)
        if change == 0:
            del node[key]
        elif change == 1 and isinstance(node, dict):
            node[chance.choice(["extra", "kind", "id", f"{key}s", ""])] = chance.choice(VALUES)
        elif change == 2 and isinstance(node, list):
            node.append(node[key])
        else:
            node[key] = chance.choice(VALUES)
        return whole


@pytest.mark.parametrize("seed", range(8))
def test_both_answer_alike_on_real_entries_and_on_broken_ones(seed: int) -> None:
    chance = random.Random(seed)
    refused = 0
    for name, branch, entry in entries():
        form = validator(name, branch)
        assert form.accepts(entry)
        for _ in range(6):
            changed = broken(entry, chance)
            valid = form.reference.is_valid(changed)
            refused += not valid
            expected = (False, valid) if r"\ud800" in repr(changed) else (valid,)
            assert form.accepts(changed) in expected, changed
    assert refused > 300


def test_every_branch_and_every_outline_compiles_for_both() -> None:
    forms = [validator("facts", f"fact-{kind}") for kind in fact_kinds()]
    forms += [outline_validator(name) for name in ("facts", "sources", "entities")]
    forms += [validator("entities", branch) for branch in SECTIONS.values()]
    for form in forms:
        assert isinstance(form.reference, Draft7Validator)
        assert not form.accepts([])
        assert not form.reference.is_valid([])


@pytest.mark.parametrize("text", ["\ud800", "\x00", "a\u0301", "\U0001f9ea", "x" * 100_000])
def test_odd_texts_are_judged_alike(text: str) -> None:
    form = validator("sources", "source")
    source: Any = {"id": "one", "publisher": text, "kind": "newspaper"}
    assert form.reference.is_valid(source)
    assert form.accepts(source)


def test_a_positioned_text_is_a_text_to_both() -> None:
    form = validator("sources", "source")
    source: Any = {text_at(key, 1, 1): text_at("newspaper", 1, 1) for key in ("id", "publisher", "kind")}
    assert form.accepts(source)
    assert form.reference.is_valid(source)
