"""The benchmark of speed: what it divides, what it calls slower, and that the floor reads what the loader reads."""

from pathlib import Path, PurePosixPath

import pytest

from benchmarks.corpus import write_corpus
from benchmarks.speed import Outcome, as_data, as_text, measure
from benchmarks.speed_child import READS_TEXT, READS_TEXT_TOO
from benchmarks.speed_floor import positioned
from benchmarks.speed_programs import Taken, programs
from benchmarks.speed_regression import WATCHED, worse
from factsuite.load.positioned import Map, Node, Seq
from factsuite.load.yaml_tree import read_yaml
from factsuite.rules.collecting import collect_rules


def with_places(node: Node) -> object:
    """A loaded value as the floor writes it: lines and columns from 0."""
    value: object = str(node)
    if isinstance(node, Map):
        value = {str(key): with_places(below) for key, below in node.items()}
    elif isinstance(node, Seq):
        value = [with_places(below) for below in node]
    return (value, node.line - 1, node.column - 1)


def test_the_floor_makes_the_values_and_places_that_the_loader_makes(tmp_path: Path) -> None:
    write_corpus(tmp_path, 40)
    for file in tmp_path.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        node, problems = read_yaml(text, PurePosixPath(file.name))
        assert node is not None
        assert problems == ()
        assert positioned(text) == with_places(node)


def test_ratios_are_taken_run_by_run() -> None:
    taken = {"engine": [Taken(4, 10), Taken(9, 30), Taken(6, 20)], "floor": [Taken(2, 1), Taken(3, 1), Taken(1, 1)]}
    outcome = Outcome(1000, taken, {"citations": "No module named 'citations'"})
    assert outcome.ratio("engine", "floor") == (2, 3, 6)
    data = as_data(outcome)
    assert data["seconds"] == {"engine": 6, "floor": 2}
    assert data["ratios"] == {"engine/floor": [2, 3, 6]}
    assert data["microseconds_per_fact"] == 6000
    assert data["peak_mb"] == 30
    assert "not measured: citations: No module named 'citations'" in as_text(outcome)


def test_what_has_doubled_or_vanished_is_slower() -> None:
    stored = {"engine/floor": 4.0, "help/empty": 3.0, "pytest/floor": 2.0}
    told = worse({"engine/floor": 8.1, "help/empty": 6.0}, stored)
    assert told == [
        "engine/floor: 8.1, more than 2 times the stored 4.0",
        "pytest/floor: stored as 2.0, and not measured",
    ]
    assert worse(stored, stored) == []


def test_what_is_watched_is_measured() -> None:
    assert {name for pair in WATCHED for name in pair} <= set(programs(Path(), 1, ""))


def test_the_rules_that_read_text_are_rules_that_there_are() -> None:
    rules = collect_rules(None)
    assert {rule.family for rule in rules} >= READS_TEXT
    assert {rule.name for rule in rules} >= READS_TEXT_TOO


def test_it_measures_a_small_corpus_and_says_what_it_cannot() -> None:
    outcome = measure(40, 1, "/no/such/python", ("floor", "quotations", "quotations-citations"))
    assert outcome.facts == 40
    assert set(outcome.taken) == {"floor", "quotations"}
    assert outcome.seconds("floor") > 0
    assert outcome.missing["quotations-citations"].endswith("is not installed")


@pytest.mark.parametrize("name", ["engine", "engine-without-text", "pytest-adds"])
def test_each_way_through_the_engine_runs(name: str) -> None:
    assert measure(40, 1, "", (name,)).seconds(name) > 0
