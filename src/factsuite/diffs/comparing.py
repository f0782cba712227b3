"""The whole diff: two versions of a workspace in, every change out."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct, structs
from msgspec.structs import replace

from factsuite.diffs.article_changes import article_changes
from factsuite.diffs.article_in_two import ArticleInTwo
from factsuite.diffs.changes import Change, Diff, change
from factsuite.diffs.essence import renamed
from factsuite.diffs.excuse_changes import excuse_changes, signature_changes
from factsuite.diffs.fact_changes import FactInTwo, fact_changes, is_changed
from factsuite.diffs.front_matter import front_matter_changes
from factsuite.diffs.matching import ArticlePair, Matched, match_articles, match_facts
from factsuite.diffs.policy_changes import policy_changes
from factsuite.diffs.record_changes import Records, record_changes, renamed_records
from factsuite.diffs.resting import Resting
from factsuite.diffs.whole_articles import article_came_or_went, facts_added, facts_removed
from factsuite.load.locations import Location
from factsuite.model.articles import line_starts
from factsuite.model.dossiers import Dossier, Slot, Workspace
from factsuite.model.facts import Fact
from factsuite.model.policy import Policy
from factsuite.model.registry import Registry
from factsuite.rules.providing import Examined
from factsuite.rules.running import examine

POLICY_FILE = PurePosixPath("pyproject.toml")
_QUIET = ("text-moved", "spelling-changed", "fact-moved", "signature-added")
"""Changes that leave what a fact says as it was: no fact is touched by them."""


class Version(Struct, frozen=True, kw_only=True):
    """One of the two versions: its files, read under the present policy, and the policy it had itself."""

    name: str
    workspace: Workspace
    policy: Policy


def compare(before: Version, now: Version, severities: Mapping[str, str] | None = None) -> Diff:
    """Every change between two versions, by article, the gravest first.

    `severities` are those of the rules, by name: with them, a policy that sets another one is loosened or tightened.
    """
    names = renamed_records(_records(before.workspace, now.workspace))
    old = tuple(examine(_renamed(_plain(each), names), before.workspace) for each in before.workspace.dossiers)
    new = tuple(examine(_plain(each), now.workspace) for each in now.workspace.dossiers)
    pairs = match_articles(old, new)
    matched = match_facts(pairs)
    of_facts = tuple(_of_facts(matched, old, new))
    resting = Resting.of(old, new, matched)
    changes = [
        *of_facts,
        *_moved(matched, pairs),
        *facts_added(matched, pairs),
        *facts_removed(matched, pairs),
        *(each for pair in pairs for each in _of_article(pair, matched, of_facts)),
        *_of_records(before.workspace, now.workspace, names, resting),
        *policy_changes(before.policy, now.policy, Location(path=POLICY_FILE), severities or {}),
        *excuse_changes(before.workspace, now.workspace),
    ]
    ordered = tuple(sorted(dict.fromkeys(changes), key=lambda each: each.sort_key))
    return Diff(
        before=before.name,
        now=now.name,
        changes=ordered,
        touched=resting.touched(_touched(matched, ordered), _changed_records(before.workspace, now.workspace, names)),
        former=tuple(
            ((pair.article, pair.now.label), (pair.article_before, pair.before.label))
            for pair in matched.pairs
            if not pair.same_name
        ),
    )


def _of_facts(matched: Matched, old: Iterable[Examined], new: Iterable[Examined]) -> Iterator[Change]:
    before, now = {each.dossier.id: each for each in old}, {each.dossier.id: each for each in new}
    for pair in matched.pairs:
        yield from fact_changes(FactInTwo(pair=pair, before=before[pair.article_before], now=now[pair.article]))


def _moved(matched: Matched, pairs: Iterable[ArticlePair]) -> Iterator[Change]:
    """Facts that stand in another article; a folder that was renamed takes its facts with it."""
    same = {(pair.before.dossier.id, pair.id) for pair in pairs if pair.before is not None and pair.now is not None}
    for each in matched.pairs:
        if (each.article_before, each.article) not in same:
            words = f"moved here from {each.article_before}"
            yield change(
                "fact-moved", words, article=each.article, fact=each.now.label, now=each.now.at, before=each.before.at
            )


def _of_article(pair: ArticlePair, matched: Matched, of_facts: Iterable[Change]) -> Iterator[Change]:
    if pair.before is None or pair.now is None:
        yield article_came_or_went(pair)
        return
    if pair.before.dossier.article is None or pair.now.dossier.article is None:
        at = Location(path=pair.now.dossier.path / "article.md")
        yield change("article-unreadable", "the text cannot be compared", article=pair.id, now=at)
        return
    labels = {each.before.label: each.now.label for each in matched.pairs if each.article == pair.id}
    told: dict[str, frozenset[str]] = {}
    for each in of_facts:
        if each.article == pair.id and each.fact is not None:
            told[each.fact] = told.get(each.fact, frozenset()) | each.topics
    yield from signature_changes(pair.before.dossier, pair.now.dossier)
    yield from front_matter_changes(pair.before.dossier.article, pair.now.dossier.article)
    yield from article_changes(ArticleInTwo(pair.before, pair.now, labels, told))


def _of_records(before: Workspace, now: Workspace, names: Mapping[str, str], resting: Resting) -> Iterator[Change]:
    for records in _records(before, now):
        yield from record_changes(records, names, resting.in_article(records.article))


def _records(before: Workspace, now: Workspace) -> tuple[Records, ...]:
    """The records of every article that is there in both versions, and the shared ones."""
    old = {dossier.id: dossier for dossier in before.dossiers}
    own = tuple(
        Records(
            article=dossier.id,
            before=(*old[dossier.id].sources, *old[dossier.id].entities),
            now=(*dossier.sources, *dossier.entities),
        )
        for dossier in now.dossiers
        if dossier.id in old
    )
    shared = Records(
        article="",
        before=(*before.shared_sources, *before.shared_entities),
        now=(*now.shared_sources, *now.shared_entities),
    )
    return (shared, *own)


def _changed_records(before: Workspace, now: Workspace, names: Mapping[str, str]) -> frozenset[str]:
    """The ids of the sources and entities that came, went or are recorded otherwise."""
    found: set[str] = set()

    def note(id: str, _: bool) -> tuple[str, ...]:
        found.add(id)
        return ()

    for records in _records(before, now):
        list(record_changes(records, names, note))
    return frozenset(found)


def _touched(matched: Matched, changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """The facts that changed, came, or stand in changed text."""
    yield from ((pair.article, pair.now.label) for pair in matched.pairs if is_changed(pair))
    yield from ((article, fact.label) for article, fact in matched.added)
    for each in changes:
        if each.article and each.rule not in _QUIET:
            yield from ((each.article, label) for label in each.facts)


def _plain(dossier: Dossier) -> Dossier:
    """An article with the line ends of Unix: where a line ends otherwise, nothing is said otherwise."""
    article = dossier.article
    if article is None or "\r" not in article.body:
        return dossier
    body = article.body.replace("\r\n", "\n")
    return replace(dossier, article=replace(article, body=body, line_starts=line_starts(body)))


def _renamed(dossier: Dossier, names: Mapping[str, str]) -> Dossier:
    """A former article with every id called what it is called now."""
    if not names:
        return dossier
    known = dossier.registry
    return replace(
        dossier,
        slots=tuple(_renamed_slot(slot, names) for slot in dossier.slots),
        registry=Registry(
            {names.get(id, id): renamed(entity, names) for id, entity in known.entities.items()},
            {names.get(id, id): renamed(source, names) for id, source in known.sources.items()},
            known.labels,
            frozenset(names.get(id, id) for id in known.broken),
        ),
    )


def _renamed_slot(slot: Slot, names: Mapping[str, str]) -> Slot:
    fact = slot.fact
    if fact is None:
        return slot
    told: Fact = structs.replace(
        fact,
        asserts=renamed(fact.asserts, names),
        evidence=renamed(fact.evidence, names),
    )
    return structs.replace(slot, fact=told)
