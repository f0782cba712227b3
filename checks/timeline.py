"""Timeline: can everything be true at once that is said about when things happened?"""

from collections.abc import Iterable, Iterator

from factsuite import Finding, Related, Severity, SharedTimeline, Timeline, rule
from factsuite.verdicts.timeline.reasons import Conflict, Reason, last_of
from factsuite.verdicts.timeline.sentences import sentence


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#order-of-events", link=3)
def timeline_impossible(timeline: Timeline) -> Iterator[Finding]:
    """What the article says of times cannot all hold: beside the records, or beside itself.

    ## Why it matters
    Each sentence may look right alone. Put on one timeline, an answer comes before its question.

    ## Fails
        # facts.yaml
        format: 1
        facts:
          - id: closed-after-vote
            kind: order
            claim: The bridge was closed after the council's vote.
            anchor: {exact: closed after the council's vote}
            asserts: {earlier: vote, later: closing, link: after}
          - id: vote-after-reopening
            kind: order
            claim: The council voted in response to the reopening.
            anchor: {exact: voted in response to the reopening}
            asserts: {earlier: reopening, later: vote, link: in response}
        # entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote}
          - {id: closing, name: the closing of the bridge, on: 2031-06-01}
          - {id: reopening, name: the reopening of the bridge, on: 2031-06-03}

    ## Passes
        # facts.yaml
        format: 1
        facts:
          - id: closed-after-vote
            kind: order
            claim: The bridge was closed after the council's vote.
            anchor: {exact: closed after the council's vote}
            asserts: {earlier: vote, later: closing, link: after}
          - id: reopened-after-vote
            kind: order
            claim: The bridge was reopened despite the council's vote.
            anchor: {exact: reopened despite the council's vote}
            asserts: {earlier: vote, later: reopening, link: despite}
        # entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote}
          - {id: closing, name: the closing of the bridge, on: 2031-06-01}
          - {id: reopening, name: the reopening of the bridge, on: 2031-06-03}

    ## Limits
    Times are compared to the minute where they are known; days without a time zone leave room for every zone of the
    world. A period counts as before a moment as soon as it has begun. Dates given on somebody's word stay out.
    """
    for conflict in timeline.facts:
        blamed = conflict.blamed
        yield Finding(
            at=blamed.at,
            message=sentence(conflict),
            hint="tell the events in an order and on dates that can all be true, or correct the record that is wrong",
            related=_others(conflict.reasons, blamed),
            fact=blamed.fact,
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#order-of-events")
def records_impossible(timeline: Timeline) -> Iterator[Finding]:
    """What is recorded of times cannot all hold, whatever the article says.

    ## Why it matters
    The records are what the article is measured by. If they contradict one another, nothing measured by them counts.

    ## Fails
        # entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote, on: 2031-06-05}
          - id: closing
            name: the closing of the bridge
            on: 2031-06-01
            evidence: [{source: gazette, reports: {on: 2031-06-01, after: vote}}]

    ## Passes
        # entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote, on: 2031-05-30}
          - id: closing
            name: the closing of the bridge
            on: 2031-06-01
            evidence: [{source: gazette, reports: {on: 2031-06-01, after: vote}}]

    ## Limits
    Where the sources of one event disagree about its date, the recorded date counts.
    """
    for conflict in timeline.records:
        own = [each for each in conflict.reasons if each.at.path.parent == timeline.dossier.path]
        if own:
            yield _of_records(conflict, last_of(own))


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#order-of-events", link=3)
def articles_out_of_order(timeline: SharedTimeline) -> Iterator[Finding]:
    """Several articles tell of the same events in orders or on dates that cannot all hold.

    ## Why it matters
    Readers of the second story trust the first. One of the two is wrong.

    ## Fails
        # shared/entities.yaml
        format: 1
        events: [{id: vote, name: the council's vote}, {id: march, name: the march of the ferrymen}]
        # facts.yaml
        format: 1
        facts:
          - id: march-first
            kind: order
            claim: The council voted in response to the march.
            anchor: {exact: voted in response to the march}
            asserts: {earlier: march, later: vote, link: in response}
        # second/facts.yaml
        format: 1
        facts:
          - id: vote-first
            kind: order
            claim: The ferrymen marched after the vote.
            anchor: {exact: marched after the vote}
            asserts: {earlier: vote, later: march}

    ## Passes
        # shared/entities.yaml
        format: 1
        events: [{id: vote, name: the council's vote}, {id: march, name: the march of the ferrymen}]
        # facts.yaml
        format: 1
        facts:
          - id: march-first
            kind: order
            claim: The council voted in response to the march.
            anchor: {exact: voted in response to the march}
            asserts: {earlier: march, later: vote, link: in response}
        # second/facts.yaml
        format: 1
        facts:
          - id: march-before
            kind: order
            claim: The ferrymen marched before the vote.
            anchor: {exact: marched before the vote}
            asserts: {earlier: march, later: vote}

    ## Limits
    Events are the same where they are recorded once, in facts/entities.yaml. What a fact states to be wrong stays out.
    """
    for conflict in timeline.facts:
        blamed = conflict.blamed
        yield Finding(
            at=blamed.at,
            message=f"{sentence(conflict)} ({', '.join(conflict.articles)})",
            hint="find out which article is right, and correct the other",
            related=_others(conflict.reasons, blamed),
            fact=blamed.fact,
            article=blamed.article,
        )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#order-of-events")
def shared_records_impossible(timeline: SharedTimeline) -> Iterator[Finding]:
    """What is recorded of times for several articles cannot all hold.

    ## Why it matters
    Every article that speaks of these events is measured by the same records.

    ## Fails
        # shared/entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote, on: 2031-06-05}
          - {id: march, name: the march, on: 2031-06-01, evidence: [{source: gazette, reports: {after: vote}}]}
        # facts.yaml
        format: 1
        facts:
          - id: vote-day
            kind: date
            claim: The council voted on 5 June.
            anchor: {exact: voted on 5 June}
            asserts: {event: vote, on: 2031-06-05}
          - id: march-day
            kind: date
            claim: The ferrymen marched on 1 June.
            anchor: {exact: marched on 1 June}
            asserts: {event: march, on: 2031-06-01}

    ## Passes
        # shared/entities.yaml
        format: 1
        events:
          - {id: vote, name: the council's vote, on: 2031-05-30}
          - {id: march, name: the march, on: 2031-06-01, evidence: [{source: gazette, reports: {after: vote}}]}
        # facts.yaml
        format: 1
        facts:
          - id: vote-day
            kind: date
            claim: The council voted on 30 May.
            anchor: {exact: voted on 30 May}
            asserts: {event: vote, on: 2031-05-30}
          - id: march-day
            kind: date
            claim: The ferrymen marched on 1 June.
            anchor: {exact: marched on 1 June}
            asserts: {event: march, on: 2031-06-01}

    ## Limits
    Looks at shared events that an article speaks of.
    """
    for conflict in timeline.records:
        yield _of_records(conflict, last_of(conflict.reasons))


def _of_records(conflict: Conflict, first: Reason) -> Finding:
    return Finding(
        at=first.at,
        message=sentence(conflict),
        hint="correct the record that is wrong, or set the outlier aside with its reason",
        related=_others(conflict.reasons, first),
    )


def _others(reasons: Iterable[Reason], but: Reason) -> tuple[Related, ...]:
    return tuple(Related(at=each.at, message=each.words) for each in reasons if each is not but)
