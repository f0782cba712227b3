"""The benchmark: its arithmetic, its readers of data sets (on invented data), and peers that are not there."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks import accuracy, page, peers
from benchmarks.peers import nearest, ours
from benchmarks.published import PUBLICATIONS
from benchmarks.scoring import Row, Tally, majority_share, timed
from benchmarks.sets import (
    SETS,
    claims,
    edtf,
    gum_dates,
    inference,
    measeval,
    quantulum,
    quotations,
    recognized_dates,
    recognized_numbers,
)
from benchmarks.systems import DateReading, Figure, Quoted, System, Verdict
from benchmarks.targets import TARGETS, Target
from benchmarks.unit_names import unit_name
from factsuite.values.calendar.calendar_days import day_number


def write(folder: Path, name: str, items: list[dict]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    return folder


def row_of(score, kind: str, system: str = "told") -> Row:
    return next(row for row in score.rows if (row.kind, row.system) == (kind, system))


def counts(row: Row) -> tuple[int | None, int | None, int | None, int | None]:
    return row.items, row.decided, row.right, row.wrong


# arithmetic


def test_a_tally_keeps_silence_apart_from_errors() -> None:
    tally = Tally()
    for answer in (True, True, True, False, None):
        tally.add(answer)
    row = tally.row("set", "kind", "system", majority=0.6, time=2.0)
    assert counts(row) == (5, 4, 3, 1)
    assert (row.precision, row.coverage, row.right_of_all, row.wrong_of_all) == (0.75, 0.8, 0.6, 0.2)


def test_shares_of_nothing_are_none() -> None:
    row = Tally().row("set", "kind", "system")
    assert (row.precision, row.coverage, row.right_of_all) == (None, None, None)
    assert Row(dataset="set", kind="kind", system="system", note="not installed").wrong is None


def test_the_majority_is_the_share_of_the_commonest_answer() -> None:
    assert majority_share(["yes", "no", "yes", "yes"]) == 0.75
    assert majority_share([]) is None


def test_timing_reads_the_first_item_once_more() -> None:
    seen: list[int] = []
    results, time = timed(lambda item: seen.append(item) or item + 1, [1, 2])
    assert (results, seen) == ([2, 3], [1, 1, 2])
    assert time >= 0
    assert timed(len, []) == ([], 0.0)


def test_a_target_asks_for_precision_and_coverage_together() -> None:
    target = Target(precision=0.9, coverage=0.5)
    good = Row(dataset="d", kind="k", system="s", items=10, decided=5, right=5)
    assert target.is_reached(good, ()) is True
    assert target.is_reached(Row(dataset="d", kind="k", system="s", items=10, decided=4, right=4), ()) is False
    assert target.is_reached(Row(dataset="d", kind="k", system="s", note="not installed"), ()) is None
    assert target.words() == "precision ≥ 90%, coverage ≥ 50%"


def test_a_target_of_silence_counts_decisions() -> None:
    target = Target(most_wrong_of_all=0.1)
    assert target.is_reached(Row(dataset="d", kind="k", system="s", items=10, decided=1, right=0), ()) is True
    assert target.is_reached(Row(dataset="d", kind="k", system="s", items=10, decided=2, right=0), ()) is False


def test_being_ahead_needs_the_other() -> None:
    target, mine = Target(ahead_of="other"), Row(dataset="d", kind="k", system="s", items=10, decided=9, right=8)
    other = Row(dataset="d", kind="k", system="other", items=10, decided=10, right=7)
    assert target.is_reached(mine, (mine, other)) is True
    assert target.is_reached(mine, (mine,)) is None


def test_every_target_is_of_a_data_set_that_is_scored() -> None:
    assert {dataset for dataset, _ in TARGETS} <= set(SETS)
    assert set(PUBLICATIONS) == set(SETS)


# claims


def told(verdicts: dict[str, Verdict | None]) -> System:
    return System(name="told", verdict=lambda claim, _passage: verdicts[claim])


def claim(text: str, label: str, cues: list[str]) -> dict:
    return {"claim": text, "evidence": "A passage with 7 of them.", "label": label, "cues": cues}


def test_claims_count_by_kind_and_silence_is_no_error(tmp_path: Path) -> None:
    items = [
        claim("a", "SUPPORTS", ["hedge", "year"]),
        claim("b", "REFUTES", ["hedge"]),
        claim("c", "SUPPORTS", ["year"]),
        claim("d", "SUPPORTS", []),
    ]
    folder = write(tmp_path / "fm2_numeric", "claims.jsonl", items)
    write(folder, "not_enough_info.jsonl", [claim("e", "NOT ENOUGH INFO", []), claim("f", "NOT ENOUGH INFO", [])])
    verdicts = {"a": Verdict.SUPPORTS, "b": Verdict.SUPPORTS, "c": None, "d": Verdict.NEITHER}
    score = claims.score(folder, [told(verdicts | {"e": Verdict.REFUTES, "f": None})])
    assert counts(row_of(score, claims.ALL)) == (4, 2, 1, 1)
    assert counts(row_of(score, claims.HEDGED)) == (2, 2, 1, 1)
    assert counts(row_of(score, claims.PLAIN)) == (2, 0, 0, 0)
    assert counts(row_of(score, claims.DATES)) == (1, 0, 0, 0)
    assert counts(row_of(score, claims.NOT_ENOUGH)) == (2, 1, 0, 1)
    assert row_of(score, claims.ALL).majority == 0.75


def test_compatible_is_neutral_in_inference(tmp_path: Path) -> None:
    pairs = [
        {"premise": "p", "hypothesis": "a", "label": "neutral"},
        {"premise": "p", "hypothesis": "b", "label": "contradiction"},
        {"premise": "p", "hypothesis": "c", "label": "entailment"},
    ]
    folder = write(tmp_path / "equate_stress", "pairs.jsonl", pairs)
    score = inference.score(folder, [told({"a": Verdict.NEITHER, "b": Verdict.REFUTES, "c": None})])
    assert counts(row_of(score, inference.ALL)) == (3, 2, 2, 0)


# the naive way


@pytest.mark.parametrize(
    ("said", "passage", "verdict"),
    [
        ("more than 20 boats sank", "22 boats sank in 3 days", Verdict.SUPPORTS),
        ("more than 30 boats sank", "22 boats sank", Verdict.REFUTES),
        ("1,200 boats sank", "1200 boats sank", Verdict.SUPPORTS),
        ("5% of boats sank", "5 boats sank", None),
        ("boats sank", "22 boats sank", None),
    ],
)
def test_the_nearest_number_decides(said: str, passage: str, verdict: Verdict | None) -> None:
    assert nearest.judge(said, passage, nearest.figures) is verdict


# numbers


def number(text: str, words: str, value: str, unit: str = "", kind: str = "number") -> dict:
    start = text.index(words)
    resolution = {"value": value} | ({"unit": unit} if unit else {})
    result = {"Text": words, "TypeName": kind, "Start": start, "End": start + len(words) - 1, "Resolution": resolution}
    return {"input": text, "results": [result]}


def read_number(case: dict, *kinds: str) -> bool | None:
    return recognized_numbers.judge(case, list(ours.system().figures(case["input"])), kinds)


def test_a_number_case_is_whole_or_wrong() -> None:
    assert read_number(number("They sold 12.5 of them", "12.5", "12.5"), "cardinal") is True
    assert read_number(number("They sold 12.5 of them", "12.5", "125"), "cardinal") is False
    assert read_number(number("They sold 12 and 14", "12", "12"), "cardinal") is False
    assert read_number(number("They sold a lot", "lot", "7"), "cardinal") is None
    assert read_number({"input": "They sold nothing", "results": []}, "cardinal") is True


def test_a_sum_needs_its_currency() -> None:
    case = number("It cost about £ 40 million", "£ 40 million", "40000000", "Pound", "currency")
    assert read_number(case, "money") is True
    case = number("It cost about $ 40 million", "$ 40 million", "40000000", "Euro", "currency")
    assert read_number(case, "money") is False


def test_a_range_may_be_half_open_by_the_sets_convention() -> None:
    assert read_number(number("from 5 to 9 boats", "from 5 to 9", "[5,9)", kind="numberrange"), "range") is True
    assert read_number(number("more than 5 boats", "more than 5", "[5,)", kind="numberrange"), "range") is False


def test_relative_ordinals_are_left_out_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "recognizers_text"
    for name in (*recognized_numbers.FILES, *recognized_dates.FILES):
        write(folder, f"{name}.jsonl", [])
    relative = number("the last boat", "last", "end+0", kind="ordinal.relative")
    write(folder, "ordinal.jsonl", [relative, number("the third boat", "third", "3", kind="ordinal")])
    score = recognized_numbers.score(folder, [ours.system()])
    assert counts(row_of(score, "ordinal", "factsuite")) == (1, 1, 1, 0)
    assert dict(score.excluded)[recognized_numbers.RELATIVE] == 1


def test_units_share_one_name() -> None:
    assert unit_name("Square kilometer") == unit_name("square kilometre")
    assert unit_name("Dollar") == unit_name("USD")
    assert (unit_name("m"), unit_name("M")) == ("metre", "m")


def test_quantities_are_found_and_then_valued(tmp_path: Path) -> None:
    items = [
        {"text": "A rope of 12 metres", "quantities": [{"surface": "12 metres", "value": 12, "unit": "metre"}]},
        {"text": "A rope of 3 kg", "quantities": [{"surface": "3 kg", "value": 3, "unit": "gram"}]},
        {"text": "Built in 1987", "quantities": [{"surface": "1987", "value": 1987, "unit": "dimensionless"}]},
    ]
    score = quantulum.score(write(tmp_path / "quantulum3", "quantities.jsonl", items), [ours.system()])
    assert counts(row_of(score, quantulum.WHOLE, "factsuite")) == (3, 3, 2, 1)
    assert counts(row_of(score, quantulum.VALUED, "factsuite")) == (2, 2, 1, 1)
    assert dict(score.excluded)[quantulum.YEARS] == 1


def test_a_bound_must_have_its_number() -> None:
    wanted = {"value": 5, "unit": "dimensionless", "surface": "5"}
    open_ended = Figure(start=0, end=1, low=Fraction(7), high=None)
    assert not quantulum._is_right(wanted, open_ended)


def test_paragraphs_judge_one_or_two_numerals(tmp_path: Path) -> None:
    text = "The rod was 12–15 mm long and heated for five hours."
    quantities = [
        {"text": "12–15 mm", "start": 12, "end": 20, "unit": "mm", "mods": ["IsRange"]},
        {"text": "five hours", "start": 41, "end": 51, "unit": "hours", "mods": []},
    ]
    folder = write(tmp_path / "measeval", "paragraphs.jsonl", [{"text": text, "quantities": quantities}])
    score = measeval.score(folder, [ours.system()])
    assert counts(row_of(score, measeval.FOUND, "factsuite")) == (2, 2, 2, 0)
    assert counts(row_of(score, measeval.VALUED, "factsuite")) == (1, 1, 1, 0)
    assert dict(score.excluded)[measeval.UNJUDGED] == 1


# dates


def dated(text: str, words: str, *values: tuple[str, str], kind: str = "daterange") -> dict:
    start = text.index(words)
    resolved = [{"startDate": first, "endDate": end} for first, end in values]
    keys = ("FutureResolution", "PastResolution")
    value = dict(zip(keys, resolved, strict=False))
    result = {"Text": words, "Type": kind, "Start": start, "Length": len(words), "Value": value}
    return {"input": text, "context": {"ReferenceDateTime": "2023-05-10T00:00:00"}, "results": [result]}


def test_dates_must_be_right_to_the_day_unless_by_convention() -> None:
    today = day_number(2023, 5, 10)
    case = dated("It rained the past 3 days", "the past 3 days", ("2023-05-07", "2023-05-10"))
    reading = DateReading(start=10, end=25, choices=((today - 3, today),))
    assert recognized_dates.judge(case, [reading], (), lenient=False) is False
    assert recognized_dates.judge(case, [reading], (), lenient=True) is True


def test_a_date_left_open_is_undecided() -> None:
    case = dated("We met in June", "June", ("2023-06-01", "2023-07-01"))
    past, future = ((day_number(year, 6, 1), day_number(year, 6, 30)) for year in (2022, 2023))
    assert recognized_dates.judge(case, [DateReading(start=10, end=14, choices=(future,))], (), lenient=False) is True
    both = DateReading(start=10, end=14, choices=(past, future))
    assert recognized_dates.judge(case, [both], (), lenient=False) is None
    assert recognized_dates.judge(case, [], (), lenient=False) is None
    elsewhere = DateReading(start=0, end=2, choices=(past,))
    assert recognized_dates.judge(case, [both, elsewhere], (), lenient=False) is False


@pytest.mark.parametrize(
    ("text", "words", "kind", "why"),
    [
        ("We met in June", "June", "daterange", ""),
        ("We met at noon", "noon", "time", "dates: times of day, time zones, repeated dates"),
        ("Please find a slot in June", "June", "daterange", "dates: commands to an assistant"),
        ("We met on 6/7/22", "6/7/22", "date", "dates: numeric and glued shorthand (6/7; nov-3)"),
    ],
)
def test_what_is_no_prose_is_left_out_by_kind(text: str, words: str, kind: str, why: str) -> None:
    assert recognized_dates.excluded_kind(dated(text, words, kind=kind)) == why


def test_gum_dates_agree_as_far_as_they_are_given(tmp_path: Path) -> None:
    items = [
        {
            "id": "doc-2",
            "text": "It was built in March 1987.",
            "document_date": "2004-02-01",
            "dates": [{"text": "March 1987", "start": 16, "end": 26, "when": "1987-03"}],
        },
        {"id": "doc-1", "text": "It has 4 doors.", "document_date": "2004-02-01", "dates": []},
    ]
    score = gum_dates.score(write(tmp_path / "gum_dates", "sentences.jsonl", items), [ours.system()])
    assert counts(row_of(score, gum_dates.DATE, "factsuite")) == (1, 1, 1, 0)
    assert counts(row_of(score, gum_dates.JOINED, "factsuite")) == (1, 1, 1, 0)
    assert counts(row_of(score, gum_dates.SILENT, "factsuite")) == (1, 0, 0, 0)
    joined = gum_dates.documents(items)[0]
    assert joined["text"][joined["dates"][0]["start"] :].startswith("March 1987")


def test_a_phrase_may_be_rightly_refused() -> None:
    refused = {"input": "whenever", "bucket": "not_adopted", "theirs": "2001"}
    assert edtf.judge(refused, None) is True
    wanted = {"input": "about 1931", "bucket": "divergences", "ours_interpretations": ["1931~", "193X"]}
    assert edtf.judge(wanted, None) is None
    assert edtf.judge(wanted, ours.phrase("193X", False)) is True
    assert edtf.judge(wanted, ours.phrase("1935", False)) is False


# quotations


def test_a_pronoun_points_but_does_not_name(tmp_path: Path) -> None:
    passage = 'The warden sighed. " Come in , " he said .'
    quote, pronoun = passage.index('"'), passage.index("he said")
    item = {
        "passage": passage,
        "quote": {"text": '" Come in , "', "start": quote, "end": quote + 13},
        "speaker_mentions": [
            {"text": "The warden", "start": 0, "end": 10, "kind": "NOM"},
            {"text": "he", "start": pronoun, "end": pronoun + 2, "kind": "PRON"},
        ],
    }
    found = Quoted(
        start=quote + 1, end=quote + 12, words=" Come in , ", speaker=(pronoun, pronoun + 2), is_pronoun=True
    )
    folder = write(tmp_path / "litbank_quotes", "quotes.jsonl", [item])
    score = quotations.score_litbank(folder, [System(name="told", quotations=lambda _text: [found])])
    assert counts(row_of(score, quotations.FOUND)) == (1, 1, 1, 0)
    assert counts(row_of(score, quotations.SPEAKER)) == (1, 1, 1, 0)
    assert counts(row_of(score, quotations.NAMED)) == (1, 0, 0, 0)


# the command


def no_library(*_: object) -> None:
    raise ImportError("no such library")


@pytest.fixture
def no_peers(monkeypatch: pytest.MonkeyPatch) -> None:
    for peer in (peers.quantulum, peers.text2num, peers.dateparser, peers.python_edtf):
        monkeypatch.setattr(peer, "system", no_library)


@pytest.mark.usefixtures("no_peers")
def test_a_peer_that_is_not_installed_has_a_row_that_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = {"text": "A rope of 12 metres", "quantities": [{"surface": "12 metres", "value": 12, "unit": "metre"}]}
    write(tmp_path / "quantulum3", "quantities.jsonl", [item])
    arguments = ["--data", str(tmp_path), "--only", "quantulum3"]
    assert accuracy.main([*arguments, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["system"] for row in rows if row.get("note") == "not installed"} == {"quantulum3", "text2num"}
    keys = "dataset kind system items decided right wrong precision coverage majority microseconds_per_item"
    assert list(rows[-1])[:11] == keys.split()
    assert accuracy.main(arguments) == 0
    printed = capsys.readouterr().out
    assert "not installed" in printed
    assert "ahead of quantulum3" in printed


@pytest.mark.usefixtures("no_peers")
def test_a_data_set_that_is_missing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main(["--data", str(tmp_path), "--only", "edtf"]) == 0
    assert accuracy.NO_DATA in capsys.readouterr().out


def test_a_folder_that_is_missing_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        accuracy.main(["--data", str(tmp_path / "nowhere")])
    assert left.value.code == 2


def test_the_page_names_every_data_set_and_repeats_itself(tmp_path: Path) -> None:
    item = {"text": "A rope of 12 metres", "quantities": [{"surface": "12 metres", "value": 12, "unit": "metre"}]}
    folder = write(tmp_path / "quantulum3", "quantities.jsonl", [item])
    told_once = System(name="told", figures=lambda _text: [])
    first, second = (page.write({"quantulum3": SETS["quantulum3"](folder, [told_once])}) for _ in range(2))
    strip = [line for line in first.splitlines() if "| told" not in line]
    assert strip == [line for line in second.splitlines() if "| told" not in line]
    assert PUBLICATIONS["quantulum3"].licence in first
    assert "A rope of 12 metres" not in first
