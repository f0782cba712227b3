"""What an article's words say of an act of speech and of a title; what a headline says of a score."""

import pytest
from small_facts import findings, found_by

ACT = """\
kind: statement
article: {words}.
anchor: {{exact: {words}}}
asserts: {{that: The charges are untrue., speaker: clerk, act: {act}}}
"""


@pytest.mark.parametrize(
    ("words", "act", "is_wrong"),
    [
        ("Tom Reed has admitted the charges", "denied", True),
        ("Tom Reed has denied the charges", "denied", False),
        ("Tom Reed rejected the charges", "denied", False),
        ("Tom Reed confirmed that the charges are untrue", "said", True),
        ("Tom Reed noted that the charges are untrue", "said", False),
        ("Tom Reed did not confirm that the charges are untrue", "denied", False),
        ("Tom Reed denied what Ada Quill said of the charges", "said", False),
    ],
)
def test_who_admits_does_not_deny(words: str, act: str, is_wrong: bool) -> None:
    assert found_by("anchor-says-otherwise", ACT.format(words=words, act=act)) is is_wrong


OFFICE = """\
kind: office
article: {words} opened it.
anchor: {{exact: '{words}'}}
claim: Ada Quill opened it.
asserts: {{person: ada-quill, office: Mayor of Larkhaven, as_of: 2031-06-01}}
"""


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("Deputy Prime Minister Ada Quill", True),
        ("Mayor Ada Quill", False),
        ("Mayor of Larkhaven Ada Quill", False),
        ("spokeswoman Ada Quill", False),
        ("former Finance Minister Ada Quill", False),
        ("Ada Quill", False),
    ],
)
def test_a_title_that_nobody_declared_is_not_the_office_asserted(words: str, is_wrong: bool) -> None:
    assert found_by("anchor-says-otherwise", OFFICE.format(words=words)) is is_wrong


MATCH = """\
# article.md
---
format: 1
headline: {headline}
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
{body}
"""


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Rovers beat Town 4-1", "Rovers beat Town 3-1 on Sunday.", ["4-1"]),
        ("Rovers beat Town 3-1", "Rovers beat Town 3\u20131 on Sunday.", []),
        ("Town lose 1-3 at Rovers", "Rovers beat Town 3-1 on Sunday.", []),
        ("Rovers beat Town 3-1", "Rovers scored three times, Town once.", []),
        ("Rovers win 6-2, 6-4", "She won 6-2, 6-4 in the end.", []),
    ],
)
def test_the_score_of_a_headline_is_that_of_its_body(headline: str, body: str, found: list[str]) -> None:
    said = [
        each.finding.message
        for each in findings("headline-figure-not-in-body", MATCH.format(headline=headline, body=body))
    ]
    assert [message.split("'")[1] for message in said] == found


PEOPLE = """\
article: {article}
asserts: {{that: The bridge opened.}}
# entities.yaml
format: 1
people:
  - {{id: tom-reed, name: Tom Reed}}
"""


@pytest.mark.parametrize(("article", "is_unused"), [("Tom Reed waved.", False), ("A man waved.", True)])
def test_a_name_that_stands_in_the_article_is_used(article: str, is_unused: bool) -> None:
    assert found_by("unused-entity", PEOPLE.format(article=article)) is is_unused
