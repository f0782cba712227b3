"""What a house rule may ask of an evidence entry: does it print these words?"""

import pytest
from small_facts import judged


def prints(evidence: str, words: str = "I never saw that memo.") -> bool:
    fact = judged(f"kind: quotation\nasserts: {{words: {words}}}\nevidence: [{evidence}]\n").fact
    return fact.evidence[0].prints(fact.asserts.words)


@pytest.mark.parametrize(
    ("evidence", "printed"),
    [
        ('{source: hearing, excerpt: "MAYOR: I never saw that memo."}', True),
        ("{source: hearing, reports: {words: I never saw that memo. We burnt it.}}", True),
        ('{source: hearing, excerpt: "MAYOR: We never saw the memo."}', False),
        ("{source: hearing, reports: {speaker: mayor}}", False),
        ("{source: hearing, excerpt: I never saw that memo., translated_from: fr}", False),
    ],
)
def test_an_entry_prints_the_words_it_reports_or_quotes(evidence: str, printed: bool) -> None:
    assert prints(evidence) is printed
