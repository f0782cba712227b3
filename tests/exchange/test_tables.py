"""Facts and sources through a spreadsheet and back."""

from pathlib import Path, PurePosixPath

import openpyxl
import pytest
from fictional_town import write_town
from hypothesis import given
from hypothesis import strategies as st

from factsuite.cli import main
from factsuite.exchange.csv_files import read_csv, render_csv
from factsuite.exchange.tables import column_letters
from factsuite.load.yaml_tree import read_yaml

ROOT = Path(__file__).parent.parent.parent
TABLE = PurePosixPath("table.csv")


@pytest.fixture(autouse=True)
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_town(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bring(text: str, *more: str, name: str = "table.csv") -> int:
    Path(name).write_bytes(text.encode("utf-8"))
    return main(["import", name, "--into", "bridge", *more])


def facts_text() -> str:
    return Path("facts/bridge/facts.yaml").read_text(encoding="utf-8")


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in after.splitlines() if line not in before.splitlines()]


@pytest.mark.parametrize("name", ["facts.csv", "facts.xlsx"])
def test_what_goes_out_comes_back_as_the_same_bytes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = facts_text()
    assert main(["export", "bridge", "--output", name]) == 0
    first = Path(name).read_bytes()
    assert main(["export", "bridge", "--output", name]) == 0
    assert Path(name).read_bytes() == first
    assert main(["import", name, "--into", "bridge"]) == 0
    assert "nothing to change" in capsys.readouterr().out
    assert facts_text() == before


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_first_article_survives_a_spreadsheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    """Every fact of it is written into a file that has none yet, and says the same."""
    article = ROOT / "facts" / "dprk-troops-in-russia"
    folder = tmp_path / "facts" / article.name
    folder.mkdir(parents=True)
    for file in article.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert main(["export", article.name, "--output", f"table{suffix}"]) == 0
    (folder / "facts.yaml").write_text("format: 1\nfacts: []\n", encoding="utf-8")
    assert main(["import", f"table{suffix}", "--into", article.name]) == 0
    new, problems = read_yaml((folder / "facts.yaml").read_text(encoding="utf-8"), TABLE)
    old, _ = read_yaml((article / "facts.yaml").read_text(encoding="utf-8"), TABLE)
    assert not problems
    assert new["facts"] == old["facts"]  # type: ignore[index,call-overload]


def test_sources_go_out_and_come_back_with_their_derivations(town: Path) -> None:
    sources = town / "facts/bridge/sources.yaml"
    text = sources.read_text(encoding="utf-8").replace(
        "kind: newspaper}", "kind: newspaper, derives_from: [hearing, {source: memoir, certainty: likely}]}"
    )
    text += "  - {id: memoir, publisher: Ada Quill, kind: book, derives_from: [hearing], unseen: yes}\n"
    sources.write_text(text, encoding="utf-8")
    assert main(["export", "bridge", "--what", "sources", "--output", "s.csv"]) == 0
    assert "[hearing, {source: memoir, certainty: likely}]" in Path("s.csv").read_text(encoding="utf-8")
    sources.write_text("format: 1\nsources: []\n", encoding="utf-8")
    assert main(["import", "s.csv", "--into", "bridge"]) == 0
    assert read_yaml(sources.read_text(encoding="utf-8"), TABLE)[0] == read_yaml(text, TABLE)[0]


@pytest.mark.parametrize(
    ("column", "value", "lines"),
    [
        ("claim", "About 400 people crossed: the bridge.", ['    claim: "About 400 people crossed: the bridge."']),
        ("asserts.value", "", ["    asserts: {measure: bridge-visitors}"]),
        ("risk", "high", ["    risk: high"]),
        ("tags", "numbers, bridge", ["    tags: [numbers, bridge]"]),
        ("tags", "", []),
        ("note", "two\nlines", ['    note: "two\\nlines"']),
        ("locator", "page 3", ["      - {source: hearing, excerpt: We counted 412 people., "]),
        ("reports.value", "", ["      - {source: hearing, excerpt: We counted 412 people.}"]),
        ("verdict", "overstated", ["    verdict: overstated"]),
    ],
)
def test_one_cell_changes_one_line(
    town: Path, column: str, value: str, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    facts = town / "facts/bridge/facts.yaml"
    facts.write_text("# kept\n" + facts_text().replace("tags: [numbers]", "tags: [numbers]  # kept"), encoding="utf-8")
    before = facts_text()
    table = f'fact,{column}\nvisitors,"{value}"\n'
    if column in ("locator", "reports.value"):
        table = f'fact,source,{column}\nvisitors,hearing,"{value}"\n'
    if column == "asserts.value":  # the schema asks for it
        assert bring(table) == 1
        assert "table.csv:2:1: error: missing-field" in capsys.readouterr().out
        assert facts_text() == before
        return
    assert bring(table) == 0
    new = changed_lines(before, facts_text())
    assert len(new) == len(lines)
    assert all(line.startswith(start) for line, start in zip(new, lines, strict=True))
    assert facts_text().startswith("# kept\n")
    assert len(before.splitlines()) - len(facts_text().splitlines()) in (-1, 0, 1)


def test_rows_are_new_entries_and_new_facts_in_the_order_of_the_table() -> None:
    before = facts_text()
    table = (
        "fact,kind,claim,anchor,asserts.event,asserts.on,source,reports.on\n"
        "opening-day,,,,,,gazette,2031-06-01\n"
        "second-day,date,It opened again.,opened,opening,2031-06-02,gazette,2031-06-02\n"
        ",,,,,,hearing,2031-06-02\n"
    )
    assert bring(table) == 1  # blank cells of a column that is there would take fields away
    table = table.replace("opening-day,,,,,,", "")
    assert facts_text() == before
    rows = table.splitlines()
    assert bring("\n".join([rows[0], *rows[2:]]) + "\n") == 0
    new, _ = read_yaml(facts_text(), TABLE)
    ids = [fact["id"] for fact in new["facts"]]  # type: ignore[index,call-overload,union-attr]
    assert ids == ["opening-day", "visitors", "memo", "quill-office", "second-day"]
    assert [entry["source"] for entry in new["facts"][-1]["evidence"]] == ["gazette", "hearing"]  # type: ignore[index,call-overload,union-attr]
    assert facts_text().startswith(before.rstrip())
    assert bring("fact,source,reports.on\nopening-day,gazette,2031-06-01\n") == 0
    assert (
        "    evidence:\n      - source: gazette\n        reports: {on: 2031-06-01}\n    tags: [calendar]\n"
        in facts_text()
    )


def test_what_the_table_lacks_stays_unless_it_is_to_go(capsys: pytest.CaptureFixture[str]) -> None:
    before = facts_text()
    table = "fact,source\nvisitors,hearing\n"
    assert bring(table) == 0
    assert "not in the table, left as they are: opening-day, memo, quill-office" in capsys.readouterr().out
    assert facts_text() == before
    assert bring(table, "--delete", "--dry-run") == 0
    assert "memo: the fact is removed" in capsys.readouterr().out
    assert facts_text() == before
    assert bring(table, "--delete") == 0
    after, _ = read_yaml(facts_text(), TABLE)
    assert [fact["id"] for fact in after["facts"]] == ["visitors"]  # type: ignore[index,call-overload,union-attr]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "table.csv:1:1: the table is empty"),
        ("claim\nx\n", "table.csv:1:1: the header row has no column `fact`"),
        (
            "fact,verdit\nvisitors,x\n",
            "table.csv:1:2: error: unknown-field\n  unknown column `verdit`\n  hint: did you",
        ),
        ("fact,claim,claim\nvisitors,x,x\n", "table.csv:1:3: error: repeated-key\n  `claim` stands in B1 too"),
        ("fact,,claim\nvisitors,x,y\n", "table.csv:1:2: error: missing-field"),
        ("fact,verdict\nvisitors,false\n", "table.csv:2:2: error: invalid-value"),
        ("fact,claim\n\n,x\n", "table.csv:3:1: error: missing-field\n  the row says no fact"),
        ("fact,kind,claim\nnew,quantty,y\n", "table.csv:2:2: error: invalid-value\n  `quantty` is not a kind of fact"),
        ("fact,claim\nvisitors,a\nvisitors,b\n", "table.csv:3:2: error: invalid-value\n  `claim` of `visitors` is som"),
        ('fact,claim\nvisitors,"a\n', "table.csv:2:1: the file is no CSV"),
        ('fact,asserts.who\nvisitors,"[a, {"\n', "table.csv:2:2: error: invalid-value"),
        ("fact,source\nvisitors,No Such\n", "table.csv:2:2: error: invalid-value"),
    ],
)
def test_an_error_names_its_cell(table: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = facts_text()
    assert bring(table) in (1, 2)
    printed = capsys.readouterr()
    assert told in printed.out + printed.err
    assert facts_text() == before


def test_a_table_that_is_not_utf_8_is_refused_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.csv").write_bytes(b"fact,claim\nvisitors,caf\xe9\n")
    assert main(["import", "t.csv", "--into", "bridge"]) == 2
    assert "t.csv:2:1: the file is not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_spreadsheets_part_their_cells_otherwise(sign: str) -> None:
    assert bring(f"fact{sign}note\r\nvisitors{sign}seen, twice\r\n") == 0
    assert "note: 'seen, twice'" in facts_text() or 'note: "seen, twice"' in facts_text()


def test_no_cell_is_a_formula() -> None:
    for text in ("=1+1", "@x", "-5 percent", "+1", "'tis", "'=x", "\t="):
        written = render_csv([[text, "x"]])
        assert written.removeprefix("\ufeff")[:2].lstrip('"')[0] == "'"
        assert read_csv(written.encode(), TABLE).rows[0].cells[0] == text
    assert read_csv(b"'Twas,x\n", TABLE).rows[0].cells[0] == "'Twas"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=4), max_size=5))
def test_any_text_comes_back_from_csv(rows: list[list[str]]) -> None:
    rows = [["a", "b", "c", "d"], *rows]
    read = read_csv(render_csv(rows).encode("utf-8"), TABLE)
    assert [list(row.cells) for row in read.rows] == [row for row in rows if any(cell.strip() for cell in row)]


def test_a_workbook_from_a_spreadsheet_has_dates_and_numbers() -> None:
    book = openpyxl.Workbook()
    book.active.append(["fact", "source", "locator", "reports.value"])
    book.active.append(["visitors", "hearing", 3.0, 412])
    book.save("t.xlsx")
    assert main(["import", "t.xlsx", "--into", "bridge"]) == 0
    assert "locator: 3" in facts_text()
    assert "reports: {value: 412}" in facts_text()


def test_an_empty_sheet_is_passed_over() -> None:
    book = openpyxl.Workbook()
    book.active.append(["fact", "risk"])
    book.active.append(["visitors", "high"])
    book.create_sheet("Sheet2")
    book.save("t.xlsx")
    assert main(["import", "t.xlsx", "--into", "bridge"]) == 0
    assert "risk: high" in facts_text()


def test_a_wrong_cell_is_told_before_a_file_that_cannot_be_edited(capsys: pytest.CaptureFixture[str]) -> None:
    twice = facts_text().replace("id: memo", "id: visitors")
    Path("facts/bridge/facts.yaml").write_text(twice, encoding="utf-8")
    assert bring("fact,risk\nvisitors,hgih\n") == 1
    assert "table.csv:2:2: error: invalid-value" in capsys.readouterr().out
    assert bring("fact,risk\nvisitors,high\n") == 2
    assert "`visitors` is there twice" in capsys.readouterr().err
    assert facts_text() == twice


@pytest.mark.parametrize(("value", "told"), [("=1+1", "cell Sheet!B2 holds a formula"), ("#REF!", "holds the error")])
def test_a_cell_without_a_value_is_refused(value: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["fact", "claim"])
    book.active.append(["visitors", value])
    book.save("t.xlsx")
    assert main(["import", "t.xlsx", "--into", "bridge"]) == 2
    assert told in capsys.readouterr().err


def test_a_file_that_is_no_workbook_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("t.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    assert main(["import", "t.xlsx", "--into", "bridge"]) == 2
    assert "t.xlsx:1:1: the file is no XLSX workbook" in capsys.readouterr().err


def test_a_broken_facts_file_is_left_alone(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "facts/bridge/facts.yaml").write_text("format: 1\nfacts: [\n", encoding="utf-8")
    assert bring("fact,claim\nvisitors,x\n") == 2
    assert "the file must be mended first" in capsys.readouterr().err


def test_windows_line_ends_stay(town: Path) -> None:
    file = town / "facts/bridge/facts.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert bring("fact,risk,source\nvisitors,high,gazette\n") == 0
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert b"    risk: high\r\n" in file.read_bytes()


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_spreadsheets_call_them(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def test_the_columns_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--columns"]) == 0
    assert "  reports.value " in capsys.readouterr().out


def test_what_import_needs_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        (["import"], "needs a file and an article"),
        (["import", "t.odt", "--into", "bridge"], "t.odt"),
        (["import", "t.csv", "--into", "brigde"], "t.csv"),
    ):
        assert main(words) == 2
        assert told in capsys.readouterr().err
    Path("t.odt").write_text("x", encoding="utf-8")
    Path("t.csv").write_text("fact\n", encoding="utf-8")
    assert main(["import", "t.odt", "--into", "bridge"]) == 2
    assert "its name does not say what it is" in capsys.readouterr().err
    assert main(["import", "t.csv", "--into", "brigde"]) == 2
    assert "did you mean `bridge`?" in capsys.readouterr().err
