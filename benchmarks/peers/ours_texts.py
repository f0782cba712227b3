from benchmarks.peers.ours import NAME, VERDICTS
from benchmarks.systems import System

NAME = NAME
ABILITIES = frozenset(("verdict",))
MISSING = "not there yet"


def system():
    from factsuite.texts import compare_texts

    return System(name=NAME, verdict=lambda claim, passage: VERDICTS[compare_texts(claim, passage).relation])
