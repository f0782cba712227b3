"""The whole way, for the command line and the plugin: files to a result."""

import os
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factsuite.load.collector import collector_paused
from factsuite.load.errors import FactsuiteError, PolicyError
from factsuite.load.files import FACTS, Tree, read_tree
from factsuite.load.locations import Location
from factsuite.load.near_paths import near_path
from factsuite.load.regular_files import LARGEST_LIST, read_regular
from factsuite.model.as_of import AsOf
from factsuite.model.baseline import BASELINE, Baseline, BaselineError, read_baseline
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Workspace
from factsuite.model.left_out import LeftOut
from factsuite.model.policy import Policy, read_policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.house import are_left_out, left_out
from factsuite.rules.levels import check_levels
from factsuite.rules.results import Result
from factsuite.rules.running import run

if TYPE_CHECKING:
    from factsuite.reports.parts import Run
    from factsuite.scaling.articles import Divided
    from factsuite.scaling.outcomes import Asked, Bench
    from factsuite.scaling.whole_runs import Means

STORE_VARIABLE = "FACTSUITE_EXHIBITS_STORE"
"""Names the folder of sealed exhibits; empty for none, as on a machine that has no copy of it."""
_STORE = "exhibits_store"
_NO_WORKSPACE = "name a workspace, its facts folder, or an article in it; `factsuite init DIR` makes a workspace"
_CACHE = "cache"


def check_workspace(root: Path, publish: bool = False, as_of: AsOf | None = None, today: AsOf | None = None) -> Result:
    """Check everything under `root/facts`. Raises FactsuiteError for a setting, rule or baseline that cannot be used.

    `today` is the day by which waivers expire; without one, none does.
    """
    tree = read_tree(root, store_of(root))
    return check_tree(tree, policy_of(root), root, publish, as_of, today=today, baseline=baseline_of(root))


def check_tree(
    tree: Tree,
    policy: Policy,
    root: Path | None = None,
    publish: bool = False,
    as_of: AsOf | None = None,
    *,
    today: AsOf | None = None,
    baseline: Baseline | None = None,
) -> Result:
    """Check a tree of files; `root` is where house rules are looked for."""
    rules = collect_rules(root)
    out = LeftOut(files=left_out(root))
    check_levels(policy, rules, partly=bool(out.files))
    workspace = replace(build_workspace(tree, policy), as_of=as_of, today=today, baseline=baseline, left_out=out)
    return run(workspace, rules, publish)


def check_in_parts(root: Path, asked: "Asked", means: "Means") -> "Run":
    """Check everything under `root/facts`, to a run that is ready to be reported. Raises as `check_workspace` does.

    By what means makes no difference to what comes of it: from the cache, in this process or in several.
    """
    from factsuite.scaling.whole_runs import whole_run

    with collector_paused():
        return whole_run(files_of(root), bench_of(asked), means)


def files_of(root: Path) -> "Divided":
    """The files of a workspace, divided by article."""
    from factsuite.scaling.articles import Divided

    return Divided(read_tree(root, store_of(root)))


def bench_of(asked: "Asked") -> "Bench":
    """What was asked for, with the rules it is to be done by. Raises FactsuiteError for a rule that cannot be used."""
    from factsuite.scaling.outcomes import Bench

    bench = Bench.of(asked)
    check_levels(asked.policy, bench.rules, partly=bool(asked.left_out.files))
    return bench


def asked_of(
    root: Path, publish: bool = False, as_of: AsOf | None = None, today: AsOf | None = None, json: bool = False
) -> "Asked":
    """What a run over a workspace is asked for, by its settings and baseline; `json`: the report as JSON too."""
    from factsuite.scaling.outcomes import Asked

    return Asked(
        root=root,
        policy=policy_of(root),
        publish=publish,
        as_of=as_of,
        today=today,
        baseline=baseline_of(root),
        left_out=LeftOut(files=left_out(root)),
        without_house_rules=are_left_out(),
        json=json,
    )


def caches(root: Path) -> bool:
    """Whether results may be kept from run to run: `cache` of `[tool.factsuite]`."""
    given = settings_of(root).get(_CACHE, True)
    if not isinstance(given, bool):
        raise PolicyError(f"[tool.factsuite] {_CACHE}: {given!r} is neither true nor false", hint="cache = false")
    return given


def check_without_baseline(root: Path, today: AsOf) -> Result:
    """Check everything as if there were no baseline: what fails is what a baseline written now would hold."""
    return check_tree(read_tree(root, store_of(root)), policy_of(root), root, today=today)


def baseline_of(root: Path) -> Baseline | None:
    """The baseline beside `facts/`; None where there is none. Raises BaselineError, with the place."""
    file = root / BASELINE
    try:
        there = file.exists() or file.is_symlink()
        return read_baseline(read_regular(file, LARGEST_LIST, root)) if there else None
    except OSError as error:
        raise BaselineError(f"it cannot be read: {error.strerror}", at=Location(path=BASELINE)) from error


def build(root: Path) -> Workspace:
    """Everything under `root/facts`, unchecked: for commands that ask about it."""
    return replace(build_workspace(read_tree(root, store_of(root)), policy_of(root)), baseline=baseline_of(root))


def policy_of(root: Path) -> Policy:
    """The policy in `[tool.factsuite]` of the workspace's pyproject.toml, or the defaults."""
    return policy_in(settings_of(root))


def policy_in(settings: dict[str, object]) -> Policy:
    """The policy of a table `[tool.factsuite]`."""
    return read_policy({key: value for key, value in settings.items() if key not in (_STORE, _CACHE)})


def store_of(root: Path) -> Path | None:
    """Where sealed exhibits are kept: named by the environment, else by `exhibits_store` of `[tool.factsuite]`.

    It says where something lies on this machine, so it is no policy, and no report prints it.
    """
    given: object = os.environ.get(STORE_VARIABLE, settings_of(root).get(_STORE, ""))
    if not isinstance(given, str):
        raise PolicyError(f"[tool.factsuite] {_STORE}: {given!r} is no folder", hint="the path of a folder")
    return root / Path(given).expanduser() if given else None


def settings_of(root: Path) -> dict[str, object]:
    """The table `[tool.factsuite]` as it is written; empty where there is none."""
    file = root / "pyproject.toml"
    if not file.is_file():
        return {}
    try:
        return settings_in(read_regular(file, LARGEST_LIST))
    except OSError as error:
        raise PolicyError(f"{file.name} cannot be read: {error.strerror}", hint="mend the file") from error


def settings_in(pyproject: bytes) -> dict[str, object]:
    """The table `[tool.factsuite]` of a pyproject.toml, as it is written; empty where there is none."""
    try:
        table = tomllib.loads(pyproject.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, a number of too many digits, nested too deeply
        raise PolicyError(f"pyproject.toml cannot be read: {error}", hint="mend the file") from error
    tools = table.get("tool", {})
    settings = tools.get("factsuite", {}) if isinstance(tools, dict) else {}
    if not isinstance(settings, dict):
        raise PolicyError("[tool.factsuite] is not a table", hint="write settings below [tool.factsuite]")
    return settings


def find_root(start: Path) -> Path | None:
    """The workspace a path belongs to: the nearest folder at or above it that holds `facts/`."""
    path = start.resolve()
    for folder in (path, *path.parents):
        if folder.name == FACTS and folder.is_dir():
            return folder.parent
        if (folder / FACTS).is_dir():
            return folder
    return None


def root_of(paths: Sequence[Path]) -> Path:
    """The one workspace that all paths belong to; raises FactsuiteError where there is none, or several."""
    roots = set()
    for path in paths:
        root = find_root(path) if path.exists() else None
        if root is None:
            what = "no folder `facts/` is found here" if path.exists() else "there is no such file or folder"
            near = near_path(path) if not path.exists() else None
            hint = f"did you mean `{near}`?" if near is not None else _NO_WORKSPACE
            raise FactsuiteError(f"{path}: {what}", hint=hint)
        roots.add(root)
    if len(roots) > 1:
        raise FactsuiteError("the paths belong to several workspaces", hint="check one workspace at a time")
    return roots.pop()
