"""Letters of one alphabet that look like those of another, as far as words of a newsroom's files need them.

The pairs are some of those in the table of Unicode Technical Standard 39 (confusables.txt): Latin beside Greek,
Cyrillic or Armenian, where an upright newspaper type prints both alike. Greek letters that stand beside Latin ones in
science (alpha, kappa, mu, nu, rho) are left out: TNFα and NF-κB are words.
"""

import unicodedata
from functools import cache

_LIKE_LATIN = {
    "CYRILLIC": "АВЕЅІЈКМНОРСТУХҮԌԜаеѕіјорсухԁһԛԝҽӏ",
    "GREEK": "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧͿοϳ",
    "ARMENIAN": "ՏՕսոհօզց",
}
_LIKE_OTHER = {
    "CYRILLIC": "ABEKMHOPCTYXSIJaeopcyxsij",
    "GREEK": "ABEZHIKMNOPTYXo",
    "ARMENIAN": "SOunhoqg",
}
_ENOUGH = 3
"""Letters of another alphabet that make a word one of that alphabet, in which a Latin letter is the stranger."""
_OTHER_TYPE = "of another width or style"


def strangers(word: str) -> tuple[str, str]:
    """The letters of a word that only look as if they belonged to it, and the name of their alphabet; else two blanks.

    A word in one alphabet has none, whichever it is; nor has one whose other letters could be taken for no others.
    """
    by_script: dict[str, list[str]] = {}
    for letter in word:
        by_script.setdefault(_script(letter), []).append(letter)
    latin = by_script.get("LATIN", [])
    if not latin:
        return "", ""
    if _OTHER_TYPE in by_script:
        return "".join(by_script[_OTHER_TYPE]), _OTHER_TYPE
    for script, alike in _LIKE_LATIN.items():
        other = by_script.get(script, [])
        if other and all(letter in alike for letter in other):
            return "".join(other), script.title()
        rest = len(other) >= _ENOUGH and len(latin) < len(other)
        if rest and all(letter in _LIKE_OTHER[script] for letter in latin):
            return "".join(latin), "Latin"
    return "", ""


@cache
def _script(letter: str) -> str:
    """The alphabet in which Unicode names a letter; blank for what is none, or of an alphabet not looked at."""
    if "\U0001d400" <= letter <= "\U0001d7ff" or "\uff21" <= letter <= "\uff5a":
        return _OTHER_TYPE
    first = unicodedata.name(letter, "").partition(" ")[0]
    return first if first == "LATIN" or first in _LIKE_LATIN else ""
