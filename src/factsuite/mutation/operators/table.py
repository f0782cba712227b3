"""The table of operators: what each does, and at which links it is used."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from factsuite.mutation.changes import Change
from factsuite.mutation.newsroom_copy import Copy
from factsuite.mutation.operators import calendar_moves, hedges, names, numbers, polarity, quoted, speech, wording

Make = Callable[[Copy], Iterator[Change]]


class Operator(Struct, frozen=True, kw_only=True):
    """One kind of mistake."""

    name: str
    meaning: str
    """The first line of its function, for the list of operators."""
    make: Make


def _operators(*functions: Make) -> tuple[Operator, ...]:
    return tuple(
        Operator(name=each.__name__.replace("_", "-"), meaning=(each.__doc__ or "").split("\n")[0], make=each)
        for each in functions
    )


NUMBERS = _operators(
    numbers.digits_transposed,
    numbers.off_by_one,
    numbers.nought_added_or_lost,
    numbers.scale_word_replaced,
    hedges.hedge_dropped,
    hedges.hedge_weakened,
    hedges.hedge_flipped,
    hedges.hedge_added,
    wording.unit_swapped,
)
"""In a figure. They also work on the value a source is recorded to report."""

DATES = _operators(
    calendar_moves.day_moved,
    calendar_moves.month_moved,
    calendar_moves.year_moved,
    calendar_moves.weekday_moved,
    calendar_moves.part_of_month_moved,
    calendar_moves.date_bound_replaced,
)
"""In a date."""

QUOTED = _operators(quoted.quoted_word_dropped, quoted.quoted_word_replaced, quoted.quotation_negated)
"""Inside quotation marks."""

SENTENCES = _operators(polarity.negation_added, polarity.negation_dropped)
"""In what a sentence says."""

NAMES = _operators(
    names.speaker_replaced,
    names.speakers_swapped,
    names.place_replaced,
    names.places_swapped,
    names.office_replaced,
)
"""In who, where and what office."""

WORDING = _operators(
    numbers.numbers_swapped,
    wording.direction_reversed,
    wording.modality_changed,
    wording.extent_raised,
    wording.order_reversed,
    speech.reporting_verb_strengthened,
    speech.attribution_removed,
)
"""In running text."""

ARTICLE_OPERATORS = (*NUMBERS, *DATES, *NAMES, *QUOTED, *SENTENCES, *WORDING)
"""What is done to an article, alone or together with its facts."""
