"""The shape of the project: which stage may import which, how long a module may be, and what must be complete."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

import factsuite
from factsuite.cli import main
from factsuite.rules.collecting import collect_rules, slug

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "factsuite"

TEXT_ALONE = {"values", "reading", "texts"}
TOLD = {"mutation", "seeds", "impact", "diffs", "runs", "scaling", "reports"}
RUNNING = {"load", "model", "verdicts", "anchoring", "rules", *TEXT_ALONE}
MAY_IMPORT = {
    "values": set(),
    "reading": {"values"},
    "texts": {"reading", "values"},
    "load": set(),
    "model": {"load", *TEXT_ALONE},
    "verdicts": {"load", "model", *TEXT_ALONE},
    "anchoring": {"load", "model", "verdicts", *TEXT_ALONE},
    "rules": {"load", "model", "verdicts", *TEXT_ALONE},
    "checks": {*RUNNING},
    "pinning": {"load", "model", "verdicts", *TEXT_ALONE},
    "seeds": {*RUNNING},
    "impact": {*RUNNING},
    "diffs": {*RUNNING},
    "drafting": {*RUNNING, "pinning"},
    "exchange": {"load", "model", "anchoring"},
    "mutation": {*RUNNING},
    "runs": {"load"},
    "scaling": {*RUNNING, "reports"},
    "starter": set(),
    "reports": {*RUNNING, "mutation", "seeds", "impact", "diffs", "runs"},
    "commands": {*RUNNING, *TOLD, "drafting", "exchange", "pinning", "starter", "wiring"},
    "wiring": {*RUNNING, *TOLD, "commands"},
}
"""The stages, and what each may import besides itself. `values`, `reading` and `texts` know no file and no pytest."""

PUBLIC = {name: home for home, names in factsuite._HOMES.items() for name in names}

MODULES = sorted([*SOURCE.rglob("*.py"), *(ROOT / "checks").glob("*.py")])


def stage_of(file: Path) -> str:
    """The stage a module belongs to; what lies beside the stages is wiring."""
    if file.parent == ROOT / "checks":
        return "checks"
    parts = file.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else "wiring"


def imported(file: Path) -> Iterator[str]:
    """Every module of ours that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            if node.module == "factsuite":
                yield from (PUBLIC.get(alias.name, f"factsuite.{alias.name}") for alias in node.names)
            else:
                yield node.module or ""


def stages_imported(file: Path) -> set[str]:
    """The stages a module imports from."""
    ours = (name.split(".") for name in imported(file) if name.split(".")[0] in ("factsuite", "checks"))
    found = set()
    for parts in ours:
        second = parts[1] if len(parts) > 1 and parts[0] == "factsuite" else parts[0]
        found.add(second if second in MAY_IMPORT else "wiring")
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_stage_imports_only_from_stages_before_it(file: Path) -> None:
    if file == SOURCE / "__init__.py":  # the public names, from wherever they live
        return
    stage = stage_of(file)
    assert stage in MAY_IMPORT, f"{stage} is no stage"
    assert stages_imported(file) - {stage} <= MAY_IMPORT[stage]


def test_the_stages_are_those_of_the_source_tree() -> None:
    folders = {file.parent.name for file in SOURCE.glob("*/__init__.py")}
    assert folders | {"checks", "wiring"} == set(MAY_IMPORT)


@pytest.mark.parametrize("stage", sorted(TEXT_ALONE))
def test_what_reads_text_knows_no_files_yaml_or_pytest(stage: str) -> None:
    forbidden = {"yaml", "pytest", "jsonschema", "pathlib", "os", "io", "subprocess", "urllib", "socket", "random"}
    for file in sorted((SOURCE / stage).glob("*.py")):
        assert not {name.split(".")[0] for name in imported(file)} & forbidden, file.name


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_only_wiring_knows_pytest_and_only_loading_knows_yaml(file: Path) -> None:
    names = {name.split(".")[0] for name in imported(file)}
    if not file.name.startswith(("plugin", "pytest_")):
        assert "pytest" not in names
    if stage_of(file) != "load":
        assert not {"yaml", "jsonschema"} & names


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_only_pinning_reaches_the_network(file: Path) -> None:
    if stage_of(file) != "pinning":
        networks = {"socket", "ssl", "http.client", "http.server", "urllib.request", "ftplib", "smtplib", "asyncio"}
        assert not networks & set(imported(file))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_module_is_longer_than_three_hundred_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_module_is_named_for_nothing_and_each_says_what_it_is(file: Path) -> None:
    assert not set(file.stem.split("_")) & {"utils", "util", "helpers", "helper", "common", "misc"}
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


def test_the_public_names_are_sorted_importable_and_listed_once() -> None:
    assert sorted(factsuite.__all__) == factsuite.__all__
    assert sorted(PUBLIC) == factsuite.__all__
    for name, home in PUBLIC.items():
        assert getattr(factsuite, name) is getattr(importlib.import_module(home), name)
    assert dir(factsuite) == factsuite.__all__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        factsuite.nothing  # noqa: B018


def test_the_names_for_type_checkers_are_the_public_ones() -> None:
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    listed = {(a.name, n.module) for n in ast.walk(guarded) if isinstance(n, ast.ImportFrom) for a in n.names}
    assert listed == set(PUBLIC.items())


RULES = collect_rules(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_leads_to_its_place_in_the_handbook(rule: "factsuite.rules.rule.Rule") -> None:  # type: ignore[name-defined]
    file, _, section = rule.handbook.partition("#")
    headings = [line.lstrip("# ") for line in (ROOT / file).read_text(encoding="utf-8").split("\n") if line[:1] == "#"]
    assert section in [slug(heading) for heading in headings]


@pytest.mark.parametrize("file", sorted((ROOT / "checks").glob("[!_]*.py")), ids=lambda file: file.stem)
def test_every_family_of_rules_asks_one_question(file: Path) -> None:
    first, *rest = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")
    assert first.endswith("?")
    assert first.count("?") == 1
    assert rest == []
    assert any(rule.family == file.stem for rule in RULES)


def test_rule_names_are_unique_and_name_functions() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.function.__name__.replace("_", "-") == rule.name for rule in RULES)
    assert all(inspect.isgeneratorfunction(rule.function) for rule in RULES)


def test_the_pages_of_the_rules_are_up_to_date(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code = main(["rules", "--check", "docs/rules"])
    assert code == 0, capsys.readouterr().out


def test_every_problem_of_loading_has_a_rule_that_reports_it() -> None:
    named = set()
    for stage in ("load", "model"):
        for file in (SOURCE / stage).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                    values = [word.value for word in node.keywords if word.arg == "rule"]
                    named.update(value.value for value in values if isinstance(value, ast.Constant))
    assert named
    assert named <= {rule.name for rule in RULES}
