"""Arithmetic: can a derived figure be computed from the facts it names?"""

from collections.abc import Iterator

from factsuite import Derived, Dossier, Finding, Grounds, Severity, Verdict, rule
from factsuite.values.arithmetic.amounts import POINTS, is_counted
from factsuite.verdicts.arithmetic import computed_figure, shown_amount
from factsuite.verdicts.computed_values import computed_in, in_units
from factsuite.verdicts.derivations import circle, goes_back_to


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#derived-figures")
def units_do_not_add(fact: Derived, dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """A figure is computed from units that do not go together: people and boats, kilometres and hours.

    ## Why it matters
    The total of soldiers and civilians is people, and the article must say so; people and boats have no total.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: visitors
            kind: quantity
            claim: 200 people came.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: fee
            kind: quantity
            claim: The fee was 5 dollars.
            anchor: {exact: 5 dollars}
            asserts: {measure: bridge-visitors, value: 5 dollars}
          - id: both
            kind: derived
            claim: 205 people.
            anchor: {exact: 205 people}
            asserts: {measure: bridge-visitors, value: 205 people, from: visitors + fee}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: sunday
            kind: quantity
            claim: 100 visitors came on Sunday.
            anchor: {exact: 100 visitors}
            asserts: {measure: bridge-visitors, value: 100 visitors}
          - id: both
            kind: derived
            claim: 300 people.
            anchor: {exact: 300 people}
            asserts: {measure: bridge-visitors, value: 300 people, from: saturday + sunday}

    ## Limits
    Nouns are one unit where the measure of the figure, or of each operand, lists them. The nouns of a share or of a
    product are not compared.
    """
    clash = computed_figure(fact, dossier.by_id, grounds).clash
    stated = fact.asserts.expression
    if clash is None or stated is None:
        return
    counted = is_counted(clash.one) and is_counted(clash.other)
    hint = "list both nouns under the measure of the total" if counted else "compute only with figures of one unit"
    points = any(call.name == "points" for call in stated.value.calls)
    yield Finding(
        at=stated.at,
        message=f"'{stated.text}' puts together {clash.one} and {clash.other}",
        hint="`points(old, new)` takes two percentages" if points else hint,
    )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#derived-figures")
def result_in_other_unit(fact: Derived, dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """A derived figure comes out in another unit than the article gives it in.

    ## Why it matters
    Nothing was compared then: the sum may be right, and the article's figure is still of something else.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: opened
            kind: derived
            claim: The bridge was open for 106 people.
            anchor: {exact: 106 people}
            asserts: {measure: bridge-visitors, value: 106 people, from: "duration(opening, closing)"}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: opened
            kind: derived
            claim: The bridge was open for 106 days.
            anchor: {exact: 106 days}
            asserts: {measure: bridge-visitors, value: 106 days, from: "duration(opening, closing)"}

    ## Limits
    A bare number, and a product of two counts, take the article's unit.
    """
    stated = fact.asserts.expression
    amount = computed_figure(fact, dossier.by_id, grounds).amount
    if stated is None or amount is None or amount.unit == POINTS:
        return
    if computed_in(amount, in_units(fact, grounds)) is None:
        yield Finding(
            at=fact.value.at,
            message=f"'{stated.text}' comes to {shown_amount(amount, fact)}; the article gives {fact.value}",
            hint="correct the unit, or the expression: share(part, whole) makes percent, rate(count, of, 1000) a rate",
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#derived-figures")
def figure_from_itself(fact: Derived, dossier: Dossier) -> Iterator[Finding]:
    """A figure is computed from itself, directly or through others.

    ## Why it matters
    Two figures that are each computed from the other confirm nothing.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: derived
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people, from: both / 2}
          - id: both
            kind: derived
            claim: 400 people came.
            anchor: {exact: 400 people}
            asserts: {measure: bridge-visitors, value: 400 people, from: saturday * 2}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
          - id: both
            kind: derived
            claim: 400 people came.
            anchor: {exact: 400 people}
            asserts: {measure: bridge-visitors, value: 400 people, from: saturday * 2}

    ## Limits
    None known.
    """
    stated = fact.asserts.expression
    way = circle(fact, dossier.by_id)
    if way and stated is not None:
        yield Finding(
            at=stated.at,
            message="the figure is computed from itself: " + " from ".join(f"`{id}`" for id in way),
            hint="record one of these figures as a quantity, with sources of its own",
        )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#derived-figures")
def figure_rests_on_inaccuracy(fact: Derived, dossier: Dossier) -> Iterator[Finding]:
    """A figure is computed from one that the desk does not stand behind.

    ## Why it matters
    The arithmetic may be right and the result wrong with its operand. When that is corrected, this one moves too.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 200 people came on Saturday.
            anchor: {exact: 200 people}
            asserts: {measure: bridge-visitors, value: 200 people}
            evidence: [{source: gazette, reports: {value: 300 people}}]
            verdict: contradicted
            correction: 300 people came on Saturday.
          - id: both
            kind: derived
            claim: 400 people came.
            anchor: {exact: 400 people}
            asserts: {measure: bridge-visitors, value: 400 people, from: saturday * 2}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: saturday
            kind: quantity
            claim: 300 people came on Saturday.
            anchor: {exact: 300 people}
            asserts: {measure: bridge-visitors, value: 300 people}
            evidence: [{source: gazette, reports: {value: 300 people}}]
          - id: both
            kind: derived
            claim: 600 people came.
            anchor: {exact: 600 people}
            asserts: {measure: bridge-visitors, value: 600 people, from: saturday * 2}

    ## Limits
    Goes by the verdict the desk states, not by the one the evidence comes to; that difference is a finding of its own.
    """
    stated = fact.asserts.expression
    doubtful = [
        each
        for each in goes_back_to(fact, dossier.by_id)
        if each.stated_verdict is not Verdict.SUPPORTED and each.id != fact.id
    ]
    if doubtful and stated is not None:
        named = " and ".join(f"`{each.id}` ({each.stated_verdict.value})" for each in doubtful)
        yield Finding(
            at=stated.at,
            message=f"the figure rests on {named}",
            hint="correct it together with them, and say in the correction that it follows from them",
        )
