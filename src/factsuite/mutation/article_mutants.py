"""Mutants of the article: at the first link alone, at the second with the facts that stand on the changed words."""

from collections.abc import Iterator

from msgspec import Struct, structs
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.load.problems import Problem
from factsuite.model.articles import Article, Place
from factsuite.model.dossiers import Dossier, Slot
from factsuite.model.facts import Fact
from factsuite.model.policy import Policy
from factsuite.mutation.changes import Change
from factsuite.mutation.equivalence import IMPLIED, SAME, implied, same_words
from factsuite.mutation.mutants import Attempt, Fate, Link, Mutant, Outcome
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.table import ARTICLE_OPERATORS, Operator
from factsuite.mutation.restating import Unreadable
from factsuite.mutation.updating import edited, reanchored, updated
from factsuite.values.dates import Calendar

UNCOVERED = "uncovered"
_AROUND = 30


class Made(Struct, frozen=True):
    """A change made in the headline or the body, and the facts that stand on the changed words."""

    operator: Operator
    change: Change
    copy: Copy
    in_headline: bool
    touched: tuple[tuple[Fact, Place], ...]
    not_checked: bool


def made_changes(dossier: Dossier, policy: Policy, seed: int) -> Iterator[Made]:
    """Every change of every operator, in the order of the table and of the text."""
    article = dossier.article
    if article is None:
        return
    places = {fact.label: article.find(fact.anchor) for fact in dossier.facts}
    placed = [(fact, places[fact.label][0]) for fact in dossier.facts if len(places[fact.label]) == 1]
    passages = [place for each in article.not_checked if each.anchor for place in article.find(each.anchor)]
    for copy, in_headline in _copies(article, dossier, policy, seed):
        here = [(fact, place) for fact, place in placed if place.in_headline == in_headline]
        marked = [place for place in passages if place.in_headline == in_headline]
        for operator in ARTICLE_OPERATORS:
            for change in operator.make(copy):
                yield Made(
                    operator,
                    change,
                    copy,
                    in_headline,
                    tuple((fact, place) for fact, place in here if _overlaps(change, place)),
                    any(_overlaps(change, place) for place in marked),
                )


def first_link(made: Made, dossier: Dossier) -> Attempt | Outcome:
    """The article changed alone."""
    mutant = _mutant(made, dossier, Link.ARTICLE, [fact for fact, _ in made.touched])
    if made.not_checked and not made.touched:
        return Outcome(mutant=mutant, fate=Fate.UNCHECKED, because="the words are marked as not checked")
    if same_words(made.copy, made.change):
        return Outcome(mutant=mutant, fate=Fate.EQUIVALENT, because=SAME)
    article = edited(_article(dossier), made.change, made.in_headline)
    changed = replace(dossier, article=article)
    again = {fact.label: reanchored(fact, place, made.change, made.copy.text) for fact, place in made.touched}
    return Attempt(
        mutant=mutant,
        dossier=changed,
        rejudged=frozenset(mutant.facts),
        reanchored=with_facts(changed, {label: fact for label, fact in again.items() if fact is not None}),
    )


def second_link(made: Made, dossier: Dossier) -> Attempt | Outcome | None:
    """Article and facts changed alike; None where no fact stands on the changed words, or nothing is left of it."""
    facts: dict[str, Fact] = {}
    unreadable: list[Problem] = []
    before = []
    for fact, place in made.touched:
        anchored = reanchored(fact, place, made.change, made.copy.text)
        if anchored is None:
            continue
        before.append(fact)
        try:
            facts[fact.label] = updated(anchored, made.change, made.operator, made.copy)
        except Unreadable as error:
            unreadable.append(_problem(error, anchored))
            facts[fact.label] = anchored
    if not before:
        return None
    mutant = _mutant(made, dossier, Link.FACT, before)
    if same_words(made.copy, made.change):
        return Outcome(mutant=mutant, fate=Fate.EQUIVALENT, because=SAME)
    moved = [(fact, facts[fact.label]) for fact in before if fact.asserts != facts[fact.label].asserts]
    if moved and not unreadable and all(implied(old, new, dossier.registry) for old, new in moved):
        return Outcome(mutant=mutant, fate=Fate.EQUIVALENT, because=IMPLIED)
    changed = replace(
        dossier,
        article=edited(_article(dossier), made.change, made.in_headline),
        problems=(*dossier.problems, *unreadable),
    )
    return Attempt(mutant=mutant, dossier=with_facts(changed, facts), rejudged=frozenset(mutant.facts))


def with_facts(dossier: Dossier, facts: dict[str, Fact]) -> Dossier:
    """The dossier with some facts replaced, by label."""
    slots = tuple(_with_fact(slot, facts.get(slot.label)) for slot in dossier.slots)
    return replace(dossier, slots=slots)


def _with_fact(slot: Slot, fact: Fact | None) -> Slot:
    return slot if fact is None else structs.replace(slot, fact=fact, claim=fact.claim.text)


def _copies(article: Article, dossier: Dossier, policy: Policy, seed: int) -> Iterator[tuple[Copy, bool]]:
    calendar = calendar_of(article)
    body = Copy(article.body, dossier.registry, calendar, policy.reach, seed)
    yield Copy(article.headline.text, dossier.registry, calendar, policy.reach, seed, context=body), True
    yield body, False


def calendar_of(article: Article | None) -> Calendar:
    """What the relative dates of an article are read against."""
    return Calendar(reference=article.reference.value if article is not None and article.reference else None)


def _overlaps(change: Change, place: Place) -> bool:
    return any(start < place.end and end > place.start for start, end in (part.core for part in change.parts))


def _article(dossier: Dossier) -> Article:
    assert dossier.article is not None
    return dossier.article


def _problem(error: Unreadable, fact: Fact) -> Problem:
    stated = fact.asserts.given(error.name)
    at: Location = stated.at if stated is not None else fact.at
    message = f"`{error.name}`: '{error.text}' cannot be read"
    return Problem(rule="unreadable-value", message=message, hint="", at=at, fact=fact.label)


def _mutant(made: Made, dossier: Dossier, link: Link, facts: list[Fact]) -> Mutant:
    change, text = made.change, made.copy.text
    start, end = change.parts[0].start, change.parts[-1].end
    context = text[max(0, start - _AROUND) : start] + "[" + text[start:end] + "]" + text[end : end + _AROUND]
    return Mutant(
        operator=made.operator.name,
        link=link,
        kind=facts[0].kind.value if facts else UNCOVERED,
        location=_article(dossier).place(start, end, made.in_headline).at,
        before=change.before,
        after=change.after,
        facts=tuple(fact.label for fact in facts),
        context=" ".join(context.split()),
    )
