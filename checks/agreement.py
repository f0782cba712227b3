"""Agreement: can everything the lines of evidence say of one thing be right?"""

from collections.abc import Iterator

from factsuite import Agreement, Agreements, Finding, Location, Related, Severity, Topic, rule

_MOST_NAMED = 3
_COMPARED = (Topic.FIGURE, Topic.DATE, Topic.PLACE)
"""Where values that agree were compared for certain; titles and words may only have been silent."""


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#agreement")
def sources_disagree(agreements: Agreements) -> Iterator[Finding]:
    """Independent lines report different things of one figure, event, office or quotation.

    ## Why it matters
    Where sources cannot all be right, one of them is wrong, and a reader is told only what the article chose.

    ## Fails
        kind: date
        asserts: {event: opening, on: 2031-06-01}
        evidence:
          - {source: hearing, reports: {on: 2031-06-01}}
          - {source: wire-copy, reports: {on: 2031-06-02}}

    ## Passes
        kind: date
        asserts: {event: opening, on: 2031-06-01}
        evidence:
          - {source: hearing, reports: {on: 2031-06-01}}
          - source: wire-copy
            reports: {on: 2031-06-02}
            set_aside: The agency wrote on the morning after, and gives its own day.

    ## Limits
    Nothing is said where the article leaves room for every line (*in June*). No two reporters write down speech alike:
    quotations disagree only where one line prints the article's words and another prints others. Lists of people are
    seldom whole: they disagree only where nobody on one belongs to a body of the other. Copies within a line are
    another rule's business.
    """
    told: set[frozenset[Location]] = set()
    for agreement in agreements.items:
        places = frozenset(line.speaks.at for line in agreement.lines if line.line in agreement.clash)
        if agreement.agrees or agreement.left_open or places in told:
            continue
        if agreement.thing.topic is Topic.WORDS and not agreement.divided:
            continue
        told.add(places)
        yield Finding(
            at=agreement.thing.at,
            message=(
                f"the lines on {agreement.thing.name} cannot all be right: {_who_says_what(agreement)}; "
                f"the smallest clash: {_named(agreement.clash, agreement, ' against ')}; {_outlier(agreement)}"
            ),
            hint="find out which is right: set the other aside with its reason, or let the article leave it open",
            related=tuple(
                Related(at=line.speaks.at, message=f"`{line.speaks.source}`: '{line.speaks.text}'")
                for line in agreement.lines
                if line.line in agreement.clash
            ),
            fact=agreement.fact,
        )


@rule(severity=Severity.NOTE, handbook="docs/editorial.md#evidence-set-aside")
def set_aside_needlessly(agreements: Agreements) -> Iterator[Finding]:
    """A report is set aside although it agrees with all that counts.

    ## Why it matters
    Setting aside is for what cannot be right. What agrees is a line of evidence lost, or its report is written down
    without the part that differs.

    ## Fails
        kind: quantity
        asserts: {measure: bridge-visitors, value: about 300 people}
        evidence:
          - {source: hearing, reports: {value: 300 people}}
          - {source: gazette, reports: {value: about 310 people}, set_aside: It gives another number.}

    ## Passes
        kind: quantity
        asserts: {measure: bridge-visitors, value: about 300 people}
        evidence:
          - {source: hearing, reports: {value: 300 people}}
          - {source: gazette, reports: {value: 400 people}, set_aside: It counted the crew.}

    ## Limits
    Looks at figures, dates and places. Says nothing of a report that differs in any one of its fields.
    """
    found: dict[tuple[str, Location], list[tuple[Agreement, bool]]] = {}
    for agreement in agreements.items:
        for aside in agreement.asides:
            key = (aside.report.source, aside.report.at)
            found.setdefault(key, []).append((agreement, aside.breaks))
    for (source, at), seen in found.items():
        compared = [each for each, _ in seen if each.thing.topic in _COMPARED and each.agrees and each.lines]
        if compared and not any(breaks or not each.agrees for each, breaks in seen):
            first = compared[0]
            yield Finding(
                at=at,
                message=(
                    f"`{source}` is set aside, but agrees with the other lines on {first.thing.name}: {first.shared}"
                ),
                hint="count it; or record what it says differently, in the fields that are compared",
                fact=first.fact,
            )


def _who_says_what(agreement: Agreement) -> str:
    groups: dict[str, list[str]] = {}
    for line in agreement.lines:
        groups.setdefault(line.speaks.text, []).append(f"`{line.speaks.source}`")
    return "; ".join(f"{', '.join(names)}: '{text}'" for text, names in groups.items())


def _named(lines: tuple[str, ...], agreement: Agreement, joint: str = ", ") -> str:
    speaking = {line.line: line.speaks.source for line in agreement.lines}
    return joint.join(f"`{speaking[line]}`" for line in lines)


def _outlier(agreement: Agreement) -> str:
    """A tie is shown as a tie."""
    sets = [_named(lines, agreement) for lines in agreement.outliers]
    if len(sets) == 1:
        return f"without {sets[0]} the rest agree"
    more = f", or {len(sets) - _MOST_NAMED} more" if len(sets) > _MOST_NAMED else ""
    return f"no outlier: the rest agree without {', or without '.join(sets[:_MOST_NAMED])}{more}"
