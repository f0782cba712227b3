"""A tree of files to a workspace of frozen objects."""

from pathlib import PurePosixPath

from factsuite.load.collector import collector_paused
from factsuite.load.documents import Document, load_article, load_document
from factsuite.load.entries import Entries, load_entities, load_facts, load_sources
from factsuite.load.files import FACTS, Tree, article_ids
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.problems import Problem
from factsuite.model.articles import Article, Passage, line_starts
from factsuite.model.building_entities import broken_ids, build_entities, build_sources, derivations, labels
from factsuite.model.building_exhibits import build_exhibits
from factsuite.model.building_facts import FactBuilder, build_anchor
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.entities import Entity
from factsuite.model.policy import Policy
from factsuite.model.reading_fields import FieldReader
from factsuite.model.registry import registry
from factsuite.model.signoffs import build_desk, build_signoffs
from factsuite.model.sources import Source
from factsuite.model.stated import Stated
from factsuite.model.waivers import build_waivers
from factsuite.values.dates import Calendar, DateValue


def build_workspace(tree: Tree, policy: Policy) -> Workspace:
    """Everything under `facts/`, article by article; defects are kept as problems."""
    with collector_paused():
        return _workspace(tree, policy)


def _workspace(tree: Tree, policy: Policy) -> Workspace:
    shared = _Shared(tree, policy)
    waivers, waiver_problems = build_waivers(tree)
    desk, desk_problems = build_desk(tree)
    return Workspace(
        dossiers=tuple(_dossier(tree, id, policy, shared) for id in article_ids(tree)),
        policy=policy,
        shared_sources=shared.sources,
        shared_entities=shared.entities,
        shared_problems=(*shared.problems, *waiver_problems, *desk_problems),
        shared_exhibits=shared.exhibits,
        waivers=waivers,
        desk=desk,
    )


class _Shared:
    """What several articles share: facts/sources.yaml and facts/entities.yaml, where they exist."""

    def __init__(self, tree: Tree, policy: Policy) -> None:
        root = PurePosixPath(FACTS)
        loaded_sources = load_sources(_optional(tree, root / "sources.yaml"))
        loaded_entities = load_entities(_optional(tree, root / "entities.yaml"))
        reader = FieldReader(path=root / "sources.yaml", calendar=Calendar(), reach=policy.reach)
        self.sources: tuple[Source, ...] = build_sources(loaded_sources, reader)
        entity_reader = FieldReader(path=root / "entities.yaml", calendar=Calendar(), reach=policy.reach)
        self.entities: tuple[Entity, ...] = build_entities(loaded_entities, entity_reader)
        self.labels = labels(loaded_entities)
        self.broken = (*broken_ids(loaded_sources), *broken_ids(loaded_entities))
        self.exhibits, exhibit_problems = build_exhibits(tree, root)
        self.problems: tuple[Problem, ...] = (
            *loaded_sources.problems,
            *reader.problems,
            *loaded_entities.problems,
            *entity_reader.problems,
            *exhibit_problems,
        )


def _optional(tree: Tree, path: PurePosixPath) -> Document:
    return load_document(tree, path) if path in tree else Document(path=path, data=None, problems=())


def _dossier(tree: Tree, id: str, policy: Policy, shared: _Shared) -> Dossier:
    folder = PurePosixPath(FACTS) / id
    document = load_article(tree, folder / "article.md")
    article_reader = FieldReader(path=document.path, calendar=Calendar())
    article = _article(id, document, article_reader)
    calendar = Calendar(reference=article.reference.value if article and article.reference else None)
    loaded = _load_lists(tree, folder)
    readers = {
        name: FieldReader(path=entries.document.path, calendar=calendar, reach=policy.reach)
        for name, entries in loaded.items()
    }
    sources = build_sources(loaded["sources"], readers["sources"])
    entities = build_entities(loaded["entities"], readers["entities"])
    known = registry(
        (*entities, *shared.entities),
        (*sources, *shared.sources),
        (*labels(loaded["entities"]), *shared.labels),
        (*broken_ids(loaded["sources"]), *broken_ids(loaded["entities"]), *shared.broken),
    )
    calendars = {source.id: source_calendar(source, calendar) for source in known.sources.values()}
    slots = FactBuilder(readers["facts"], known.entities, calendars).build(loaded["facts"])
    problems = [*document.problems, *article_reader.problems]
    for name in ("sources", "entities", "facts"):
        problems += [*loaded[name].problems, *readers[name].problems]
    exhibits, exhibit_problems = build_exhibits(tree, folder)
    signoffs, signoff_problems = build_signoffs(tree, folder)
    return Dossier(
        id=id,
        path=folder,
        article=article,
        slots=slots,
        registry=known,
        sources=sources,
        entities=entities,
        problems=(*problems, *exhibit_problems, *signoff_problems),
        exhibits=(*exhibits, *shared.exhibits),
        signoffs=signoffs,
    )


def _load_lists(tree: Tree, folder: PurePosixPath) -> dict[str, Entries]:
    return {
        "sources": load_sources(load_document(tree, folder / "sources.yaml")),
        "entities": load_entities(load_document(tree, folder / "entities.yaml")),
        "facts": load_facts(load_document(tree, folder / "facts.yaml")),
    }


def source_calendar(source: Source, article: Calendar) -> Calendar:
    """A source's relative dates are read against its own day, or the article's where that is unknown."""
    day = source.published.value if source.published is not None else None
    return Calendar(reference=day, day_first=article.day_first) if day is not None and _is_day(day) else article


def _is_day(value: DateValue) -> bool:
    earliest, latest = value.earliest, value.latest
    return not value.is_period and earliest is not None and latest is not None and latest - earliest < 24 * 60


def _article(id: str, document: Document, reader: FieldReader) -> Article | None:
    data = document.data
    headline = reader.text(data, "headline") if data is not None else None
    if data is None or headline is None:
        return None
    published = reader.date(data, "published") if reader.plain(data, "published") != ".." else None
    relative_to = reader.date(data, "relative_to")
    own_day = published if published is not None and _is_day(published.value) else None
    return Article(
        id=id,
        path=document.path,
        headline=_first_letter(headline, data),
        publisher=reader.plain(data, "publisher"),
        body=document.body,
        body_line=document.body_line,
        line_starts=line_starts(document.body),
        published=published,
        reference=own_day or relative_to,
        reference_because=reader.plain(data, "relative_to_because"),
        url=reader.plain(data, "url"),
        authors=tuple(ref.value for ref in reader.ref_tuple(data, "author")),
        source_id=reader.text(data, "source_id"),
        fictional=reader.switch(data, "fictional"),
        derives_from=derivations(data, reader),
        not_checked=_passages(data, reader),
    )


def _passages(data: Map, reader: FieldReader) -> tuple[Passage, ...]:
    nodes = data.get("not_checked")
    items = [node for node in nodes if isinstance(node, Map)] if isinstance(nodes, Seq) else []
    return tuple(
        Passage(
            because=reader.plain(node, "because"),
            at=reader.at(node),
            id=reader.plain(node, "id"),
            anchor=build_anchor(node, reader) if "anchor" in node else None,
        )
        for node in items
    )


def _first_letter(headline: Stated[str], data: Map) -> Stated[str]:
    """The headline placed at its first letter: YAML gives the place of its quotation mark."""
    node = data["headline"]
    if not (isinstance(node, Text) and node.quoted):
        return headline
    at = headline.at
    shifted = Location(path=at.path, line=at.line, column=at.column + 1)
    return Stated(text=headline.text, value=headline.value, at=shifted)
