"""Words that count as one when a claim is set beside a passage: the common names of events and of what is counted.

A published list of news English, short on purpose: two words stand in one class only if a figure or a date given with
one would be given with the other. A word stands in one class at most.
"""

from functools import lru_cache

from factsuite.texts.stems import stem

_CLASSES = """
die death dead decease perish
kill slay
birth born
release premiere publish publication issue debut launch
founded foundation founder establish establishment form formation create creation inception
begin start commence beginning
end finish conclude conclusion
marry marriage wed wedding
divorce separate
buy purchase acquire acquisition acquirer
win victory winner
film movie picture
song single track
album record
episode instalment installment
population inhabitant resident people person live populace
percent percentage
review reviewer critic
rating score rate
average mean
gross earn earning revenue
cost budget price
employ employee staff worker
student pupil enrol enroll enrollment
fatality casualty
case infection infect
soldier troop
car automobile
game match
season year
age old
child kid
area size
tall height high
long length
wide width
heavy weight weigh
sell sale
arrest detain detention
elect election
appoint appointment nominate nomination
join joined
resign resignation
retire retirement
graduate graduation
home house
company firm
show programme program
university college
country nation
approximately about
near close
view viewer watch viewership audience
subscribe subscriber
follow follower
member membership
visit visitor
play player
direct director
produce producer production
write writer author
build construct construction
open opening
destroy destruction
injure injury wound
spectator attendance attend
cap appearance
recover recovery
worldwide global globally
nationwide nationally
domestic domestically
overseas abroad
international internationally
confirm confirmation
"""


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _CLASSES.strip().splitlines():
        words = [stem(word) for word in line.split()]
        for word in words:
            table.setdefault(word, words[0])
    return table


_TABLE = _table()


@lru_cache(maxsize=65536)
def concept(word: str) -> str:
    """Return what a lower-cased word counts as: the first of its class, else its stem."""
    cut = stem(word)
    return _TABLE.get(cut, cut)


def is_classed(key: str) -> bool:
    """Whether a word, as `concept` gives it, stands for a class of this list."""
    return key in _CLASSED


_CLASSED = frozenset(_TABLE.values())
