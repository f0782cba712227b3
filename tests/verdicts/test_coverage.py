"""What of an article is covered: standing near a checked claim is not enough."""

import pytest

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.examples import example_tree
from factsuite.verdicts.coverage.coverage import Coverage, Covered, State
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.coverage.mentions import MentionKind
from factsuite.verdicts.grounds import Grounds

KIND = {kind.value: kind for kind in MentionKind}


def covered(example: str) -> Coverage:
    workspace = build_workspace(example_tree(example), Policy())
    found = cover(Grounds(workspace.dossiers[0], workspace.policy))
    assert found is not None, [problem.message for problem in workspace.dossiers[0].problems]
    return found


def states(example: str, kind: str) -> dict[str, str]:
    """The mentions of one kind in the body, by their words."""
    items = (item for item in covered(example).of(KIND[kind]) if not item.mention.in_headline)
    return {item.mention.words: item.state.value for item in items}


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def fact(article: str, kind: str, asserts: str, anchor: str = "") -> str:
    return f"article: {article}\nkind: {kind}\nanchor: {{exact: {_yaml(anchor or article)}}}\nasserts: {{{asserts}}}\n"


def whole(text: str, passages: str = "", anchor: str = "The bridge opened.") -> str:
    head = "format: 1\nheadline: A bridge\npublisher: P\npublished: 2031-06-02\n"
    facts = (
        f"format: 1\nfacts:\n  - {{id: opened, kind: statement, claim: It opened., anchor: {{exact: '{anchor}'}}, "
        "asserts: {that: The bridge opened.}}\n"
    )
    marked = f"not_checked:\n{passages}" if passages else ""
    return f"# article.md\n---\n{head}{marked}---\n{text}\n# facts.yaml\n{facts}"


PEOPLE = "measure: bridge-visitors, value: "


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        # one value covers one number, though both stand under its anchor
        (
            fact("On 1 June 300 people crossed, on 2 June 150 people.", "quantity", PEOPLE + "300 people"),
            {"300 people": "covered", "150 people": "uncovered"},
        ),
        # an anchor that asserts something else covers no number
        (fact("The 300 people cheered.", "statement", "that: People cheered."), {"300 people": "uncovered"}),
        # the hedge must lie under the anchor
        (
            fact("Nearly 300 people crossed.", "quantity", PEOPLE + "300 people", "300 people crossed."),
            {"Nearly 300 people": "uncovered"},
        ),
        # numbers in words, and in the words of a statement
        (fact("Twelve people crossed.", "quantity", PEOPLE + "12 people"), {"Twelve people": "covered"}),
        (fact("It has twelve arches.", "statement", "that: It has 12 arches."), {"twelve arches": "covered"}),
        # ordinals
        (
            fact("It is the third bridge and the second tunnel.", "statement", "that: It is the third bridge."),
            {"third": "covered", "second": "uncovered"},
        ),
        (fact("First, the council met.", "statement", "that: The council met."), {}),
        # another unit is another number
        (
            fact("It is 300 metres long for 300 people.", "quantity", PEOPLE + "300 people"),
            {"300 metres": "uncovered", "300 people": "covered"},
        ),
        # the article says another value than its fact: that is found at the anchor, once
        (fact("Some 400 people crossed.", "quantity", PEOPLE + "some 300 people"), {"Some 400 people": "covered"}),
        # links, lists and dates hold no numbers of the article
        (fact("See [it](https://e.org/40) of 1 June.", "statement", "that: See it."), {}),
    ],
)
def test_a_number_is_covered_by_a_fact_that_asserts_it(example: str, expected: dict[str, str]) -> None:
    assert states(example, "number") == expected


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (fact("It opened on 1 June 2031.", "date", "event: opening, on: 2031-06-01"), {"on 1 June 2031": "covered"}),
        (fact("In 2031 it was ready.", "statement", "that: It was ready."), {"In 2031": "uncovered"}),
        # a more exact date asserts the article's; a less exact one does not
        (fact("In 2031 it was ready.", "statement", "that: It was ready., on: 2031-05-30"), {"In 2031": "covered"}),
        (
            fact("On 30 May it was ready.", "statement", "that: It was ready., on: 2031"),
            {"On 30 May": "uncovered"},
        ),
        # the recorded date of the event the fact is about
        (fact("It opened there on Sunday.", "place", "what: opening, where: old-town"), {"on Sunday": "covered"}),
        (fact("It opened there in May.", "place", "what: opening, where: old-town"), {"in May": "uncovered"}),
        # as_of
        (
            fact("On 1 June 300 people came.", "quantity", PEOPLE + "300 people, as_of: 2031-06-01"),
            {"On 1 June": "covered"},
        ),
        # a length of time that dates something may be a value
        (
            fact("It was built over the past two years.", "quantity", "measure: bridge-visitors, value: two years"),
            {"over the past two years": "covered"},
        ),
    ],
)
def test_a_date_is_covered_by_a_fact_that_dates_the_same(example: str, expected: dict[str, str]) -> None:
    found = states(example, "date")
    assert list(found.values()) == list(expected.values())
    assert all(
        words.lower().endswith(key.lower().split(" ", 1)[-1]) for key, words in zip(expected, found, strict=True)
    )


SPLIT = '"The bridge is safe," Tom Reed said, "and it will stay safe."'


@pytest.mark.parametrize(
    ("article", "words", "expected"),
    [
        ('"It is safe," said Tom Reed.', "It is safe", ["covered"]),
        ("“It is safe,” said Tom Reed.", "It is safe.", ["covered"]),
        (SPLIT, "The bridge is safe, and it will stay safe.", ["covered", "covered"]),
        (SPLIT, "The bridge is safe", ["covered", "uncovered"]),
        ("Tom Reed said, \"They told me 'never again' twice.\"", "They told me 'never again' twice.", ["covered"]),
        ('"It is safe. It is dry," said Tom Reed.', "It is safe.", ["uncovered"]),
        ('He called it "safe" and "dry".', "safe", ["covered", "uncovered"]),
    ],
)
def test_a_quotation_is_covered_by_its_own_words(article: str, words: str, expected: list[str]) -> None:
    example = fact(article, "quotation", f"words: {_yaml(words)}, speaker: clerk")
    found = [item.state.value for item in covered(example).of(MentionKind.QUOTATION)]
    assert found == expected


@pytest.mark.parametrize(
    ("article", "asserts", "expected"),
    [
        ("Tom Reed said it was ready.", "that: It was ready., speaker: clerk", {"Tom Reed said": "covered"}),
        ("Tom Reed said it was ready.", "that: It was ready.", {"Tom Reed said": "uncovered"}),
        ("Tom Reed said it was ready.", "that: It was ready., speaker: noor-vane", {"Tom Reed said": "uncovered"}),
        # someone who speaks for the council may be named for it
        ("Tom Reed said it was ready.", "that: It was ready., speaker: city-council", {"Tom Reed said": "covered"}),
        ("According to Reed, it is on.", "that: It is on., according_to: clerk", {"According to Reed": "covered"}),
        # a pronoun may be whoever the fact names
        ("He said it was ready.", "that: It was ready., speaker: clerk", {"He said": "covered"}),
    ],
)  # fmt: skip
def test_an_attribution_is_covered_by_a_fact_that_names_the_speaker(
    article: str, asserts: str, expected: dict[str, str]
) -> None:
    assert states(fact(article, "statement", asserts), "attribution") == expected


MASTER = "Harbour Master Noor Vane"
OFFICE = "person: noor-vane, office: Harbour Master, as_of: 2031-06-01"


@pytest.mark.parametrize(
    ("article", "anchor", "expected"),
    [
        ("Harbour Master Noor Vane waved.", "Harbour Master Noor Vane", ["covered"]),
        ("Noor Vane, the harbour master, waved.", "Noor Vane, the harbour master", ["covered"]),
        ("The town greeted Noor Vane, its harbour master.", "greeted Noor Vane, its harbour master", ["covered"]),
        ("The town greeted Noor Vane, the harbour master.", "greeted Noor Vane, the harbour master", ["covered"]),
        ("The harbour master, Noor Vane, waved.", "harbour master, Noor Vane", ["covered"]),
        # said again elsewhere, it is the same title
        (MASTER + " came. " + MASTER + " waved.", MASTER + " came", ["covered"] * 2),
        (MASTER + " met Mayor of Larkhaven Ada Quill.", MASTER, ["covered", "uncovered"]),
        (MASTER + " met Transport Minister Lena Ode.", MASTER, ["covered", "uncovered"]),
        (MASTER + " met former prime minister Lena Ode.", MASTER, ["covered", "uncovered"]),
        # names of firms and days, and titles without a name, are none
        ("Noor Vane of General Motors met the officer Monday, and the mayor.", "Noor Vane", []),
    ],
)  # fmt: skip
def test_a_title_is_covered_by_an_office_fact_of_its_holder(article: str, anchor: str, expected: list[str]) -> None:
    example = fact(article, "office", OFFICE, anchor)
    assert [item.state.value for item in covered(example).of(MentionKind.TITLE)] == expected


def test_a_title_in_a_heading_is_one_only_where_it_is_declared() -> None:
    example = whole("## Secretary Confirms New Bridge\n\n## Harbour Master Noor Vane Agrees\n\nThe bridge opened.")
    assert states(example, "title") == {"Harbour Master": "uncovered"}


def sentences(example: str) -> list[str]:
    return [item.state.value for item in covered(example).of(MentionKind.SENTENCE)][1:]


MARK = "  - {anchor: {exact: '%s'}, because: Colour.}\n"


@pytest.mark.parametrize(
    ("text", "passages", "expected"),
    [
        ("The bridge opened. It rained.", "", ["covered", "uncovered"]),
        ("The bridge opened. It rained.", MARK % "It rained.", ["covered", "not checked"]),
        ("The bridge opened. It rained all day.", MARK % "It rained", ["covered", "partly"]),
        ("## The bridge opened.\n\n- It rained\n- It snowed", "", ["covered", "uncovered", "uncovered"]),
        ("The bridge opened. In all 40 boats came.", MARK % "In all 40 boats came.", ["covered", "not checked"]),
        ("**The bridge opened.** *It rained.*", MARK % "It rained.", ["covered", "not checked"]),
    ],
)
def test_the_state_of_a_sentence(text: str, passages: str, expected: list[str]) -> None:
    assert sentences(whole(text, passages)) == expected


def test_a_sentence_with_a_fact_and_something_left_over_is_covered_in_part() -> None:
    text = "The bridge opened before 300 people. It rained."
    assert sentences(whole(text, anchor="The bridge opened before")) == ["partly", "uncovered"]


def test_a_passage_covers_what_stands_in_it_and_gives_its_reason() -> None:
    found = covered(whole("The bridge opened. In all 40 boats came.", MARK % "In all 40 boats came."))
    [number] = found.of(MentionKind.NUMBER)
    assert (number.state, number.because) == (State.NOT_CHECKED, "Colour.")


def test_what_is_left_names_the_facts_nearby_and_is_ranked() -> None:
    text = "The bridge opened before 300 people. Should it? In 2030 the town lost 12 million dollars."
    found = covered(whole(text, anchor="The bridge opened before"))
    missing = found.missing()
    assert [item.worth for item in missing] == sorted((item.worth for item in missing), reverse=True)
    assert missing[0].mention.words == "In 2030 the town lost 12 million dollars."
    near = {item.mention.words: item.near for item in missing}
    assert near["300 people"] == ("opened",)
    assert near["12 million dollars"] == ()


def test_an_anchor_that_stands_twice_covers_nothing() -> None:
    assert sentences(whole("The bridge opened. The bridge opened.")) == ["uncovered", "uncovered"]


def test_places_are_those_of_the_file_through_markdown_and_astral_signs() -> None:
    found = covered(whole("🚢 The bridge opened.\n\n- **Later** 40 boats came"))
    [number] = found.of(MentionKind.NUMBER)
    assert (number.at.line, number.at.column) == (9, 13)


def test_the_words_that_were_looked_at_are_counted() -> None:
    found = covered(whole("The bridge opened. It rained.", MARK % "It rained."))
    assert (found.words, found.words_under) == (7, 5)


def test_a_defective_entry_leaves_nothing_to_say() -> None:
    workspace = build_workspace(example_tree("kind: quantity\nasserts: {value: 300 people}\n"), Policy())
    assert cover(Grounds(workspace.dossiers[0], workspace.policy)) is None


def test_everything_is_counted_once() -> None:
    found = covered(fact("Tom Reed said 300 people came on 1 June.", "statement", "that: People came., speaker: clerk"))
    by_kind: list[Covered] = [item for kind in MentionKind for item in found.of(kind)]
    assert len(by_kind) == len(found.items)
    assert sum(found.tally(kind).total for kind in MentionKind) == len(found.items)
