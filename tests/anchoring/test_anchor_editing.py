"""Anchors written into fact files: only their own letters change, and the file says exactly what was meant."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsuite.anchoring.editing import with_anchors
from factsuite.anchoring.scalars import anchor_line, scalar
from factsuite.load.errors import FactsuiteError
from factsuite.load.locations import Location
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.facts import Anchor
from factsuite.model.stated import Stated

PATH = PurePosixPath("facts/example/facts.yaml")
REAL = next((Path(__file__).parents[2] / "facts").glob("*/facts.yaml"))


def anchor(exact: str, prefix: str = "", suffix: str = "") -> Anchor:
    return Anchor(exact=Stated(text=exact, value=exact, at=Location(path=PATH)), prefix=prefix, suffix=suffix)


def facts_of(text: str) -> list[Map]:
    node, problems = read_yaml(text, PATH)
    assert not problems and isinstance(node, Map)
    facts = node["facts"]
    assert isinstance(facts, Seq)
    return [fact for fact in facts if isinstance(fact, Map)]


def exact_of(fact: Map) -> Text:
    node = fact["anchor"]
    assert isinstance(node, Map) and isinstance(node["exact"], Text)
    return node["exact"]


def place(fact: Map) -> Location:
    return Location(path=PATH, line=fact.line, column=fact.column)


def written(text: str, new: Anchor, index: int = 0) -> str:
    return with_anchors(text, PATH, {place(facts_of(text)[index]): new})


def one(lines: str) -> str:
    """A fact file of two facts; the first has this anchor."""
    return f"""\
# Facts of the bridge.
format: 1
facts:

  - id: first   # the lead
    claim: "It opened."
{lines}
    # what is asserted
    asserts:  {{ that: It opened. ,  speaker: mayor }}   # two spaces

  - id: second
    anchor: {{exact: It rained.}}
"""


CASES = [
    ("    anchor: {exact: It opened}", "    anchor: {exact: It closed}"),
    ("    anchor: {exact: It opened}  # lead", "    anchor: {exact: It closed}  # lead"),
    ("    anchor: { exact: 'It opened' }", "    anchor: { exact: 'It closed' }"),
    ('    anchor: {"exact": "It opened"}', '    anchor: {"exact": "It closed"}'),
    ("    anchor:\n      exact: It opened   # as printed", "    anchor:\n      exact: It closed   # as printed"),
    (
        "    anchor:\n        exact: >-\n          It\n          opened early",
        "    anchor:\n        exact: >-\n          It closed",
    ),
    ("    anchor:\n      exact: |\n        It opened\n", "    anchor:\n      exact: |-\n        It closed\n"),
    ("    anchor: {exact: It opened, prefix: 'Then '}", "    anchor: {exact: It closed}"),
    ("    anchor: {prefix: 'Then ', exact: It opened}", "    anchor: {exact: It closed}"),
    ("    anchor:\n      exact: It opened\n      suffix: ' .'", "    anchor:\n      exact: It closed"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("old", "new"), CASES)
def test_nothing_but_the_anchor_changes_and_its_style_is_kept(old: str, new: str, newline: str) -> None:
    before, after = (one(each).replace("\n", newline) for each in (old, new))
    assert written(before, anchor("It closed")) == after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    anchor: {exact: It opened}", '    anchor: {exact: It opened, prefix: "Then, ", suffix: \' "late"\'}'),
        (
            "    anchor:\n      exact: It opened  # lead",
            '    anchor:\n      exact: It opened  # lead\n      prefix: "Then, "\n      suffix: \' "late"\'',
        ),
        (
            "    anchor: {exact: It opened, suffix: '!'}",
            '    anchor: {exact: It opened, suffix: \' "late"\', prefix: "Then, "}',
        ),
    ],
)
def test_words_beside_it_are_added_in_the_form_of_the_anchor(old: str, new: str) -> None:
    assert written(one(old), anchor("It opened", "Then, ", ' "late"')) == one(new)


def test_a_wrapped_value_is_wrapped_again() -> None:
    old = '    anchor: {exact: "The bridge over the Lark\n      opened on Sunday at noon"}'
    new = '    anchor: {exact: "The bridge over the Lark\n      closed on Monday at one"}'
    assert written(one(old), anchor("The bridge over the Lark closed on Monday at one")) == one(new)


def test_in_a_long_file_every_byte_outside_the_anchors_stays() -> None:
    text = REAL.read_text(encoding="utf-8")
    facts = facts_of(text)
    new = [f'The town\'s "new" bridge: opened, #{index}' for index in range(len(facts))]
    edited = with_anchors(text, PATH, {place(fact): anchor(words) for fact, words in zip(facts, new, strict=True)})
    before, after = text.split("\n"), edited.split("\n")
    changed = [number for number, (old, now) in enumerate(zip(before, after, strict=True), 1) if old != now]
    assert len(text.split("\n")) > 1000
    assert changed == [exact_of(fact).line for fact in facts]
    for number, fact in zip(changed, facts, strict=True):
        column = exact_of(fact).column - 1
        assert before[number - 1][:column] == after[number - 1][:column]
    assert [fact["anchor"] for fact in facts_of(edited)] == [{"exact": words} for words in new]
    assert "".join(line for number, line in enumerate(before, 1) if number not in changed) == "".join(
        line for number, line in enumerate(after, 1) if number not in changed
    )


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\x85" not in text), st.sampled_from([None, "'", '"']))
def test_any_text_is_read_back_as_it_was(text: str, style: str | None) -> None:
    node, problems = read_yaml(f"{{exact: {scalar(text, style)}}}", PATH)
    assert not problems
    assert node == {"exact": text}


@given(
    st.text(alphabet="ab é🙂\u0301\u05d0\u200f'\"\\:#{},\n\r&*-", min_size=1).filter(str.strip), st.sampled_from(CASES)
)
def test_any_anchor_is_written_whatever_its_form(text: str, case: tuple[str, str]) -> None:
    assert facts_of(written(one(case[0]), anchor(text)))[0]["anchor"] == {"exact": text}


def test_several_anchors_are_written_at_once() -> None:
    text = one("    anchor: {exact: It opened}")
    first, second = facts_of(text)
    edited = with_anchors(text, PATH, {place(first): anchor("A much longer text"), place(second): anchor("It snowed.")})
    assert [fact["anchor"] for fact in facts_of(edited)] == [{"exact": "A much longer text"}, {"exact": "It snowed."}]


def test_an_edit_of_no_fact_is_refused_not_dropped() -> None:
    text = "format: 1\nfacts:\n  - id: first\n    anchor: It opened\n"
    with pytest.raises(FactsuiteError, match="could not be written safely"):
        written(text, anchor("It closed"))


def test_an_anchor_is_shown_as_one_line() -> None:
    assert anchor_line("It opened", "", "") == "anchor: {exact: It opened}"
    assert anchor_line("It opened, late", "Then ", "") == 'anchor: {exact: "It opened, late", prefix: "Then "}'
    assert anchor_line('"No," he said', "", "") == "anchor: {exact: '\"No,\" he said'}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    anchor: {prefix: a, suffix: b, exact: It opened}", "    anchor: {exact: It opened}"),
        ("    anchor: {prefix: a, exact: It opened, suffix: b}", "    anchor: {exact: It opened}"),
        (
            "    anchor:\n      suffix: b\n      prefix: a\n      exact: It opened",
            "    anchor:\n      exact: It opened",
        ),
    ],
)
def test_prefix_and_suffix_go_together_wherever_they_stand(before: str, after: str) -> None:
    assert written(one(before), anchor("It opened")) == one(after)
