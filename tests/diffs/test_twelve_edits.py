"""Twelve realistic edits of the first article, each on a branch: what the diff calls them, what the gate lets by."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from scratch_repository import ARTICLE, TYPO, commit, edit, file_of, git, make_repository, rewrite

import factsuite.pytest_items  # noqa: F401  the inner runs find the engine loaded
from factsuite.cli import main
from factsuite.history import check_since, diff_of
from factsuite.reports.diff_json import render_diff_json
from factsuite.reports.diff_markdown import render_diff_markdown
from factsuite.reports.diff_text import render_diff_text, told

Branch = Callable[[Path], None]


def article(old: str, new: str) -> Branch:
    """Somebody at the copy desk edits the text, and nothing else."""
    return lambda root: edit(root, "article.md", old, new)


def paragraphs_swapped(root: Path) -> None:
    def swapped(text: str) -> str:
        parts = text.split("\n\n")
        one, other = (
            next(n for n, part in enumerate(parts) if part.startswith(start))
            for start in ("Kirby indicated", "On the other hand")
        )
        parts[one], parts[other] = parts[other], parts[one]
        return "\n\n".join(parts)

    rewrite(root, "article.md", swapped)


def source_deleted(root: Path) -> None:
    def without(text: str) -> str:
        start = text.index("- id: wh-1023")
        return text[:start].rstrip() + text[text.index("\n  - id:", start) :]

    rewrite(root, "sources.yaml", without)


def reformatted(root: Path) -> None:
    """Other quotation marks, other line breaks, fields in another order, no comments: as a formatter leaves it."""
    rewrite(
        root,
        "facts.yaml",
        lambda text: yaml.safe_dump(
            yaml.load(text, Loader=yaml.BaseLoader), allow_unicode=True, width=70, default_style='"'
        ),
    )


STOPPED: dict[str, tuple[Branch, str, str | None]] = {
    "a figure rounded up": (
        article("over the past two-and-a-half years", "over the past three years"),
        "figure changed: 'the past two-and-a-half years' -> 'the past three years' (fact `casualties-2.5y`)",
        "figure-changed",
    ),
    "a hedge dropped": (
        article("at least 3,000 North Korean soldiers", "3,000 North Korean soldiers"),
        "hedge dropped: 'at least 3,000 North Korean soldiers' -> '3,000 North Korean soldiers' (fact `at-least-3000`)",
        "hedge-dropped",
    ),
    "an attribution moved": (
        article("According to NIS, Russian", "According to Kirby, Russian"),
        "speaker changed: 'NIS' -> 'Kirby' (fact `instructors-chain`)",
        "speaker-changed",
    ),
    "a new unsourced sentence": (
        article(
            "particularly in drone operations.",
            "particularly in drone operations. At least 18 of them deserted last week, Ukrainian officials said.",
        ),
        "new text no fact covers: 'At least 18 of them deserted last week, Ukrainian officials said.' "
        "(number 'At least 18', date 'last week', attribution 'Ukrainian officials said')",
        "text-without-fact",
    ),
    "a source deleted": (
        source_deleted,
        "source `wh-1023` is gone; 20 facts name it: `us-evidence`, `possible-deployment`, `theatre`, `kirby-title` "
        "and 16 more",
        "source-removed",
    ),
    "a quotation tidied": (
        article("he may be even in more trouble than", "he may be in even more trouble than"),
        "quotation altered: 'even in' -> 'in even' (fact `q-more-trouble`)",
        "quotation-altered",
    ),
    "a correction made": (
        article("National Security Adviser John Kirby", "National Security Communications Adviser John Kirby"),
        "`kirby-title`: its words were changed ('Security Adviser' -> 'Security Communications Adviser'); the fact "
        "still has them as contradicted; correction on file: ",
        "correction-without-fact",
    ),
    "a date made relative": (
        article("expected by December", "expected by the end of the year"),
        "date made relative: 'by December' -> 'by the end of the year' (fact `10000-by-december`)",
        "date-made-relative",
    ),
    "a title shortened": (
        article("by Defense Secretary Lloyd Austin", "by Secretary Lloyd Austin"),
        "office changed: 'Defense Secretary' -> 'Secretary' (facts `serious-issue-lead`, `austin-office`)",
        "office-changed",
    ),
}
HARMLESS: dict[str, tuple[Branch, str | None]] = {
    "a paragraph reordered": (paragraphs_swapped, "5 sentences moved, word for word the same"),
    "a typo fixed": (article(*reversed(TYPO)), "spelling changed: 'revalation' -> 'revelation'"),
    "facts file reformatted": (reformatted, None),
}
EDITS = {name: each[0] for name, each in (*STOPPED.items(), *HARMLESS.items())}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article on `main`, and every edit on a branch of its own."""
    root = make_repository(tmp_path_factory.mktemp("scratch") / "desk")
    for name, make in EDITS.items():
        git(root, "checkout", "-q", "-b", name.replace(" ", "-"), "main")
        make(root)
        commit(root, name)
    return root


@pytest.fixture
def on_branch(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    def check_out(name: str) -> Path:
        git(repository, "checkout", "-q", "-f", name.replace(" ", "-"))
        monkeypatch.chdir(repository)
        return repository

    return check_out


def test_there_are_twelve() -> None:
    assert len(EDITS) == 12 and len(HARMLESS) == 3


@pytest.mark.parametrize("name", STOPPED)
def test_the_diff_names_what_was_done_in_one_line(repository: Path, name: str) -> None:
    _, line, rule = STOPPED[name]
    grave = diff_of(repository, "main", name.replace(" ", "-")).grave
    assert [(change.rule, told(change)[: len(line)]) for change in grave] == [(rule, line)]
    assert grave[0].hint and "\n" not in told(grave[0])


@pytest.mark.parametrize("name", HARMLESS)
def test_the_diff_of_a_harmless_edit_has_nothing_to_stop_for(repository: Path, name: str) -> None:
    changes = diff_of(repository, "main", name.replace(" ", "-")).changes
    assert [change.message for change in changes] == [line for line in (HARMLESS[name][1],) if line is not None]
    assert all(change.severity.value == "note" for change in changes)


@pytest.mark.parametrize("name", EDITS)
def test_the_gate_of_the_command_line(
    on_branch: Callable[[str], Path], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    on_branch(name)
    assert main(["check", "--since", "main"]) == (0 if name in HARMLESS else 1)
    out = capsys.readouterr().out
    if name in STOPPED:
        assert f": error: {STOPPED[name][2]}" in out
        assert "  hint: " in out


@pytest.mark.parametrize("name", EDITS)
def test_the_gate_of_pytest(on_branch: Callable[[str], Path], pytester: pytest.Pytester, name: str) -> None:
    root = on_branch(name)
    result = pytester.runpytest_inprocess(
        "-q", "--color=no", "-p", "no:hypothesispytest", "-p", "no:cacheprovider", "--since", "main",
        f"--rootdir={root}", str(root / "facts"),
    )  # fmt: skip
    assert result.ret == (0 if name in HARMLESS else 1)
    if name in STOPPED:
        assert f": error: {STOPPED[name][2]}" in result.stdout.str()


def test_the_same_two_versions_give_the_same_bytes(repository: Path) -> None:
    one, other = (diff_of(repository, "main", "a-hedge-dropped") for _ in range(2))
    for render in (render_diff_text, render_diff_markdown, render_diff_json):
        assert render(one) == render(other)


# The same edits with the fact file, as a hurried editor makes them


@pytest.fixture
def desk(repository: Path) -> Path:
    """A working tree on `main`, to be edited and thrown away."""
    git(repository, "checkout", "-q", "-f", "main")
    git(repository, "clean", "-fdq")
    return repository


def in_fact(root: Path, id: str, *pairs: tuple[str, str]) -> None:
    """Replace words within one entry of facts.yaml."""

    def changed(text: str) -> str:
        start = text.index(f"  - id: {id}\n")
        end = text.index("\n  - id:", start)
        entry = text[start:end]
        for old, new in pairs:
            assert old in entry, old
            entry = entry.replace(old, new)
        return text[:start] + entry + text[end:]

    rewrite(root, "facts.yaml", changed)


def rules(root: Path) -> list[tuple[str, str, str | None]]:
    return [(each.severity.value, each.rule, each.fact) for each in diff_of(root, "main").changes]


def test_a_hedge_dropped_in_article_and_fact(desk: Path) -> None:
    edit(desk, "article.md", "at least 3,000 North Korean soldiers", "3,000 North Korean soldiers")
    in_fact(desk, "at-least-3000", ('exact: "at least 3,000', 'exact: "3,000'))
    in_fact(desk, "at-least-3000", ("      value: at least 3,000", "      value: 3,000"))
    assert rules(desk) == [("error", "hedge-dropped", "at-least-3000")]
    failing = {
        (each.rule, each.fact) for each in check_since(desk, "main").all_findings if each.severity.value == "error"
    }
    assert failing >= {("hedge-dropped", "at-least-3000"), ("verdict-differs", "at-least-3000")}


def test_evidence_bent_with_the_fact_is_no_new_evidence(desk: Path) -> None:
    edit(desk, "article.md", "at least 3,000 North Korean soldiers", "3,000 North Korean soldiers")
    in_fact(desk, "at-least-3000", ("at least 3,000", "3,000"))
    assert rules(desk) == [("error", "report-bent", "at-least-3000"), ("error", "hedge-dropped", "at-least-3000")]


KIRBY = "National Security Adviser"
COMMUNICATIONS = "National Security Communications Adviser"


def correct_kirby(root: Path) -> None:
    edit(root, "article.md", f"{KIRBY} John Kirby", f"{COMMUNICATIONS} John Kirby")
    in_fact(root, "kirby-title", (f"exact: White House {KIRBY}", f"exact: White House {COMMUNICATIONS}"))
    in_fact(root, "kirby-title", (f"office: {KIRBY},", f"office: {COMMUNICATIONS},"))
    in_fact(
        root,
        "kirby-title",
        (f"claim: John Kirby was the White House {KIRBY}", f"claim: John Kirby was the White House {COMMUNICATIONS}"),
    )
    text = file_of(root, "facts.yaml").read_text(encoding="utf-8")
    start = text.index("  - id: kirby-title\n")
    first = text.index("    verdict: contradicted\n", start)
    file_of(root, "facts.yaml").write_text(text[:first] + text[text.index("    tags:", first) :], encoding="utf-8")


def test_a_correction_made_in_article_and_fact_is_welcome(desk: Path) -> None:
    correct_kirby(desk)
    assert rules(desk) == [("note", "correction-made", "kirby-title")]
    assert not check_since(desk, "main").failed


def test_a_verdict_that_is_only_stated_otherwise_is_stopped(desk: Path) -> None:
    in_fact(desk, "kirby-title", ("    verdict: contradicted\n", ""))
    assert ("error", "verdict-raised", "kirby-title") in rules(desk)


def test_renamed_facts_sources_and_people_are_no_change(desk: Path) -> None:
    for name in ("facts.yaml", "sources.yaml", "entities.yaml"):
        text = file_of(desk, name).read_text(encoding="utf-8")
        for old, new in (("at-least-3000", "three-thousand"), ("wh-1023", "briefing"), ("john-kirby", "kirby")):
            text = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text)
        file_of(desk, name).write_text(text, encoding="utf-8")
    assert rules(desk) == []
    assert not check_since(desk, "main").failed


def test_other_line_ends_are_no_change(desk: Path) -> None:
    for name in ("article.md", "facts.yaml", "sources.yaml", "entities.yaml"):
        file_of(desk, name).write_bytes(file_of(desk, name).read_bytes().replace(b"\n", b"\r\n"))
    assert rules(desk) == []


def test_evidence_that_spoke_against_the_article_is_missed(desk: Path) -> None:
    in_fact(
        desk, "kirby-title",
        ("      - {source: dpa-afx, reports: {office: National Security Communications Adviser}}\n", ""),
    )  # fmt: skip
    assert rules(desk) == [("error", "contrary-evidence-removed", "kirby-title")]


def test_one_copy_less_is_only_told(desk: Path) -> None:
    in_fact(
        desk, "at-least-3000",
        ('      - {source: nyt-copy, reports: {value: "at least 3,000 soldiers", according_to: john-kirby}}\n', ""),
    )  # fmt: skip
    assert rules(desk) == [("warning", "evidence-removed", "at-least-3000")]
    assert not check_since(desk, "main").failed


def test_a_fact_taken_out_while_its_words_stand(desk: Path) -> None:
    def without(text: str) -> str:
        start = text.index("  - id: at-least-3000\n")
        return text[:start] + text[text.index("\n  - id:", start) + 1 :]

    rewrite(desk, "facts.yaml", without)
    assert [each for each in rules(desk) if each[0] == "error"] == [("error", "fact-removed", "at-least-3000")]


def test_an_article_removed_and_a_folder_renamed(desk: Path) -> None:
    folder = desk / "facts" / ARTICLE
    folder.rename(desk / "facts" / "troops")
    assert rules(desk) == []
    (desk / "facts" / "troops").rename(desk / "elsewhere")
    assert rules(desk) == [("warning", "article-removed", None)]
    (desk / "elsewhere").rename(folder)
