"""One text of an article, its headline or its body: what stands in it, under which anchors and passages."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factsuite.load.locations import Location
from factsuite.model.articles import Article, Passage, Place
from factsuite.model.kinds import Kind
from factsuite.reading.checkworthiness import checkworthiness
from factsuite.reading.markdown import Prose
from factsuite.verdicts.coverage.assertions import MAIN_FIELDS, Asserting, plain_words, same_title
from factsuite.verdicts.coverage.coverage import Covered, State
from factsuite.verdicts.coverage.mentions import Mention, MentionKind
from factsuite.verdicts.coverage.stretches import Span, Stretches

_CELL = 256  # code points looked up together, so that an article with many facts is not gone through for every word
_TOUCHED = (MentionKind.QUOTATION, MentionKind.ATTRIBUTION)
"""What an anchor need only touch: a quotation is anchored by a piece of it, an attribution by its verb or speaker."""


class Anchored(Struct, frozen=True, eq=False):
    """A fact at the one place where its anchor stands."""

    asserting: Asserting
    start: int
    end: int
    in_headline: bool

    @property
    def label(self) -> str:
        """The label of the fact."""
        return self.asserting.fact.label


class CoveredText:
    """The headline or the body, with the anchors and passages in it."""

    def __init__(
        self,
        article: Article,
        prose: Prose,
        anchored: Sequence[Anchored],
        marked: Sequence[tuple[Passage, Place]],
        facts: Sequence[Asserting],
    ) -> None:
        self.article = article
        self.prose = prose
        self.marked = marked
        self.offices = [asserting for asserting in facts if asserting.fact.kind is Kind.OFFICE]
        self.passages = Stretches((place.start, place.end) for _, place in marked)
        self.looked_at = Stretches([*self.passages.spans, *((each.start, each.end) for each in anchored)])
        self.cells: dict[int, list[Anchored]] = {}
        for each in anchored:
            for cell in range(each.start // _CELL, (each.end - 1) // _CELL + 1):
                self.cells.setdefault(cell, []).append(each)

    def cover(self, mentions: Sequence[Mention]) -> list[Covered]:
        """Every mention of the text in its order. A sentence is looked at after what stands in it."""
        others = [mention for mention in mentions if mention.kind is not MentionKind.SENTENCE]
        candidates = [self._candidates(mention) for mention in others]
        asserting = [
            [each for each in under if each.asserting.asserts(mention)]
            for mention, under in zip(others, candidates, strict=True)
        ]
        for index, each in list(_meant(others, candidates, asserting)):
            asserting[index] = [one for one in candidates[index] if one is each or one in asserting[index]]
        done = [self._covered(*each) for each in zip(others, candidates, asserting, strict=True)]
        starts = [mention.start for mention in others]
        found: list[Covered] = []
        reached = 0
        for sentence in mentions:
            if sentence.kind is not MentionKind.SENTENCE:
                continue
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            found += done[reached:first]
            found += self._sentence(sentence, done[first:last])
            reached = last
        return [*found, *done[reached:]]

    def _meeting(self, start: int, end: int) -> list[Anchored]:
        """The anchors that share a character with a stretch, in the order of the file."""
        first, last = start // _CELL, max(start, end - 1) // _CELL
        near: Iterable[Anchored] = self.cells.get(first, ())
        if last > first:
            near = dict.fromkeys(each for cell in range(first, last + 1) for each in self.cells.get(cell, ()))
        return [each for each in near if each.start < end and start < each.end]

    def _candidates(self, mention: Mention) -> list[Anchored]:
        """The anchors a mention stands under."""
        meeting = self._meeting(mention.start, mention.end)
        if mention.kind not in _TOUCHED:
            return [each for each in meeting if each.start <= mention.start and mention.end <= each.end]
        for start, end in mention.quotations:
            meeting += [each for each in self._meeting(start, end) if each not in meeting]
        return meeting

    def _covered(self, mention: Mention, under: Sequence[Anchored], asserting: Sequence[Anchored]) -> Covered:
        by = [each.label for each in asserting]
        if not by and mention.kind is MentionKind.QUOTATION:
            by = _together(mention, under)
        if not by and mention.kind is MentionKind.TITLE:
            by = [office.fact.label for office in self.offices if same_title(office, mention)]
        because = "" if by else self._because(mention.start, mention.end)
        state = State.COVERED if by else State.NOT_CHECKED if because else State.UNCOVERED
        meeting = self._meeting(mention.start, mention.end) if state is State.UNCOVERED else []
        cut = [each.label for each in meeting if each not in under]
        return Covered(
            mention=mention,
            at=self._at(mention),
            state=state,
            facts=tuple(by),
            because=because,
            near=tuple([each.label for each in meeting]),
            cut_by=cut[0] if cut else "",
        )

    def _sentence(self, sentence: Mention, inside: Sequence[Covered]) -> list[Covered]:
        """A sentence, and what stands in it: with the points of the sentence, where something is missing."""
        facts = tuple([each.label for each in self._meeting(sentence.start, sentence.end)])
        left = [item for item in inside if item.missing]
        complete = not [item for item in left if item.mention.kind is not MentionKind.NAME]
        marked = self.passages.within(sentence.start, sentence.end) if self.marked else []
        state = State.PARTLY if facts or marked else State.UNCOVERED
        if facts and complete:
            state = State.COVERED
        elif marked and not facts and self._is_all(sentence, marked):
            state = State.NOT_CHECKED
        because = self._because(*marked[0]) if state is State.NOT_CHECKED else ""
        worth = checkworthiness(sentence.words).points if state in (State.PARTLY, State.UNCOVERED) else 0
        own = Covered(mention=sentence, at=self._at(sentence), state=state, facts=facts, because=because, worth=worth)
        if not left:
            return [own, *inside]
        told = [replace(item, near=item.near or facts, worth=worth) if item.missing else item for item in inside]
        return [own, *told]

    def _is_all(self, sentence: Mention, marked: Sequence[Span]) -> bool:
        """Whether all the words of a sentence lie under passages."""
        under = sum(len(plain_words(self.prose.text[start:end])) for start, end in marked)
        return under >= len(plain_words(sentence.words))

    def _because(self, start: int, end: int) -> str:
        if not self.passages.holds(start, end):
            return ""
        reasons = (passage.because for passage, place in self.marked if place.start < end and start < place.end)
        return " ".join(dict.fromkeys(reasons))

    def _at(self, mention: Mention) -> Location:
        return self.article.location(mention.start, mention.in_headline)


def _meant(
    mentions: Sequence[Mention], candidates: Sequence[Sequence[Anchored]], asserting: Sequence[Sequence[Anchored]]
) -> Iterator[tuple[int, Anchored]]:
    """Facts that can only be about a mention, given by its index, though they say another value.

    That the article says another value is found at the anchor; it would be reported twice. Where several stand under an
    anchor, the fact is about the one it asserts.
    """
    under: dict[tuple[Anchored, MentionKind], list[int]] = {}
    for index, (mention, anchors) in enumerate(zip(mentions, candidates, strict=True)):
        for each in anchors if mention.kind in MAIN_FIELDS else ():
            under.setdefault((each, mention.kind), []).append(index)
    for (each, kind), indexes in under.items():
        if kind is MentionKind.QUOTATION:
            speaks = any(each.asserting.asserts_a_piece(mentions[index]) for index in indexes)
        else:
            speaks = any(each in asserting[index] for index in indexes)
        about = [index for index in indexes if each.asserting.is_about(mentions[index])] if not speaks else []
        if len(about) == 1:
            yield about[0], each


def _together(quotation: Mention, under: Sequence[Anchored]) -> list[str]:
    """The facts that assert a quotation between them, piece by piece; none where words are left over."""
    words = plain_words(quotation.words)
    left = set(range(len(words)))
    by = []
    for each in under:
        pieces = each.asserting.covered_words(words, quotation.words)
        if pieces & left:
            by.append(each.label)
            left -= pieces
    return by if not left else []
