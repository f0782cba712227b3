"""Files as they are found: missing, empty, in another form, or an article with its front matter."""

from pathlib import Path, PurePosixPath

import pytest
from fictional_town import FILES, without, write_town

from factsuite.load.documents import Document, load_article, load_document
from factsuite.load.files import Tree, Unreadable, article_ids, read_tree
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy

FOLDER = PurePosixPath("facts/bridge")
FACTS, ARTICLE = FOLDER / "facts.yaml", FOLDER / "article.md"


def article(text: str) -> Document:
    return load_article({ARTICLE: text.encode("utf-8")}, ARTICLE)


def town(**changed: bytes | Unreadable) -> dict[PurePosixPath, bytes | Unreadable]:
    """The workspace's files; `article_md=...` replaces one."""
    return {FOLDER / name: changed.get(name.replace(".", "_"), text.encode()) for name, text in FILES.items()}


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (None, "unreadable-file", "the file is missing"),
        (b"", "unreadable-file", "the file is empty"),
        (b"\n \n", "unreadable-file", "the file is empty"),
        (b"\x00\x01", "unreadable-file", "control character U+0000"),
        (b"\xff\xfe", "unreadable-file", "byte order mark"),
        (b"caf\xe9\n", "unreadable-file", "byte 0xe9 is not UTF-8 text"),
        (b"# only a comment\n", "yaml-syntax", "the file holds only comments"),
        (b"- a\n- b\n", "yaml-syntax", "the file holds a list"),
        (b"just text\n", "yaml-syntax", "the file holds one line of text"),
        (Unreadable("Is a directory"), "unreadable-file", "cannot be opened: Is a directory"),
        (Unreadable("Permission denied"), "unreadable-file", "cannot be opened: Permission denied"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes | Unreadable | None, rule: str, message: str) -> None:
    tree: Tree = {} if data is None else {FACTS: data}
    document = load_document(tree, FACTS)
    assert document.data is None
    assert [problem.rule for problem in document.problems] == [rule]
    assert message in document.problems[0].message
    assert document.problems[0].hint
    assert document.problems[0].at.path == FACTS


def test_an_article_is_front_matter_and_the_text_below_it() -> None:
    document = article("---\nformat: 1\nheadline: A bridge\npublisher: G\npublished: 2031-06-02\n---\nOne.\n\nTwo.\n")
    assert document.problems == ()
    assert document.data is not None
    assert document.data["headline"] == "A bridge"
    assert document.data["headline"].line == 3
    assert (document.body, document.body_line) == ("One.\n\nTwo.\n", 7)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The bridge opened.\n", "no front matter"),
        ("---\nheadline: A bridge\n", "no front matter"),
        (" ---\nheadline: A\n---\nText.\n", "no front matter"),
    ],
)
def test_an_article_without_front_matter_is_refused(text: str, message: str) -> None:
    document = article(text)
    assert document.data is None
    assert [problem.rule for problem in document.problems] == ["yaml-syntax"]
    assert message in document.problems[0].message


def test_a_rule_in_the_text_is_no_second_front_matter() -> None:
    document = article("---\nformat: 1\nheadline: A\npublisher: G\npublished: 2031-06-02\n---\nOne.\n---\nTwo.\n")
    assert document.body == "One.\n---\nTwo.\n"
    assert document.problems == ()


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("publisher: The", "publsher: The", "unknown-field", (4, 1)),
        ("headline: Larkhaven", "headline: One\nheadline: Larkhaven", "repeated-key", (4, 1)),
        ("fictional: yes", "fictional:\n\tyes: 1", "tab-indentation", (7, 1)),
        ("fictional: yes", "fictional: &a yes", "yaml-alias", (6, 12)),
        ("format: 1\n", "", "missing-field", (2, 1)),
    ],
)
def test_problems_of_the_front_matter_stand_on_lines_of_the_file(
    old: str, new: str, rule: str, place: tuple[int, int]
) -> None:
    problems = article(without(old, new, "article.md")).problems
    assert (rule, *place) in [(each.rule, each.at.line, each.at.column) for each in problems]


@pytest.mark.parametrize(
    ("headline", "column"),
    [
        ("Larkhaven opens its bridge", 11),
        ('"Larkhaven opens its bridge"', 12),
        ("'Larkhaven opens its bridge'", 12),
        ("   Larkhaven opens its bridge", 14),
    ],
)
def test_a_headline_is_placed_at_its_first_letter(headline: str, column: int) -> None:
    text = without("headline: Larkhaven opens its bridge", f"headline: {headline}", "article.md")
    workspace = build_workspace(town(article_md=text.encode()), Policy())
    found = workspace.dossiers[0].article
    assert found is not None
    assert (found.headline.at.line, found.headline.at.column) == (3, column)
    at = found.place(10, 15, in_headline=True).at
    assert (at.line, at.column) == (3, column + 10)


def test_a_place_in_the_text_is_a_line_and_column_of_the_file() -> None:
    found = build_workspace(town(), Policy()).dossiers[0].article
    assert found is not None
    start = found.body.index("Ada Quill")
    at = found.place(start, start + 9).at
    assert FILES["article.md"].split("\n")[at.line - 1][at.column - 1 :].startswith("Ada Quill")


def test_carriage_returns_keep_lines_and_columns() -> None:
    text = FILES["article.md"].replace("\n", "\r\n")
    found = build_workspace(town(article_md=text.encode()), Policy()).dossiers[0].article
    assert found is not None
    start = found.body.index("Ada Quill")
    assert (found.place(start, start + 9).at.line, found.place(start, start + 9).at.column) == (10, 31)
    assert found.headline.text == "Larkhaven opens its bridge"


def test_a_tree_holds_the_files_we_know_and_names_folders_without_them(tmp_path: Path) -> None:
    write_town(tmp_path)
    (tmp_path / "facts" / "bridge" / "notes.txt").write_text("private", encoding="utf-8")
    (tmp_path / "facts" / "_drafts").mkdir()
    (tmp_path / "facts" / ".hidden").mkdir()
    (tmp_path / "facts" / "empty").mkdir()
    (tmp_path / "facts" / "odd").mkdir()
    (tmp_path / "facts" / "odd" / "facts.yml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "facts" / "entities.yaml").write_text("format: 1\n", encoding="utf-8")
    tree = read_tree(tmp_path)
    assert article_ids(tree) == ("bridge", "empty", "odd")
    assert {str(path) for path in tree} == {
        "facts/entities.yaml",
        *(f"facts/bridge/{name}" for name in FILES),
        "facts/empty/facts.yaml",
        "facts/odd/facts.yaml",
    }
    assert tree[PurePosixPath("facts/empty/facts.yaml")] == Unreadable("the folder is empty")
    assert tree[PurePosixPath("facts/odd/facts.yaml")] == Unreadable("the folder holds facts.yml")


def test_a_folder_or_a_dead_link_in_place_of_a_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = write_town(tmp_path)
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").mkdir()
    (folder / "entities.yaml").unlink()
    (folder / "entities.yaml").symlink_to(tmp_path / "nowhere")
    dossier = build_workspace(read_tree(tmp_path), Policy()).dossiers[0]
    messages = {problem.at.path.name: problem.message for problem in dossier.problems}
    assert "cannot be opened" in messages["sources.yaml"]
    assert "cannot be opened" in messages["entities.yaml"]


def test_problems_of_all_files_are_kept_together() -> None:
    tree = town(sources_yaml=b"", entities_yaml=b"\xff\xfe", article_md=b"nothing\n")
    dossier = build_workspace(tree, Policy()).dossiers[0]
    assert {problem.at.path.name for problem in dossier.problems} == {"sources.yaml", "entities.yaml", "article.md"}
    assert len(dossier.facts) == 4
    assert dossier.article is None
