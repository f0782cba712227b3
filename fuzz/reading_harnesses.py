"""Harnesses of what reads running text: every place lies in the text, in order, and holds what the reader says."""

from collections.abc import Iterable

from factsuite.reading.dates import DateMention, find_date_spans, read_dates
from factsuite.reading.markdown import read_markdown
from factsuite.reading.quantities import read_quantities
from factsuite.reading.quotations import read_quotations
from factsuite.reading.sentences import split_sentences
from factsuite.reading.speech import read_attributions
from factsuite.texts.comparing import compare_texts
from factsuite.values.dates import Calendar, compare_dates, describe_date, read_date, same_date, why_unreadable
from factsuite.values.edtf import edtf_problem, read_edtf
from factsuite.values.quantities import compare_quantities, describe, read_quantity, same_set
from factsuite.values.relation import Relation
from fuzz.texts import halves, text_of

DAY = Calendar(reference=read_date("2024-10-23"))


def _in_order(text: str, spans: Iterable[tuple[int, int]]) -> None:
    free = 0
    for start, end in spans:
        assert free <= start < end <= len(text), f"{start}:{end} after {free}, in {len(text)} characters"
        free = end


def quantities(data: bytes) -> None:
    """Quantities in running text, and the same text read as one quantity."""
    text = text_of(data)
    found = read_quantities(text)
    _in_order(text, ((each.start, each.end) for each in found))
    _in_order(text, ((each.number_start, each.number_end) for each in found))
    alone = read_quantity(text)
    for each in found:
        assert each.start <= each.number_start < each.number_end <= each.end
        assert text[each.number_start : each.number_end].strip(), "a number without a figure"
    for quantity in (*(each.quantity for each in found), *((alone,) if alone is not None else ())):
        assert quantity.text in text
        assert describe(quantity).strip()
        if not quantity.interval.is_empty():
            assert same_set(quantity, quantity)
            assert compare_quantities(quantity, quantity) is Relation.ENTAILS


def dates(data: bytes) -> None:
    """Dates in running text, and the same text read as one date."""
    text = text_of(data)
    for calendar in (DAY, Calendar()):
        found = read_dates(text, calendar)
        _in_order(text, ((each.start, each.end) for each in found))
        for each in found:
            _dated(text, each)
        alone = read_date(text, calendar)
        assert alone is not None or why_unreadable(text).strip()
    _in_order(text, find_date_spans(text))


def _dated(text: str, mention: DateMention) -> None:
    assert text[mention.start : mention.end] == mention.text
    value = mention.value
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert describe_date(value).strip()
    assert same_date(value, value)
    assert compare_dates(value, value) is not Relation.CONTRADICTS
    for part in mention.parts:
        assert mention.start <= part.start < part.end <= mention.end
        _dated(text, part)


def edtf(data: bytes) -> None:
    """EDTF: it is a date exactly where there is nothing to say against it."""
    text = text_of(data)
    value = read_edtf(text)
    assert (value is None) == bool(edtf_problem(text))
    if value is not None:
        assert all(b.earliest is None or b.latest is None or b.earliest <= b.latest for b in value.starts + value.ends)
        assert describe_date(value).strip()
        assert same_date(value, value)
        assert read_date(text) == read_edtf(text.strip())


def quotations(data: bytes) -> None:
    """Quotations and attributions with their speakers, and the sentences they stand in."""
    text = text_of(data)
    found = read_quotations(text)
    _in_order(text, ((each.start, each.end) for each in found))
    for each in found:
        assert text[each.start : each.end] == each.words
        if each.speaker_start is not None and each.speaker_end is not None:
            assert 0 <= each.speaker_start < each.speaker_end <= len(text)
            assert each.speaker in ("", text[each.speaker_start : each.speaker_end])
        else:
            assert not each.speaker
    spans = split_sentences(text)
    _in_order(text, spans)
    assert "".join(text.split()) == "".join("".join(text[start:end] for start, end in spans).split())
    for said in read_attributions(text):
        assert 0 <= said.speaker_start < said.speaker_end <= len(text)
        assert said.speaker in ("", text[said.speaker_start : said.speaker_end])
        assert text[said.verb_start : said.verb_end].strip()


def markdown(data: bytes) -> None:
    """Markdown: marks are blanked, and every word stays where it is."""
    source = text_of(data)
    prose = read_markdown(source)
    assert len(prose.text) == len(source)
    assert all(now in (was, " ") for was, now in zip(source, prose.text, strict=True))
    assert prose.text.count("\n") == source.count("\n")
    _in_order(source, ((block.start, block.end) for block in prose.blocks))


def comparing(data: bytes) -> None:
    """A claim and a passage: nothing contradicts itself."""
    claim, passage = halves(text_of(data))
    compare_texts(claim, passage)
    assert compare_texts(claim, claim).relation is not Relation.CONTRADICTS
