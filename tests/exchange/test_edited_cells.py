"""An edited table, brought into a file of any layout: the file says what the table says, and nothing else moved."""

import re
from functools import cache
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest
from odd_layouts import OddLayouts

from factsuite.anchoring.splicing import ends, list_of
from factsuite.commands.import_files import LAYOUTS
from factsuite.exchange.columns import fact_columns
from factsuite.exchange.csv_files import read_csv, render_csv
from factsuite.exchange.from_rows import read_facts
from factsuite.exchange.merging import Merged, merged
from factsuite.exchange.to_rows import fact_rows
from factsuite.exchange.updating import updated
from factsuite.load.errors import FactsuiteError
from factsuite.load.positioned import Map, Seq, Text
from factsuite.load.yaml_tree import read_yaml

ROOT = Path(__file__).parent.parent.parent
FILE = PurePosixPath("facts.yaml")
CELLS = (
    *("x", "two words", "a: b", "# not", "- x", "yes", "12.50", "it's", 'say "hi"', "long " * 30 + "end", "two\nlines"),
    *(
        "",
        "",
        "",
        " lead",
        "{x}",
        "a, b",
        "é – “q”",
        "1.10",
        "~",
        "null",
        "&a",
        "*a",
        "!t",
        "%x",
        "@x",
        "`x",
        "a:",
        "a #b",
    ),
    *("\ttab", "x\r\ny", "😀", "عربي", "\u2028", "nbsp\u00a0x"),
)


@cache
def known_facts() -> list[Any]:
    """The facts of the first article and of the fictional ones, without places."""
    files = [*sorted(ROOT.glob("facts/*/facts.yaml")), *sorted(ROOT.glob("tests/dossiers/facts/*/facts.yaml"))]
    found = [fact for file in files for fact in plain(records_of(file.read_text(encoding="utf-8")))]
    return list({fact["id"]: fact for fact in found}.values())


def plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(value) for value in node] if isinstance(node, list) else str(node)


def records_of(text: str) -> list[Map]:
    node, problems = read_yaml(text, FILE)
    assert not problems and isinstance(node, Map)
    facts = node["facts"]
    assert isinstance(facts, Seq)
    return [fact for fact in facts if isinstance(fact, Map)]


def edited(random: Random, records: list[Map]) -> tuple[Merged, bool]:
    """The records after some cells were edited, and rows added or taken away; and whether anything was taken away."""
    head, *body = fact_rows(records)
    columns, taken_away = {column.header: column for column in fact_columns()}, False
    for _ in range(random.randint(1, 4)):
        row, place = random.randrange(len(body)), random.randrange(1, len(head))
        sort = random.random()
        if sort < 0.75 and head[place] != "kind":
            body[row][place] = random.choice(CELLS)
            taken_away |= not body[row][place] or columns[head[place]].takes_list
        elif sort < 0.85 and len(body) > 1:
            body.pop(row)
            taken_away = True
        elif sort < 0.95:
            new = {"fact": body[row][0], "source": "new-source", "locator": random.choice(CELLS)}
            body.insert(row + 1, [new.get(name, "") for name in head])
        else:
            new = {"fact": "new", "kind": "quantity", "claim": random.choice(CELLS)}
            body.insert(row, [new.get(name, "") for name in head])
    found = read_facts(read_csv(render_csv([head, *body]).encode("utf-8"), FILE), fact_columns())
    delete = random.random() < 0.3
    result = merged(records, found.records, [column for _, column in found.columns], delete)
    return result, taken_away or bool(result.removed)


def letters_of(text: str) -> dict[str, str]:
    """By fact: its own letters."""
    nodes = list_of(text, "facts") or []
    ids = [str(record["id"]) for record in records_of(text)]
    return {id: text[node.start_mark.index : ends(text, node)] for id, node in zip(ids, nodes, strict=True)}


@pytest.mark.parametrize("part", range(4))
def test_any_edit_of_a_table_reaches_a_file_of_any_layout_and_nothing_else_does(part: int) -> None:
    for seed in range(part * 25, part * 25 + 25):
        random = Random(seed)
        facts = random.sample(known_facts(), random.randint(1, 4))
        text = OddLayouts(random).file(facts)
        records = records_of(text)
        assert plain(records) == facts
        result, taken_away = edited(random, records)
        new = updated(text, FILE, result.records, LAYOUTS["facts"])
        assert plain(records_of(new)) == plain(result.records), seed
        before, after = letters_of(text), letters_of(new)
        touched = {*result.changed, *result.added, *result.removed}
        assert [id for id in before if id not in touched and before[id] != after[id]] == [], seed
        assert touched or new == text, seed
        assert "\r\n" not in text or not re.search(r"(?<!\r)\n", new), seed
        lost = {*re.findall(r"# c\d+c", text)} - {*re.findall(r"# c\d+c", new)}
        assert taken_away or not lost, seed


def changed(text: str, id: str, **fields: Any) -> str:
    """The file with some fields of one fact set; None takes one away."""
    records = records_of(text)
    for record in records:
        if record["id"] == id:
            record.update({name: value for name, value in fields.items() if value is not None})
            for name in [name for name, value in fields.items() if value is None]:
                del record[name]
    return updated(text, FILE, records, LAYOUTS["facts"])


def test_an_entry_in_brackets_over_several_lines_is_edited_where_it_stands() -> None:
    text = (
        "format: 1\nfacts:\n  - id: a\n    evidence: [{source: s, # why s\n        excerpt: 'one'},\n"
        "      {source: t}]  # both\n  - {id: b, note: x}\n"
    )
    evidence = Seq([Map(source=Text("s"), excerpt=Text("two")), Map(source=Text("t")), Map(source=Text("u"))])
    new = changed(text, "a", evidence=evidence)
    assert new == text.replace("'one'", "'two'").replace("{source: t}", "{source: t}, {source: u}")
    assert changed(text, "b", note=Text("y")) == text.replace("note: x", "note: y")


def test_an_entry_goes_and_the_comments_of_its_neighbours_stay() -> None:
    text = (
        "format: 1\nfacts:\n- id: a\n  evidence:\n  # first\n  - source: s\n    excerpt: one  # a word\n"
        "  - source: t\n  # third\n  - source: u\n  tags: [x]"
    )
    evidence = Seq([Map(source=Text("s"), excerpt=Text("one")), Map(source=Text("u"))])
    assert changed(text, "a", evidence=evidence) == text.replace("  - source: t\n", "")
    assert changed(text, "a", tags=None) == text.removesuffix("\n  tags: [x]")


def test_two_new_entries_come_in_their_order_below_a_field_that_goes() -> None:
    text = (
        "format: 1\nfacts:\n  - id: a\n    note: x\n    evidence:\n      - source: s\n        locator: p\n  - id: b\n"
    )
    evidence = Seq([Map(source=Text("s")), Map(source=Text("t")), Map(source=Text("u"))])
    new = changed(text, "a", evidence=evidence)
    assert new == text.replace("        locator: p\n", "      - source: t\n      - source: u\n")


def test_a_field_without_a_value_takes_one() -> None:
    text = "format: 1\nfacts:\n  - id: a\n    note:  # to do\n    claim: c\n"
    assert changed(text, "a", note=Text("done")) == text.replace("note:", "note: done")
    assert changed(text, "a", risk=Text("high")) == text.replace("c\n", "c\n    risk: high\n")


def test_a_fact_that_is_there_twice_is_not_edited_at_random() -> None:
    text = "format: 1\nfacts:\n  - id: a\n    note: x\n  - id: a\n    note: y\n"
    with pytest.raises(FactsuiteError, match=r"facts.yaml:5:5: `a` is there twice"):
        changed(text, "a", note=Text("z"))


def test_the_last_fact_goes_and_the_list_is_empty() -> None:
    text = "# kept\nformat: 1\nfacts:\n  - id: a\n    note: x\n# end\n"
    assert updated(text, FILE, [], LAYOUTS["facts"]) == "# kept\nformat: 1\nfacts: []\n# end\n"


def test_the_comment_on_the_first_line_of_a_block_of_text_stays() -> None:
    text = "format: 1\nfacts:\n  - id: a\n    note: >- # why\n      one two three\n      four\n    claim: c\n"
    assert changed(text, "a", note=Text("four five")) == text.replace("one two three\n      four", "four five")
    new = changed(text, "a", note=Text("four\nfive"))
    assert new == text.replace(">- # why\n      one two three\n      four", '"four\\nfive"  # why')


def test_a_list_in_brackets_keeps_its_layout() -> None:
    text = "format: 1\nfacts: [{id: a, note: x}, # why\n  {id: b}]\n"
    assert changed(text, "a", note=Text("y")) == text.replace("x", "y")
    more = [*records_of(text), Map(id=Text("c"))]
    assert updated(text, FILE, more, LAYOUTS["facts"]) == text.replace("{id: b}", "{id: b}, {id: c}")
    assert updated(text, FILE, more[1:], LAYOUTS["facts"]) == "format: 1\nfacts: [{id: b}, {id: c}]\n"
