"""What the facts of the first dossier assert by hand is also read from the article's words, and nothing else is."""

from pathlib import Path

import pytest

from factsuite import Fact
from factsuite.engine import check_workspace
from factsuite.load.files import read_tree
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.reading.dates import read_dates
from factsuite.reading.quantities import read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.values.dates import Calendar, same_date
from factsuite.verdicts.measuring import same_measured

ROOT = Path(__file__).parent.parent
DOSSIER = build_workspace(read_tree(ROOT), Policy()).dossiers[0]


def facts_with(field: str) -> list[Fact]:
    return [fact for fact in DOSSIER.facts if fact.asserts.given(field) is not None]


@pytest.mark.parametrize("fact", facts_with("value"), ids=lambda fact: fact.id)
def test_every_asserted_quantity_is_read_from_its_anchor(fact: Fact) -> None:
    value = fact.asserts.value
    measure = DOSSIER.registry.measure(fact.asserts.measure.value)
    read = [mention.quantity for mention in read_quantities(fact.anchor.exact.text)]
    assert any(same_measured(quantity, value.value, measure) for quantity in read), (value.text, read)


@pytest.mark.parametrize("fact", [f for f in facts_with("on") if f.kind.value == "date"], ids=lambda fact: fact.id)
def test_every_asserted_date_is_read_from_its_anchor(fact: Fact) -> None:
    event = DOSSIER.registry.event(fact.asserts.event.value)
    calendar = Calendar(reference=DOSSIER.article.reference.value)
    read = [mention.value for mention in read_dates(fact.anchor.exact.text, calendar, period=event.period)]
    assert any(same_date(value, fact.asserts.on.value) for value in read), (fact.asserts.on.text, read)


@pytest.mark.parametrize("fact", facts_with("words"), ids=lambda fact: fact.id)
def test_every_quotation_is_found_in_its_anchor(fact: Fact) -> None:
    found = [quotation.words.rstrip(",.") for quotation in read_quotations(fact.anchor.exact.text)]
    assert fact.asserts.words.text.rstrip(",.") in found


def test_no_false_alarm_at_links_2_and_4() -> None:
    rules = {"anchor-says-otherwise", "claim-says-otherwise", "excerpt-says-otherwise", "record-excerpt-says-otherwise"}
    found = [found for found in check_workspace(ROOT).all_findings if found.rule in rules]
    assert found == []


def test_there_are_facts_to_read() -> None:
    assert len(facts_with("value")) >= 5
    assert len(facts_with("words")) >= 6
    assert any(fact.kind.value == "date" for fact in facts_with("on"))
