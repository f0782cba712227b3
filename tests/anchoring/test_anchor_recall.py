"""Every anchor of the first article, reworded by rule, is found again at its place, word for word."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factsuite.anchoring.finding import find_all_again
from factsuite.anchoring.states import State
from factsuite.load.files import read_tree
from factsuite.model.articles import line_starts
from factsuite.model.building import build_workspace
from factsuite.model.facts import Fact
from factsuite.model.policy import Policy

[DOSSIER] = build_workspace(read_tree(Path(__file__).parents[2]), Policy()).dossiers
assert DOSSIER.article is not None
BEFORE = DOSSIER.article
LONGER = [fact for fact in DOSSIER.facts if len(fact.anchor.exact.text.split()) >= 5]


def reworded(words: str) -> str:
    """Two neighbouring words change places, and one is put in."""
    parts = words.split()
    middle = len(parts) // 2
    parts[middle - 1], parts[middle] = parts[middle], parts[middle - 1]
    return " ".join([*parts[:middle], "indeed", *parts[middle:]])


@pytest.mark.parametrize("fact", LONGER, ids=lambda fact: fact.label)
def test_a_reworded_anchor_is_found_in_a_reordered_article(fact: Fact) -> None:
    old = fact.anchor.exact.text
    first, second, *rest = BEFORE.body.replace(old, reworded(old)).split("\n\n")
    body = "\n\n".join([first, second, *reversed(rest)])
    headline = BEFORE.headline.text.replace(old, reworded(old))
    stated = replace(BEFORE.headline, text=headline, value=headline)
    article = replace(BEFORE, body=body, headline=stated, line_starts=line_starts(body))
    slots = tuple(slot for slot in DOSSIER.slots if slot.label == fact.label)
    [found] = find_all_again(replace(DOSSIER, article=article, slots=slots), Policy(), BEFORE)
    assert [offer.words for offer in found.offers] == [reworded(old)]
    assert found.state in (State.REWORDED, State.VALUE_CHANGED)
    assert found.edit is not None and len(article.find(found.edit)) == 1
