"""Lines of evidence in Markdown: article and parent as one, facts on one line, what was set aside and why."""

from collections.abc import Iterator

from msgspec import Struct

from factsuite.model.facts import Verdict
from factsuite.model.registry import Registry
from factsuite.reports.markdown_text import escape, plural
from factsuite.rules.results import ArticleResult
from factsuite.values.relation import Relation
from factsuite.verdicts.judging import Judgement
from factsuite.verdicts.line import Line
from factsuite.verdicts.lines import origins

_SAYS = {
    Relation.ENTAILS: "supports it",
    Relation.COMPATIBLE: "supports it in part",
    Relation.CONTRADICTS: "contradicts it",
}


class _Cited(Struct, frozen=True, kw_only=True):
    """One source set aside for one reason, on some facts."""

    source: str
    because: str


def evidence_sections(result: ArticleResult) -> Iterator[str]:
    """What an editor should know of the evidence as a whole."""
    judged = [fact.judgement for fact in result.facts if fact.judgement is not None]
    registry = result.dossier.registry
    hanging = [judgement for judgement in judged if judgement.hangs_on is not None]
    parent = list(_parent(result, judged))
    if hanging or parent:
        yield f"### Facts on one line of evidence ({len(hanging)})"
        yield ""
        yield from parent
        yield from _hanging(hanging, registry)
        yield ""
    aside = dict(_set_aside(judged))
    if aside:
        number = sum(len(labels) for labels in aside.values())
        yield f"### Set aside ({number})"
        yield ""
        for cited, labels in aside.items():
            on = ", ".join(f"`{label}`" for label in labels)
            yield f"- {_name(cited.source, registry)}, on {on}: {escape(cited.because)}"
        yield ""


def _parent(result: ArticleResult, judged: list[Judgement]) -> Iterator[str]:
    """The article and its parent are one line: on how many facts it bears, and where nothing else does."""
    article, registry = result.dossier.article, result.dossier.registry
    if article is None or not article.derives_from:
        return
    names = " and ".join(
        f"its {'likely ' if each.likely else ''}parent {_name(each.parent.value, registry)}"
        for each in article.derives_from
    )
    roots = {root for each in article.derives_from for root in origins(each.parent.value, registry)[0]}
    lines = ", ".join(f"`{root}`" for root in sorted(roots))
    bears = sum(any(line.is_parent for line in judgement.lines) for judgement in judged)
    alone = [j.fact.label for j in judged if j.parent_only and j.verdict is Verdict.SUPPORTED]
    on = f": {', '.join(f'`{label}`' for label in alone)}" if alone else ""
    yield f"The article and {names} are one line ({lines}). It bears on {plural(bears, 'fact')}; nothing else supports"
    yield f"{plural(len(alone), 'supported fact')}{on}."
    yield ""


def _hanging(hanging: list[Judgement], registry: Registry) -> Iterator[str]:
    for judgement in hanging:
        line = judgement.hangs_on
        if line is None:
            continue
        alone = [entry.source for entry in line.entries if entry.source in judgement.stand_alone]
        stands = f"; may stand alone: {', '.join(f'`{id}`' for id in dict.fromkeys(alone))}" if alone else ""
        yield (
            f"- `{judgement.fact.label}` ({judgement.verdict.value}): {_line(line, registry)} "
            f"{_SAYS[line.relation]}{stands}"
        )


def _line(line: Line, registry: Registry) -> str:
    """A line by its origin, and what was read of it."""
    read = list(dict.fromkeys(entry.source for entry in line.entries))
    shown = ", ".join(f"`{id}`" for id in read[:3]) + (f" and {len(read) - 3} more" if len(read) > 3 else "")
    asides = [_name(line.id, registry)]
    asides += ["the article's own parent"] if line.is_parent else []
    asides += [f"read in {shown}"] if read != [line.id] else []
    return ", ".join(asides) + ("," if len(asides) > 1 else "")


def _name(id: str, registry: Registry) -> str:
    source = registry.sources.get(id)
    return f"`{id}`" + (f" ({escape(source.publisher)})" if source is not None else "")


def _set_aside(judged: list[Judgement]) -> Iterator[tuple[_Cited, list[str]]]:
    """Every source set aside, with its reason and the facts it was set aside on, in the order of the text."""
    found: dict[_Cited, list[str]] = {}
    for judgement in judged:
        for entry in judgement.entries:
            if entry.set_aside:
                found.setdefault(_Cited(source=entry.source, because=entry.set_aside), []).append(judgement.fact.label)
    yield from found.items()
