"""What a text says somebody did with words, against the act recorded: *admitted* is not *denied*."""

from factsuite.reading.reporting_verbs import REPORTING_VERBS
from factsuite.reading.speech import read_attributions
from factsuite.verdicts.questions import Question, Saying

_DECIDED = frozenset(("confirmed", "denied"))
"""The acts that no other act may stand for. *Noted*, *told* and *said* are one to a reader."""


def act_said(question: Question) -> Saying | None:
    """Only where the text has one verb of speech, and it or the one recorded confirms or denies."""
    stated = question.terms.act
    assert stated is not None
    found = read_attributions(question.text)
    if len(found) != 1 or found[0].negated:
        return None
    acts = {found[0].act, _sort_of(stated.text)}
    if "" in acts or len(acts) == 1 or acts.isdisjoint(_DECIDED):
        return None
    return Saying(field="act", read=f"'{found[0].verb}'", expected=stated.text)


def _sort_of(act: str) -> str:
    verb = REPORTING_VERBS.get(act.casefold())
    return verb.act if verb is not None else ""
