"""One sentence in two versions: which figures, dates, names, titles, quotations and limits are otherwise."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from factsuite.diffs import values_changed
from factsuite.diffs.changes import Difference, quoted
from factsuite.diffs.values_changed import to
from factsuite.reading.markdown import Block, Prose, read_markdown
from factsuite.texts.opposites import OPPOSITES
from factsuite.texts.synonyms import concept
from factsuite.values.folding import fold
from factsuite.values.strength import read_strength
from factsuite.values.wording.polarity import Limit, limit_at, written
from factsuite.values.wording.word_reading import read_words
from factsuite.verdicts.coverage.mentions import Mention, MentionKind, Reading, read_mentions

_NEAR = 0.7  # likeness of two words from which one is the other, spelt otherwise


class Read(Struct, frozen=True, kw_only=True):
    """A sentence, and everything in it that asks to be checked."""

    text: str
    mentions: tuple[Mention, ...]
    reading: Reading

    def of(self, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind, in order."""
        return [mention for mention in self.mentions if mention.kind is kind]


def read_sentence(text: str, reading: Reading, *, in_headline: bool = False) -> Read:
    """Read one sentence, or a headline, as coverage does."""
    prose = Prose(text=text, blocks=(Block(start=0, end=len(text), is_heading=True),))
    found = read_mentions(prose if in_headline else read_markdown(text), reading, in_headline=in_headline)
    return Read(text=text, mentions=found, reading=reading)


def wording_differences(before: Read, now: Read) -> tuple[Difference, ...]:
    """What the present sentence says otherwise; nothing, where no value of it was read otherwise."""
    found = [
        *_mentions(before, now, MentionKind.NUMBER, _figure, "figure"),
        *_mentions(before, now, MentionKind.DATE, _date, "date"),
        *_mentions(before, now, MentionKind.QUOTATION, _quotation, "quotation"),
        *_mentions(before, now, MentionKind.TITLE, _title, ""),
        *_names(before, now),
        *_acts(before.text, now.text),
        *_strength(before.text, now.text),
    ]
    taken = {each.words for each in found}
    found += [each for each in _limits(before.text, now.text) if each.words not in taken]
    return tuple(dict.fromkeys(found))


def respelt(before: str, now: str) -> str | None:
    """The words that are only spelt otherwise; empty where only marks differ; None where it is other words."""
    old, new = fold(before).split(), fold(now).split()
    pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        one, other = " ".join(old[i1:i2]), " ".join(new[j1:j2])
        if _letters(one) == _letters(other):
            continue
        is_near = SequenceMatcher(None, _letters(one), _letters(other), autojunk=False).ratio() >= _NEAR
        if i2 - i1 != 1 or j2 - j1 != 1 or not is_near or any(char.isdigit() for char in one + other):
            return None
        pairs.append(to(one.strip(".,;:!?\"'"), other.strip(".,;:!?\"'")))
    return "; ".join(pairs)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


Compare = Callable[[Mention, Mention], Difference | None]


def _mentions(before: Read, now: Read, kind: MentionKind, compare: Compare, topic: str) -> Iterator[Difference]:
    """What stands on both sides is taken away; the rest is paired in order, and what is left came or went."""
    old, new = before.of(kind), now.of(kind)
    for one in list(old):
        match = next((other for other in new if compare(one, other) is None), None)
        if match is not None:
            old.remove(one)
            new.remove(match)
    pairs = _paired(old, new)
    for one, other in pairs:
        found = compare(one, other)
        if found is not None:
            yield replace(found, was=one.words, written=other.words)
    if topic:
        gone = [one for one in old if not any(one is pair[0] for pair in pairs)]
        came = [other for other in new if not any(other is pair[1] for pair in pairs)]
        for one in gone:
            yield Difference(rule=f"{topic}-removed", words=quoted(one.words), was=one.words)
        for other in came:
            yield Difference(rule=f"{topic}-added", words=quoted(other.words), written=other.words)


def _paired(old: Sequence[Mention], new: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Each former mention with the present one it most likely became: the most alike first, else in order."""
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    ways = sorted(
        (
            (-SequenceMatcher(None, a.words, b.words).ratio(), i, j)
            for i, a in enumerate(old)
            for j, b in enumerate(new)
        ),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for _, i, j in ways:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return [(old[i], new[j]) for i, j in sorted(found)]


def _figure(one: Mention, other: Mention) -> Difference | None:
    if one.quantity is None or other.quantity is None:
        return None if one.words == other.words else Difference(rule="figure-changed", words=to(one.words, other.words))
    return values_changed.figure(one.quantity, other.quantity, one.words, other.words)


def _date(one: Mention, other: Mention) -> Difference | None:
    if one.quantity is not None and other.quantity is not None:  # lengths of time: *the past two years*
        return _figure(one, other)
    return values_changed.date(one.date, other.date, one.words, other.words)


def _quotation(one: Mention, other: Mention) -> Difference | None:
    return values_changed.quotation(one.words, other.words)


def _title(one: Mention, other: Mention) -> Difference | None:
    return values_changed.office(one.words, other.words)


def _names(before: Read, now: Read) -> Iterator[Difference]:
    """People, organisations and places named instead of others; two that changed places."""
    old, new = before.of(MentionKind.NAME), now.of(MentionKind.NAME)
    spoke, speaks = _speaking(before), _speaking(now)
    if _masked(before) == _masked(now) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            if one.ids != other.ids:
                yield _renamed(one, other, before, now)
        return
    known, present = {each.ids for each in old}, {each.ids for each in new}
    gone = [each for each in _once(old) if each.ids not in present]
    came = [each for each in _once(new) if each.ids not in known]
    yield from (_renamed(one, other, before, now) for one, other in zip(gone, came, strict=False))
    for one in gone[len(came) :]:
        if spoke & set(one.ids) or _is_according(before.text, one.words):
            yield Difference(rule="attribution-dropped", words=quoted(one.words), was=one.words)
    for other in came[len(gone) :]:
        if speaks & set(other.ids) or _is_according(now.text, other.words):
            rule = "attribution-added" if spoke else "speaker-unsourced"
            yield Difference(rule=rule, words=quoted(other.words), written=other.words)
    if not gone and not came and spoke and speaks and spoke != speaks:
        yield Difference(rule="speaker-changed", words=to(_speakers(before), _speakers(now)))


def _renamed(one: Mention, other: Mention, before: Read, now: Read) -> Difference:
    """One name in the place of another: of somebody who speaks, of a person or organisation, or of a place."""
    speaks = _speaking(before) & set(one.ids) or _speaking(now) & set(other.ids)
    is_party = other.ids[0] in now.reading.registry.speaker_names if other.ids else False
    rule = "name-changed" if is_party else "place-changed"
    if speaks or _is_according(now.text, other.words):
        rule = "speaker-changed"
    return Difference(rule=rule, words=to(one.words, other.words), was=one.words, written=other.words)


def _speaking(read: Read) -> set[str]:
    return {id for mention in read.of(MentionKind.ATTRIBUTION) for id in mention.ids}


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """Each name where it stands first."""
    found: dict[tuple[str, ...], Mention] = {}
    for mention in mentions:
        found.setdefault(mention.ids, mention)
    return list(found.values())


def _speakers(read: Read) -> str:
    return ", ".join(mention.words for mention in read.of(MentionKind.ATTRIBUTION))


def _is_according(text: str, name: str) -> bool:
    return any(f"{words} {name}".casefold() in " ".join(text.split()).casefold() for words in ("according to", "by"))


def _masked(read: Read) -> str:
    """The sentence without its names."""
    text = read.text
    for mention in sorted(read.of(MentionKind.NAME), key=lambda each: -each.start):
        text = text[: mention.start] + "\0" + text[mention.end :]
    return " ".join(text.split())


def _acts(before: str, now: str) -> Iterator[Difference]:
    """Verbs of speech that stand for others, and opposites, where one word was replaced by one."""
    old, new = before.split(), now.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 == j2 - j1 == 1:
            was, put = (word.strip(".,;:!?\"'()").lower() for word in (old[i1], new[j1]))
            if {was, put} in _TURNED or concept(put) in OPPOSITES.get(concept(was), ()):
                yield Difference(rule="meaning-turned", words=to(was, put), was=was, written=put)
            if values_changed.is_act(was) and values_changed.is_act(put):
                found = values_changed.act(was, put)
                if found is not None:
                    yield found


def _strength(before: str, now: str) -> Iterator[Difference]:
    """Modality, causes and quantifiers of which both versions have a phrase."""
    old = {each.order: each for each in read_strength(before)}
    for each in read_strength(now):
        was = old.get(each.order)
        if was is not None and was.level != each.level:
            rule = "claim-strengthened" if each.level > was.level else "claim-weakened"
            yield Difference(rule=rule, words=to(was.phrase, each.phrase))


_TURNED = ({"before", "after"}, {"to", "from"}, {"with", "without"})
"""Small words that turn a sentence round, besides the published opposites."""
_GONE = {Limit.HEDGE: "hedge-dropped", Limit.NEGATION: "negation-changed", Limit.CONDITION: "condition-dropped"}
_CAME = {Limit.HEDGE: "hedge-added", Limit.NEGATION: "negation-changed", Limit.CONDITION: "condition-added"}


def _limits(before: str, now: str) -> Iterator[Difference]:
    """Conditions, negations and hedges that came or went."""
    old, new = _cues(before), _cues(now)
    gone, came = (old - new), (new - old)
    strong = {each.phrase for text in (before, now) for each in read_strength(text)}
    both = {each.order for each in read_strength(before)} & {each.order for each in read_strength(now)}
    for counted, rules, word in ((gone, _GONE, "gone"), (came, _CAME, "new")):
        for limit, cue in sorted(counted.elements(), key=lambda each: (each[0].value, each[1])):
            if limit is Limit.HEDGE and cue in strong and "modality" in both:
                continue  # told as a change of strength
            yield Difference(rule=rules[limit], words=f"'{cue}' is {word}", was=cue if word == "gone" else "")


def _cues(text: str) -> "Counter[tuple[Limit, str]]":
    words = read_words(text)
    found = ((index, limit_at(words, index)) for index in range(len(words)))
    return Counter(
        (limit[0], written(words[index : index + limit[1]]).casefold()) for index, limit in found if limit is not None
    )
