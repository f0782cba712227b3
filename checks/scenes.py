"""Scenes: does the article set a fact where its measure or event is set?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Registry, Related, Relation, Severity, rule
from factsuite.model.entities import Entity
from factsuite.reading.names import find_names
from factsuite.verdicts.containment import compare_places


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#places", link=2)
def anchor_set_elsewhere(fact: Fact, registry: Registry) -> Iterator[Finding]:
    """The article names another place than the measure or the event that the fact is about.

    ## Why it matters
    Figures and dates are compared under a measure or an event. *People in Northport* and *people in Larkhaven* are two
    measures: an article that names the other place says something nobody compared.

    ## Fails
        # entities.yaml
        format: 1
        places:
          - {id: larkhaven, name: Larkhaven}
          - {id: northport, name: Northport}
        measures:
          - {id: guests, name: guests of the fair in Larkhaven, unit: person, nouns: [people, guests]}
        # facts.yaml
        format: 1
        facts:
          - id: guests
            kind: quantity
            claim: 300 people came to the fair in Northport.
            anchor: {exact: 300 people came to the fair in Northport}
            asserts: {measure: guests, value: 300 people}

    ## Passes
        # entities.yaml
        format: 1
        places:
          - {id: larkhaven, name: Larkhaven}
          - {id: northport, name: Northport}
        measures:
          - {id: guests, name: guests of the fair in Larkhaven, unit: person, nouns: [people, guests]}
        # facts.yaml
        format: 1
        facts:
          - id: guests
            kind: quantity
            claim: 300 people came to the fair in Larkhaven.
            anchor: {exact: 300 people came to the fair in Larkhaven}
            asserts: {measure: guests, value: 300 people}

    ## Limits
    Only where the measure or event names a place in its own name, and every place of the anchor lies elsewhere. Places
    that are `near` one another or overlap are not elsewhere.
    """
    about = _about(fact, registry)
    if about is None:
        return
    there = [mention.id for mention in find_names(about.name, registry.place_names) if mention.id]
    if not there:
        return
    here = [mention for mention in find_names(fact.anchor.exact.text, registry.place_names) if mention.id]
    if not here:
        return
    if any(compare_places(mention.id, id, registry) is not Relation.CONTRADICTS for mention in here for id in there):
        return
    read = " and ".join(dict.fromkeys(f"'{mention.text}'" for mention in here))
    yield Finding(
        at=fact.anchor.exact.at,
        message=f"the article says {read}; the fact is about '{about.name}'",
        hint="correct the article; or record the other place as a measure or event of its own",
        related=(Related(at=about.at, message="what the fact is about"),),
    )


def _about(fact: Fact, registry: Registry) -> Entity | None:
    ref = fact.asserts.measure or fact.asserts.event
    return registry.entities.get(ref.value) if ref is not None else None
