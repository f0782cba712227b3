"""How worth checking a sentence is: points for what can be looked up, fewer for opinion, plans and questions.

The table below is the whole of it. Its points were set by hand from counts on one half of the ClaimBuster sentences
(Arslan, Hassan, Li, Tremayne, ICWSM 2020, doi:10.5281/zenodo.3609356) and measured on the other: see docs/accuracy.md.
Points rank what nobody checked, so that an editor begins at the top; they never make a finding.
"""

import re

from msgspec import Struct

from factsuite.reading.dates import find_date_spans
from factsuite.reading.quantities import read_quantities
from factsuite.values.wording.word_lists import listed

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NAME = re.compile(r"(?<=[^\W_][ ,])[ ]?[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*")
_PAST = re.compile(r"[a-z]{2,}[^e]ed")


class Cue(Struct, frozen=True, kw_only=True):
    """Something in a sentence that makes it more, or less, worth checking."""

    name: str
    points: int
    """For each time it is there."""
    most: int
    """How many times count."""
    words: frozenset[str] = frozenset()
    """The words it is known by, lower-cased; none where it is read otherwise."""


class Checkworthiness(Struct, frozen=True, kw_only=True):
    """The points of one sentence, and what gave them."""

    points: int
    given_by: tuple[tuple[str, int], ...]
    """The cues found, with the points of each."""

    def describe(self) -> str:
        """The sum in print: `number +6, opinion -2`."""
        return ", ".join(f"{name} {points:+d}" for name, points in self.given_by)


def _words(text: str) -> frozenset[str]:
    return frozenset(listed(text))


CUES = (
    Cue(name="number", points=4, most=2),
    Cue(name="date", points=2, most=2),
    Cue(name="name", points=1, most=2),
    Cue(name="past", points=1, most=1),
    Cue(
        name="comparison",
        points=1,
        most=1,
        words=_words(
            "more less fewer than most least highest lowest largest smallest biggest first worst best record double "
            "doubled tripled halved increase increased increases decrease decreased rose risen fell fallen grew grown "
            "growth cut cuts lost gained raised reduced dropped"
        ),
    ),
    Cue(name="quantifier", points=1, most=1, words=_words("every all only any many none never nobody half majority")),
    Cue(
        name="report",
        points=2,
        most=1,
        words=_words(
            "said says told announced reported claimed claims alleged denied confirmed called according voted signed "
            "promised opposed supported"
        ),
    ),
    Cue(name="third person", points=1, most=1, words=_words("he she his her him they their its he's she's they've")),
    Cue(
        name="opinion",
        points=-3,
        most=1,
        words=_words(
            "think believe hope feel guess important clear i'm i'd glad proud honored thank thanks sorry wonderful "
            "beautiful terrible great strong wrong better"
        ),
    ),
    Cue(
        name="plan or wish",
        points=-3,
        most=1,
        words=_words("will should must can cannot ought let let's need want would shall going may might i'll we'll"),
    ),
    Cue(name="condition", points=-3, most=1, words=_words("if whether unless")),
    Cue(name="address", points=-1, most=1, words=_words("you your you're you've")),
    Cue(name="question", points=-3, most=1),
    Cue(name="few words", points=-1, most=1),
)
"""Every cue with its points, as published."""
_CUES_OF = {
    word: tuple(cue.name for cue in CUES if word in cue.words) for word in set().union(*(c.words for c in CUES))
}
"""The cues that a word is known for."""


def checkworthiness(sentence: str) -> Checkworthiness:
    """The points of one sentence, cue by cue."""
    words = [word.lower().replace("\u2019", "'") for word in _WORD.findall(sentence)]
    dates = find_date_spans(sentence)
    figures = [
        figure
        for figure in read_quantities(sentence)
        if not any(start < figure.end and figure.start < end for start, end in dates)
    ]
    read = {
        "number": len(figures),
        "date": len(dates),
        "name": len(_NAME.findall(sentence)),
        "past": sum(word in _PAST_WORDS or (word.endswith("ed") and bool(_PAST.fullmatch(word))) for word in words),
        "question": sentence.rstrip("\"'\u201d\u2019) ").endswith("?"),
        "few words": len(words) < _FEW,
    }
    for word in words:
        for name in _CUES_OF.get(word, ()):
            read[name] = read.get(name, 0) + 1
    given = []
    for cue in CUES:
        times = int(read.get(cue.name, 0))
        if times:
            given.append((cue.name, cue.points * min(times, cue.most)))
    return Checkworthiness(points=sum(points for _, points in given), given_by=tuple(given))


_FEW = 6  # words; a shorter sentence seldom says anything that can be looked up by itself
_PAST_WORDS = _words("was were had been has did went took gave came left made became began met ran sent won led held")
