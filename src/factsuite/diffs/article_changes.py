"""One article in two versions: which sentences changed, what in them, and which facts stand in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from factsuite.diffs.changes import Change, Difference, change, counted, listed, quoted
from factsuite.diffs.essence import same
from factsuite.diffs.fact_changes import named
from factsuite.diffs.new_text import new_text
from factsuite.diffs.sentence_pairs import Sentence, pair_sentences
from factsuite.diffs.values_changed import to, word_changes
from factsuite.diffs.wording_changes import read_sentence, respelt, wording_differences
from factsuite.load.locations import Location
from factsuite.model.articles import Article, Place
from factsuite.model.facts import Fact, Verdict
from factsuite.model.kinds import Kind
from factsuite.rules.providing import Examined
from factsuite.values.dates import Calendar
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.coverage.mentions import Reading

_CLAUSE = 4  # words put into a sentence from which they are new text, and not a rewording
_COVERED_BY_A_FACT = ("-added", "-unsourced")


@dataclass(frozen=True, slots=True)
class ArticleInTwo:
    """One article in two versions, with what became of its facts."""

    before: Examined
    now: Examined
    labels: Mapping[str, str]
    """The present label of every former fact that is still there."""
    told: Mapping[str, frozenset[str]]
    """The topics that changes of a fact itself were told under, by its present label."""
    _places: dict[tuple[bool, str], tuple[Place, ...]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The present id."""
        return self.now.dossier.id

    @property
    def articles(self) -> tuple[Article, Article]:
        """The two texts; they are there."""
        before, now = self.before.dossier.article, self.now.dossier.article
        assert before is not None and now is not None
        return before, now

    def places(self, fact: Fact, *, former: bool) -> tuple[Place, ...]:
        """Where a fact's words stand in one of the two texts."""
        key = (former, fact.label)
        if key not in self._places:
            self._places[key] = self.articles[not former].find(fact.anchor)
        return self._places[key]

    def in_sentence(self, sentence: Sentence, *, former: bool) -> list[Fact]:
        """The facts whose words stand in a sentence, or reach into it."""
        facts = (self.before if former else self.now).dossier.facts
        return [fact for fact in facts if any(sentence.holds(place) for place in self.places(fact, former=former))]

    def fact_now(self, label: str) -> Fact | None:
        """A former fact as it is now."""
        present = self.labels.get(label)
        return next((fact for fact in self.now.dossier.facts if fact.label == present), None)

    def reading(self, *, former: bool) -> Reading:
        """What a sentence of one of the two texts is read with: each by its own day, both by the present records."""
        article = self.articles[not former]
        reference = article.reference.value if article.reference is not None else None
        policy = self.now.workspace.policy
        return Reading(registry=self.now.dossier.registry, calendar=Calendar(reference=reference), reach=policy.reach)


def article_changes(pair: ArticleInTwo) -> tuple[Change, ...]:
    """Every change of the text, sentence by sentence."""
    before, now = pair.articles
    sentences = pair_sentences(before, now)
    coverage = cover(pair.now.grounds)
    found = [each for old, new in sentences.reworded for each in _reworded(pair, old, new, coverage)]
    found += [_added(pair, sentence, coverage) for sentence in sentences.added]
    found += [_removed(pair, sentence) for sentence in sentences.removed]
    if sentences.moved:
        words = f"{counted(len(sentences.moved), 'sentence')} moved, word for word the same"
        _, first = sentences.moved[0]
        found.append(
            change("text-moved", words, article=pair.id, now=first.place.at, before=sentences.moved[0][0].place.at)
        )
    return tuple(found)


def _reworded(pair: ArticleInTwo, old: Sentence, new: Sentence, coverage: Coverage | None) -> Iterator[Change]:
    former = pair.in_sentence(old, former=True)
    present = pair.in_sentence(new, former=False)
    lost = [fact for fact in former if _is_lost(pair, fact)]
    facts = dict.fromkeys((*(pair.labels.get(f.label, f.label) for f in former), *(f.label for f in present)))
    known = [fact for fact in lost if _is_uncorrected(pair, fact)]
    for fact in known:
        words = f"its words were changed ({_in_place(fact, old, new)}); the fact still has them as {_state(fact)}"
        yield _change(pair, "correction-without-fact", words, old, new, facts, fact=pair.labels[fact.label])
    reading = pair.reading(former=True), pair.reading(former=False)
    differences = [
        *wording_differences(
            read_sentence(old.text, reading[0], in_headline=old.place.in_headline),
            read_sentence(new.text, reading[1], in_headline=new.place.in_headline),
        ),
        *_clauses(pair, old, new),
    ]
    left = [each for each in differences if not _is_told(pair, each, facts, known, present)]
    for each in left:
        eased = _is_eased(pair, each, new, coverage)
        words = f"{named(each.rule)}: {each.words}" + (
            f" (facts: {listed(facts)})" if facts else " (no fact covers it)"
        )
        yield _change(pair, each.rule, words, old, new, facts, eased=eased)
    if not differences and not known:
        yield from _only_words(pair, old, new, lost, facts)


def _only_words(
    pair: ArticleInTwo, old: Sentence, new: Sentence, lost: list[Fact], facts: Iterable[str]
) -> Iterator[Change]:
    """A sentence of which no value was read otherwise."""
    spelt = respelt(old.text, new.text)
    standing = [fact for fact in lost if pair.labels.get(fact.label) is not None]
    titles = [fact for fact in standing if fact.kind is Kind.OFFICE and spelt is None]
    for fact in titles:
        words = f"{named('office-changed')}: {_in_place(fact, old, new)} (facts: {listed([fact.label])})"
        yield _change(pair, "office-changed", words, old, new, [fact.label])
    if titles:
        return
    what = f"spelling or marks: {spelt}" if spelt else word_changes(old.text, new.text)
    if spelt == "":
        what = "only marks, capitals or spaces"
    if standing:
        words = f"the words of {listed(fact.label for fact in standing)} are put otherwise: {what}"
        yield _change(pair, "anchored-text-reworded", words, old, new, facts)
    elif spelt is not None:
        yield _change(pair, "spelling-changed", f"{named('spelling-changed')}: {spelt or what}", old, new, ())
    else:
        yield _change(pair, "text-reworded", f"reworded: {what}", old, new, facts)


def _is_lost(pair: ArticleInTwo, fact: Fact) -> bool:
    """Whether the words the present fact is anchored at no longer stand."""
    now = pair.fact_now(fact.label)
    return now is None or not pair.places(now, former=False)


def _is_uncorrected(pair: ArticleInTwo, fact: Fact) -> bool:
    """Whether it is a known inaccuracy, and its entry is what it was."""
    now = pair.fact_now(fact.label)
    known = fact.stated_verdict is not Verdict.SUPPORTED
    return known and now is not None and same(now.anchor, fact.anchor) and same(now.verdict, fact.verdict)


def _state(fact: Fact) -> str:
    correction = f"; correction on file: {quoted(fact.correction.text)}" if fact.correction is not None else ""
    return f"{fact.stated_verdict.value}{correction}"


def _in_place(fact: Fact, old: Sentence, new: Sentence) -> str:
    """What changed in a sentence, where a fact's words stood in it."""
    changes = word_changes(old.text, new.text)
    return changes or to(fact.anchor.exact.text, new.text)


def _clauses(pair: ArticleInTwo, old: Sentence, new: Sentence) -> Iterator[Difference]:
    """Words put into a sentence, enough of them to say something, that no fact's words reach into."""
    before, now = old.text.split(), new.text.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag in ("insert", "replace") and (j2 - j1) - (i2 - i1) >= _CLAUSE:
            words = " ".join(now[j1:j2])
            stretch = _stretch(new, now, j1, j2)
            reached = any(
                place.in_headline == new.place.in_headline and place.start < stretch[1] and stretch[0] < place.end
                for fact in pair.now.dossier.facts
                for place in pair.places(fact, former=False)
            )
            if not reached:
                yield Difference(rule="text-without-fact", words=quoted(words), written=words)


def _stretch(sentence: Sentence, words: list[str], first: int, last: int) -> tuple[int, int]:
    """Where some words of a sentence stand in the text."""
    place = 0
    starts = []
    for word in words:
        place = sentence.text.index(word, place)
        starts.append(place)
        place += len(word)
    start = sentence.place.start
    return start + starts[first], start + starts[last - 1] + len(words[last - 1])


def _is_told(
    pair: ArticleInTwo, difference: Difference, facts: Iterable[str], known: list[Fact], present: list[Fact]
) -> bool:
    """Whether a fact of the sentence tells of it already: by a change of its own, or as a correction."""
    if any(difference.topic in pair.told.get(label, ()) for label in facts):
        return True
    if any(difference.was and difference.was in fact.anchor.exact.text for fact in known):
        return True
    corrected = [fact for fact in present if "correction" in pair.told.get(fact.label, ())]
    return any(difference.written and difference.written in fact.anchor.exact.text for fact in corrected)


def _is_eased(pair: ArticleInTwo, difference: Difference, new: Sentence, coverage: Coverage | None) -> bool:
    if difference.rule == "date-made-relative":
        published = pair.articles[1].published
        return published is not None and None not in (published.value.earliest, published.value.latest)
    if not difference.rule.endswith(_COVERED_BY_A_FACT) or coverage is None:
        return False
    words = " ".join(difference.written.split())
    inside = [item for item in coverage.items if not item.missing and item.mention.words == words]
    return any(
        new.place.in_headline == item.mention.in_headline and _within(item.mention.start, new) for item in inside
    )


def _within(start: int, sentence: Sentence) -> bool:
    return sentence.place.start <= start < sentence.place.end


def _added(pair: ArticleInTwo, sentence: Sentence, coverage: Coverage | None) -> Change:
    found = new_text(sentence, coverage, pair.reading(former=False))
    facts = [fact.label for fact in pair.in_sentence(sentence, former=False)]
    rule = "text-without-fact" if found.unchecked else "text-added"
    reason = f" ({found.unchecked})" if found.unchecked else f" (facts: {listed(facts)})" if facts else ""
    what = "new text no fact covers" if found.unchecked else "new text"
    return change(rule, f"{what}: {quoted(sentence.text)}{reason}", article=pair.id, facts=facts, now=sentence.place.at)


def _removed(pair: ArticleInTwo, sentence: Sentence) -> Change:
    facts = [fact for fact in pair.in_sentence(sentence, former=True) if fact.label in pair.labels]
    lost = [pair.labels[fact.label] for fact in facts if _is_lost(pair, fact)]
    rule = "anchored-text-removed" if lost else "text-removed"
    words = f"text is gone: {quoted(sentence.text)}" + (f" (facts left behind: {listed(lost)})" if lost else "")
    return change(rule, words, article=pair.id, facts=lost, before=sentence.place.at, now=_fact_at(pair, lost))


def _fact_at(pair: ArticleInTwo, labels: list[str]) -> Location | None:
    return next((fact.at for fact in pair.now.dossier.facts if fact.label in labels), None)


def _change(
    pair: ArticleInTwo,
    rule: str,
    message: str,
    old: Sentence,
    new: Sentence,
    facts: Iterable[str],
    *,
    fact: str | None = None,
    eased: bool = False,
) -> Change:
    return change(
        rule,
        message,
        article=pair.id,
        fact=fact,
        facts=facts,
        eased=eased,
        now=new.place.at,
        before=old.place.at,
    )
