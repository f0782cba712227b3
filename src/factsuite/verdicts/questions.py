"""One text asked about the fields it should say: what is asked, and what an answer is."""

from msgspec import Struct

from factsuite.model.facts import Terms
from factsuite.model.registry import Registry
from factsuite.model.stated import Ref
from factsuite.values.dates import Calendar
from factsuite.verdicts.grounds import Grounds


class Saying(Struct, frozen=True, kw_only=True):
    """A text that says something else than is recorded."""

    field: str
    read: str
    """What the text was read to say, for a message."""
    expected: str
    detail: str = ""


class Question(Struct, frozen=True):
    """A text, and the fields it should say."""

    text: str
    claim: str
    """The claim of the fact: its words tell which of several figures is meant."""
    terms: Terms
    measure: str | None
    period: bool
    calendar: Calendar
    grounds: Grounds
    given_by: Ref | None
    """On whose word the article has it: they may be named beside the speaker."""
    speech: bool
    """It is somebody's words, so that whoever is said to speak in it may be another."""
    exact: bool = False
    """It is the article's sentence, or the claim: a fact that asserts less than it is not about it."""

    @property
    def registry(self) -> Registry:
        """What the fields may refer to."""
        return self.grounds.registry
