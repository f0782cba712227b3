"""Every mutant of an article, tried: the whole way from a dossier to its score."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from factsuite.model.dossiers import Dossier, Workspace
from factsuite.mutation.article_mutants import first_link, made_changes, second_link
from factsuite.mutation.evidence_mutants import evidence_mutants
from factsuite.mutation.mutants import Attempt, Link, Outcome
from factsuite.mutation.record_mutants import record_mutants
from factsuite.mutation.trying import Bench
from factsuite.rules.rule import Rule
from factsuite.rules.unsigned import without_signing

Progress = Callable[[int, int], None]
"""Told how many mutants are done, of how many."""


class Mutated(Struct, frozen=True, kw_only=True):
    """One article, and what became of its mutants."""

    article: str
    outcomes: tuple[Outcome, ...]
    errors: int
    """Errors that stood before any mistake: a suite that is red already notices little."""


def attempts(bench: Bench, links: tuple[Link, ...] = tuple(Link), seed: int = 0) -> Iterator[Attempt | Outcome]:
    """Every mutant of the article on the bench, link by link."""
    dossier, policy = bench.dossier, bench.workspace.policy
    if Link.ARTICLE in links:
        yield from (first_link(made, dossier) for made in made_changes(dossier, policy, seed))
    if Link.FACT in links:
        seconds = (second_link(made, dossier) for made in made_changes(dossier, policy, seed))
        yield from (each for each in seconds if each is not None)
    if Link.EVIDENCE in links:
        yield from evidence_mutants(dossier, policy, seed)
        yield from record_mutants(dossier, policy, seed, bench.needs)


def mutate(
    workspace: Workspace,
    dossier: Dossier,
    rules: tuple[Rule, ...],
    links: tuple[Link, ...] = tuple(Link),
    seed: int = 0,
    progress: Progress | None = None,
) -> Mutated:
    """Make every mistake in one article and see which are noticed.

    Rules about sign-offs are left out: they notice that something changed, whether it is right or wrong.
    """
    bench = Bench(workspace, dossier, without_signing(rules))
    made = list(attempts(bench, links, seed))
    outcomes = []
    for number, each in enumerate(made, 1):
        outcomes.append(bench.try_out(each) if isinstance(each, Attempt) else each)
        if progress is not None:
            progress(number, len(made))
    defects = sum(problem.fact is None for problem in dossier.problems)
    return Mutated(article=dossier.id, outcomes=tuple(outcomes), errors=len(bench.known) + defects)
