"""What `factsuite sign` is asked for: its options, checked, and whether a fact may be signed."""

import argparse
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from factsuite.anchoring.naming import articles_named
from factsuite.commands.sign_told import Told
from factsuite.commands.workspace_asked import folder_of
from factsuite.engine import baseline_of, policy_of, root_of, store_of
from factsuite.load.errors import FactsuiteError
from factsuite.load.files import DESK, FACTS, SIGNOFFS, Tree, read_tree
from factsuite.load.suggestions import did_you_mean
from factsuite.model.as_of import AsOf, read_as_of
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.signoffs import DeskPerson, SignOff
from factsuite.model.stated import Stated
from factsuite.rules.collecting import collect_rules
from factsuite.rules.results import FactResult, Outcome, Result
from factsuite.rules.running import run
from factsuite.rules.unsigned import without_signing
from factsuite.verdicts.signing import FactSigning, Signing, is_author, signing_of

_SIGNED = (Outcome.PASSED, Outcome.KNOWN, Outcome.WAIVED)
"""How the test of a fact may end for it to be signed: where it is waived, somebody else answers for that."""


class Bench(Struct, frozen=True, dict=True):
    """A workspace, the articles asked about, and the day."""

    root: Path
    tree: Tree
    workspace: Workspace
    dossiers: tuple[Dossier, ...]
    day: str

    @cached_property
    def result(self) -> Result:
        """The workspace checked, as if no rule looked at sign-offs."""
        return run(self.workspace, without_signing(collect_rules(self.root)))

    @cached_property
    def facts(self) -> dict[tuple[str, str], FactResult]:
        """How the test of every fact ends, by its article and label."""
        return {(each.dossier.id, fact.slot.label): fact for each in self.result.articles for fact in each.facts}

    def signing(self, dossier: Dossier) -> Signing:
        """How the facts of an article stand to those who sign."""
        own = ((label, fact.judgement) for (article, label), fact in self.facts.items() if article == dossier.id)
        judgements = {label: judgement for label, judgement in own if judgement is not None}
        return signing_of(dossier, self.workspace, judgements)


def refuse_loose_options(options: argparse.Namespace) -> None:
    """Raise FactsuiteError for options that do not go together."""
    if options.list:
        if options.all or options.on is not None:
            raise FactsuiteError("--list takes no --all and no --on", hint="factsuite sign --list shows every fact")
        return
    if options.by is None:
        raise FactsuiteError("who has checked it?", hint="say --by ID, with an id of facts/desk.yaml")
    if bool(options.facts) is options.all:
        raise FactsuiteError("which facts?", hint="name them, or say --all; factsuite sign --list shows them")
    if options.withdraw and options.on is not None:
        raise FactsuiteError("--on is the day of a new sign-off", hint="leave it out with --withdraw")


def bench_of(options: argparse.Namespace) -> Bench:
    """The workspace asked about. Raises FactsuiteError where a list of sign-offs or people is defective."""
    root = root_of([folder_of(options)])
    tree = read_tree(root, store_of(root))
    day, today = _day_of(options.on)
    workspace = replace(build_workspace(tree, policy_of(root)), today=today, baseline=baseline_of(root))
    problems = [*workspace.shared_problems, *(each for dossier in workspace.dossiers for each in dossier.problems)]
    for problem in problems:
        if problem.at.path.name in (DESK, SIGNOFFS):
            raise FactsuiteError(problem.message, hint=f"mend the file first; {problem.hint}", at=problem.at)
    dossiers = articles_named(workspace, options.article)
    return Bench(root=root, tree=tree, workspace=workspace, dossiers=dossiers, day=day)


def person_of(id: str, bench: Bench) -> DeskPerson:
    """The person of the desk with an id; raises FactsuiteError where there is none."""
    path = PurePosixPath(FACTS, DESK)
    if path not in bench.tree:
        hint = "write it: format: 1, and people: [{id: " + id + ", name: ...}]"
        raise FactsuiteError(f"there is no {path}, so nobody can sign", hint=hint)
    found = next((person for person in bench.workspace.desk if person.id == id), None)
    if found is None:
        known = [person.id for person in bench.workspace.desk]
        named = next((person.id for person in bench.workspace.desk if person.name.lower() == id.lower()), id)
        hint = did_you_mean(named, known, f"{path} has: {', '.join(known) or 'nobody'}")
        raise FactsuiteError(f"nobody of the desk has the id '{id}'", hint=hint)
    return found


def judge_wish(each: FactSigning, dossier: Dossier, person: DeskPerson, bench: Bench) -> Told:
    """The sign-off of a fact by somebody, or why there is none."""
    author = is_author(person, dossier)
    result = bench.facts[dossier.id, each.fact.label]
    others = [s for s in each.signatures if s.holds and s.signoff.by.value != person.id]
    lacking = max(0, each.asked.people - len(others) - 1)
    told = Told(article=dossier.id, signing=each, result=result, lacking=lacking)
    if author and not bench.workspace.policy.signoff.author_may_sign:
        return replace(told, refused=f"{person.name} is an author of the article")
    if result.outcome not in _SIGNED:
        failing = tuple(found for found in (*result.findings, *result.old) if bench.result.fails(found))
        why = "its test fails" if result.outcome is not Outcome.OLD else "its test failed before, and that is let pass"
        return replace(told, refused=why, reasons=failing)
    by, fact = (Stated(text=word, value=word, at=each.fact.at) for word in (person.id, each.fact.label))
    return replace(told, signoff=SignOff(fact=fact, by=by, on=bench.day, at=each.fact.at, digests=each.digests))


def signoffs_named(options: argparse.Namespace, bench: Bench) -> set[tuple[str, str]]:
    """The sign-offs of a person that are meant, by article and fact; raises FactsuiteError for a name of none."""
    own = {(d.id, s.fact.value) for d in bench.dossiers for s in d.signoffs if s.by.value == options.by}
    if options.all:
        return own
    wanted: set[tuple[str, str]] = set()
    for name in options.facts:
        folder, _, id = name.replace("/facts.yaml::", "/").rpartition("/")
        found = {pair for pair in own if pair[1] == id and PurePosixPath(folder).name in ("", pair[0])}
        if not found:
            hint = did_you_mean(id, [label for _, label in own], "factsuite sign --list shows who has signed what")
            raise FactsuiteError(f"'{options.by}' has signed no fact '{name}'", hint=hint)
        if len(found) > 1:
            several = ", ".join(f"{article}/{label}" for article, label in sorted(found))
            raise FactsuiteError(f"several facts are called '{name}'", hint=f"say which: {several}")
        wanted |= found
    return wanted


def _day_of(given: str | None) -> tuple[str, AsOf]:
    """The day as it is written; the clock is asked here, and nowhere else."""
    try:
        text = (date.fromisoformat(given) if given is not None else datetime.now(UTC).date()).isoformat()
    except ValueError as error:
        raise FactsuiteError(f"--on: '{given}' is no day", hint="write it as 2031-06-03") from error
    return text, read_as_of(text)
