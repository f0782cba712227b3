"""Settings of the gate: levels by rule and path, what is refused, and patterns over paths."""

from pathlib import PurePosixPath

import pytest

from factsuite.load.errors import PolicyError
from factsuite.model.baseline import Baseline, OldDefect, read_baseline, render_baseline
from factsuite.model.gate_policy import read_gate_policy
from factsuite.model.path_patterns import lies_under

HERE = PurePosixPath("facts/archive-2019/facts.yaml")


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("facts/archive-1/facts.yaml", "facts/archive-*", True),
        ("facts/archive-1/facts.yaml", "facts/archive-*/", True),
        ("facts/my-archive-1/facts.yaml", "facts/archive-*", False),
        ("facts/archive-1/facts.yaml", "archive-*", False),
        ("facts/archive-1/facts.yaml", "**/archive-*", True),
        ("facts/a/facts.yaml", "facts/**/facts.yaml", True),
        ("facts/facts.yaml", "facts/**/facts.yaml", True),
        ("facts/a/facts.yaml", "facts/*.yaml", False),
        ("facts/a/b", "facts/**", True),
        ("facts", "facts/**", False),
        ("facts/a.b", "facts/a?b", True),
        ("facts/a/b", "facts/a?b", False),
        ("facts/a+b (old)", "facts/a+b (old)", True),
        ("facts/axb", "facts/a[!x]b", False),
        ("facts/a-b", "facts/a[!x]b", True),
        ("facts/a-b", "facts/a[-x]b", True),
    ],
)
def test_a_pattern_names_a_path_or_a_folder_it_lies_in(path: str, pattern: str, expected: bool) -> None:
    assert lies_under(PurePosixPath(path), pattern) is expected


def test_of_several_levels_the_last_that_fits_counts() -> None:
    policy = read_gate_policy(
        {
            "severity": {"a-rule": "note"},
            "overrides": [
                {"paths": ["facts/archive-*"], "severity": {"a-rule": "error"}},
                {"paths": ["facts/archive-2019"], "severity": {"a-rule": "off"}},
                {"paths": ["facts/archive-*"], "severity": {"b-rule": "warning"}},
            ],
        }
    )
    assert policy.level("a-rule", HERE) == "off"
    assert policy.level("a-rule", PurePosixPath("facts/archive-2020/facts.yaml")) == "error"
    assert policy.level("a-rule", PurePosixPath("facts/entities.yaml")) == "note"
    assert policy.level("c-rule", HERE) is None


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"fail_on": "off"}, "fail_on: 'off' is not one of error, warning, note"),
        ({"fail_on": 1}, "fail_on: 1 is not one of"),
        ({"severity": {"a-rule": "warn"}}, "severity.a-rule: 'warn' is not one of"),
        ({"severity": ["a-rule"]}, r"severity: \['a-rule'\] is no table"),
        ({"overrides": {"paths": []}}, "overrides: .* is no list of overrides"),
        ({"overrides": ["facts/a"]}, "overrides 1: 'facts/a' is no table"),
        ({"overrides": [{"paths": "facts/a", "severity": {}}]}, "overrides 1, paths: 'facts/a' is no list of paths"),
        ({"overrides": [{"paths": [], "severity": {}}]}, "overrides 1, paths"),
        ({"overrides": [{"paths": ["facts/a"]}]}, "overrides 1, severity: it is missing"),
        ({"overrides": [{"path": ["facts/a"], "severity": {}}]}, "overrides 1, path: unknown setting"),
        ({"overrides": [{"paths": ["facts/a"], "severity": {"r": "of"}}]}, "overrides 1, severity.r: 'of'"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_name(table: dict[str, object], told: str) -> None:
    with pytest.raises(PolicyError, match=told):
        read_gate_policy(table)


def test_a_baseline_is_read_back_as_it_was_written() -> None:
    odd = 'the article: "Zoë\u2028says \\ 100%"\ttwice'
    entries = tuple(
        OldDefect(article="a", fact=fact, rule="a-rule", message=odd, fingerprint=mark)
        for fact, mark in (("second", "22"), ("first", "11"), ("first", "11"))
    )
    text = render_baseline(entries)
    assert [entry.fact for entry in read_baseline(text.encode()).entries] == ["first", "second"]
    assert [entry.line for entry in read_baseline(text.encode()).entries] == [4, 5]
    assert read_baseline(text.encode()).entries[0].message == odd
    assert render_baseline(read_baseline(text.encode()).entries) == text
    assert read_baseline(render_baseline(()).encode()) == Baseline()
