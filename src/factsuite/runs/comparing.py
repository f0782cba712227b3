"""Two runs compared: what is new, fixed, changed and unchanged. A move of lines, folders or names is no change."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from factsuite.runs.stored import StoredFact, StoredFinding, StoredRun

T = TypeVar("T")
Pairs = tuple[tuple[T, T], ...]


class RunChanges(Struct, frozen=True, kw_only=True):
    """What lies between two runs. Of a pair the first is the old one."""

    old: StoredRun
    new: StoredRun
    articles_moved: tuple[tuple[str, str], ...]
    facts_kept: Pairs[StoredFact]
    facts_added: tuple[StoredFact, ...]
    facts_removed: tuple[StoredFact, ...]
    found_new: tuple[StoredFinding, ...]
    fixed: tuple[StoredFinding, ...]
    changed: Pairs[StoredFinding]
    """The same rule about the same fact, with another message, severity or standing."""
    unchanged: Pairs[StoredFinding]

    @property
    def verdicts(self) -> Pairs[StoredFact]:
        """Facts whose verdict, or how they stand to the gate, is another now."""
        return tuple((old, new) for old, new in self.facts_kept if old.state != new.state)

    @property
    def renamed(self) -> Pairs[StoredFact]:
        """Facts with the same claim under another id."""
        return tuple((old, new) for old, new in self.facts_kept if old.id != new.id)

    @property
    def failing_now(self) -> tuple[StoredFact, ...]:
        """Facts that fail and did not fail before, or were not there."""
        worse = {(new.article, new.id) for old, new in self.facts_kept if new.fails and not old.fails}
        added = {(fact.article, fact.id) for fact in self.facts_added if fact.fails}
        return tuple(fact for fact in self.new.facts if (fact.article, fact.id) in worse | added)

    @property
    def findings_failing_now(self) -> tuple[StoredFinding, ...]:
        """Findings that fail the new run, and the like of which did not fail the old one."""
        found = [each for each in self.found_new if each.fails(self.new.fail_on)]
        found += [new for old, new in self.changed if new.fails(self.new.fail_on) and not old.fails(self.old.fail_on)]
        return tuple(found)

    @property
    def is_worse(self) -> bool:
        """Whether something fails that did not fail before."""
        return bool(self.failing_now or self.findings_failing_now)

    @property
    def settings(self) -> tuple[tuple[str, str, str], ...]:
        """Settings with another value: name, old, new."""
        names = sorted({*self.old.policy, *self.new.policy})
        pairs = [(name, self.old.policy.get(name, "unset"), self.new.policy.get(name, "unset")) for name in names]
        return tuple(pair for pair in pairs if pair[1] != pair[2])

    @property
    def is_same(self) -> bool:
        """Whether nothing at all has changed, but perhaps lines and names."""
        return not (
            *self.verdicts,
            *self.facts_added,
            *self.facts_removed,
            *self.found_new,
            *self.fixed,
            *self.changed,
            *self.settings,
        )


def compare_runs(old: StoredRun, new: StoredRun) -> RunChanges:
    """Pair the facts and the findings of two runs."""
    moved = _moved_articles(old, new)
    here = dict(moved)
    facts_before = [replace(fact, article=here.get(fact.article, fact.article)) for fact in old.facts]
    kept, removed, added = _pair(facts_before, new.facts, lambda fact: (fact.article, fact.id))
    renamed, removed, added = _pair(removed, added, lambda fact: (fact.article, fact.claim))
    names = {(before.article, before.id): after.id for before, after in renamed}
    before = [_as_named_now(found, here, names) for found in old.findings]
    same, fixed, found = _pair(before, new.findings, lambda each: (*each.key, each.severity, each.standing))
    restated, fixed, found = _pair(fixed, found, lambda each: each.key)
    reworded, fixed, found = _pair(fixed, found, lambda each: each.about if each.fact else each)
    return RunChanges(
        old=old,
        new=new,
        articles_moved=moved,
        facts_kept=(*kept, *renamed),
        facts_added=tuple(added),
        facts_removed=tuple(removed),
        found_new=tuple(found),
        fixed=tuple(fixed),
        changed=(*restated, *reworded),
        unchanged=tuple(same),
    )


def _pair(
    old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """What has the same key in both, one to one and in order; then what is left of the old, and of the new."""
    waiting: dict[Hashable, list[T]] = defaultdict(list)
    for each in old:
        waiting[key(each)].append(each)
    pairs, left = [], []
    for each in new:
        there = waiting.get(key(each))
        if there:
            pairs.append((there.pop(0), each))
        else:
            left.append(each)
    return pairs, [each for rest in waiting.values() for each in rest], left


def _as_named_now(found: StoredFinding, articles: dict[str, str], facts: dict[tuple[str, str], str]) -> StoredFinding:
    article = articles.get(found.article, found.article) if found.article is not None else None
    fact = facts.get((article or "", found.fact), found.fact) if found.fact is not None else None
    return replace(found, article=article, fact=fact)


def _moved_articles(old: StoredRun, new: StoredRun) -> tuple[tuple[str, str], ...]:
    """Articles whose folder has another name: the same headline, or at least half of the facts by id and claim."""
    gone = [id for id in old.headlines if id not in new.headlines]
    come = [id for id in new.headlines if id not in old.headlines]
    facts_old, facts_new = _facts_by_article(old), _facts_by_article(new)
    moved = []
    for before in gone:
        for after in come:
            shared = len(facts_old[before] & facts_new[after])
            same = old.headlines[before] == new.headlines[after] and bool(old.headlines[before])
            if same or (shared and 2 * shared >= max(len(facts_old[before]), len(facts_new[after]))):
                moved.append((before, after))
                come.remove(after)
                break
    return tuple(moved)


def _facts_by_article(run: StoredRun) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for fact in run.facts:
        found[fact.article].add((fact.id, fact.claim))
    return found
