"""A tree of files to a workspace of frozen objects."""

from pathlib import PurePosixPath

from factsuite.load.collector import collector_paused
from factsuite.load.documents import Document, load_article, load_document
from factsuite.load.entries import load_entities, load_facts, load_sources
from factsuite.load.files import FACTS, Tree, article_ids
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.problems import Problem
from factsuite.model.articles import Article, Passage, line_starts
from factsuite.model.building_entities import broken_ids, build_entities, build_sources, derivations, labels
from factsuite.model.building_exhibits import build_exhibits
from factsuite.model.building_facts import FactBuilder, build_anchor
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.exhibits import Exhibit
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
    shared = _shared(tree, policy)
    exhibits, exhibit_problems = build_exhibits(tree, PurePosixPath(FACTS))
    waivers, waiver_problems = build_waivers(tree)
    desk, desk_problems = build_desk(tree)
    return Workspace(
        dossiers=tuple(_dossier(tree, id, policy, shared, exhibits) for id in article_ids(tree)),
        policy=policy,
        shared_sources=shared.sources,
        shared_entities=shared.entities,
        shared_problems=(*shared.problems, *exhibit_problems, *waiver_problems, *desk_problems),
        shared_exhibits=exhibits,
        waivers=waivers,
        desk=desk,
    )


class _Known:
    """The sources and entities of a folder: an article's own, or those that articles share."""

    def __init__(self, sources: Document, entities: Document, calendar: Calendar, policy: Policy) -> None:
        listed_sources, listed_entities = load_sources(sources), load_entities(entities)
        source_reader = FieldReader(path=sources.path, calendar=calendar, reach=policy.reach)
        entity_reader = FieldReader(path=entities.path, calendar=calendar, reach=policy.reach)
        self.sources = build_sources(listed_sources, source_reader)
        self.entities = build_entities(listed_entities, entity_reader)
        self.labels = labels(listed_entities)
        self.broken = (*broken_ids(listed_sources), *broken_ids(listed_entities))
        self.problems: tuple[Problem, ...] = (
            *listed_sources.problems,
            *source_reader.problems,
            *listed_entities.problems,
            *entity_reader.problems,
        )


def _shared(tree: Tree, policy: Policy) -> _Known:
    """What several articles share: facts/sources.yaml and facts/entities.yaml, where they exist."""
    root = PurePosixPath(FACTS)
    sources, entities = (_optional(tree, root / name) for name in ("sources.yaml", "entities.yaml"))
    return _Known(sources, entities, Calendar(), policy)


def _optional(tree: Tree, path: PurePosixPath) -> Document:
    return load_document(tree, path) if path in tree else Document(path=path, data=None, problems=())


def _dossier(tree: Tree, id: str, policy: Policy, shared: _Known, shared_exhibits: tuple[Exhibit, ...]) -> Dossier:
    folder = PurePosixPath(FACTS) / id
    document = load_article(tree, folder / "article.md")
    article_reader = FieldReader(path=document.path, calendar=Calendar())
    article = _article(id, document, article_reader)
    calendar = Calendar(reference=article.reference.value if article and article.reference else None)
    own = _Known(
        load_document(tree, folder / "sources.yaml"), load_document(tree, folder / "entities.yaml"), calendar, policy
    )
    known = registry(
        (*own.entities, *shared.entities),
        (*own.sources, *shared.sources),
        (*own.labels, *shared.labels),
        (*own.broken, *shared.broken),
    )
    calendars = {source.id: source_calendar(source, calendar) for source in known.sources.values()}
    listed = load_facts(load_document(tree, folder / "facts.yaml"))  # last: the largest tree stands alone in memory
    reader = FieldReader(path=listed.document.path, calendar=calendar, reach=policy.reach)
    slots = FactBuilder(reader, known.entities, calendars).build(listed)
    exhibits, exhibit_problems = build_exhibits(tree, folder)
    signoffs, signoff_problems = build_signoffs(tree, folder)
    return Dossier(
        id=id,
        path=folder,
        article=article,
        slots=slots,
        registry=known,
        sources=own.sources,
        entities=own.entities,
        problems=(
            *document.problems,
            *article_reader.problems,
            *own.problems,
            *listed.problems,
            *reader.problems,
            *exhibit_problems,
            *signoff_problems,
        ),
        exhibits=(*exhibits, *shared_exhibits),
        signoffs=signoffs,
    )


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
