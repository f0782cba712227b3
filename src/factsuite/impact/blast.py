"""The answer to *what falls if this falls?*, for one source, entity or fact, and for the whole folder."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from factsuite.impact.following import alike, derived_from, measures_of, referring_to
from factsuite.impact.targets import Sort, Target, all_targets
from factsuite.impact.withdrawal import Struck, fallen_sources, withdraw_record, withdraw_sources
from factsuite.model.dossiers import Dossier, Workspace
from factsuite.model.facts import Fact
from factsuite.rules.providing import Examined


class Mention(Struct, frozen=True, kw_only=True):
    """A fact that is concerned, and in which way."""

    dossier: Dossier
    fact: Fact
    because: str


class Blast(Struct, frozen=True, kw_only=True):
    """What falls, and what has to be looked at again."""

    target: Target
    fallen: tuple[str, ...]
    """The sources that fall: the one asked about, and every copy of it. Empty for entities and facts."""
    struck: tuple[Struck, ...]
    """The facts that rest on it, judged without it."""
    following: tuple[Mention, ...]
    """Facts that are not judged on it, but follow from those that fall, or speak of it."""
    measures: tuple[str, ...]

    @property
    def changing(self) -> tuple[Struck, ...]:
        """The facts whose verdict becomes another one."""
        return tuple(each for each in self.struck if each.changes)

    @property
    def orphaned(self) -> tuple[Struck, ...]:
        """The facts that lose their last line."""
        return tuple(each for each in self.struck if each.loses_last_line)

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles concerned, sorted."""
        struck = {each.dossier.id for each in self.struck}
        return tuple(sorted(struck | {each.dossier.id for each in self.following}))


def blast_of(target: Target, workspace: Workspace, articles: Sequence[Examined]) -> Blast:
    """What falls with one source, entity or fact."""
    near = [each for each in articles if target.article in (None, each.dossier.id)]
    if target.sort is Sort.SOURCE:
        fallen = fallen_sources(target.id, workspace)
        struck = withdraw_sources(fallen, near)
        return _blast(target, sorted(fallen), struck, ())
    if target.sort is Sort.ENTITY:
        struck = withdraw_record(target.id, near)
        known = {(each.dossier.id, each.fact.label) for each in struck}
        speaking = (
            Mention(dossier=each.dossier, fact=fact, because="speaks of it: " + ", ".join(f"`{f}`" for f in fields))
            for each in near
            for fact, fields in referring_to(target.id, each.dossier)
            if (each.dossier.id, fact.label) not in known
        )
        return _blast(target, (), struck, speaking)
    dossier = next(each.dossier for each in near)
    fact = next(each for each in dossier.facts if each.label == target.id)
    kin = (
        Mention(dossier=other, fact=each, because="is about the same measure or event")
        for other, each in alike(fact, [each.dossier for each in articles])
    )
    computed = [Mention(dossier=dossier, fact=each, because=_COMPUTED) for each in derived_from((fact,), dossier)]
    seen = {(each.dossier.id, each.fact.label) for each in computed}
    return _blast(target, (), (), (*computed, *(k for k in kin if (k.dossier.id, k.fact.label) not in seen)), fact)


_COMPUTED = "is computed from what falls"


def _blast(
    target: Target,
    fallen: Sequence[str],
    struck: Sequence[Struck],
    others: Iterable[Mention],
    asked: Fact | None = None,
) -> Blast:
    worse = [each for each in struck if each.changes or each.loses_last_line]
    following: dict[tuple[str, str], Mention] = {}
    for dossier in {each.dossier.id: each.dossier for each in worse}.values():
        down = [each.fact for each in worse if each.dossier is dossier]
        for fact in derived_from(down, dossier):
            following[dossier.id, fact.label] = Mention(dossier=dossier, fact=fact, because=_COMPUTED)
    for mention in others:
        following.setdefault((mention.dossier.id, mention.fact.label), mention)
    concerned = [*(each.fact for each in worse), *((asked,) if asked is not None else ())]
    return Blast(
        target=target,
        fallen=tuple(fallen),
        struck=tuple(struck),
        following=tuple(following.values()),
        measures=measures_of(concerned),
    )


def ranking(workspace: Workspace, articles: Sequence[Examined]) -> list[Blast]:
    """Every source on which a fact rests, those on which most hangs first."""
    sources = [target for target in all_targets(workspace) if target.sort is Sort.SOURCE]
    blasts = [blast_of(target, workspace, articles) for target in sources]
    resting = [blast for blast in blasts if blast.struck]
    return sorted(resting, key=lambda b: (-len(b.orphaned), -len(b.changing), -len(b.struck), b.target.id))
