"""Mutants of the evidence recorded with a fact: a value, a name, a word or a judgement mistyped; a source left out."""

from collections.abc import Iterator

from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.building import source_calendar
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Evidence, Fact, Stance, Terms
from factsuite.model.kinds import Kind
from factsuite.model.policy import Policy
from factsuite.model.stated import Stated
from factsuite.mutation.article_mutants import calendar_of, with_facts
from factsuite.mutation.changes import Change
from factsuite.mutation.equivalence import SAME, same_value
from factsuite.mutation.mutants import Attempt, Fate, Link, Mutant, Outcome
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators.table import DATES, NUMBERS, QUOTED, SENTENCES, Operator
from factsuite.mutation.replacements import other_office, other_party, other_place
from factsuite.mutation.restating import Unreadable, renamed, restated
from factsuite.mutation.shown_in_excerpt import shows
from factsuite.mutation.updating import is_period

Made = Attempt | Outcome

_OF_FIELD: dict[str, tuple[Operator, ...]] = {"value": NUMBERS, "on": DATES, "words": QUOTED, "that": SENTENCES}
_FLIPPED = {
    Stance.SUPPORTS: (Stance.CONTRADICTS,),
    Stance.PARTLY: (Stance.SUPPORTS, Stance.CONTRADICTS),
    Stance.CONTRADICTS: (Stance.SUPPORTS,),
}


def evidence_mutants(dossier: Dossier, policy: Policy, seed: int) -> Iterator[Made]:
    """Every mistake in every entry, in the order of the file."""
    for fact in dossier.facts:
        for index, entry in enumerate(fact.evidence):
            yield from _Desk(dossier, policy, seed, fact, index).mistakes(entry)


class _Desk:
    """One entry of one fact, and the ways to get it wrong."""

    def __init__(self, dossier: Dossier, policy: Policy, seed: int, fact: Fact, index: int) -> None:
        self.dossier, self.policy, self.seed = dossier, policy, seed
        self.fact, self.index = fact, index
        self.registry = dossier.registry
        self.key = f"{fact.label}:{index}"  # chooses replacements; no line number, so that they stay when lines move
        article = calendar_of(dossier.article)
        source = self.registry.sources.get(fact.evidence[index].source.value)
        self.calendar = source_calendar(source, article) if source is not None else article

    def mistakes(self, entry: Evidence) -> Iterator[Made]:
        """Everything that can be mistyped in the entry."""
        if entry.reports is not None:
            yield from self._values(entry, entry.reports)
            yield from self._names(entry, entry.reports)
        yield from self._excerpt(entry)
        if entry.stance is not None:
            for other in _FLIPPED[entry.stance.value]:
                stated = Stated(text=other.value, value=other, at=entry.stance.at)
                wrong = replace(entry, stance=stated)
                yield self._attempt("stance-flipped", entry.stance.at, entry.stance.text, other.value, wrong, False)
        yield self._attempt("source-left-out", entry.at, entry.source.text, "", None, False)

    def _values(self, entry: Evidence, reports: Terms) -> Iterator[Made]:
        for name, operators in _OF_FIELD.items():
            stated = reports.given(name)
            if stated is None:
                continue
            for operator, change in self._changes(stated.text, operators, name == "words", f"{name}:{self.key}"):
                text = change.applied(stated.text)
                try:
                    period = is_period(self.fact, self.registry)
                    terms = restated(reports, name, text, self.calendar, self.policy.reach, period)
                except Unreadable:
                    continue  # the loader refuses it, and says so
                wrong = replace(entry, reports=terms)
                if same_value(stated.value, terms.given(name)):
                    mutant = self._mutant(f"reported-{operator.name}", stated.at, change.before, change.after)
                    yield Outcome(mutant=mutant, fate=Fate.EQUIVALENT, because=SAME)
                    continue
                compared = shows(entry, name, self.registry, self.calendar, self.policy.reach)
                yield self._attempt(
                    f"reported-{operator.name}", stated.at, change.before, change.after, wrong, compared
                )

    def _names(self, entry: Evidence, reports: Terms) -> Iterator[Made]:
        for name in ("speaker", "who", "where", "according_to"):
            stated = reports.given(name)
            for id in stated.text.split(", ") if stated is not None else ():
                choose = other_place if name == "where" else other_party
                other = choose(id, self.dossier, self.seed, f"{name}:{self.key}")
                if other is not None and stated is not None:
                    wrong = replace(entry, reports=renamed(reports, name, {id: other}))
                    compared = shows(entry, name, self.registry, self.calendar, self.policy.reach)
                    yield self._attempt(f"reported-{name}-replaced", stated.at, id, other, wrong, compared)
        if reports.office is not None:
            old = reports.office
            title = other_office(old.text, self.dossier, self.seed, self.key)
            if title is not None:
                stated_title = Stated(text=title, value=title, at=old.at)
                wrong = replace(entry, reports=replace(reports, office=stated_title))
                compared = shows(entry, "office", self.registry, self.calendar, self.policy.reach)
                yield self._attempt("reported-office-replaced", old.at, old.text, title, wrong, compared)

    def _excerpt(self, entry: Evidence) -> Iterator[Made]:
        excerpt = entry.excerpt
        if excerpt is None:
            return
        reports = entry.reports
        fields = {name for name in ("value", "on") if reports is not None and reports.given(name) is not None}
        is_quoted = self.fact.kind is Kind.QUOTATION and (reports is None or reports.words is None)
        tried = [("value", NUMBERS, False), ("on", DATES, False)]
        tried += [("words", QUOTED, True)] if is_quoted else []
        for name, operators, spoken in tried:
            for operator, change in self._changes(excerpt.text, operators, spoken, f"excerpt:{self.key}"):
                text = change.applied(excerpt.text)
                wrong = replace(entry, excerpt=Stated(text=text, value=text, at=excerpt.at))
                compared = name in fields and shows(entry, name, self.registry, self.calendar, self.policy.reach)
                yield self._attempt(
                    f"excerpt-{operator.name}", excerpt.at, change.before, change.after, wrong, compared
                )

    def _changes(
        self, text: str, operators: tuple[Operator, ...], spoken: bool, key: str
    ) -> Iterator[tuple[Operator, Change]]:
        """Every change of a value; of words, one by each operator."""
        context = Copy(self.dossier.article.body, self.registry, self.calendar) if self.dossier.article else None
        copy = Copy(text, self.registry, self.calendar, self.policy.reach, self.seed, spoken, context)
        for operator in operators:
            changes = [change for change in operator.make(copy) if change.applied(text).strip()]
            yield from ((operator, change) for change in (copy.choose(changes, key) if spoken else changes))

    def _mutant(self, operator: str, at: Location, before: str, after: str) -> Mutant:
        return Mutant(
            operator=operator,
            link=Link.EVIDENCE,
            kind=self.fact.kind.value,
            location=at,
            before=before,
            after=after,
            facts=(self.fact.label,),
            context=self.fact.evidence[self.index].source.text,
        )

    def _attempt(
        self, operator: str, at: Location, before: str, after: str, wrong: Evidence | None, compared: bool
    ) -> Made:
        mutant = self._mutant(operator, at, before, after)
        entry = self.fact.evidence[self.index]
        if entry.set_aside:
            return Outcome(mutant=mutant, fate=Fate.REDUNDANT, because="the entry is set aside")
        kept = [each for each in self.fact.evidence if each is not entry]
        evidence = tuple(kept) if wrong is None else tuple(wrong if e is entry else e for e in self.fact.evidence)
        facts = {self.fact.label: replace(self.fact, evidence=evidence)}
        return Attempt(
            mutant=mutant,
            dossier=with_facts(self.dossier, facts),
            rejudged=frozenset((self.fact.label,)),
            compared=compared,
        )
