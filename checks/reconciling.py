"""Reconciling: can everything the house asserts of one thing hold together?"""

from collections.abc import Iterator

from factsuite import Clash, Contribution, Finding, Matter, Reconciled, Related, Severity, rule

_MOST_SHOWN = 5


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#the-same-thing-twice")
def measure_asserted_twice(reconciled: Reconciled) -> Iterator[Finding]:
    """Two facts give one measure figures that cannot both hold, for one time and on one party's word.

    ## Why it matters
    A reader who finds 300 in one paragraph, or in last week's article, and 500 in the next believes neither.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: lead
            kind: quantity
            claim: 300 people came.
            anchor: {exact: An example}
            asserts: {measure: bridge-visitors, value: 300 people, as_of: 2031-06-01}
          - id: last-line
            kind: quantity
            claim: 500 people came.
            anchor: {exact: of a claim}
            asserts: {measure: bridge-visitors, value: 500 people, as_of: 2031-06-01}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: first-day
            kind: quantity
            claim: 300 people came on the first day.
            anchor: {exact: An example}
            asserts: {measure: bridge-visitors, value: 300 people, as_of: 2031-06-01}
          - id: by-the-autumn
            kind: quantity
            claim: 500 people had come by the autumn.
            anchor: {exact: of a claim}
            asserts: {measure: bridge-visitors, value: 500 people, as_of: 2031-09-15}

    ## Limits
    A figure without `as_of` is of its article's day. A figure of a whole month or year is taken to hold all through it.
    What different parties say is compared only where one speaks within the other. A known inaccuracy asserts nothing,
    and a figure computed from others of its measure is not compared with them.
    """
    hint = "correct one of them; or give the day each is of, on whose word it is, or a measure of its own"
    yield from _found(reconciled, Matter.FIGURE, "gives", hint)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#the-same-thing-twice")
def event_asserted_twice(reconciled: Reconciled) -> Iterator[Finding]:
    """Two facts give one event dates or places that cannot both be right.

    ## Why it matters
    An event happened once. Articles that date or place it differently cannot both stand.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: lead
            kind: date
            claim: The bridge opened on 1 June.
            anchor: {exact: An example}
            asserts: {event: opening, on: 2031-06-01}
          - id: last-line
            kind: date
            claim: The bridge opened on 2 June.
            anchor: {exact: of a claim}
            asserts: {event: opening, on: 2031-06-02}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: lead
            kind: date
            claim: The bridge opened on 1 June.
            anchor: {exact: An example}
            asserts: {event: opening, on: 2031-06-01}
          - id: last-line
            kind: date
            claim: The bridge opened in June.
            anchor: {exact: of a claim}
            asserts: {event: opening, on: June 2031}

    ## Limits
    A wider date, or a place that holds the other, contradicts nothing. Two rounds of one event are two events.
    """
    hint = "correct one of them, or record two events if it happened twice"
    yield from _found(reconciled, Matter.DATE, "has it on", hint)
    yield from _found(reconciled, Matter.PLACE, "has it at", hint)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#the-same-thing-twice")
def office_asserted_twice(reconciled: Reconciled) -> Iterator[Finding]:
    """Two facts give one person, on one day, offices that they did not both hold.

    ## Why it matters
    A mayor in one article cannot be the harbour master in another of the same day.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: lead
            kind: office
            claim: Ada Quill is the mayor.
            anchor: {exact: An example}
            asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
          - id: last-line
            kind: office
            claim: Ada Quill is the harbour master.
            anchor: {exact: of a claim}
            asserts: {person: ada-quill, office: Harbour Master, as_of: 2031-06-01}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: lead
            kind: office
            claim: Ada Quill is the mayor.
            anchor: {exact: An example}
            asserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}
          - id: last-line
            kind: office
            claim: Ada Quill is a spokeswoman.
            anchor: {exact: of a claim}
            asserts: {person: ada-quill, office: spokeswoman, as_of: 2031-06-01}

    ## Limits
    Only declared titles are compared; a label, or a title nobody declared, says nothing of another.
    """
    hint = "correct one of them, or record the office if the person held both"
    yield from _found(reconciled, Matter.OFFICE, "has", hint)


def _found(reconciled: Reconciled, matter: Matter, verb: str, hint: str) -> Iterator[Finding]:
    for clash in reconciled.about(matter):
        one, first = clash.one, clash.against[0]
        others = f" (and {len(clash.against) - 1} more facts)" if len(clash.against) > 1 else ""
        yield Finding(
            at=one.at,
            message=(
                f"`{one.thing}`: this fact {verb} {_said(one)}, "
                f"the fact `{_named(first, clash)}` {verb} {_said(first)}{others}; "
                "both cannot be right"
            ),
            hint=hint,
            related=tuple(
                Related(at=other.at, message=f"`{_named(other, clash)}` {verb} {_said(other)}")
                for other in clash.against[:_MOST_SHOWN]
            ),
            fact=one.fact,
            article=one.article,
        )


def _said(each: Contribution) -> str:
    limits = [each.day] if each.day and each.matter in (Matter.FIGURE, Matter.OFFICE) else []
    limits += [f"according to `{each.scope}`"] if each.scope else []
    return f"'{each.text}'" + (f" ({', '.join(limits)})" if limits else "")


def _named(other: Contribution, clash: Clash) -> str:
    """A fact of another article is named with its article."""
    return other.fact if other.article == clash.one.article else f"{other.article}/{other.fact}"
