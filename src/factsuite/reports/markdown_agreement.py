"""Where the sources disagree, in full, and where they agree, in one table."""

from collections.abc import Iterator

from factsuite.load.problems import shortened
from factsuite.reports.markdown_text import escape, folded, plural, quote, table
from factsuite.rules.results import ArticleResult
from factsuite.verdicts.agreement.records import Agreement, Told

_LONGEST = 90
_MOST_TIES = 3


def agreement_lines(result: ArticleResult) -> Iterator[str]:
    """The two sections; nothing where no two lines report on one thing."""
    agreements = result.agreements
    if agreements is None:
        return
    differing = agreements.differing
    if differing:
        yield f"### Where the sources disagree ({len(differing)})"
        yield ""
        for agreement in differing:
            yield from _in_full(agreement)
        yield ""
    agreeing = [each for each in agreements.items if each not in differing]
    if agreeing:
        yield f"### Where the sources agree ({len(agreeing)})"
        yield ""
        rows = [_row(each) for each in agreeing]
        columns = ["what", "lines", "in common", "asserted", "stands"]
        yield from folded(f"{plural(len(rows), 'thing')} that several lines report", table(columns, rows))
        yield ""


def _in_full(agreement: Agreement) -> Iterator[str]:
    yield f"- **{_what(agreement)}**: {_result(agreement)}"
    groups: dict[str, list[Told]] = {}
    for line in agreement.lines:
        groups.setdefault(line.speaks.text, []).append(line)
    for text, lines in groups.items():
        yield f"  - {', '.join(map(_line, lines))}: {quote(text)}"
    for aside in agreement.asides:
        effect = "it would break the agreement" if aside.breaks else "it would change nothing"
        if not agreement.agrees:
            effect = ""
        told = f"  - set aside: `{aside.report.source}`: {quote(aside.report.text)}; {escape(aside.report.set_aside)}"
        yield f"{told} ({effect})" if effect else told
    if agreement.asserted:
        yield f"  - {_asserted(agreement)}"


def _result(agreement: Agreement) -> str:
    number = plural(len(agreement.lines), "line")
    if agreement.agrees:
        common = f": {quote(agreement.shared)}" if agreement.shared else ""
        verb = "stands alone" if len(agreement.lines) == 1 else "agree"
        return f"{number} {verb} once what is set aside is left out{common}"
    clash = " and ".join(f"`{line}`" for line in agreement.clash)
    return f"{number} cannot all be right; the smallest clash is {clash}; {_outlier(agreement)}"


def _outlier(agreement: Agreement) -> str:
    sets = [", ".join(f"`{line}`" for line in lines) for lines in agreement.outliers]
    if len(sets) == 1:
        return f"without {sets[0]} the rest agree"
    more = f", or {len(sets) - _MOST_TIES} more" if len(sets) > _MOST_TIES else ""
    return f"a tie, as the rest agree without {', or without '.join(sets[:_MOST_TIES])}{more}"


def _line(line: Told) -> str:
    name = f"`{line.speaks.source}`"
    differing = list(dict.fromkeys(report.source for report in line.differing))
    others = dict.fromkeys(report.source for report in line.reports[1:])
    copies = [source for source in others if source not in (line.speaks.source, *differing)]
    within = [f"copied by {', '.join(f'`{copy}`' for copy in copies)}"] if copies else []
    within += [f"differently by {', '.join(f'`{copy}`' for copy in differing)}"] if differing else []
    origin = [f"line `{line.line}`"] if line.line != line.speaks.source else []
    return f"{name} ({'; '.join([*origin, *within])})" if origin or within else name


def _row(agreement: Agreement) -> list[str]:
    first = next(iter(agreement.asserted), None)
    standing = first.standing.value if first is not None and first.standing is not None else ""
    common = escape(shortened(agreement.shared, _LONGEST)) if agreement.shared else "no one wording"
    said = quote(shortened(first.claim.text, _LONGEST)) if first is not None else "nothing"
    return [_what(agreement), str(len(agreement.lines)), common, said, standing]


def _asserted(agreement: Agreement) -> str:
    parts = []
    for each in agreement.asserted:
        who = f"`{each.claim.fact}`" if each.claim.fact is not None else "the record"
        stands = f" ({each.standing.value})" if each.standing is not None else ""
        parts.append(f"{who}: {quote(each.claim.text)}{stands}")
    return f"asserted by {'; by '.join(parts)}"


def _what(agreement: Agreement) -> str:
    return escape(shortened(agreement.thing.name, 140))
