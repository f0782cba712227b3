"""What is drafted of an article: each kind of fact, whom it is given to, and what is left out. All of it is made up."""

from pathlib import PurePosixPath

import pytest

from factsuite.drafting.composing import Named, compose
from factsuite.drafting.drafts import Reading
from factsuite.drafting.inserting import with_fact
from factsuite.drafting.passages import Passages
from factsuite.drafting.records import Records, slug
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.facts import Anchor
from factsuite.model.stated import Stated
from factsuite.values.dates import Calendar, read_date


def read(text: str, day: str = "2031-10-17") -> tuple[Reading, tuple[Named, ...]]:
    calendar = Calendar(reference=read_date(day) if day else None)
    reading = Reading(passages=Passages(text), calendar=calendar, records=Records())
    return reading, compose(reading, as_of=day)


def drafted(text: str, kind: str, day: str = "2031-10-17") -> list[dict[str, object]]:
    """What the facts of one kind assert, with the words of their anchors, ids of records as names."""
    reading, facts = read(text, day)
    names = {record.id: record.name for record in reading.records}
    found = []
    for fact in facts:
        if fact.draft.kind == kind:
            given = {
                name: names.get(value, value) if isinstance(value, str) else value for name, value in fact.draft.asserts
            }
            found.append({**given, "anchor": text[slice(*fact.draft.anchor)]})
    return found


def test_a_quotation_has_its_words_and_its_speaker_by_full_name() -> None:
    text = 'Mayor Ada Quill spoke first. "We will rebuild the wall before the winter," Quill told reporters.'
    [quotation] = drafted(text, "quotation")
    assert quotation["speaker"] == "Ada Quill"
    assert quotation["words"] == "We will rebuild the wall before the winter"
    assert quotation["anchor"] == '"We will rebuild the wall before the winter," Quill told'


def test_a_pronoun_means_the_person_who_spoke_before() -> None:
    text = 'Ada Quill said that the wall would hold. "It is a strong wall and we are proud of it," she added.'
    assert drafted(text, "quotation")[0]["speaker"] == "Ada Quill"


def test_a_pronoun_nobody_can_be_found_for_leaves_the_speaker_to_do() -> None:
    _, facts = read('"It is a strong wall and we are proud of it," she added.')
    [quotation] = [fact.draft for fact in facts if fact.draft.kind == "quotation"]
    assert quotation.given("speaker") is None
    assert quotation.todo == "who speaks"


def test_words_described_so_by_somebody_are_theirs_and_not_the_subjects() -> None:
    text = 'The town has found cracks, a discovery described as a "very serious matter" by Harbour Master Noor Vane.'
    [quotation] = drafted(text, "quotation")
    assert quotation["speaker"] == "Noor Vane"
    assert quotation["anchor"] == 'a discovery described as a "very serious matter" by Harbour Master Noor Vane'


def test_quotation_marks_within_quotation_marks_are_one_quotation() -> None:
    text = "Ada Quill said: \u201cHe told me \u2018never\u2019 and \u201cno\u201d twice.\u201d"
    [quotation] = drafted(text, "quotation")
    assert quotation["words"] == "He told me \u2018never\u2019 and \u201cno\u201d twice."


def test_a_figure_has_its_hedge_its_noun_and_whose_word_it_is() -> None:
    text = "Harbour officials said that at least 60 stone houses were flooded."
    [figure] = drafted(text, "quantity")
    assert figure["value"] == "at least 60 houses"
    assert figure["according_to"] == "Harbour officials"


def test_a_bare_figure_goes_on_counting_what_the_sentence_counts() -> None:
    text = "The fire service took 240 people out of Old Town, 170 of them by boat and 70 on foot."
    assert [figure["value"] for figure in drafted(text, "quantity")] == ["240 people", "170 people", "70 people"]


def test_no_figure_is_drafted_twice_and_none_of_an_hour_a_rank_or_a_date() -> None:
    text = "On 3 May 2031 at ten past four in the morning 40 boats left. Of the 40, two sank on the third day."
    assert [figure["value"] for figure in drafted(text, "quantity")] == ["40 boats", "two"]


def test_a_figure_to_be_reached_by_a_day_is_as_of_that_day() -> None:
    [figure] = drafted("Up to 40 families are expected back by December.", "quantity")
    assert (figure["value"], figure["as_of"]) == ("up to 40 families", "by December")
    assert drafted("Up to 40 families are expected back by December.", "date") == []


def test_a_date_dates_the_clause_it_stands_in() -> None:
    [date] = drafted("The bridge was opened on 1 June 2031.", "date", day="")
    assert (date["on"], date["event"], date["anchor"]) == ("1 June 2031", "The bridge was opened", "on 1 June 2031")


def test_the_day_of_a_saying_belongs_to_the_saying() -> None:
    text = '"We heard it before we saw it at the quay," Noor Vane said at a news conference on 20 October.'
    assert drafted(text, "quotation")[0]["on"] == "20 October"
    assert drafted(text, "date") == []


def test_a_date_that_hangs_on_an_unknown_day_is_left_out_and_said_so() -> None:
    reading, facts = read("The bridge was opened on Wednesday.", day="")
    assert facts == ()
    assert reading.left_out[0].because.endswith("give --published or --relative-to")


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("Mayor Ada Quill opened it.", "Ada Quill", "Mayor"),
        ("It is full. Deputy Harbour Master Noor Vane opened it.", "Noor Vane", "Deputy Harbour Master"),
        ("Alaric Sund, head of the ferry company, opened it.", "Alaric Sund", "head of the ferry company"),
    ],
)
def test_a_title_beside_a_name_is_an_office(text: str, person: str, office: str) -> None:
    [fact] = drafted(text, "office")
    assert (fact["person"], fact["office"], fact["as_of"]) == (person, office, "2031-10-17")


def test_a_title_is_drafted_once_and_a_former_one_is_left_to_the_editor() -> None:
    reading, facts = read("Mayor Ada Quill opened it. Mayor Ada Quill left. Former Mayor Otto Brandt stayed.")
    assert [fact.draft.claim for fact in facts if fact.draft.kind == "office"] == ["Ada Quill was the Mayor."]
    assert any("held in the past" in each.because for each in reading.left_out)


@pytest.mark.parametrize(
    ("text", "that"),
    [
        ("Ada Quill said that the wall had held.", "The wall had held."),
        ("The wall had held, Ada Quill said.", "The wall had held."),
        ("According to Ada Quill, the wall had held.", "The wall had held."),
        ("The wall had held, according to Ada Quill.", "The wall had held."),
        ("Ada Quill spoke for an hour, noting that the wall had held.", "The wall had held."),
    ],
)
def test_what_is_said_is_drafted_wherever_the_tag_stands(text: str, that: str) -> None:
    assert [(fact["speaker"], fact["that"]) for fact in drafted(text, "statement")] == [("Ada Quill", that)]


def test_two_things_said_in_one_sentence_are_two_facts_with_one_subject() -> None:
    text = "Ada Quill said the new wall is not finished and should not worry anybody."
    that = [fact["that"] for fact in drafted(text, "statement")]
    assert that == ["The new wall is not finished.", "The new wall should not worry anybody."]


def test_a_denial_keeps_its_act_and_second_hand_words_whose_they_are() -> None:
    denial = "The harbour office denied that the works had touched the wall."
    text = f"{denial} According to Ada Quill, engineers believe it may fall."
    denied, believed = drafted(text, "statement")
    assert (denied["act"], denied["that"]) == ("denied", "The works had touched the wall.")
    assert (believed["speaker"], believed["according_to"]) == ("engineers", "Ada Quill")


def test_hearsay_without_a_speaker_is_a_statement_of_nobody() -> None:
    [fact] = drafted("The ferrymen are reportedly selling their boats.", "statement")
    assert "speaker" not in fact


def test_places_and_orders() -> None:
    text = (
        "Speaking to reporters in Northport, Ada Quill said that it held. The wall gave way after the water had peaked."
    )
    assert [fact["where"] for fact in drafted(text, "place")] == ["Northport"]
    assert [fact["link"] for fact in drafted(text, "order")] == ["after"]


def test_names_are_found_once_and_dates_of_headings_are_left_out() -> None:
    text = (
        "## In 2030\n\nAda Quill said it held. Quill said it fell. The council said no. The council said yes, it would."
    )
    reading, _ = read(text)
    assert [record.name for record in reading.records] == ["Ada Quill", "the council"]
    assert [each.because for each in reading.left_out] == ["a date in a heading"]


def test_ids_are_plain_and_unlike() -> None:
    assert slug("The Mayor\u2019s 3,000 \u00e9migr\u00e9s in U.S. towns") == "mayor-3000-emigres-us-towns"
    assert slug("\u0645\u062f\u064a\u0646\u0629") == "item"
    _, facts = read("The town paid 3 dollars in 2029. The town paid 3 dollars in 2029.")
    assert len({fact.id for fact in facts}) == len(facts) == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "# Only a heading",
        "...",
        "\u0645\u062f\u064a\u0646\u0629 \u0643\u0628\u064a\u0631\u0629.",
        '"""',
        "said said said",
    ],
)
def test_texts_without_anything_to_draft(text: str) -> None:
    assert read(text)[1] == ()


# What a first draft of three articles stumbled over


def test_a_form_of_address_and_a_role_before_a_name_are_no_part_of_it() -> None:
    text = (
        '"We expected an effect, but not one this strong," said lead author Dr Ines Falk. '
        "Dr Falk warned that the lamps were new."
    )
    [quotation], [statement] = drafted(text, "quotation"), drafted(text, "statement")
    assert quotation["speaker"] == statement["speaker"] == "Ines Falk"


def test_a_form_of_address_before_a_name_nobody_gives_in_full_stays() -> None:
    [statement] = drafted("Dr Falk warned that the lamps were new.", "statement")
    assert statement["speaker"] == "Dr Falk"


def test_officials_at_the_beginning_of_a_sentence_speak() -> None:
    [quantity] = drafted("Officials say Northport will dim 8,000 street lamps.", "quantity")
    assert quantity["according_to"] == "officials"
    assert quantity["anchor"] == "Officials say Northport will dim 8,000 street lamps"


def test_an_age_is_in_years() -> None:
    assert drafted("Marta Elling died. She was 91.", "quantity")[0]["value"] == "91 years"
    assert drafted("Marta Elling waited. She was 3.2 metres away.", "quantity")[0]["value"] == "3.2 metres"


def test_a_verb_of_speech_without_an_object_says_nothing() -> None:
    assert drafted("Ada Quill apologised and later paid for a new lifeboat.", "statement") == []


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Twice as much was spent on bridges.", "twice-much-spent-bridges"),
        ("Half of the birds sang.", "half-birds-sang"),
        ("The cost rose by 40 per cent.", "40-percent-cost-rose"),
        ("Three people were hurt.", "three-people-hurt"),
    ],
)
def test_an_id_says_each_word_once_and_no_unit_that_is_in_the_figure(text: str, id: str) -> None:
    assert [fact.id for fact in read(text)[1]] == [id]


def test_an_id_keeps_the_month_of_may_and_not_what_may_be() -> None:
    assert slug("3 May 1939 born") == "3-may-1939-born"
    assert slug("it may rain") == "rain"


@pytest.mark.parametrize("dash", ["  -\n    id: old", "  - # a comment\n    id: old", "  - id: old", "- id: old"])
@pytest.mark.parametrize("after", [0, 1])
def test_a_fact_is_put_beside_one_whose_dash_may_stand_alone(dash: str, after: int) -> None:
    facts = read("The ferry sank on 3 May 2031.")[1]
    text = f"format: 1\nfacts:\n{dash}\n"
    anchor = Anchor(exact=Stated(text="x", value="x", at=Location(PurePosixPath("x"), 1, 1)))
    path = PurePosixPath("facts/x/facts.yaml")
    node, problems = read_yaml(with_fact(text, facts[0], anchor, after), path)
    assert not problems
    assert isinstance(node, Map) and isinstance(node["facts"], Seq)
    ids = [str(each["id"]) for each in node["facts"] if isinstance(each, Map)]
    assert ids == ([facts[0].id, "old"] if after == 0 else ["old", facts[0].id])
