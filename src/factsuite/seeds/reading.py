"""Seeds as they are written: one file a family of rules, in `seeds/*.yaml`.

A seed is one defect, as an example on a rule's page writes it (see `rules/examples.py`), the rule that must find it
and words of the line where; and its twin, a near miss that must stay green.
"""

from importlib.resources import files
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.yaml_tree import read_yaml

_REQUIRED = ("id", "error", "rule", "at", "defect", "twin")
_FIELDS = (*_REQUIRED, "kind")


class Seed(Struct, frozen=True, kw_only=True):
    """One defect and its near miss."""

    id: str
    family: str
    error: str
    """The kind of error, in the words of a newsroom."""
    rule: str
    """The rule that must find the defect."""
    at: str
    """Words of the line where it must be found."""
    kind: str
    """The kind of the fact, where the example leaves it out."""
    defect: str
    twin: str


def read_seeds() -> tuple[Seed, ...]:
    """Every seed of the corpus, by family and in the order of its file."""
    found = [
        seed
        for file in sorted(files("factsuite.seeds").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
        for seed in read_file(file.name, file.read_text(encoding="utf-8"))
    ]
    seen: set[str] = set()
    for seed in found:
        if seed.id in seen:
            raise FactsuiteError(f"{seed.family}.yaml: two seeds are called {seed.id}", hint="an id is used once")
        seen.add(seed.id)
    return tuple(found)


def read_file(name: str, text: str) -> list[Seed]:
    """The seeds of one file; raises FactsuiteError with the place for a seed that is not whole."""
    path = PurePosixPath(name)
    node, problems = read_yaml(text, path)
    items = node.get("seeds") if isinstance(node, Map) else None
    if problems or not isinstance(items, Seq):
        raise FactsuiteError(f"{name}: not a file of seeds", hint="write a list below `seeds:`")
    return [_seed(item, path) for item in items]


def _seed(item: object, path: PurePosixPath) -> Seed:
    if not isinstance(item, Map):
        raise FactsuiteError("a seed is a mapping", at=Location(path=path))
    at = Location(path=path, line=item.line, column=item.column)
    given = {str(name): str(value) for name, value in item.items() if isinstance(value, Text)}
    wrong = [name for name in _REQUIRED if not given.get(name)] + [name for name in given if name not in _FIELDS]
    if wrong:
        raise FactsuiteError(f"a seed with missing or unknown fields: {', '.join(wrong)}", at=at)
    return Seed(family=path.stem, **{name: given.get(name, "") for name in _FIELDS})
