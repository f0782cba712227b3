"""What a headline says that its body does not: figures, dates and names."""

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from factsuite.load.locations import Location
from factsuite.model.articles import Article
from factsuite.model.dossiers import Dossier
from factsuite.model.fact_kinds import Derived
from factsuite.reading.dates import DateMention, read_dates
from factsuite.reading.markdown import read_markdown
from factsuite.reading.names import find_names
from factsuite.reading.quantities import QuantityMention, read_quantities
from factsuite.values.calendar.calendar_days import MINUTES, weekday
from factsuite.values.dates import Calendar, compare_dates
from factsuite.values.quantities import Quantity, compare_quantities
from factsuite.values.relation import Relation
from factsuite.verdicts.grounds import Grounds

_ROUNDED = Fraction(1, 100)
"""How far a round figure of a headline may be from the body's."""
_HEDGE = re.compile(r"[A-Za-z][a-z]+")
_FIGURES = ("cardinal", "percent", "money", "multiple", "fraction", "measure", "vague", "duration", "age")


class Unborne(Struct, frozen=True, kw_only=True):
    """Words of a headline that the body does not bear out."""

    at: Location
    words: str
    nearest: str = ""
    """What the body has instead, in its words; empty where it has nothing like it."""


def figures_without_body(dossier: Dossier, grounds: Grounds) -> Iterator[Unborne]:
    """Every figure of the headline that no figure of the body, and no derived fact, allows."""
    for figure, relation, nearest in _figures(dossier, grounds):
        if relation in (Relation.CONTRADICTS, Relation.INCOMPARABLE):
            yield unborne(dossier, figure.start, figure.end, nearest)


def figures_without_hedge(dossier: Dossier, grounds: Grounds) -> Iterator[Unborne]:
    """Every figure of the headline that the body has with more room: *at least 3,000*."""
    for figure, relation, nearest in _figures(dossier, grounds):
        if relation is Relation.COMPATIBLE:
            yield unborne(dossier, figure.start, figure.end, nearest)


def dates_without_body(dossier: Dossier) -> Iterator[Unborne]:
    """Every date of the headline that all dates of the body contradict, or that the body lacks."""
    article = dossier.article
    if article is None:
        return
    calendar = Calendar(reference=article.reference.value if article.reference is not None else None)
    dates = read_dates(article.headline.text, calendar)
    told = read_dates(body_words(article), calendar) if dates else ()
    for date in dates:
        if not any(_may_be(each, date) for each in told):
            nearest = " and ".join(dict.fromkeys(f"'{each.text}'" for each in told[:3]))
            yield unborne(dossier, date.start, date.end, nearest)


def people_without_body(dossier: Dossier) -> Iterator[Unborne]:
    """Every declared person whom the headline names and the body does not, by any name."""
    article, names = dossier.article, dossier.registry.person_names
    if article is None:
        return
    named = find_names(article.headline.text, names)
    body = body_words(article) if named else ""
    told = {id for mention in find_names(body, names) for id in mention.ids}
    for mention in named:
        if told.isdisjoint(mention.ids) and not re.search(rf"\b{re.escape(mention.text)}\b", body, re.IGNORECASE):
            yield unborne(dossier, mention.start, mention.end, "")


def _may_be(told: DateMention, headline: DateMention) -> bool:
    """Whether a date of the body may be the headline's; a bare weekday is any day of that name."""
    if set(headline.text.lower().split()) <= set(re.findall(r"\w+", told.text.lower())):
        return True
    if compare_dates(told.value, headline.value) is not Relation.CONTRADICTS:
        return True
    days = [each.value.earliest for each in (told, headline)]
    if headline.kind != "weekday" or days[0] is None or days[1] is None:
        return False
    return weekday(days[0] // MINUTES) == weekday(days[1] // MINUTES)


def _figures(dossier: Dossier, grounds: Grounds) -> Iterator[tuple[QuantityMention, Relation, str]]:
    """Every figure of the headline with the best relation any figure of the body has to it, and its words."""
    article, reach = dossier.article, grounds.policy.reach
    if article is None:
        return
    headline = article.headline.text
    figures = [
        figure
        for figure in read_quantities(headline, reach)
        if figure.kind in _FIGURES and not (figure.start == 0 and _is_list(headline, figure))
    ]
    if not figures:
        return
    body = body_words(article)
    told = [mention for mention in read_quantities(body, reach) if mention.kind != "ordinal"]
    derived = [fact.value.value for fact in dossier.facts if isinstance(fact, Derived)]
    for figure in figures:
        if any(_relation(value, figure.quantity) is Relation.ENTAILS for value in derived):
            continue
        best, nearest = Relation.INCOMPARABLE, ""
        for mention in told:
            relation = _relation(mention.quantity, figure.quantity)
            if relation is Relation.COMPATIBLE:
                relation = _with_room(mention, figure, body)
            if _RANK.index(relation) > _RANK.index(best):
                best, nearest = relation, f"'{body[mention.start : mention.end]}'"
        yield figure, best, nearest


_RANK = (Relation.INCOMPARABLE, Relation.CONTRADICTS, Relation.COMPATIBLE, Relation.ENTAILS)


def _relation(told: Quantity, headline: Quantity) -> Relation:
    """Figures of other nouns are about something else, unless they are the same number.

    A headline leaves out units and nouns: *Woman, 43*; *up 10 points*.
    """
    bare = not headline.unit and (not headline.noun or bool(told.unit))
    if bare and headline.interval.contains(told.interval):
        return Relation.ENTAILS
    others = told.noun and headline.noun and not set(told.noun.split()) & set(headline.noun.split())
    if others and not _same_number(told, headline):
        return Relation.INCOMPARABLE
    relation = compare_quantities(told, headline)
    return Relation.ENTAILS if relation is Relation.CONTRADICTS and _rounds_to(told, headline) else relation


def _rounds_to(told: Quantity, headline: Quantity) -> bool:
    """Whether a round figure of the headline is the body's but for a hundredth: 3,000 for 3,012."""
    round_number = headline.low
    if round_number is None or round_number != headline.high or round_number % 100 or told.unit != headline.unit:
        return False
    middle = _middle(told)
    return middle is not None and abs(middle - round_number) <= _ROUNDED * round_number


def _with_room(told: QuantityMention, figure: QuantityMention, body: str) -> Relation:
    """Where the body allows more than the headline: a hedge dropped, another number, or only another precision."""
    if figure.kind == "vague":
        return Relation.ENTAILS
    if not _same_number(told.quantity, figure.quantity) and not _rounds_to(told.quantity, figure.quantity):
        return Relation.CONTRADICTS
    is_open = told.quantity.low is None or told.quantity.high is None
    return Relation.COMPATIBLE if is_open or _HEDGE.search(body[told.start : told.number_start]) else Relation.ENTAILS


def _same_number(told: Quantity, headline: Quantity) -> bool:
    """Whether the body has the headline's number with a hedge: one end of it, or its middle."""
    number = headline.low if headline.low is not None else headline.high
    return number is not None and number in (told.low, told.high, _middle(told))


def _middle(told: Quantity) -> Fraction | None:
    return (told.low + told.high) / 2 if told.low is not None and told.high is not None else None


def _is_list(headline: str, figure: QuantityMention) -> bool:
    """*Five things to know*: the figure counts the paragraphs."""
    return bool(re.match(r"\s+(?:things|ways|reasons|facts|questions|takeaways|tips)\b", headline[figure.number_end :]))


def body_words(article: Article) -> str:
    """The words of the body, without the marks of Markdown."""
    return read_markdown(article.body).text


def unborne(dossier: Dossier, start: int, end: int, nearest: str) -> Unborne:
    """A stretch of the headline, with what the body has instead."""
    article = dossier.article
    assert article is not None
    at = article.place(start, end, in_headline=True).at
    return Unborne(at=at, words=article.headline.text[start:end], nearest=nearest)
