"""What a rewording puts at stake: another value than the fact asserts, other figures, a limit lost or gained."""

from collections import Counter
from collections.abc import Iterator

from factsuite.model.facts import Fact
from factsuite.reading.names import find_names
from factsuite.texts.comparing import compare_texts
from factsuite.values.relation import Relation
from factsuite.values.wording.polarity import limit_at, written
from factsuite.values.wording.word_reading import read_words
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.saying import says

_FIELDS = ("value", "on", "words", "speaker", "office", "person", "where", "link")
"""The fields that an article's words are read for, as link 2 does."""


def at_stake(fact: Fact, old: str, new: str, grounds: Grounds) -> tuple[str, ...]:
    """Why the new words may not be what the fact asserts, each as words of a message; nothing, if they only differ."""
    before = set(says(old, fact.asserts, _FIELDS, fact, grounds))
    said = [found for found in says(new, fact.asserts, _FIELDS, fact, grounds) if found not in before]
    reasons = [f"it says {found.read}; the fact asserts `{found.field}: {found.expected}`" for found in said]
    if not {"value", "on"} & {found.field for found in said}:
        reasons += _figures(old, new, grounds)
    if not {"speaker", "person", "where"} & {found.field for found in said}:
        reasons += _names(old, new, grounds)
    return tuple(dict.fromkeys((*reasons, *_limits(old, new))))


def _figures(old: str, new: str, grounds: Grounds) -> Iterator[str]:
    """Figures and dates that the new words give otherwise, or no longer give."""
    calendar, reach = grounds.calendar, grounds.policy.reach
    folded = " ".join(new.casefold().split())
    forth = compare_texts(old, new, calendar=calendar, reach=reach)
    answered = {each.asserted.start for each in forth.pairs if each.reported is not None}
    for mention in forth.asserted:
        lost = mention.start not in answered and " ".join(mention.text.casefold().split()) not in folded
        if lost and not mention.is_label:
            yield f"it no longer says '{mention.text}'"
    back = compare_texts(new, old, calendar=calendar, reach=reach)
    differing = [each for each in forth.pairs if each.relation is not Relation.ENTAILS]
    pairs = [(each.asserted.text, each.reported.text) for each in differing if each.reported is not None]
    narrower = [each for each in back.pairs if each.relation is Relation.COMPATIBLE]
    pairs += [(each.reported.text, each.asserted.text) for each in narrower if each.reported is not None]
    yield from (f"it says '{now}' where it said '{was}'" for was, now in pairs if was.casefold() != now.casefold())


def _names(old: str, new: str, grounds: Grounds) -> Iterator[str]:
    """People, organisations and places named instead of others; a name that only went or came says nothing else."""
    for names in (grounds.registry.speaker_names, grounds.registry.place_names):
        before = {mention.ids: mention.text for mention in find_names(old, names)}
        after = {mention.ids: mention.text for mention in find_names(new, names)}
        gone = ", ".join(f"'{text}'" for ids, text in before.items() if ids not in after)
        came = ", ".join(f"'{text}'" for ids, text in after.items() if ids not in before)
        if gone and came:
            yield f"it names {came} where it named {gone}"


def _limits(old: str, new: str) -> Iterator[str]:
    """Conditions, negations and hedges: few words, and the sentence means something else."""
    before, after = _cues(old), _cues(new)
    yield from (f"'{cue}' is gone" for cue in (before - after).elements())
    yield from (f"'{cue}' is new" for cue in (after - before).elements())


def _cues(text: str) -> Counter[str]:
    words = read_words(text)
    found = ((index, limit_at(words, index)) for index in range(len(words)))
    return Counter(written(words[index : index + limit[1]]).casefold() for index, limit in found if limit is not None)
