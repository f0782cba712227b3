"""Articles opened: Markdown, plain text, HTML and Word, and what their documents say about themselves."""

import io
import zipfile
from pathlib import PurePosixPath

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from factsuite.drafting.opening import open_article
from factsuite.drafting.published import Published
from factsuite.load.errors import FactsuiteError


def opened(text: str | bytes, name: str) -> Published:
    return open_article(text.encode() if isinstance(text, str) else text, PurePosixPath(name))


def test_markdown_gives_its_front_matter_and_its_first_heading() -> None:
    found = opened(
        "---\ntitle: Wall holds\ndate: 2031-10-17T09:00:00Z\nlang: en\n---\n# Wall holds\n\nIt held.\n", "a.md"
    )
    assert (found.headline, found.published, found.language, found.body.strip()) == (
        "Wall holds",
        "2031-10-17",
        "en",
        "It held.",
    )


def test_what_a_document_does_not_say_stays_empty_and_a_date_nobody_can_read_is_a_remark() -> None:
    found = opened("---\ndate: some day soon\n---\nIt held.\n", "a.md")
    assert (found.headline, found.publisher, found.published) == ("", "", "")
    assert found.remarks == ("the date 'some day soon' could not be read, and is left out",)


def test_plain_text_has_a_headline_in_its_first_line_unless_that_is_a_sentence() -> None:
    assert opened("Wall holds\n\nIt held.\n", "a.txt").headline == "Wall holds"
    assert opened("It held all night.\n\nThen it fell.\n", "a.txt").headline == ""


def test_long_lines_of_plain_text_are_paragraphs_and_wrapped_ones_are_not() -> None:
    long = (
        "The wall held through the night, and nobody in the town slept before the morning came and the water fell. " * 2
    )
    assert opened(f"Wall\n{long}\n{long}\n", "a.txt").body.count("\n\n") == 1
    assert opened("Wall\nThe wall held\nall night long.\n", "a.txt").body == "The wall held all night long."


def test_a_paragraph_broken_into_lines_is_one_line_and_a_list_or_table_is_not() -> None:
    text = "It held\nall night.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nHead\n====\nMore\n> said\n"
    assert opened(f"It held.\n\n{text}", "a.md").body.strip("\n") == f"It held.\n\n{text}".replace(
        "held\nall", "held all"
    ).strip("\n")


def test_windows_line_ends_and_encodings_are_read() -> None:
    found = opened("Wall\r\n\r\nAda said \u201cyes\u201d.\r\n".encode("windows-1252"), "a.txt")
    assert found.body == "Ada said \u201cyes\u201d."


PAGE = """<!doctype html><html lang="en-GB"><head><title>Wall | Gazette</title>
<meta property="og:title" content="Another title"><meta property="og:site_name" content="The Gazette">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Wall holds",
"datePublished": "2031-10-17T09:00:00+01:00", "author": [{"name": "Iris Dunn"}],
"publisher": {"name": "Larkhaven Gazette"}}]}</script>
<script>document.write("40 boats sank")</script></head>
<body><nav>Menu of 12 items</nav><article><h1>Wall holds</h1><p>It held &amp; stood.</p><script>alert(1)</script>
<p>Then <b>it</b> fell.</p></article><footer>Footer</footer></body></html>"""


def test_a_page_gives_its_article_and_its_metadata_and_never_its_scripts() -> None:
    found = opened(PAGE, "a.html")
    assert found.body == "It held & stood.\n\nThen it fell."
    assert (found.headline, found.publisher, found.author) == ("Wall holds", "Larkhaven Gazette", "Iris Dunn")
    assert (found.published, found.language) == ("2031-10-17", "en-GB")


def test_a_page_that_marks_no_article_is_read_whole_and_says_so() -> None:
    found = opened("<html><body><p>Menu</p><p>It held.</p></body></html>", "a.html")
    assert "Menu" in found.body
    assert "no main part" in found.remarks[0]


@pytest.mark.parametrize("linked", ["not json", "[" * 5000, '{"@type": 3}', '{"@graph": {"@graph": {}}}'])
def test_broken_metadata_does_no_harm(linked: str) -> None:
    page = f'<script type="application/ld+json">{linked}</script><article><p>It held.</p></article>'
    assert opened(page, "a.html").body == "It held."


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Wall holds", 0)
    paragraph = document.add_paragraph("It held ")
    for tag, words in (("w:ins", "all night"), ("w:del", "for an hour")):
        change = OxmlElement(tag)
        change.set(qn("w:id"), "1")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t" if tag == "w:ins" else "w:delText")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    run = paragraph.add_run(".")._r
    run.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "boats", "40"
    document.add_paragraph("Then it fell.")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_is_read_with_its_changes_accepted_its_tables_and_without_its_notes() -> None:
    found = opened(word_file(), "a.docx")
    assert found.headline == "Wall holds"
    assert found.body == "It held all night.\n\n| boats | 40 |\n\nThen it fell."
    assert found.remarks == ("2 tracked changes were taken as accepted", "1 footnote or endnote was left out")


def test_what_is_no_word_file_is_said_to_be_none() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "text")
    for data in (b"", b"PK\x03\x04 broken", b"plain text", stream.getvalue()):
        with pytest.raises(FactsuiteError, match="no Word file that can be read"):
            opened(data, "a.docx")


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.md", "holds no text"),
        (b"# Only a headline\n", "a.md", "holds no text"),
        (b"text\n\x00", "a.txt", r"a\.txt:2:1: error: the file holds the control character U\+0000"),
        (b"text", "a.pdf", "no form an article is read from"),
        (b"---\ntitle: [a\n---\ntext", "a.md", r"a\.md:3:1: error: this is not YAML"),
        (b"---\n- a\n---\ntext", "a.md", "holds no fields"),
    ],
)
def test_files_that_cannot_be_drafted_say_why_and_where(data: bytes, name: str, message: str) -> None:
    with pytest.raises(FactsuiteError, match=message):
        opened(data, name)


# Bylines


def test_lines_above_the_text_that_say_who_and_when_go_into_the_front_matter() -> None:
    found = opened(
        "# Wall holds\n\nThe Larkhaven Gazette, 4 June 2031\n\n*By Mira Holt and Otto Brandt*\n\nIt held.\n", "a.md"
    )
    assert (found.publisher, found.published, found.author, found.body) == (
        "The Larkhaven Gazette",
        "4 June 2031",
        "Mira Holt and Otto Brandt",
        "It held.",
    )
    assert found.remarks[1] == "'By Mira Holt and Otto Brandt' was taken out of the text, for the front matter"


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Holt, 4 June 2031 was late.",
        "By 2031 the wall had fallen",
        "By Monday",
        "By the harbour, Ada Quill waits",
        "Ebb Cross, 4 June 2031",
        "The Larkhaven Gazette, 31 June 2031",
        "The Larkhaven Gazette, 2031",
        "War ended, 4 June 2031.",
    ],
)
def test_a_line_that_says_anything_else_stays_in_the_text(line: str) -> None:
    found = opened(f"# Wall holds\n\n{line}\n\nIt held.\n", "a.md")
    assert (found.author, found.publisher, found.published) == ("", "", "")
    assert found.body.strip().startswith(line)


def test_a_byline_that_contradicts_the_front_matter_stays_in_the_text() -> None:
    found = opened("---\nauthor: Otto Brandt\n---\n# Wall holds\n\nBy Mira Holt\n\nIt held.\n", "a.md")
    assert found.author == "Otto Brandt"
    assert found.body.strip().startswith("By Mira Holt")


def test_a_date_line_that_says_the_day_of_the_front_matter_again_goes() -> None:
    found = opened("---\ndate: 2031-06-04T09:00:00Z\n---\n# Wall\n\nPublished on 4 June 2031\n\nIt held.\n", "a.md")
    assert (found.published, found.body.strip()) == ("2031-06-04", "It held.")
    other = opened("---\ndate: 2031-06-05\n---\n# Wall\n\nPublished on 4 June 2031\n\nIt held.\n", "a.md")
    assert other.body.strip().startswith("Published on 4 June 2031")


def test_a_byline_below_the_first_sentence_is_text() -> None:
    found = opened("# Wall holds\n\nIt held.\n\nBy Mira Holt\n", "a.md")
    assert found.author == ""
    assert found.body.strip().endswith("By Mira Holt")


def test_a_text_of_nothing_but_a_byline_keeps_it() -> None:
    assert opened("# Wall holds\n\nBy Mira Holt\n", "a.md").body.strip() == "By Mira Holt"
