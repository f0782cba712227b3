"""What is put in the place of a recorded name: another party, place or office that the dossier declares."""

from collections.abc import Sequence

from factsuite.model.dossiers import Dossier
from factsuite.mutation.newsroom_copy import chosen
from factsuite.values.relation import Relation
from factsuite.verdicts.containment import compare_parties, compare_places
from factsuite.verdicts.titles import same_office


def other_party(id: str, dossier: Dossier, seed: int, key: str) -> str | None:
    """Another person for a person, another organisation for an organisation; neither speaks within the other."""
    registry = dossier.registry
    is_person = registry.person(id) is not None
    others = [
        other
        for other in sorted(registry.speaker_names)
        if (registry.person(other) is not None) == is_person
        and compare_parties(other, id, registry) is Relation.CONTRADICTS
        and compare_parties(id, other, registry) is Relation.CONTRADICTS
    ]
    return _one(others, seed, key)


def other_place(id: str, dossier: Dossier, seed: int, key: str) -> str | None:
    """A place on another branch."""
    registry = dossier.registry
    names = sorted(registry.place_names)
    return _one([o for o in names if compare_places(o, id, registry) is Relation.CONTRADICTS], seed, key)


def other_office(title: str, dossier: Dossier, seed: int, key: str) -> str | None:
    """Another declared office."""
    registry = dossier.registry
    titles = sorted({office.title for _, office in registry.offices})
    return _one([other for other in titles if not same_office(title, other, registry)], seed, key)


def _one(options: Sequence[str], seed: int, key: str) -> str | None:
    return next(iter(chosen(options, seed, key)), None)
