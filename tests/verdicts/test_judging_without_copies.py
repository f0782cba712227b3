"""What is left undone when a fact is judged never changes what comes of it."""

from fractions import Fraction
from itertools import product
from pathlib import Path, PurePosixPath

import pytest
from msgspec.structs import replace

from factsuite.load.files import read_tree
from factsuite.load.locations import Location
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Measure
from factsuite.model.facts import ATTRIBUTES, Terms
from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import example_tree
from factsuite.values.dates import Bounds, DateValue, compare_dates
from factsuite.values.quantities import Quantity, Reach, compare_quantities, read_quantity, same_set
from factsuite.values.relation import Relation, weakest
from factsuite.values.strength import compare_acts
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import judge
from factsuite.verdicts.lines import origins
from factsuite.verdicts.measuring import compare_measured


@pytest.fixture(scope="module")
def dossiers() -> list[Dossier]:
    """The articles of this repository, and the examples of rules about the evidence of facts."""
    examples = [
        example
        for rule in collect_rules(None)
        if rule.family in ("evidence", "arithmetic")
        for example in (rule.page.fails, rule.page.passes)
    ]
    trees = [read_tree(Path(__file__).parents[2]), *(example_tree(example) for example in examples)]
    return [dossier for tree in trees for dossier in build_workspace(tree, Policy()).dossiers]


def test_every_entry_counts_that_bears_and_is_not_set_aside(dossiers: list[Dossier]) -> None:
    for dossier in dossiers:
        grounds = Grounds(dossier, Policy())
        for fact in dossier.facts:
            found = judge(fact, grounds, dossier.by_id)
            assert {id(each) for line in found.lines for each in line.entries} == {id(each) for each in found.counting}
            assert found.counting == tuple(each for each in found.entries if each.bears and not each.set_aside)
            said = [c for each in found.counting for c in each.comparisons if c.relation is not Relation.INCOMPARABLE]
            assert found.comparisons == tuple(said)
            assert found.main_compared == bool(said)


def test_a_derived_fact_is_judged_the_same_on_the_same_grounds_and_on_new_ones(dossiers: list[Dossier]) -> None:
    changed = 0
    for dossier in dossiers:
        grounds = Grounds(dossier, Policy())
        for fact in dossier.facts:
            without = {id: each for id, each in dossier.by_id.items() if each is fact}  # nothing to compute it from
            first = judge(fact, grounds, dossier.by_id)
            other = judge(fact, grounds, without)
            assert other == judge(fact, Grounds(dossier, Policy()), without)
            assert judge(fact, grounds, dossier.by_id) == first
            changed += other != first
    assert changed


@pytest.mark.parametrize("field", ["order", "from", "at", *(slot for slot in Terms.__slots__ if slot != "at")])
def test_a_field_is_given_by_its_name_in_a_fact_file(field: str, dossiers: list[Dossier]) -> None:
    if field in ATTRIBUTES.values():
        return
    for terms in (fact.asserts for dossier in dossiers for fact in dossier.facts):
        plain = getattr(terms, ATTRIBUTES.get(field, field)) if field != "order" else terms.earlier and terms.later
        assert terms.given(field) is plain


def test_quantities_are_compared_in_a_unit_as_copies_in_that_unit_are() -> None:
    texts = ("300", "at least 200 people", "3 kilometres", "2 miles", "40 percent", "5 dollars a head", "2 to 4 times")
    quantities = [found for text in texts if (found := read_quantity(text)) is not None]
    assert len(quantities) == len(texts)
    for (one, other), units in product(product(quantities, repeat=2), product(("person", "mile", "percent"), repeat=2)):
        copies = replace(one, unit=units[0]), replace(other, unit=units[1])
        assert compare_quantities(one, other, units) is compare_quantities(*copies)
        assert same_set(one, other, units) is same_set(*copies)


def test_a_quantity_is_compared_with_itself_as_with_a_copy() -> None:
    at = Location(PurePosixPath("entities.yaml"), 1)
    counted = Measure(id="voters", name="voters", at=at, unit="person", nouns=("voters",))
    texts = ("300", "at least 200 voters", "3 kilometres", "40 boats", "between 2 and 4", "more than 5 and less than 5")
    empty = Quantity(low=Fraction(2), high=Fraction(1), unit="", noun="", text="2 to 1")
    quantities = [empty, *(found for text in texts if (found := read_quantity(text)) is not None)]
    assert len(quantities) >= len(texts)
    relations = set()
    for quantity, measure in product(quantities, (None, counted)):
        relations.add(compare_measured(quantity, quantity, measure))
        assert compare_measured(quantity, quantity, measure) is compare_measured(quantity, replace(quantity), measure)
    assert relations == {Relation.ENTAILS, Relation.INCOMPARABLE}


def test_single_moments_are_compared_as_sets_of_moments_are() -> None:
    ends = (None, 1, 2, 3)
    pairs = [(a, b) for a, b in product(ends, ends) if a is None or b is None or a <= b]
    bounds = [Bounds(earliest=earliest, latest=latest) for earliest, latest in pairs]
    for one, other in product(bounds, repeat=2):
        single = compare_dates(DateValue(starts=(one,), text=""), DateValue(starts=(other,), text=""))
        several = compare_dates(DateValue(starts=(one, one), text=""), DateValue(starts=(other,) * 2, text=""))
        assert single is several


def test_the_same_words_entail_themselves(dossiers: list[Dossier]) -> None:
    for act in ("said", "Will say", "told", "denied", "mumbled", ""):
        assert compare_acts(act, act) is compare_acts(f"{act} ", act) is Relation.ENTAILS
    for registry in (dossier.registry for dossier in dossiers):
        assert all(id in registry.containers(id) for id in (*registry.entities, "nobody"))


def test_sources_not_listed_as_derived_go_back_to_themselves_alone(dossiers: list[Dossier]) -> None:
    derived = 0
    for registry in (dossier.registry for dossier in dossiers):
        derived += len(registry.derived)
        for id in registry.sources.keys() - registry.derived:
            assert origins(id, registry) == (frozenset({id}), 0)
            assert not registry.sources[id].unknown_derivation
    assert derived


def test_the_weakest_relation_is_the_worst_that_is_comparable() -> None:
    order = (Relation.INCOMPARABLE, Relation.ENTAILS, Relation.COMPATIBLE, Relation.CONTRADICTS)
    for length in range(4):
        for relations in product(Relation, repeat=length):
            assert weakest(relations) is max(relations, key=order.index, default=Relation.INCOMPARABLE)


def test_one_number_is_the_same_number_as_it_is_written() -> None:
    texts = (
        "300",
        "exactly 4.5 percent",
        "12 people",
        "4.5 million dollars",
        "a dozen",
        "$5",
        "61.0 percent",
        "2 to 4",
    )
    plain = Reach(rounding=False)
    single = [found for text in texts if (found := read_quantity(text)) is not None and found.low is found.high]
    assert len(single) > 3
    assert [read_quantity(found.text, plain) for found in single] == single
