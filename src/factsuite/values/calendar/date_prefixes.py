"""Words before a date that bear on what it bounds: since, by, no later than, between, about, perhaps."""

from factsuite.values.calendar.date_words import Words, word_set

SINCE, BY, UNTIL, BEFORE, AFTER, WITHIN, RANGE, BETWEEN = (
    "since", "by", "until", "before", "after", "within", "range", "between",
)  # fmt: skip
IN = "in"
MORE_AGO, LESS_AGO, NEARLY = "more ago", "less ago", "nearly"
PREFIXES: dict[tuple[str, ...], str] = {
    ("since",): SINCE,
    ("ever", "since"): SINCE,
    ("starting",): SINCE,
    ("starting", "in"): SINCE,
    ("starting", "from"): SINCE,
    ("by",): BY,
    ("no", "later", "than"): BY,
    ("not", "later", "than"): BY,
    ("until",): UNTIL,
    ("till",): UNTIL,
    ("up", "to"): UNTIL,
    ("before",): BEFORE,
    ("prior", "to"): BEFORE,
    ("earlier", "than"): BEFORE,
    ("after",): AFTER,
    ("later", "than"): AFTER,
    ("within",): WITHIN,
    ("between",): BETWEEN,
    ("from",): RANGE,
    ("more", "than"): MORE_AGO,
    ("over",): MORE_AGO,
    ("less", "than"): LESS_AGO,
    ("under",): LESS_AGO,
    ("nearly",): NEARLY,
    ("almost",): NEARLY,
    ("roughly",): NEARLY,
}
_PLAIN: dict[tuple[str, ...], str] = {
    ("in",): "in",
    ("on",): "",
    ("at",): "",
    ("during",): "",
    ("of",): "",
    ("for",): "",
    ("over",): "",
    ("throughout",): "",
    ("as", "of"): "",
    ("as", "early", "as"): "",
    ("active",): "",
    ("dated",): "",
    ("year", "in"): "",
}
"""Words before a date that leave its meaning alone; read over only where the whole text is a date."""
_PLAIN_BEGINS = frozenset(prefix[0] for prefix in _PLAIN)
_BY_FIRST: dict[str, tuple[tuple[str, ...], ...]] = {
    word: tuple(sorted((p for p in PREFIXES if p[0] == word), key=len, reverse=True))
    for word in {p[0] for p in PREFIXES}
}
ABOUT = word_set("about around circa c ca approximately approx roughly")
"""Words that make a date less exact."""
DOUBT = word_set("possibly probably perhaps maybe uncertain")
"""Words that doubt a date."""
_HEDGES = ABOUT | DOUBT | {"the"}


def over_plain_at(words: Words, index: int) -> int:
    """The index after words that leave a date's meaning alone, where there are any."""
    if words.low[index] not in _PLAIN_BEGINS:
        return index
    for length in (3, 2, 1):
        if tuple(words.low[index : index + length]) in _PLAIN:
            return index + length
    return index


def prefix_at(words: Words, index: int) -> tuple[str, int]:
    """The sense that a preposition gives the date after it (empty if none), and the index after it."""
    for prefix in _BY_FIRST.get(words.word(index), ()):
        if tuple(words.low[index : index + len(prefix)]) == prefix:
            return PREFIXES[prefix], index + len(prefix)
    return "", index


def hedges_at(words: Words, index: int) -> tuple[bool, bool, int]:
    """Doubt and "about" before a date, and the index after them."""
    doubted = about = False
    if words.low[index] not in _HEDGES:
        return doubted, about, index
    for _ in range(4):
        word = words.word(index)
        if word in DOUBT:
            doubted = True
        elif word in ABOUT:
            about = True
        elif not (word == "the" and words.word(index + 1) in ABOUT):
            break
        index += 1
    return doubted, about, index
