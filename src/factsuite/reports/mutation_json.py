"""What became of the mutants, as JSON under `schemas/mutation.schema.json`: the same bytes for the same files."""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from factsuite.mutation.catching import would_catch
from factsuite.mutation.mutants import Fate, Link, Outcome
from factsuite.mutation.running import Mutated
from factsuite.mutation.scoring import Score, by_kind, by_link, by_operator, score_of

MUTATION_FORMAT = "1"


def render_mutation_json(mutated: Sequence[Mutated], digest: str, seed: int, links: Sequence[Link]) -> str:
    """Everything as text."""
    return json.dumps(mutation_data(mutated, digest, seed, links), indent=1, ensure_ascii=False) + "\n"


def mutation_data(mutated: Sequence[Mutated], digest: str, seed: int, links: Sequence[Link]) -> dict[str, Any]:
    """Everything as plain data. `mutants` are the killed, the survivors and the equivalent ones."""
    outcomes = [outcome for each in mutated for outcome in each.outcomes]
    scores = {}
    for link, score in by_link(outcomes).items():
        killed = [each for each in outcomes if each.mutant.link is link and each.fate is Fate.KILLED]
        scores[link.value] = _score(score) | {
            "by_anchor": sum(each.by_anchor for each in killed),
            "by_value": sum(each.by_value for each in killed),
        }
    return {
        "format": MUTATION_FORMAT,
        "digest": digest,
        "seed": seed,
        "articles": [each.article for each in mutated],
        "errors_before": sum(each.errors for each in mutated),
        "links": [link.value for link in links],
        **_score(score_of(outcomes)),
        "by_link": scores,
        "by_operator": {name: _score(score) for name, score in by_operator(outcomes).items()},
        "by_kind": {name: _score(score) for name, score in by_kind(outcomes).items()},
        "survivors": [_survivor(each) for each in outcomes if each.fate is Fate.SURVIVED],
        "left_out": [_left_out(each) for each in outcomes if each.fate in (Fate.EQUIVALENT, Fate.UNCHECKED)],
    }


def tenths(percent: Fraction | None) -> float | None:
    """A score in percent, rounded down to a tenth, so that 100.0 means all of them."""
    return None if percent is None else int(percent * 10 // 1) / 10


def _score(score: Score) -> dict[str, Any]:
    return {
        "mutants": score.counted + score.equivalent,
        "killed": score.killed,
        "survived": score.survived,
        "equivalent": score.equivalent,
        "redundant": score.redundant,
        "not_checked": score.unchecked,
        "score": tenths(score.percent),
        "compared": score.compared,
        "compared_score": tenths(score.compared_percent),
    }


def _survivor(outcome: Outcome) -> dict[str, Any]:
    return _described(outcome) | {"would_catch": would_catch(outcome.mutant)}


def _left_out(outcome: Outcome) -> dict[str, Any]:
    return _described(outcome) | {"fate": outcome.fate.value}


def _described(outcome: Outcome) -> dict[str, Any]:
    mutant = outcome.mutant
    at = mutant.location
    return {
        "operator": mutant.operator,
        "link": mutant.link.value,
        "kind": mutant.kind,
        "location": {"path": str(at.path), "line": at.line, "column": at.column},
        "before": mutant.before,
        "after": mutant.after,
        "context": mutant.context,
        "facts": list(mutant.facts),
        "because": outcome.because,
    }
