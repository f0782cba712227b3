"""text2num: number words, by rules; numbers in digits are added from the regular expression of the naive way."""

import re
from fractions import Fraction

from benchmarks.peers import nearest
from benchmarks.peers.guarding import guarded
from benchmarks.systems import Figure, System

NAME = "text2num"
ABILITIES = frozenset(("figures", "reaching_figures", "verdict"))
_TOKEN = re.compile(r"\w+|\S")


class _Word:
    """A token as the library wants it."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def text(self) -> str:
        return self.match.group()

    def nt_separated(self, _previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def system() -> System:
    """The library as a system."""
    from text_to_num import find_numbers

    find = guarded(find_numbers, ())

    def figures(text: str) -> list[Figure]:
        words = [_Word(match) for match in _TOKEN.finditer(text)]
        spelled = []
        for found in find(words, "en", threshold=0):
            start, end = words[found.start].match.start(), words[found.end - 1].match.end()
            value = Fraction(str(found.value))
            kind = "ordinal" if found.is_ordinal else "cardinal"
            spelled.append(Figure(start=start, end=end, number=(start, end), low=value, high=value, kind=kind))
        digits = [each for each in nearest.figures(text) if not any(each.meets(s.start, s.end) for s in spelled)]
        return sorted((*spelled, *digits), key=lambda each: each.start)

    return System(
        name=NAME,
        figures=figures,
        reaching_figures=figures,
        verdict=lambda claim, passage: nearest.judge(claim, passage, figures),
    )
