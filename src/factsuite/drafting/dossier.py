"""A drafted dossier: the text of its four files, each fact tried on the engine, and what it covers."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from factsuite.anchoring.selectors import anchor_for
from factsuite.drafting.composing import Named, compose, only_used
from factsuite.drafting.drafts import Draft, LeftOut, Reading
from factsuite.drafting.passages import Passages
from factsuite.drafting.published import Published
from factsuite.drafting.records import known_records
from factsuite.drafting.written import article_text, entities_text, facts_text, sources_text
from factsuite.load.files import FACTS, Tree
from factsuite.load.locations import Location
from factsuite.model.articles import Article
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Anchor
from factsuite.model.policy import Policy
from factsuite.model.stated import Stated
from factsuite.rules.findings import Severity
from factsuite.rules.rule import Rule
from factsuite.rules.running import run
from factsuite.values.dates import Calendar
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.grounds import Grounds

NO_EVIDENCE_YET = frozenset(("no-evidence", "verdict-differs"))
"""What is said of a fact that only waits for its evidence."""
_NOWHERE = Location(path=PurePosixPath("facts.yaml"))


class DraftedDossier(Struct, frozen=True, kw_only=True):
    """The files of a dossier by name, and an account of them."""

    files: Mapping[str, str]
    facts: tuple[Named, ...]
    left_out: tuple[LeftOut, ...]
    text: str
    """The body, that `left_out` points into."""
    coverage: Coverage | None
    remarks: tuple[str, ...]


class Wanted(Struct, frozen=True, kw_only=True):
    """What is asked for: the id of the article, and the day its relative dates are read against."""

    id: str
    relative_to: str = ""
    policy: Policy
    rules: Sequence[Rule]
    schemas: str = ""
    """Where the schemas for editors lie, seen from the dossier; empty for nowhere."""
    shared: Tree
    """What the workspace has already: ids used there are left alone, shared entities are not drafted again."""


def draft_dossier(published: Published, wanted: Wanted) -> DraftedDossier:
    """Draft a dossier: compose its facts, give each an anchor that stands once, and drop what a rule finds wrong."""
    article_md = article_text(published, wanted.relative_to, wanted.schemas)
    bare = _built(
        wanted, {"article.md": article_md, "entities.yaml": "format: 1\n", "facts.yaml": "format: 1\nfacts: []\n"}
    )
    article = bare.article
    if article is None:
        raise AssertionError("an article.md that was drafted cannot be read")
    day = article.reference.value if article.reference is not None else None
    records = known_records(bare.registry)
    reading = Reading(
        passages=Passages(article.body), calendar=Calendar(reference=day), records=records, reach=wanted.policy.reach
    )
    as_of = published.published if article.published is not None else wanted.relative_to
    facts = compose(reading, as_of=as_of if article.reference is not None else "")
    anchored = list(_anchored(article, reading, facts))
    while True:  # every turn drops a fact, so that it ends
        only_used(records, [named for named, _ in anchored])
        files = {
            "article.md": article_md,
            "entities.yaml": entities_text(tuple(records), wanted.schemas),
            "facts.yaml": facts_text(anchored, wanted.schemas),
            "sources.yaml": sources_text(wanted.schemas),
        }
        dossier, refused = _tried(wanted, files)
        kept = [each for each in anchored if each[0].id not in refused]
        if len(kept) == len(anchored):
            break
        for named, _ in anchored:
            if named.id in refused:
                reading.leave(
                    named.draft.anchor, f"a {named.draft.kind} that could not be read for sure ({refused[named.id]})"
                )
        anchored = kept
    return DraftedDossier(
        files=files,
        facts=tuple(named for named, _ in anchored),
        left_out=tuple(sorted(reading.left_out, key=lambda each: (each.at, each.because))),
        text=article.body,
        coverage=cover(Grounds(dossier, wanted.policy)),
        remarks=published.remarks,
    )


def _built(wanted: Wanted, files: Mapping[str, str]) -> Dossier:
    workspace = build_workspace(_tree(wanted, files), wanted.policy)
    return next(dossier for dossier in workspace.dossiers if dossier.id == wanted.id)


def _tree(wanted: Wanted, files: Mapping[str, str]) -> Tree:
    own = {PurePosixPath(FACTS, wanted.id, name): text.encode("utf-8") for name, text in files.items()}
    return {**{path: data for path, data in wanted.shared.items() if len(path.parts) == 2}, **own}


def _tried(wanted: Wanted, files: Mapping[str, str]) -> tuple[Dossier, dict[str, str]]:
    """The dossier as the engine sees it, and the facts it refuses for more than missing evidence, with the rule."""
    workspace = build_workspace(_tree(wanted, files), wanted.policy)
    result = run(workspace, wanted.rules)
    refused: dict[str, str] = {}
    for fact in result.facts:
        for found in fact.findings:
            if found.rule not in NO_EVIDENCE_YET and found.severity is Severity.ERROR:
                refused.setdefault(fact.slot.label, found.rule)
    dossier = next(each for each in workspace.dossiers if each.id == wanted.id)
    return dossier, refused


def _anchored(article: Article, reading: Reading, facts: Iterable[Named]) -> Iterable[tuple[Named, Anchor]]:
    for named in facts:
        anchor = anchor_of(article, named.draft)
        if anchor is None:
            reading.leave(
                named.draft.anchor, "words that stand several times, so that no anchor could be found for them"
            )
        else:
            yield named, anchor


def anchor_of(article: Article, draft: Draft) -> Anchor | None:
    """An anchor that stands once: the words alone, or with a few beside them."""
    start, end = draft.anchor
    exact = article.body[start:end]
    like = Anchor(exact=Stated(text=exact, value=exact, at=_NOWHERE))
    if article.body.count(exact) == 1 and exact not in article.headline.text:
        return like
    return anchor_for(article, article.place(start, end), like)
