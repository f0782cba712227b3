"""What rules are handed is looked up once for the facts of a kind: every fact is told of as if it were alone."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from factsuite import Article, Fact, Finding, Grounds, Judgement, Quotation
from factsuite.load.files import read_tree
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.applying import Runner
from factsuite.rules.collecting import collect_rules
from factsuite.rules.providing import OF_ARTICLE, Given
from factsuite.rules.rule import Rule, parameter_types
from factsuite.rules.running import examine

ROOT = Path(__file__).resolve().parents[2]


def rules_on_everything() -> list[Rule]:
    """Rules that ask for what is the fact's, for what is the article's and for both; one asks in vain."""

    def kind_by_kind(fact: Fact, judgement: Judgement, article: Article) -> Iterator[Finding]:
        yield Finding(at=fact.at, message=f"{judgement.fact.id} of {article.id}")

    def quoted(fact: Quotation, grounds: Grounds, again: Quotation) -> Iterator[Finding]:
        yield Finding(at=fact.at, message=f"{again.id} is itself: {fact is again} in {grounds.dossier.id}")

    def judged(judgement: Judgement, fact: Fact) -> Iterator[Finding]:
        yield Finding(at=fact.at, message=f"its own: {judgement.fact is fact}")

    def in_vain(fact: Fact, again: Quotation) -> Iterator[Finding]:
        yield Finding(at=fact.at, message=f"only quotations: {again.kind.value} {fact is again}")

    model = collect_rules()[0]
    return [
        replace(model, name=each.__name__, function=each, parameters=parameter_types(each))
        for each in (kind_by_kind, quoted, judged, in_vain)
    ]


def test_a_fact_among_others_is_told_what_it_is_told_alone() -> None:
    workspace = build_workspace(read_tree(ROOT), Policy())
    rules = (*collect_rules(ROOT), *rules_on_everything())
    together, alone = Runner(rules, False), Runner(rules, False)
    seen: set[str] = set()
    for dossier in workspace.dossiers[:2]:
        examined = examine(dossier, workspace)
        given = Given(OF_ARTICLE, examined)
        found = together.about_facts(examined.judgements, examined, given)
        assert found == [pair for label in examined.judgements for pair in alone.about_facts([label], examined, given)]
        asked = [rule.name for rule, _ in found]
        assert asked.count("kind_by_kind") == asked.count("judged") == len(examined.judgements)
        quotations = sum(isinstance(fact, Quotation) for fact in dossier.facts)
        assert asked.count("quoted") == asked.count("in_vain") == quotations
        assert not [reported for _, reported in found if "False" in reported.finding.message]
        seen.update(asked)
    assert {"kind_by_kind", "quoted", "judged", "in_vain"} <= seen
