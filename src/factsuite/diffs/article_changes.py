"""One article in two versions: which sentences changed, what in them, and which facts stand in them."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from factsuite.diffs.article_in_two import ArticleInTwo
from factsuite.diffs.changes import Change, Difference, change, counted, listed, quoted
from factsuite.diffs.essence import same
from factsuite.diffs.fact_changes import is_dated, named
from factsuite.diffs.new_text import new_text
from factsuite.diffs.sentence_pairs import Sentence, pair_sentences
from factsuite.diffs.sorts import SORT
from factsuite.diffs.values_changed import to, word_changes
from factsuite.diffs.wording_changes import read_sentence, respelt, wording_differences
from factsuite.load.locations import Location
from factsuite.model.facts import Fact, Verdict
from factsuite.model.kinds import Kind
from factsuite.rules.findings import Severity
from factsuite.values.folding import fold
from factsuite.verdicts.coverage.coverage import Coverage
from factsuite.verdicts.coverage.covering import cover

_CLAUSE = 4  # words put into a sentence from which they are new text, and not a rewording
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_MARKS = ".,;:!?\"'()\u201c\u201d\u2018\u2019"
_COVERED_BY_A_FACT = ("-added", "-unsourced")


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
    lost = [fact for fact in former if pair.is_lost(fact)]
    left_over = (pair.labels[fact.label] for fact in former if fact.label in pair.labels)
    facts = dict.fromkeys((*left_over, *(fact.label for fact in present)))
    reading = pair.reading(former=True), pair.reading(former=False)
    read = wording_differences(
        read_sentence(old.text, reading[0], in_headline=old.place.in_headline),
        read_sentence(new.text, reading[1], in_headline=new.place.in_headline),
    )
    differences = (*read, *_clauses(pair, old, new, read))
    uncorrected = [fact for fact in lost if _is_uncorrected(pair, fact)]
    known = [fact for fact in uncorrected if not differences or _fits(fact, old, new)]
    for fact in known:
        words = f"its words were changed ({_in_place(fact, old, new)}); the fact still has them as {_state(fact)}"
        yield _change(pair, "correction-without-fact", words, old, new, facts, fact=pair.labels[fact.label])
    left = [each for each in differences if not _is_told(pair, each, facts, known, present)]
    for each in left:
        own = _of_these(pair, each, former, present, lost) or tuple(facts)
        sourced = bool(own) and all("new evidence" in pair.told.get(label, ()) for label in own)
        eased = sourced or _is_eased(pair, each, new, coverage)
        words = f"{named(each.rule)}: {each.words} ({_facts(own) if own else 'no fact covers it'})"
        only = own[0] if len(own) == 1 else None
        yield _change(pair, each.rule, words, old, new, facts, fact=only, eased=eased)
    if not differences and not known:
        yield from _only_words(pair, old, new, lost, facts)
    elif not known and all(SORT[each.rule].severity is Severity.NOTE for each in left):
        yield from _without_their_words(pair, old, new, lost, facts)


def _only_words(
    pair: ArticleInTwo, old: Sentence, new: Sentence, lost: list[Fact], facts: Iterable[str]
) -> Iterator[Change]:
    """A sentence of which no value was read otherwise."""
    spelt = respelt(old.text, new.text)
    standing = [fact for fact in lost if pair.labels.get(fact.label) is not None]
    titles = [fact for fact in standing if fact.kind is Kind.OFFICE and spelt is None]
    for fact in titles:
        words = f"{named('office-changed')}: {_in_place(fact, old, new)} (fact `{fact.label}`)"
        yield _change(pair, "office-changed", words, old, new, [fact.label])
    if titles:
        return
    what = f"spelling or marks: {spelt}" if spelt else word_changes(old.text, new.text)
    if spelt == "":
        what = "only marks, capitals or spaces"
    if standing:
        yield from _without_their_words(pair, old, new, lost, facts)
    elif spelt is not None:
        yield _change(pair, "spelling-changed", f"{named('spelling-changed')}: {spelt or what}", old, new, ())
    else:
        yield _change(pair, "text-reworded", f"reworded: {what}", old, new, facts)


def _without_their_words(
    pair: ArticleInTwo, old: Sentence, new: Sentence, lost: list[Fact], facts: Iterable[str]
) -> Iterator[Change]:
    """The text says less, or nothing else; but facts are still about words that no longer stand."""
    standing = [pair.labels[fact.label] for fact in lost if fact.label in pair.labels]
    if standing:
        words = f"the words of {listed(standing)} are put otherwise: {word_changes(old.text, new.text)}"
        yield _change(pair, "anchored-text-reworded", words, old, new, facts)


def _of_these(
    pair: ArticleInTwo, difference: Difference, former: list[Fact], present: list[Fact], lost: list[Fact]
) -> tuple[str, ...]:
    """The facts whose own words a difference stands in; else those whose words no longer stand."""
    was = [fact for fact in former if difference.was and difference.was in fact.anchor.exact.text]
    now = [fact.label for fact in present if difference.written and difference.written in fact.anchor.exact.text]
    labels = [*(pair.labels[fact.label] for fact in was or lost if fact.label in pair.labels), *now]
    return tuple(dict.fromkeys(labels))


def _facts(labels: Iterable[str]) -> str:
    found = tuple(labels)
    return f"{'fact' if len(found) == 1 else 'facts'} {listed(found)}"


def _is_uncorrected(pair: ArticleInTwo, fact: Fact) -> bool:
    """Whether it is a known inaccuracy, and its entry is what it was."""
    now = pair.fact_now(fact.label)
    known = fact.stated_verdict is not Verdict.SUPPORTED
    return known and now is not None and same(now.anchor, fact.anchor) and same(now.verdict, fact.verdict)


def _fits(fact: Fact, old: Sentence, new: Sentence) -> bool:
    """Whether the words that are new are words of the correction on file."""
    if fact.correction is None:
        return False
    came = {*_words(new.text)} - {*_words(old.text)}
    return bool(came) and came <= {*_words(fact.correction.text)}


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())


def _state(fact: Fact) -> str:
    correction = f"; correction on file: {quoted(fact.correction.text)}" if fact.correction is not None else ""
    return f"{fact.stated_verdict.value}{correction}"


def _in_place(fact: Fact, old: Sentence, new: Sentence) -> str:
    """What changed in a sentence, where a fact's words stood in it."""
    changes = word_changes(old.text, new.text)
    return changes or to(fact.anchor.exact.text, new.text)


def _clauses(pair: ArticleInTwo, old: Sentence, new: Sentence, known: Iterable[Difference]) -> Iterator[Difference]:
    """Words put into a sentence, enough of them to say something, that no fact's words reach into."""
    now = new.text.split()
    keys = [word.strip(_MARKS) for word in now]
    former = [word.strip(_MARKS) for word in old.text.split()]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, former, keys, autojunk=False).get_opcodes():
        if tag in ("insert", "replace") and (j2 - j1) - (i2 - i1) >= _CLAUSE:
            words = " ".join(now[j1:j2])
            stretch = _stretch(new, now, j1, j2)
            reached = any(
                place.in_headline == new.place.in_headline and place.start < stretch[1] and stretch[0] < place.end
                for fact in pair.now.dossier.facts
                for place in pair.places(fact, former=False)
            )
            told = any(each.written and (each.written in words or words.startswith(each.written)) for each in known)
            told = told or any(words.strip(".,;:") in each.written for each in known)
            if not reached and not told:
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
    told = frozenset[str]().union(*(pair.told.get(label, ()) for label in facts))
    if difference.topic in told or ("assertion" in told and difference.topic in ("name", "place", "speaker")):
        return True
    named_otherwise = difference.topic in ("speaker", "name")  # a correction names many, so that proves nothing
    if not named_otherwise and any(difference.was and difference.was in fact.anchor.exact.text for fact in known):
        return True
    corrected = [fact for fact in present if "correction" in pair.told.get(fact.label, ())]
    return any(difference.written and difference.written in fact.anchor.exact.text for fact in corrected)


def _is_eased(pair: ArticleInTwo, difference: Difference, new: Sentence, coverage: Coverage | None) -> bool:
    if difference.rule == "date-made-relative":
        return is_dated(pair.articles[1])
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
    reason = f" ({found.unchecked})" if found.unchecked else f" ({_facts(facts)})" if facts else ""
    what = "new text no fact covers" if found.unchecked else "new text"
    return change(rule, f"{what}: {quoted(sentence.text)}{reason}", article=pair.id, facts=facts, now=sentence.place.at)


def _removed(pair: ArticleInTwo, sentence: Sentence) -> Change:
    facts = [fact for fact in pair.in_sentence(sentence, former=True) if fact.label in pair.labels]
    lost = [pair.labels[fact.label] for fact in facts if pair.is_lost(fact)]
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
