"""Words that turn a figure's meaning round: of two texts that differ in one of them, the figures are not one."""

from collections.abc import Iterable, Mapping

from factsuite.texts.synonyms import concept

_PAIRS = """
born died|increase decrease|rise fall|grow shrink|win lose|victory defeat|gain loss|most least|highest lowest
largest smallest|biggest smallest|high low|first last|earliest latest|oldest youngest|best worst|male female|man woman
boy girl|men women|north south|east west|northern southern|eastern western|buy sell|import export|open close
begin end|start stop|arrive depart|positive negative|succeed fail|success failure|hire dismiss|marry divorce|for against
accept reject|approve reject|allow ban|legal illegal|guilty innocent|convict acquit|major minor|majority minority
early late|fast slow|fastest slowest|longest shortest|home away|husband wife|father mother|son daughter|brother sister
maximum minimum|rural urban|import export|domestic foreign|domestic international|public private|dead alive
support oppose|profit loss|surplus deficit|creditor debtor|employed unemployed|above below
"""


def _table() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", "|").split("|"):
        if pair.strip():
            one, other = (concept(word) for word in pair.split())
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return {key: frozenset(others) for key, others in table.items()}


OPPOSITES = _table()
"""Of each such word, as `concept` gives it, the words opposite."""


def opposed(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """Return a word of the first text whose opposite the other has, where neither text has both."""
    mine, theirs = frozenset(one), frozenset(other)
    for key in sorted(mine - theirs):
        for opposite in sorted(OPPOSITES.get(key, ())):
            if opposite in theirs and opposite not in mine:
                return key, opposite
    return None
