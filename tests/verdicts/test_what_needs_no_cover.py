"""What asserts nothing that a fact could check: names as headings, heads of tables, labels, and things told once."""

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.examples import example_tree
from factsuite.verdicts.coverage.covering import cover
from factsuite.verdicts.coverage.mentions import MentionKind
from factsuite.verdicts.grounds import Grounds

FACT = """\
kind: statement
anchor: {exact: The bridge opened.}
asserts: {that: The bridge opened.}
# article.md
---
format: 1
headline: Old Town
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
The bridge opened.

"""


def missing(body: str, kind: MentionKind) -> list[str]:
    """The words of one kind that no fact covers in an article with this body."""
    workspace = build_workspace(example_tree(FACT + body), Policy())
    coverage = cover(Grounds(workspace.dossiers[0], workspace.policy))
    assert coverage is not None
    return [item.mention.words for item in coverage.missing(kind)]


def test_a_heading_that_is_only_a_name_asserts_nothing() -> None:
    body = "# Old Town\n\n## Old Town is closed\n"
    assert missing(body, MentionKind.SENTENCE) == ["Old Town is closed"]


def test_the_head_of_a_table_names_its_columns() -> None:
    body = "| Year | Visitors |\n| --- | --- |\n| 2030 | 300 |\n"
    assert missing(body, MentionKind.SENTENCE) == ["2030 300"]


def test_a_declared_label_is_no_title() -> None:
    assert missing("The spokeswoman Ada Quill waved. Mayor of Larkhaven Ada Quill waved.", MentionKind.TITLE) == [
        "Mayor of Larkhaven"
    ]


def test_one_speaker_of_one_phrase_is_told_once() -> None:
    body = "According to two officials who asked not to be named, it was late."
    assert len(missing(body, MentionKind.ATTRIBUTION)) == 1


def test_what_came_first_is_no_figure_and_a_rank_is_one() -> None:
    body = "It was first lit in spring. She was the first woman there. It is the third bridge."
    assert missing(body, MentionKind.NUMBER) == ["first", "third"]


def test_what_a_figure_went_from_and_to_is_looked_for_apart() -> None:
    assert missing("It rose from $4 to $6 a day.", MentionKind.NUMBER) == ["$4", "$6 a day"]
