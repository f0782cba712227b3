"""The people a text names: by a title before the name or behind it, or by a full name that speaks."""

import re
from collections.abc import Iterator

from msgspec import Struct

from factsuite.drafting.countries import COUNTRIES
from factsuite.drafting.passages import Passages, Span
from factsuite.model.registry import registry
from factsuite.reading.markdown import read_markdown
from factsuite.reading.phrase_tokens import DAYS
from factsuite.values.wording.word_lists import listed
from factsuite.verdicts.coverage.written_titles import HEADS, find_titles

_PART = r"(?:[A-Z]\.|[A-Z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*)"
_BETWEEN = r"(?:de|la|van|von|der|den|di|da|del|al|bin|ibn|ben|dos|le|ter|ten)"
_NAME = re.compile(rf"{_PART}(?: (?:{_BETWEEN} ){{0,2}}{_PART}){{0,3}}")
_FULL_NAME = re.compile(rf"\b{_PART}(?: (?:{_BETWEEN} ){{0,2}}{_PART}){{1,3}}")
_APPOSED = re.compile(r",\s+(?:(?:the|a|an|its|his|her|their)\s+)?([^,.;:\n\"\u201c\u2588()]{3,80})(?=[,.;:])")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_ADDRESS = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Rev|Fr)\.? )+(?=[A-Z])")
_HEAD_WITHIN = 5  # words of an apposition among which its head stands
_LONGEST = 9  # words of an apposition that is a title
_VERBAL = frozenset(listed("who which whose said says was were is are had has have told that"))

NO_PERSON = frozenset(
    listed(
        "ministry department office council agency service services bank university college police party association "
        "institute company corporation corp inc ltd group union court committee commission board league club hospital "
        "school house government army navy force forces states kingdom nations republic korea weekly daily times post "
        "news gazette herald journal press street road avenue square bridge river lake island islands city town county "
        "region province state park station airport harbour harbor port church cathedral museum library centre center "
        "summit conference agreement treaty act bill law war world cup games intelligence security administration "
        "parliament assembly congress senate kremlin foundation trust society network pact alliance organisation "
        "organization authority fund works hall tower valley bay sea ocean north south east west"
    )
)
"""Words that make a run of capitals the name of an organisation, a place or a thing."""


class Titled(Struct, frozen=True, kw_only=True):
    """A title beside a name: the title and the name, each with its place."""

    title: Span
    name: Span


def read_titled(passages: Passages) -> tuple[Titled, ...]:
    """Every title that stands just before a name, or behind it between commas, outside quotation marks."""
    found = sorted([*_before(passages), *_behind(passages)], key=lambda titled: min(titled.title, titled.name))
    return tuple(found)


def full_names(passages: Passages) -> tuple[str, ...]:
    """Runs of capitals that look like a person's full name, in the order of the text."""
    names: dict[str, None] = {}
    for sentence in passages.sentences:
        for match in _FULL_NAME.finditer(passages.veiled, sentence.start, sentence.end):
            if looks_personal(match[0]):
                names.setdefault(bare_name(match[0]))
    return tuple(names)


def looks_personal(name: str) -> bool:
    """Whether a run of capitals may be a person's name: two words or more, none of them of an organisation or place."""
    words = bare_name(name).split()
    if not words or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    low = {word.lower().strip(".") for word in words}
    if len(words) < 2 or low & (NO_PERSON | HEADS | DAYS) or any(len(w) > 1 and w.isupper() for w in words):
        return False
    return not any(" ".join(words[at:]) in COUNTRIES or words[at] in COUNTRIES for at in range(len(words)))


def bare_name(name: str) -> str:
    """A full name without its possessive ending and without *Dr* before it; *Dr Falk* stays."""
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    rest = unaddressed(name)
    return rest if " " in rest else name


def unaddressed(name: str) -> str:
    """A name without the form of address before it: *Dr Ines Falk*, Ines Falk."""
    return _ADDRESS.sub("", name)


def _before(passages: Passages) -> Iterator[Titled]:
    nobody = registry((), (), (), ())
    drafted: set[int] = set()
    for title in find_titles(read_markdown(passages.body), (), nobody):
        sentence = passages.sentence_at(title.end)
        name = _NAME.match(passages.text, title.end + 1)
        if name is None or sentence is None or passages.in_quotation((title.start, title.end)):
            continue
        start, end = _without_titles(name)
        if start not in drafted:
            drafted.add(start)
            yield Titled(title=(max(title.start, sentence.start), _end_before(passages, start)), name=(start, end))


def _end_before(passages: Passages, name: int) -> int:
    """Where the title ends that stands before a name."""
    while passages.text[name - 1].isspace():
        name -= 1
    return name


def _without_titles(name: re.Match[str]) -> Span:
    """The name behind the last title in a run of capitals: *Deputy Harbour Master* **Noor Vane**."""
    words = list(re.finditer(r"\S+", bare_name(name[0])))
    after = [index + 1 for index, word in enumerate(words[:-1]) if word[0].lower() in HEADS]
    start = words[after[-1]].start() if after else 0
    return name.start() + start, name.start() + words[-1].end()


def _behind(passages: Passages) -> Iterator[Titled]:
    for sentence in passages.sentences:
        for name in _FULL_NAME.finditer(passages.veiled, sentence.start, sentence.end):
            behind = _APPOSED.match(passages.veiled, name.end(), sentence.end)
            if behind is None or not looks_personal(name[0]):
                continue
            words = behind[1].split()
            low = [word.lower() for word in words]
            if len(words) <= _LONGEST and HEADS & set(low[:_HEAD_WITHIN]) and not _VERBAL & set(low):
                yield Titled(title=behind.span(1), name=name.span())
