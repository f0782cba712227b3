"""One selection of an article: where its words stand, and the fact that can be drafted for them."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from factsuite.drafting.composing import Named, compose, named, used_ids
from factsuite.drafting.dossier import NO_EVIDENCE_YET, anchor_of
from factsuite.drafting.drafts import Draft, Reading, sentence_of
from factsuite.drafting.inserting import with_fact, with_records
from factsuite.drafting.passages import Passages, Span
from factsuite.drafting.records import known_records
from factsuite.load.errors import FactsuiteError
from factsuite.load.files import Tree
from factsuite.model.articles import Article
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier
from factsuite.model.policy import Policy
from factsuite.rules.findings import Reported, Severity
from factsuite.rules.rule import Rule
from factsuite.rules.running import run
from factsuite.values.dates import Calendar

_ALIKE = 0.6  # of the longer of two stretches is shared where they are alike
_SHOWN = 5
_BESIDE = 40  # characters shown on either side of words that stand several times


class Added(Struct, frozen=True, kw_only=True):
    """A fact for one selection, and the files with it."""

    fact: Named
    files: dict[PurePosixPath, str]
    records: tuple[str, ...]
    """The ids that were added to entities.yaml."""
    beside: tuple[str, ...]
    """The facts of the same kind whose words are by half the same."""
    concerns: tuple[Reported, ...]
    """What the rules find wrong with it, other than that it has no evidence yet."""


def find_words(article: Article, words: str) -> Span:
    """Where some words stand in the body, whatever the blanks between them. Raises FactsuiteError unless once."""
    wanted = words.split()
    if not wanted:
        raise FactsuiteError("--at: no words are given", hint='--at "at least 300 people"')
    plain = article.body.translate(_BLANKS)
    places = _places(plain, wanted)
    if len(places) == 1:
        return places[0]
    if not places:
        in_headline = " ".join(wanted) in " ".join(article.headline.text.split())
        hint = "a fact about the headline is written by hand" if in_headline else "copy the words from the article"
        where = "in the headline alone" if in_headline else "nowhere in the article"
        raise FactsuiteError(f"'{' '.join(wanted)[:80]}' stands {where} ({article.path})", hint=hint)
    shown = "".join(f"\n  {article.place(*place).at}: {_context(article.body, place)}" for place in places[:_SHOWN])
    more = f"\n  and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    raise FactsuiteError(
        f"'{' '.join(wanted)[:80]}' stands {len(places)} times:{shown}{more}", hint="take in the words beside it"
    )


_BLANKS = {ord(char): " " for char in "\n\t\u00a0"}


def _places(plain: str, wanted: Sequence[str]) -> list[Span]:
    found = []
    start = plain.find(wanted[0])
    while start >= 0:
        place = start
        for word in wanted:
            while place > start and plain[place : place + 1] == " ":
                place += 1
            if not plain.startswith(word, place) or (place > start and plain[place - 1] != " "):
                break
            place += len(word)
        else:
            found.append((start, place))
        start = plain.find(wanted[0], start + 1)
    return found


def _context(body: str, place: Span) -> str:
    before, after = body[max(0, place[0] - _BESIDE) : place[0]], body[place[1] : place[1] + _BESIDE]
    return " ".join(f"...{before}[{body[place[0] : place[1]]}]{after}...".split())


def draft_selection(
    tree: Tree, dossier: Dossier, span: Span, policy: Policy, rules: Sequence[Rule], kind: str = ""
) -> Added:
    """Draft the fact for a selection and put it into the files. Raises FactsuiteError where none can be drafted."""
    article = dossier.article
    assert article is not None
    day = article.reference.value if article.reference is not None else None
    records = known_records(dossier.registry)
    reading = Reading(
        passages=Passages(article.body), calendar=Calendar(reference=day), records=records, reach=policy.reach
    )
    as_of = article.reference.text if article.reference is not None else ""
    candidates = [each.draft for each in compose(reading, as_of=as_of)]
    chosen = _chosen(reading, candidates, span, kind)
    found: Added | None = None
    for anchor in dict.fromkeys((span, chosen.anchor)):
        added = _added(tree, dossier, reading, replace(chosen, anchor=anchor), policy, rules)
        if found is None or len(added.concerns) < len(found.concerns):
            found = added
        if not added.concerns:
            break
    assert found is not None
    return found


def _chosen(reading: Reading, candidates: Sequence[Draft], span: Span, kind: str) -> Draft:
    """The draft that shares most with the selection; a statement of its words where none does by half."""
    fitting = [(_likeness(draft.anchor, span), draft) for draft in candidates if kind in ("", draft.kind)]
    selected = reading.passages.words(span)
    near = [
        (likeness, draft)
        for likeness, draft in fitting
        if likeness >= 0.5 and (_alike(draft.anchor, span) or _says(draft, selected))
    ]
    if near:
        return max(near, key=lambda each: each[0])[1]
    if kind not in ("", "statement"):
        kinds = sorted({draft.kind for draft in candidates if _likeness(draft.anchor, span) >= 0.5})
        hint = f"what can be drafted there: {', '.join(kinds)}" if kinds else "without --kind a statement is drafted"
        raise FactsuiteError(f"no {kind} could be read in these words", hint=hint)
    words = reading.passages.words(span)
    return Draft(
        kind="statement",
        anchor=span,
        claim=sentence_of(words),
        asserts=(("that", sentence_of(words)),),
        hint=words,
        todo="who says so, or choose another kind",
    )


def _alike(one: Span, other: Span) -> bool:
    """Whether two stretches are about as long as what they share."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= _ALIKE * max(one[1] - one[0], other[1] - other[0])


def _says(draft: Draft, selected: str) -> bool:
    """Whether some words say the main value of a draft whose own words are many more."""
    words = set(selected.lower().split())
    for name in ("words", "value", "on", "office"):
        given = draft.given(name)
        if isinstance(given, str):
            said = given.lower().split()
            return 2 * sum(word in words for word in said) >= len(said)
    return False


def _likeness(one: Span, other: Span) -> float:
    """The share of the shorter of two stretches that lies in the other, and as little more of the longer."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    shorter, longer = sorted((one[1] - one[0], other[1] - other[0]))
    return shared / shorter + 0.5 * shared / longer - 0.5 if shorter else 0.0


def _added(
    tree: Tree, dossier: Dossier, reading: Reading, draft: Draft, policy: Policy, rules: Sequence[Rule]
) -> Added:
    article = dossier.article
    assert article is not None
    fact = named(reading, [draft], {slot.label for slot in dossier.slots})[0]
    anchor = anchor_of(article, draft)
    if anchor is None:
        raise FactsuiteError("no anchor could be found that stands once", hint="take in the words beside it")
    facts_path, entities_path = dossier.facts_path, dossier.path / "entities.yaml"
    wanted = used_ids((fact,))
    new = [record for record in reading.records if record.id in wanted]
    files = {facts_path: with_fact(_text(tree, facts_path), fact, anchor, _before(dossier, article, draft.anchor[0]))}
    if new:
        files[entities_path] = with_records(_text(tree, entities_path), new)
    changed: Tree = {**tree, **{path: text.encode("utf-8") for path, text in files.items()}}
    workspace = build_workspace(changed, policy)
    result = run(replace(workspace, dossiers=tuple(d for d in workspace.dossiers if d.id == dossier.id)), rules)
    concerns = tuple(
        found
        for each in result.facts
        if each.slot.label == fact.id
        for found in each.findings
        if found.rule not in NO_EVIDENCE_YET and found.severity is Severity.ERROR
    )
    return Added(
        fact=fact,
        files=files,
        records=tuple(record.id for record in new),
        beside=tuple(_beside(dossier, article, draft)),
        concerns=concerns,
    )


def _beside(dossier: Dossier, article: Article, draft: Draft) -> Iterator[str]:
    for fact in dossier.facts:
        places = [place for place in article.find(fact.anchor) if not place.in_headline]
        alike = [place for place in places if _likeness((place.start, place.end), draft.anchor) >= 0.5]
        if fact.kind.value == draft.kind and len(places) == 1 and alike:
            yield fact.label


def _text(tree: Tree, path: PurePosixPath) -> str:
    data = tree.get(path)
    if not isinstance(data, bytes):
        raise FactsuiteError(f"{path} cannot be read", hint="`factsuite check` says why")
    return data.decode("utf-8")


def _before(dossier: Dossier, article: Article, start: int) -> int:
    """How many facts of the file stand before a place: up to the last one whose words begin there or earlier."""
    number = 0
    for index, slot in enumerate(dossier.slots, 1):
        places = article.find(slot.fact.anchor) if slot.fact is not None else ()
        if len(places) == 1 and (places[0].in_headline or places[0].start <= start):
            number = index
    return number
