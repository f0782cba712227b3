"""What several lines report of one thing: by lines, with what is set aside, and against what is asserted."""

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.examples import FOLDER, example_tree
from factsuite.verdicts.agreement.agreeing import Agreements, agreements_of
from factsuite.verdicts.agreement.records import Agreement, Standing, Topic
from factsuite.verdicts.grounds import Grounds

SOURCES = """format: 1
sources:
  - {id: hearing, publisher: Larkhaven City Council, kind: transcript}
  - {id: minutes, publisher: Larkhaven City Council, kind: official statement, derives_from: hearing}
  - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
  - {id: mail, publisher: The Northport Mail, kind: newspaper}
  - {id: wire, publisher: Coast Press Agency, kind: unseen text, unseen: yes}
  - {id: copy-a, publisher: A, kind: wire copy, derives_from: wire}
  - {id: copy-b, publisher: B, kind: wire copy, derives_from: wire}
  - {id: copy-c, publisher: C, kind: wire copy, derives_from: wire}
  - {id: blog, publisher: Somebody, kind: blog, derives_from: unknown}
"""
HEAD = "kind: quantity\nasserts: {measure: bridge-visitors, value: about 300 people}\nevidence:\n"


def agreements(example: str, entities: str = "") -> Agreements:
    tree = dict(example_tree(example))
    tree[FOLDER / "sources.yaml"] = SOURCES.encode()
    if entities:
        tree[FOLDER / "entities.yaml"] = entities.encode()
    workspace = build_workspace(tree, Policy())
    dossier = workspace.dossiers[0]
    assert dossier.problems == (), [each.message for each in dossier.problems]
    return agreements_of(Grounds(dossier, workspace.policy))


def figure(*reports: str) -> Agreement:
    """The one agreement on a figure of about 300 people; a report is `source: value`, or with `!` set aside."""
    entries = ""
    for report in reports:
        source, _, value = report.strip("!").partition(": ")
        aside = ", set_aside: It is known to be wrong." if report.endswith("!") else ""
        entries += f"  - {{source: {source}, reports: {{value: '{value}'}}{aside}}}\n"
    (found,) = (each for each in agreements(HEAD + entries).items if each.thing.topic is Topic.FIGURE)
    return found


def one(example: str, topic: Topic, entities: str = "") -> Agreement:
    (found,) = (each for each in agreements(example, entities).items if each.thing.topic is topic)
    return found


def test_what_all_lines_have_in_common_is_named() -> None:
    found = figure("hearing: at least 290 people", "gazette: at most 310 people", "mail: about 300 people")
    assert found.agrees
    assert found.shared == "290 to 310 people"
    assert [each.standing for each in found.asserted] == [Standing.INSIDE]


def test_the_smallest_clash_and_the_outlier_are_named_by_line() -> None:
    found = figure("hearing: 300 people", "gazette: about 300 people", "copy-a: over 400 people")
    assert not found.agrees
    assert found.clash == ("hearing", "wire")
    assert found.outliers == (("wire",),)
    assert found.shared == ""
    assert [each.standing for each in found.asserted] == [None]


def test_copies_of_one_dispatch_weigh_as_much_as_one_source() -> None:
    found = figure("copy-a: 500 people", "copy-b: 500 people", "copy-c: 500 people", "hearing: 300 people")
    assert [len(line.reports) for line in found.lines] == [3, 1]
    assert sorted(found.outliers) == [("hearing",), ("wire",)]


def test_a_tie_stays_a_tie() -> None:
    found = figure("hearing: 300 people", "gazette: 500 people")
    assert sorted(found.outliers) == [("gazette",), ("hearing",)]


def test_three_that_agree_with_nobody_leave_two_outliers_each_way() -> None:
    found = figure("hearing: 300 people", "gazette: 500 people", "mail: 700 people")
    assert sorted(map(sorted, found.outliers)) == [["gazette", "hearing"], ["gazette", "mail"], ["hearing", "mail"]]


def test_the_report_nearest_the_origin_speaks_and_a_differing_copy_is_shown() -> None:
    found = figure("minutes: 500 people", "hearing: 300 people", "gazette: 300 people")
    assert found.agrees
    line = found.lines[0]
    assert (line.line, line.speaks.source) == ("hearing", "hearing")
    assert [report.source for report in line.differing] == ["minutes"]


def test_of_equally_near_copies_the_most_exact_speaks() -> None:
    found = figure("copy-a: at least 200 people", "copy-b: 300 people", "gazette: 300 people")
    assert found.lines[0].speaks.source == "copy-b"
    assert found.lines[0].differing == ()


def test_the_nearest_to_the_origin_speaks_though_a_copy_is_more_exact() -> None:
    found = figure("wire: about 300 people", "copy-a: 300 people", "gazette: 300 people")
    assert found.lines[0].speaks.source == "wire"


def test_an_unknown_derivation_adds_no_line_beside_one_it_agrees_with_and_is_one_of_its_own_otherwise() -> None:
    same = figure("hearing: 300 people", "blog: about 300 people", "gazette: 300 people")
    assert [line.line for line in same.lines] == ["hearing", "gazette"]
    assert all(line.speaks.source != "blog" for line in same.lines)
    other = figure("hearing: 300 people", "blog: 900 people")
    assert {line.line for line in other.lines} == {"hearing", "blog"}


def test_what_is_set_aside_is_shown_with_what_it_would_do() -> None:
    found = figure("hearing: 300 people", "gazette: 305 people!", "mail: about 300 people", "copy-a: 310 people!")
    assert found.agrees
    assert found.would_break
    assert {each.report.source: each.breaks for each in found.asides} == {"gazette": True, "copy-a": True}
    harmless = figure("hearing: 300 people", "gazette: at least 200 people!")
    assert [each.breaks for each in harmless.asides] == [False]
    assert not harmless.would_break


def test_a_copy_set_aside_behind_a_nearer_report_would_change_nothing() -> None:
    found = figure("hearing: 300 people", "minutes: 900 people!", "gazette: 300 people")
    assert [each.breaks for each in found.asides] == [False]


def test_other_things_counted_are_not_compared_and_are_listed() -> None:
    found = figure("hearing: 300 people", "gazette: 300 people", "mail: 40 boats")
    assert found.agrees
    assert [report.source for report in found.silent] == ["mail"]


def test_figures_are_compared_in_the_unit_of_what_is_asserted() -> None:
    found = figure("hearing: 40 kilometres", "gazette: 300 people", "mail: 310 people")
    assert [line.line for line in found.lines] == ["gazette", "mail"]
    assert [report.source for report in found.silent] == ["hearing"]


def test_one_line_is_no_agreement() -> None:
    copies = "".join(f"  - {{source: copy-{each}, reports: {{value: 300 people}}}}\n" for each in "abc")
    found = agreements(HEAD + copies)
    assert [each for each in found.items if each.thing.topic is Topic.FIGURE] == []


TWO_FACTS = """
# facts.yaml
format: 1
facts:
  - id: lead
    kind: quantity
    claim: About 300 people came.
    anchor: {exact: An example}
    asserts: {measure: bridge-visitors, value: about 300 people, as_of: 2031-06-01, according_to: city-council}
    evidence:
      - {source: hearing, reports: {value: 300 people}}
      - {source: gazette, reports: {value: 900 people, according_to: noor-vane}}
  - id: last-line
    kind: quantity
    claim: Some 300 people came.
    anchor: {exact: of a claim}
    asserts: {measure: bridge-visitors, value: some 300 people, as_of: 1 June 2031, according_to: city-council}
    evidence:
      - {source: hearing, reports: {value: 300 people}}
      - {source: mail, reports: {value: 310 people, according_to: clerk}}
  - id: autumn
    kind: quantity
    claim: 900 people had come by the autumn.
    anchor: {exact: claim}
    asserts: {measure: bridge-visitors, value: 900 people, as_of: 2031-09-15, according_to: city-council}
    evidence: [{source: copy-a, reports: {value: 900 people}}]
"""


def test_the_same_thing_reported_under_two_facts_is_looked_at_once_and_other_scopes_apart() -> None:
    found = [each for each in agreements(TWO_FACTS).items if each.thing.topic is Topic.FIGURE]
    assert len(found) == 1
    assert [each.claim.fact for each in found[0].asserted] == ["lead", "last-line"]
    assert [(line.line, line.speaks.text) for line in found[0].lines] == [
        ("hearing", "300 people"),
        ("mail", "310 people"),
    ]
    assert found[0].clash == ("hearing", "mail")


EVENT = """format: 1
people:
  - {id: ada-quill, name: Ada Quill, within: city-council}
  - {id: tom-reed, name: Tom Reed, within: city-council}
  - {id: noor-vane, name: Noor Vane}
organisations:
  - {id: city-council, name: Larkhaven City Council}
places:
  - {id: larkhaven, name: Larkhaven}
  - {id: old-town, name: Old Town, within: larkhaven}
  - {id: harbour, name: Harbour, within: larkhaven, near: old-town}
  - {id: upper-town, name: Upper Town, within: larkhaven}
  - {id: northport, name: Northport}
events:
  - id: fair
    name: the fair
    EXTENT
    on: RECORD
    evidence:
"""


def event(topic: Topic, *reports: str, record: str = "2031-06-01", period: bool = False) -> Agreement:
    field = {Topic.DATE: "on", Topic.PLACE: "where", Topic.PEOPLE: "who"}[topic]
    entities = EVENT.replace("RECORD", record).replace("    EXTENT\n", "    extent: period\n" if period else "")
    for report in reports:
        source, _, value = report.partition(": ")
        entities += f"      - {{source: {source}, reports: {{{field}: {value}}}}}\n"
    example = "kind: event\nasserts: {event: fair, who: ada-quill}"
    (found,) = (each for each in agreements(example, entities).items if each.thing.topic is topic)
    return found


def test_dates_of_a_moment_are_sets_of_days() -> None:
    found = event(Topic.DATE, "hearing: June 2031", "gazette: by 2031-06-03", "mail: 2031-06-01/2031-06-30")
    assert found.agrees
    assert found.shared == "between 1 and 3 June 2031"
    assert [each.standing for each in found.asserted] == [Standing.INSIDE]


def test_dates_that_meet_two_by_two_and_not_at_once_clash_all_three() -> None:
    found = event(Topic.DATE, "hearing: 3 or 5 June 2031", "gazette: 5 or 7 June 2031", "mail: 3 or 7 June 2031")
    assert sorted(found.clash) == ["gazette", "hearing", "mail"]
    assert len(found.outliers) == 3


def test_a_period_is_compared_end_by_end_and_days_lie_within_it() -> None:
    found = event(
        Topic.DATE,
        "hearing: 2031-06-01/2031-06-12",
        "gazette: between early and mid-June 2031",
        "mail: 2031-06-04",
        "copy-a: 2031-06-06",
        record="2031-06-01/2031-06-12",
        period=True,
    )
    assert found.agrees
    assert found.shared == "began 1 June 2031, ended 12 June 2031"
    late = event(
        Topic.DATE, "hearing: 2031-06-01/2031-06-12", "mail: 2031-06-14", record="2031-06-01/2031-06-12", period=True
    )
    assert late.clash == ("hearing", "mail")


def test_times_in_different_zones_are_one_moment() -> None:
    found = event(Topic.DATE, "hearing: 2031-06-01T13:00-04:00", "gazette: 2031-06-01T19:00+02:00")
    assert found.agrees
    apart = event(Topic.DATE, "hearing: 2031-06-01T13:00-04:00", "gazette: 2031-06-01T20:00+02:00")
    assert not apart.agrees


def test_a_date_its_writer_doubts_contradicts_nobody() -> None:
    assert event(Topic.DATE, "hearing: 2031-06-01", "gazette: 2031-06-05?").agrees


def test_places_agree_in_what_holds_them_all_and_touching_ones_do_not_clash() -> None:
    near = event(Topic.PLACE, "hearing: old-town", "gazette: harbour", "mail: larkhaven")
    assert near.agrees
    assert near.shared == "Larkhaven"
    far = event(Topic.PLACE, "hearing: old-town", "gazette: northport", "mail: larkhaven")
    assert far.clash == ("hearing", "gazette")
    assert far.outliers == (("gazette",),)


def test_people_of_one_body_do_not_clash_and_the_body_is_what_they_have_in_common() -> None:
    found = event(Topic.PEOPLE, "hearing: ada-quill", "gazette: tom-reed")
    assert found.agrees
    assert found.shared == "Larkhaven City Council"
    assert not event(Topic.PEOPLE, "hearing: ada-quill", "gazette: noor-vane").agrees


TERMS = """format: 1
people:
  - id: ada-quill
    name: Ada Quill
    offices:
      - title: Mayor of Larkhaven
        from: 2029
        evidence:
          - {source: gazette, reports: {from: 2029}}
          - {source: hearing, reports: {held_on: 2029-03-01}}
          - {source: mail, reports: {SAYS}}
"""


def term(says: str) -> Agreement:
    return one("kind: statement\nasserts: {that: An example.}", Topic.TERM, TERMS.replace("SAYS", says))


def test_a_day_in_office_limits_when_the_term_began() -> None:
    assert term("from: 2029-02").shared == "began February 2029, ended 1 March 2029 or later"
    late = term("from: 2029-05")
    assert late.clash == ("hearing", "mail")
    assert not term("until: 2029-02-01").agrees


QUOTED = "kind: quotation\nasserts: {speaker: mayor, words: I never saw that memo.}\nevidence:\n"


def test_words_agree_where_one_prints_a_piece_of_the_other() -> None:
    found = one(
        QUOTED
        + "  - {source: hearing, reports: {words: I never saw that memo.}}\n"
        + "  - {source: gazette, reports: {words: never saw that memo}}\n",
        Topic.WORDS,
    )
    assert found.agrees
    assert found.shared == "never saw that memo"


def test_words_printed_alike_are_what_lines_have_in_common_whoever_they_are_labelled_with() -> None:
    found = one(
        QUOTED
        + "  - {source: hearing, reports: {words: 'MAYOR: I never saw that memo.'}}\n"
        + "  - {source: gazette, reports: {words: 'MAYOR: I never saw that memo.'}}\n",
        Topic.WORDS,
    )
    assert found.agrees
    assert found.shared == "MAYOR: I never saw that memo."


def test_words_printed_alike_but_for_case_are_what_lines_have_in_common() -> None:
    found = one(
        QUOTED
        + "  - {source: hearing, reports: {words: 'Die Straße'}}\n"
        + "  - {source: gazette, reports: {words: 'DIE STRASSE'}}\n",
        Topic.WORDS,
    )
    assert found.shared == "Die Straße"


def test_words_that_clash_have_nothing_for_a_claim_to_stand_to() -> None:
    found = one(
        QUOTED
        + "  - {source: hearing, reports: {words: I never saw that memo.}}\n"
        + "  - {source: gazette, reports: {words: I saw that memo.}}\n",
        Topic.WORDS,
    )
    assert [each.standing for each in found.asserted] == [None]


def test_words_that_differ_clash() -> None:
    found = one(
        QUOTED
        + "  - {source: hearing, reports: {words: I never saw that memo.}}\n"
        + "  - {source: mail, reports: {words: I never saw that memo.}}\n"
        + "  - {source: gazette, reports: {words: I hardly saw that memo.}}\n",
        Topic.WORDS,
    )
    assert found.outliers == (("gazette",),)
    assert found.divided


def test_titles_are_compared_where_they_are_declared() -> None:
    found = one(
        "kind: office\nasserts: {person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}\nevidence:\n"
        "  - {source: hearing, reports: {office: Mayor of Larkhaven}}\n"
        "  - {source: gazette, reports: {office: Harbour Master}}\n"
        "  - {source: mail, reports: {office: spokeswoman}}\n",
        Topic.TITLE,
    )
    assert found.clash == ("hearing", "gazette")
    assert [report.source for report in found.silent] == ["mail"]


def test_a_term_that_contradicts_itself_is_no_copy_of_its_own_line() -> None:
    entities = """format: 1
people:
  - id: mayor
    name: Ada Quill
    offices:
      - title: Mayor of Larkhaven
        evidence:
          - {source: hearing, reports: {from: 2031-06-01, until: 2031-06-30, held_on: 2032-01-01}}
          - {source: gazette, reports: {from: 2031-06-01}}
"""
    statement = "kind: statement\nasserts: {that: The bridge opened.}"
    found = one(statement, Topic.TERM, entities)
    assert [line.differing for line in found.lines] == [(), ()]


def test_a_record_that_leaves_room_for_every_line_is_left_open() -> None:
    open_ended = event(Topic.DATE, "hearing: 2031-06-01", "gazette: 2031-06-03", record="June 2031")
    assert not open_ended.agrees
    assert open_ended.left_open
    assert not event(Topic.DATE, "hearing: 2031-06-01", "gazette: 2031-06-03").left_open


def test_a_source_that_contradicts_itself_is_a_clash_of_one_line() -> None:
    found = term("from: 2029-05, held_on: 2029-04-01")
    assert found.clash == ("mail",)
    assert found.outliers == (("mail",),)


ATTRIBUTED = """
# entities.yaml
format: 1
people:
  - {id: mayor, name: the mayor}
places:
  - {id: larkhaven, name: Larkhaven}
events:
  - id: fair
    name: the fair
    evidence:
      - {source: hearing, reports: {where: larkhaven}}
      - {source: gazette, reports: {where: larkhaven}}
# facts.yaml
format: 1
facts:
  - id: who
    kind: event
    claim: The mayor spoke of the fair.
    anchor: {exact: An example}
    asserts: {event: fair, who: mayor, according_to: mayor}
    evidence:
      - {source: hearing, reports: {who: mayor, where: larkhaven}}
      - {source: gazette, reports: {who: mayor, where: larkhaven}}
"""


def test_two_scopes_with_the_same_reports_and_nothing_asserted_are_one_thing() -> None:
    found = [each for each in agreements(ATTRIBUTED).items if each.thing.topic is Topic.PLACE]
    assert [len(each.lines) for each in found] == [2]
