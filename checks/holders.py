"""Holders: did the person hold the office the article gives them?"""

from collections.abc import Iterator

from factsuite import Finding, OfficeFact, Registry, Related, Severity, rule
from factsuite.verdicts.titles import holds, resolve_title


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#offices", link=3)
def office_of_another(fact: OfficeFact, registry: Registry) -> Iterator[Finding]:
    """The record shows the office with other people only.

    ## Why it matters
    Sources that give an office may give it to somebody else. The record in entities.yaml says whose it was.

    ## Fails
        asserts: {person: noor-vane, office: Mayor of Larkhaven, as_of: 2031-06-01}
        evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]

    ## Passes
        asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
        evidence: [{source: hearing, reports: {office: Mayor of Larkhaven}}]

    ## Limits
    Silent where entities.yaml does not have the office at all, and where it is a label such as *spokesman*.
    """
    titled = resolve_title(fact.office.text, registry)
    day = fact.asserts.as_of.value if fact.asserts.as_of is not None else None
    if titled.is_label or not titled.offices or holds(fact.person.value, fact.office.text, day, registry):
        return
    if registry.person(fact.person.value) is None:
        return
    names = " and ".join(dict.fromkeys(person.name for person, _ in titled.offices))
    yield Finding(
        at=fact.person.at,
        message=f"{fact.office} is recorded as the office of {names}, not of `{fact.person.value}`",
        hint="correct the person or the office; or record the term in entities.yaml, with its sources",
        related=tuple(Related(at=office.at, message="the office as recorded") for _, office in titled.offices[:3]),
    )
