"""What a text says of a field: the same, otherwise, or nothing that can be read.

Used for the article's words against the fact (link 2), the claim against the fact, and an excerpt against what
its source is recorded to report (link 4). Silence is the answer wherever reading is unsure.
"""

from collections.abc import Callable, Iterator

from factsuite.load.locations import Location
from factsuite.model.dossiers import Dossier
from factsuite.model.entities import Event
from factsuite.model.facts import Fact, Terms
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.questions import Question, Saying
from factsuite.verdicts.said_acts import act_said
from factsuite.verdicts.said_names import (
    link_said,
    office_said,
    person_said,
    speaker_said,
    where_said,
    words_said,
)
from factsuite.verdicts.said_values import date_said, value_said


def says(
    text: str, terms: Terms, names: tuple[str, ...], fact: Fact, grounds: Grounds, *, speech: bool = False
) -> Iterator[Saying]:
    """Every field of `terms` that the text says otherwise. `speech`: the text is somebody's words, not narration."""
    given = [name for name in names if getattr(terms, name) is not None]  # a fact file calls them so, too
    if not given:
        return
    measure = fact.asserts.measure.value if fact.asserts.measure is not None else None
    event = grounds.registry.event(fact.asserts.event.value) if fact.asserts.event is not None else None
    question = Question(
        text=text,
        claim=fact.claim.text,
        terms=terms,
        measure=measure,
        period=event is not None and event.period,
        calendar=grounds.calendar,
        grounds=grounds,
        given_by=fact.asserts.according_to,
        speech=speech,
        exact=not speech,
    )
    for name in given:
        found = _READERS[name](question)
        if found is not None:
            yield found


def says_of_record(dossier: Dossier, grounds: Grounds) -> Iterator[tuple[Location, str, Saying]]:
    """The same for the excerpts in the evidence of a dossier's events."""
    for entity in dossier.entities:
        for item in entity.evidence if isinstance(entity, Event) else ():
            if not item.excerpt or not isinstance(entity, Event):
                continue
            terms = Terms(at=item.at, on=item.on, where=item.where)
            question = Question(
                text=item.excerpt,
                claim=entity.name,
                terms=terms,
                measure=None,
                period=entity.period,
                calendar=grounds.calendar,
                grounds=grounds,
                given_by=None,
                speech=True,
            )
            for name in ("on", "where"):
                found = _READERS[name](question) if terms.given(name) is not None else None
                if found is not None:
                    yield item.at, item.source.value, found


_READERS: dict[str, Callable[[Question], Saying | None]] = {
    "value": value_said,
    "on": date_said,
    "words": words_said,
    "speaker": speaker_said,
    "person": person_said,
    "where": where_said,
    "office": office_said,
    "link": link_said,
    "act": act_said,
}
