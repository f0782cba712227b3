"""References: those of a kind's own fields are all there are."""

import json
from pathlib import Path

from factsuite.load.files import read_tree
from factsuite.model.building import build_workspace
from factsuite.model.kinds import FIELDS, Kind
from factsuite.model.policy import Policy
from factsuite.model.references import REFERENCE_FIELDS, fact_references, references
from factsuite.model.stated import Ref

ROOT = Path(__file__).resolve().parents[2]


def test_no_kind_may_give_another_field_that_holds_ids() -> None:
    forms = json.loads((ROOT / "schemas/facts.schema.json").read_text(encoding="utf-8"))["definitions"]
    for kind in Kind:
        fields = {"earlier", "later"} if kind is Kind.ORDER else set(_fields(kind))
        for side in ("asserts", "reports"):
            form = forms[f"{side}-{kind.value}"]
            assert form["additionalProperties"] is False
            assert form["properties"].keys() & set(REFERENCE_FIELDS) == fields & set(REFERENCE_FIELDS)


def _fields(kind: Kind) -> tuple[str, ...]:
    return FIELDS[kind].scope + FIELDS[kind].claimed


def test_every_reference_of_our_own_facts_is_found() -> None:
    seen = set()
    for dossier in build_workspace(read_tree(ROOT), Policy()).dossiers:
        for fact, listed in dossier.references:
            expected: list[tuple[str, Ref]] = []
            for terms in (fact.asserts, *(entry.reports for entry in fact.evidence if entry.reports is not None)):
                given = dict(terms.stated())
                found = [(name, given[name]) for name in REFERENCE_FIELDS if name in given]
                for name, stated in found:
                    refs = stated.value if isinstance(stated.value, tuple) else (stated,)
                    expected += [(name, ref) for ref in refs]
            assert fact_references(fact) == listed == expected
            assert references(fact.kind, fact.asserts) == expected[: len(references(fact.kind, fact.asserts))]
            seen |= {name for name, _ in expected}
    assert {"measure", "event", "speaker", "who", "where", "person"} <= seen
