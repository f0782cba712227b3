"""Which fact of the present version is which of the former one: by its id, else by what it says."""

from collections.abc import Iterable

from msgspec import Struct

from factsuite.diffs.essence import Essence, essence
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.rules.providing import Examined


class ArticlePair(Struct, frozen=True, kw_only=True):
    """One article in two versions; one of them may not be there."""

    before: Examined | None
    now: Examined | None

    @property
    def id(self) -> str:
        """The present id, else the former one."""
        one = self.now or self.before
        assert one is not None
        return one.dossier.id


class FactPair(Struct, frozen=True, kw_only=True):
    """One fact in two versions, each with the article it stands in."""

    before: Fact
    now: Fact
    article_before: str
    article: str

    @property
    def same_name(self) -> bool:
        """Whether id and article are what they were."""
        return (self.article_before, self.before.label) == (self.article, self.now.label)


class Matched(Struct, frozen=True, kw_only=True):
    """All facts of two versions."""

    pairs: tuple[FactPair, ...]
    added: tuple[tuple[str, Fact], ...]
    removed: tuple[tuple[str, Fact], ...]


def match_articles(before: Iterable[Examined], now: Iterable[Examined]) -> tuple[ArticlePair, ...]:
    """Articles by id; a folder that was renamed, by the text it holds."""
    old, new = {each.dossier.id: each for each in before}, {each.dossier.id: each for each in now}
    pairs = {id: ArticlePair(before=old.pop(id), now=new.pop(id)) for id in sorted(old.keys() & new.keys())}
    texts = {_text(each.dossier): id for id, each in sorted(old.items()) if each.dossier.article is not None}
    for id in sorted(new):
        former = texts.pop(_text(new[id].dossier), None)
        pairs[id] = ArticlePair(before=old.pop(former) if former is not None else None, now=new[id])
    pairs |= {id: ArticlePair(before=old[id], now=None) for id in sorted(old)}
    return tuple(pairs[id] for id in sorted(pairs))


def match_facts(pairs: Iterable[ArticlePair]) -> Matched:
    """Facts by id within their article, then by what they say: in it, then in any."""
    matched: list[FactPair] = []
    removed: list[tuple[str, Fact]] = []
    added: list[tuple[str, Fact]] = []
    for pair in pairs:
        old = {fact.label: fact for fact in pair.before.dossier.facts} if pair.before is not None else {}
        new = {fact.label: fact for fact in pair.now.dossier.facts} if pair.now is not None else {}
        was = pair.before.dossier.id if pair.before is not None else ""
        common = [label for label in new if label in old]
        matched += [
            FactPair(before=old[label], now=new[label], article_before=was, article=pair.id) for label in common
        ]
        removed += [(was, fact) for label, fact in old.items() if label not in new]
        added += [(pair.id, fact) for label, fact in new.items() if label not in old]
    for same_article in (True, False):
        matched += _by_content(removed, added, same_article)
    return Matched(
        pairs=tuple(sorted(matched, key=lambda pair: (pair.article, pair.now.at))),
        added=tuple(added),
        removed=tuple(removed),
    )


def _by_content(removed: list[tuple[str, Fact]], added: list[tuple[str, Fact]], same_article: bool) -> list[FactPair]:
    """The pairs that say the same of the same words; they are taken out of both lists."""
    found = []
    waiting: dict[tuple[Essence, str], list[tuple[str, Fact]]] = {}
    for was, fact in removed:
        waiting.setdefault((_content(fact), was if same_article else ""), []).append((was, fact))
    for article, fact in list(added):
        left = waiting.get((_content(fact), article if same_article else ""))
        if left:
            was, former = left.pop(0)
            removed.remove((was, former))
            added.remove((article, fact))
            found.append(FactPair(before=former, now=fact, article_before=was, article=article))
    return found


def _content(fact: Fact) -> Essence:
    return essence((fact.kind, fact.anchor.exact.text, fact.asserts))


def _text(dossier: Dossier) -> str:
    return " ".join(dossier.article.body.split()) if dossier.article is not None else ""
