"""Words cut to what their forms share, so that *sold* meets *sells* and *children* meets *child*."""

from functools import lru_cache

from factsuite.values.wording.word_lists import listed

_IRREGULAR_FORMS = """
be is are was were been being am|have has had having|do does did done|go goes went gone|say said|make made
get got gotten
take took taken|come came|give gave given|find found|tell told|become became|leave left|feel felt|bring brought
begin began begun|keep kept|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|pay paid|sit sat
speak spoke spoken|lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood
draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn
choose chose chosen|throw threw thrown|catch caught|deal dealt|win won|fight fought|teach taught|eat ate eaten
sing sang sung|strike struck stricken|sell sold|shoot shot|bear bore|fly flew flown|forget forgot forgotten|hang hung
hide hid hidden|lay laid|lie lay lain|ride rode ridden|ring rang rung|run ran|see saw seen|seek sought
shake shook shaken
sink sank sunk|sleep slept|steal stole stolen|swear swore sworn|swim swam swum|wake woke woken|bind bound|feed fed
flee fled|freeze froze frozen|know knew known|lend lent|light lit|shrink shrank shrunk|slide slid|spin spun
think thought
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|goose geese|wife wives|life lives
leaf leaves|half halves|knife knives|wolf wolves|loaf loaves|thief thieves|die died dies dying|
datum data|medium media|criterion criteria|phenomenon phenomena|crisis crises|analysis analyses|basis bases
"""
_IRREGULAR = {
    form: forms.split()[0]
    for line in _IRREGULAR_FORMS.replace("\n", "|").split("|")
    if (forms := line.strip())
    for form in forms.split()
}
_UNCHANGED = frozenset(
    listed(
        "news series species united states during something nothing anything everything spring king string evening "
        "morning wing thing hundred need speed seed feed breed indeed red bed this his its us was has as gas bus plus "
        "always perhaps less bring sing ring swing family july italy only early daily reply supply apply fly rely ally"
    )
)
_SHORTEST = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut a lower-cased word to what its forms share; not always a word itself. Irregular forms are looked up."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’.")
    known = _IRREGULAR.get(word)
    if known is not None:
        return _without_e(known)
    if word in _UNCHANGED or len(word) <= _SHORTEST:
        return word
    return _without_e(_without_ending(_without_plural(word)))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and any(letter in "aeiouy" for letter in rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word
