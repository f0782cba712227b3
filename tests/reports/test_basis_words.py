"""How a verdict was reached is told in words; nobody is said to have judged what nothing bears on."""

import pytest
from small_facts import judged

from factsuite.reports.explaining import reached

QUANTITY = "kind: quantity\nasserts: {measure: crossings, value: 300 people}\nevidence: [%s]\n"
ENTITIES = "format: 1\nmeasures:\n  - {id: crossings, name: crossings, unit: person, nouns: [people]}\n"
SOURCES = "format: 1\nsources:\n  - {id: a, publisher: A, kind: newspaper}\n"


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ("{source: a, reports: {value: 300 people}}", "supported, computed"),
        ("{source: a, stance: supports, because: It counts them., of: 300 people}", "supported, judged"),
        ("{source: a, excerpt: Many came.}", "unverified, nothing bears on it"),
        ("{source: a, reports: {value: 300 people}, set_aside: A slip.}", "unverified, nothing bears on it"),
    ],
)
def test_the_basis_is_told_where_there_is_one(evidence: str, words: str) -> None:
    judgement = judged(QUANTITY % evidence, entities=ENTITIES, sources=SOURCES)
    assert reached(judgement).partition(";")[0] == words
