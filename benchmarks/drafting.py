"""How much of a finished dossier a draft finds: recall, and the share of drafted facts that are of no use.

Every dossier is drafted from its article's text alone: headline, body, and the day relative dates are read against.

A finished fact is *found* where a drafted one of the same kind has half or more of its anchor's characters under its
own anchor, and the same main value. Each drafted fact finds one finished fact at most. The same main value is:

- quotation: the same words, typography aside, and the same speaker;
- quantity: the same number, hedge and unit or noun; date: the same days;
- office: the same person, and the same title but for what may stand before it (*White House*);
- statement: the same speaker, and half or more of the words that say something in the shorter of the two `that`,
  by their first five letters: nobody words what was said as an editor does;
- place: the same places; order: the same `link`, since which events are meant is for the editor to say.

Names count as the same where one entity is recorded under a name or alias of the other.

A drafted fact is *useless* where it neither finds a fact, nor shares half of the shorter stretch with a passage of
`not_checked`, nor is a figure that a finished `derived` fact has with the same value (a draft cannot know how a figure
was reckoned). The strict share counts these last as useless too.

`typed` are the kinds that drafting promises: quotation, quantity, date, office, and statement, for what is attributed.
`all` adds place, order, event and derived; the last two are never drafted.

    python benchmarks/drafting.py
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from factsuite.drafting.composing import Named, compose
from factsuite.drafting.drafts import Reading
from factsuite.drafting.passages import Passages
from factsuite.drafting.records import Records
from factsuite.engine import build
from factsuite.model.dossiers import Dossier
from factsuite.model.facts import Fact
from factsuite.values.dates import Calendar, read_date, same_date
from factsuite.values.folding import fold
from factsuite.values.quantities import Quantity, read_quantity, same_set

ROOT = Path(__file__).parent.parent
TYPED = ("quotation", "quantity", "date", "office", "statement")
SETS = (
    (ROOT, "dprk-troops-in-russia", "the first article"),
    (ROOT / "tests" / "dossiers", "east-wall-flood", "fictional, looked at while drafting was written"),
    (ROOT / "tests" / "dossiers", "east-wall-vote", "fictional, not looked at"),
)
_SAYING = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Score:
    finished: tuple[Fact, ...]
    found: dict[str, str]
    """Finished fact to the drafted one that finds it."""
    drafted: tuple[Named, ...]
    useless: tuple[Named, ...]
    other_kind: tuple[Named, ...]


def draft_of(dossier: Dossier) -> tuple[Reading, tuple[Named, ...]]:
    article = dossier.article
    assert article is not None
    day = article.reference.value if article.reference is not None else None
    reading = Reading(passages=Passages(article.body), calendar=Calendar(reference=day), records=Records())
    return reading, compose(reading)


def score(dossier: Dossier) -> Score:
    reading, drafted = draft_of(dossier)
    judge = Judge(dossier, reading)
    found: dict[str, str] = {}
    used: set[str] = set()
    for fact in dossier.facts:
        for each in drafted:
            if each.id not in used and judge.finds(fact, each):
                found[fact.label] = each.id
                used.add(each.id)
                break
    rest = [each for each in drafted if each.id not in used]
    other = [each for each in rest if judge.says_a_finished_value(each)]
    useless = [each for each in rest if each not in other and not judge.is_unchecked(each)]
    return Score(dossier.facts, found, drafted, tuple(useless), tuple(other))


class Judge:
    def __init__(self, dossier: Dossier, reading: Reading) -> None:
        self.dossier, self.reading = dossier, reading
        self.calendar = reading.calendar

    def overlap(self, fact: Fact, each: Named) -> float:
        """The share of the finished anchor that lies under the drafted one."""
        span = self.place(fact)
        return shared(span, each.draft.anchor) / (span[1] - span[0]) if span is not None else 0.0

    def place(self, fact: Fact) -> tuple[int, int] | None:
        assert self.dossier.article is not None
        places = [place for place in self.dossier.article.find(fact.anchor) if not place.in_headline]
        return (places[0].start, places[0].end) if len(places) == 1 else None

    def is_unchecked(self, each: Named) -> bool:
        article = self.dossier.article
        assert article is not None
        for passage in article.not_checked:
            for place in article.find(passage.anchor) if passage.anchor is not None else ():
                size = min(place.end - place.start, each.draft.anchor[1] - each.draft.anchor[0])
                if not place.in_headline and 2 * shared((place.start, place.end), each.draft.anchor) >= size:
                    return True
        return False

    def finds(self, fact: Fact, each: Named) -> bool:
        same_kind = each.draft.kind == fact.kind.value
        return same_kind and self.overlap(fact, each) >= 0.5 and self.same_value(fact, each)

    def says_a_finished_value(self, each: Named) -> bool:
        figures = [fact for fact in self.dossier.facts if fact.kind.value == "derived"]
        return each.draft.kind == "quantity" and any(
            self.overlap(fact, each) >= 0.5 and self.same_quantity(fact, each) for fact in figures
        )

    def same_value(self, fact: Fact, each: Named) -> bool:
        same = {
            "quotation": self.same_words,
            "quantity": self.same_quantity,
            "date": self.same_day,
            "office": self.same_office,
            "statement": self.same_statement,
            "place": self.same_places,
            "order": self.same_link,
        }
        return fact.kind.value in same and same[fact.kind.value](fact, each)

    def same_places(self, fact: Fact, each: Named) -> bool:
        return self.same_names(fact.asserts.where, each.draft.given("where"))

    def same_words(self, fact: Fact, each: Named) -> bool:
        terms = fact.asserts
        same = terms.words is not None and words_of(terms.words.text) == words_of(str(each.draft.given("words")))
        return same and self.same_names(terms.speaker, each.draft.given("speaker"))

    def same_quantity(self, fact: Fact, each: Named) -> bool:
        stated, value = fact.asserts.value, read_quantity(str(each.draft.given("value")))
        if stated is None or value is None:
            return False
        read = stated.value
        nouns = {read.unit, *read.noun.split()} & {value.unit, *value.noun.split()}
        bare = not (read.unit or read.noun) or not (value.unit or value.noun)
        return (bool(nouns - {""}) or bare) and same_set(bare_of(read), bare_of(value))

    def same_day(self, fact: Fact, each: Named) -> bool:
        stated = fact.asserts.on
        read = read_date(str(each.draft.given("on")), self.calendar)
        return stated is not None and read is not None and same_date(stated.value, read)

    def same_office(self, fact: Fact, each: Named) -> bool:
        if fact.asserts.office is None:
            return False
        one, other = fact.asserts.office.text.lower(), str(each.draft.given("office")).lower()
        ends = one.endswith(other) or other.endswith(one) or one.startswith(other + " of ")
        return ends and self.same_names(fact.asserts.person, each.draft.given("person"))

    def same_statement(self, fact: Fact, each: Named) -> bool:
        if fact.asserts.that is None or not self.same_names(fact.asserts.speaker, each.draft.given("speaker")):
            return False
        one, other = stems(fact.asserts.that.text), stems(str(each.draft.given("that")))
        return 2 * len(one & other) >= min(len(one), len(other)) > 0

    def same_link(self, fact: Fact, each: Named) -> bool:
        stated = fact.asserts.link
        return (stated.text if stated is not None else "after") == each.draft.given("link")

    def same_names(self, stated: object, drafted: str | tuple[str, ...] | None) -> bool:
        if stated is None or drafted is None:
            return stated is None and drafted is None
        value = getattr(stated, "value", ())
        finished = [value] if isinstance(value, str) else [ref.value for ref in value]
        ours = [drafted] if isinstance(drafted, str) else list(drafted)
        known = [self.names(self.dossier.registry.entities[id].names) for id in finished]
        mine = [self.names(self.reading.records[id].names) for id in ours]
        return len(known) == len(mine) and all(any(names & others for others in mine) for names in known)

    @staticmethod
    def names(names: tuple[str, ...]) -> set[str]:
        return {re.sub(r"^(?:the|an?) ", "", name.lower()) for name in names}


def bare_of(quantity: Quantity) -> Quantity:
    return replace(quantity, unit="", noun="", per="")


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text).casefold())


def stems(text: str) -> set[str]:
    return {word[:5] for word in _SAYING.findall(fold(text).casefold())}


def report(dossier: Dossier, what: str, misses: bool) -> Iterator[str]:
    result = score(dossier)
    yield f"{dossier.id} ({what})"
    for name, kinds in (("typed", TYPED), ("all", None)):
        wanted = [fact for fact in result.finished if kinds is None or fact.kind.value in kinds]
        found = [fact for fact in wanted if fact.label in result.found]
        yield f"  recall, {name:<6} {len(found):>3} of {len(wanted):>3}  {percent(len(found), len(wanted))}"
    drafted = len(result.drafted)
    yield f"  useless        {len(result.useless):>3} of {drafted:>3}  {percent(len(result.useless), drafted)}"
    strict = len(result.useless) + len(result.other_kind)
    yield f"  useless, strict{strict:>4} of {drafted:>3}  {percent(strict, drafted)}"
    if misses:
        for fact in result.finished:
            if fact.label not in result.found:
                yield f"    missed   {fact.kind.value:<10} {fact.label}: {fact.anchor.exact.text[:70]}"
        for each in result.useless:
            yield f"    useless  {each.draft.kind:<10} {each.id}: {each.draft.claim[:70]}"
        for each in result.other_kind:
            yield f"    other kind  {each.draft.kind:<7} {each.id}: {each.draft.claim[:70]}"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f} %" if whole else "    -"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="How much of a finished dossier a draft finds.")
    parser.add_argument("--only", metavar="ARTICLE", help="one article by its id")
    parser.add_argument("--totals", action="store_true", help="without the lists of misses")
    options = parser.parse_args(arguments)
    for root, id, what in SETS:
        if options.only in (None, id):
            dossier = next(each for each in build(root).dossiers if each.id == id)
            print("\n".join(report(dossier, what, not options.totals)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
