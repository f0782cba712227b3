"""Large results for the pages: one article of forty facts is really checked, and what came of it is multiplied.

The pages are what is tested here, not the engine: a copy keeps the judgements of its original, and has facts, words and
places of its own.
"""

from pathlib import Path

from msgspec.structs import replace

from factsuite.engine import check_workspace
from factsuite.model.articles import Article, line_starts
from factsuite.rules.results import ArticleResult, FactResult, Result
from factsuite.verdicts.coverage.coverage import Coverage

FACTS = 40
"""Facts of the article that is checked."""
_TOKEN = "Quay Q0000"
_SOURCES = """\
format: 1
sources:
  - {id: hearing, publisher: Larkhaven City Council, title: Hearing on the quays, kind: transcript}
  - {id: gazette, publisher: The Larkhaven Gazette, title: The quays are open, kind: newspaper}
  - {id: ledger, publisher: Larkhaven Harbour Office, title: Daily ledger, kind: official statement, url: "https://larkhaven.example/ledger"}
"""
_FACT = """\
  - id: quay-0000-{n}
    kind: quantity
    claim: More than {said} people stood at {place} on the day it opened.
    anchor: {{exact: "more than {said} people stood at {place}"}}
    asserts: {{measure: visitors-{n}, value: more than {said} people}}
    evidence:
      - {{source: hearing, excerpt: "We counted {told} people and wrote it down.", reports: {{value: {told} people}}}}
      - {{source: gazette, excerpt: "Some had it that {other} people came to see.", reports: {{value: {other} people}}}}
      - {{source: ledger, excerpt: "Present were {told} people.", reports: {{value: {told} people}}}}
    tags: [numbers]
"""


def checked(root: Path) -> Result:
    """The article of forty facts: most supported, every eighth disputed, every tenth contradicted."""
    folder = root / "facts" / "quays"
    folder.mkdir(parents=True)
    body, facts, measures = [], ["format: 1\nfacts:\n"], ["format: 1\nmeasures:\n"]
    for n in range(FACTS):
        place, said = f"{_TOKEN}-{n:02}", 300 + n
        told = said - 50 if n % 10 == 9 else said + 20
        other = said - 40 if n % 8 == 7 or n % 10 == 9 else said + 30
        body.append(f"It was a fine day, and more than {said} people stood at {place}.")
        body.append("\n\n" if n % 5 == 4 else " ")
        facts.append(_FACT.format(n=n, place=place, said=said, told=told, other=other))
        measures.append(f"  - {{id: visitors-{n}, name: visitors to {place}, unit: person, nouns: [people]}}\n")
    front = "---\nformat: 1\nheadline: The quays of Larkhaven\npublisher: The Larkhaven Gazette\n"
    front += "published: 2031-06-02\nfictional: yes\n---\n"
    for name, parts in (("article.md", [front, *body]), ("facts.yaml", facts), ("entities.yaml", measures)):
        (folder / name).write_text("".join(parts), encoding="utf-8")
    (folder / "sources.yaml").write_text(_SOURCES, encoding="utf-8")
    return check_workspace(root)


def one_article(result: Result, copies: int) -> Result:
    """The same article so many times over, one after the other, in one article."""
    whole = result.articles[0]
    article = whole.dossier.article
    assert article is not None and _TOKEN in article.body
    body = article.body.rstrip() + "\n\n"
    text = "".join(body.replace(_TOKEN, _token(number)) for number in range(copies))
    longer = replace(article, body=text, line_starts=line_starts(text))
    facts = tuple(_copied(fact, number) for number in range(copies) for fact in whole.facts)
    slots = tuple(fact.slot for fact in facts)
    return _with(result, replace(
        whole,
        dossier=replace(whole.dossier, article=longer, slots=slots),
        facts=facts,
        coverage=_repeated(whole.coverage, longer, len(body), copies),
        signing=None,
    ))  # fmt: skip


def many_articles(result: Result, articles: int) -> Result:
    """So many articles of forty facts each."""
    whole = result.articles[0]
    dossiers = (replace(whole.dossier, id=f"quays-{number:03}") for number in range(articles))
    return _with(result, *(replace(whole, dossier=dossier) for dossier in dossiers))


def _token(number: int) -> str:
    return f"Quay Q{number:04}"


def _with(result: Result, *articles: ArticleResult) -> Result:
    return replace(result, articles=articles)


def _copied(result: FactResult, number: int) -> FactResult:
    fact = result.slot.fact
    assert fact is not None and result.judgement is not None
    label = fact.label.replace("0000", f"{number:04}")
    exact = replace(fact.anchor.exact, text=fact.anchor.exact.text.replace(_TOKEN, _token(number)))
    claim = fact.claim.text.replace(_TOKEN, _token(number))
    copy = replace(
        fact, id=label, label=label, anchor=replace(fact.anchor, exact=exact), claim=replace(fact.claim, text=claim)
    )
    slot = replace(result.slot, label=label, claim=claim, fact=copy)
    return replace(result, slot=slot, judgement=replace(result.judgement, fact=copy))


def _repeated(coverage: Coverage | None, article: Article, length: int, copies: int) -> Coverage | None:
    if coverage is None:
        return None
    items = [item for item in coverage.items if item.mention.in_headline]
    for number in range(copies):
        for item in coverage.items:
            if not item.mention.in_headline:
                start, end = item.mention.start + number * length, item.mention.end + number * length
                at = article.place(start, end).at
                items.append(replace(item, mention=replace(item.mention, start=start, end=end), at=at))
    return replace(
        coverage, items=tuple(items), words=coverage.words * copies, words_under=coverage.words_under * copies
    )
