"""The noun phrase a number counts: *north korean soldiers* after 3,000."""

from factsuite.values.numbers.number_words import MAGNITUDES, ORDINALS, SMALL
from factsuite.values.numbers.tokens import Tokens, listed
from factsuite.values.numbers.units import TIME_WORDS

_LONGEST = 7
STOPS = listed(
    """a about above according across after against ago all almost along also although am among an and another
    any are around as at away back be became because become been before began behind being below
    between both but by came can could did do does down due during each either else even ever every
    except far for from further gave get go got had has have he her here him his how however i if in
    instead into is it its just last later less like made make many may me might mine much must my near
    neither never next no nor not now of off often on once only onto or our out outside over own past
    per perhaps put ran rather said saw say says seem seen set shall she should since so some soon
    still such than that the their them then there these they this those though through throughout thus
    till to together too took toward towards under until up upon us used very via was we well went were
    what when where whether which while who whom whose why will with within would yet you your yours
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday killed injured
    wounded died dead-on including compared respectively approximately roughly nearly won lost left
    stood rose fell remain remained remains moved sent reached reported according occurred followed"""
)
"""The words that stand in no noun phrase, or end one."""
_IRREGULAR = listed(
    """people men women children police personnel staff dead aircraft spacecraft fish sheep deer cattle feet
    teeth mice geese oxen series species crew offspring data media criteria phenomena youth infantry
    cavalry wounded injured policemen policewomen firefighters servicemen servicewomen fishermen
    businessmen congressmen freshmen countrymen gunmen militiamen salmon trout bison shrimp elk moose
    squid swine poultry livestock headquarters crossroads alumni fungi cacti nuclei bacteria stimuli"""
)
_ENDS = STOPS | SMALL.keys() | MAGNITUDES.keys() | ORDINALS.keys()
_SKIPPED = frozenset(("other", "more", "additional", "further"))
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")


def read_noun(tokens: Tokens, start: int, is_one: bool) -> tuple[str, int]:
    """Return the noun phrase that starts at a token, lower-cased, and where it ends; empty if none is sure.

    The phrase runs to its first plural that no further capitalised word follows; after *one*, to the first
    word that can be in no noun phrase.
    """
    words = tokens.edged
    has_lines = "\n" in tokens.text
    start += words[start] in _SKIPPED and words[start + 1] != "than"
    start += is_one and tokens.word(start) in ("last", "final", "single") and tokens.word(start + 1) not in TIME_WORDS
    end = start
    for at in range(start, start + _LONGEST):
        word = words[at]
        if word == "-" and at > start and tokens.glued(at) and tokens.glued(at + 1):
            continue
        if not word[:1].isalpha() or (word in _ENDS and _ends_phrase(tokens, at)):
            break
        if has_lines and "\n" in tokens.gap(at) and tokens.is_capital(at):
            break
        if is_one and (word.endswith("ed") or (end > start and word.endswith("ing"))):
            break
        end = at + 1
        if _is_plural(word) and words[at + 1] != "-" and not _is_name_inside(tokens, at):
            return ("", start) if _is_possessive(tokens, end) else (_text(tokens, start, end), end)
    is_one = is_one and not _is_possessive(tokens, end)
    return (_text(tokens, start, end), end) if is_one and end > start else ("", start)


def _ends_phrase(tokens: Tokens, at: int) -> bool:
    word = tokens.edged[at]
    if word in SMALL or word in MAGNITUDES or word in ORDINALS:
        return True
    if word in STOPS:
        return tokens.word(at - 1) != "-" and not (word == "a" and tokens.written(at) == "A")
    return False


def is_noun_phrase(tokens: Tokens, start: int, is_one: bool) -> bool:
    """Tell whether all tokens from here on are one noun phrase: words that end in a plural, or hold *of*."""
    last = len(tokens.words) - 1
    has_of = False
    for at in range(start, last + 1):
        word = tokens.word(at)
        if word == "of" or (word == "the" and tokens.word(at - 1) == "of"):
            has_of = True
        elif word not in ("-", "'", "’") and (not word[:1].isalpha() or _ends_phrase(tokens, at)):
            return False
    return start <= last and (has_of or is_one or _is_plural(tokens.word(last))) and tokens.word(last) != "of"


def _is_possessive(tokens: Tokens, at: int) -> bool:
    return tokens.edged[at] in ("'", "’") and tokens.word(at + 1) == "s"


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (word.endswith("s") and len(word) > 3 and not word.endswith(_NOT_PLURAL))


def _is_name_inside(tokens: Tokens, at: int) -> bool:
    """Tell whether a plural is part of a name that the noun still follows: United States soldiers."""
    if not tokens.is_capital(at):
        return False
    following = tokens.word(at + 1)
    is_noun = following[:1].isalpha() and following not in STOPS
    return is_noun and (_is_plural(following) or tokens.is_capital(at + 1))


def _text(tokens: Tokens, start: int, end: int) -> str:
    if end == start + 1:
        return tokens.written(start).lower()
    return " ".join(tokens.text[tokens.starts[start] : tokens.ends[end - 1]].lower().split())
