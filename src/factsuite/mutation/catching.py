"""What would catch a survivor: the fact, or the field of a fact, that would compare what was changed."""

from factsuite.mutation.mutants import Mutant

_FIELD = {
    "speaker-replaced": "`speaker` or `who`",
    "speakers-swapped": "`speaker` or `who`",
    "place-replaced": "`where`",
    "places-swapped": "`where`",
    "office-replaced": "an office fact",
    "reporting-verb-strengthened": "`act`",
    "attribution-removed": "`speaker` or `according_to`",
    "order-reversed": "an order fact",
    "unit-swapped": "`value`, with its noun",
}
_NUMBERS = ("digits", "off-by", "nought", "scale", "numbers", "hedge")
_DATES = ("day", "month", "year", "weekday", "part-of", "date-bound")


def would_catch(mutant: Mutant) -> str:
    """In a few words, for the report."""
    name = mutant.operator
    words = mutant.before.strip()
    if name.startswith(("excerpt-", "reported-", "record-")) or name in ("stance-flipped", "source-left-out"):
        return "a second independent line, or an excerpt that shows it"
    if not mutant.facts:
        return f"a fact anchored on words with '{words}', or a mark `not_checked` that says why there is none"
    field = _FIELD.get(name)
    if name.startswith(_NUMBERS) and field is None:
        field = "`value`"
    elif name.startswith(_DATES):
        field = "`on` of a date fact"
    if field is not None:
        return f"{field} in a fact on '{words}'"
    return f"a judgement whose `of` holds '{words}', or a `correction` with `corrects`"
