"""Two versions of a workspace, for the command line and the plugin: what changed, and what of it fails."""

from pathlib import Path

from msgspec.structs import replace

from factsuite.diffs.changes import Diff
from factsuite.diffs.comparing import POLICY_FILE, Version, compare
from factsuite.diffs.since import since
from factsuite.engine import baseline_of, check_tree, check_workspace, policy_in, policy_of, settings_in, store_of
from factsuite.load.exhibits import SEALED
from factsuite.load.files import Tree, read_tree
from factsuite.load.revisions import Revision, workspace_at
from factsuite.model.as_of import AsOf
from factsuite.model.baseline import BASELINE, Baseline, read_baseline
from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.results import Result

WORKING_TREE = "the working tree"
"""The name of the present version where no revision is named for it."""


def diff_of(root: Path, base: str, head: str | None = None) -> Diff:
    """What changed from a revision to another one, or to the working tree.

    Raises FactsuiteError where a revision cannot be read, or has a policy that cannot be used.
    """
    if head is None:
        return compare(*_versions(root, base, _at(root, base)), _severities(root))
    before, now = _at(root, base), _at(root, head)
    policy = _policy(now)
    version = Version(
        name=head,
        workspace=replace(build_workspace(_tree(now, root), policy), baseline=_baseline(now)),
        policy=policy,
    )
    return compare(_version(base, before, root, policy), version, _severities(root))


def check_since(
    root: Path, base: str, publish: bool = False, as_of: AsOf | None = None, today: AsOf | None = None
) -> Result:
    """The whole working tree checked; what was there at `base` and is untouched since is old.

    Both are checked by the present rules and policy: what a stricter policy finds in untouched facts is old as well.
    """
    former = _at(root, base)
    result = check_workspace(root, publish, as_of, today)
    before = check_tree(
        _tree(former, root), policy_of(root), root, publish, as_of, today=today, baseline=_baseline(former)
    )
    return since(result, before, compare(*_versions(root, base, former), _severities(root)))


def _versions(root: Path, base: str, former: Revision) -> tuple[Version, Version]:
    """A revision and the working tree."""
    policy = policy_of(root)
    workspace = replace(build_workspace(read_tree(root, store_of(root)), policy), baseline=baseline_of(root))
    return _version(base, former, root, policy), Version(name=WORKING_TREE, workspace=workspace, policy=policy)


def _version(name: str, revision: Revision, root: Path, policy: Policy) -> Version:
    """A former version, read under the present policy: a setting is no change of a fact."""
    workspace = replace(build_workspace(_tree(revision, root), policy), baseline=_baseline(revision))
    return Version(name=name, workspace=workspace, policy=_policy(revision))


def _severities(root: Path) -> dict[str, str]:
    return {rule.name: rule.severity.value for rule in collect_rules(root)}


def _at(root: Path, revision: str) -> Revision:
    return workspace_at(root, revision, (str(POLICY_FILE), str(BASELINE)))


def _policy(revision: Revision) -> Policy:
    data = revision.beside.get(POLICY_FILE)
    return policy_in(settings_in(data)) if data is not None else Policy()


def _baseline(revision: Revision) -> Baseline | None:
    data = revision.beside.get(BASELINE)
    return read_baseline(data) if data is not None else None


def _tree(revision: Revision, root: Path) -> Tree:
    """The files of a revision, with the sealed exhibits of today: they lie outside the repository."""
    store = store_of(root)
    sealed = read_tree(root, store) if store is not None else {}
    return dict(revision.tree) | {path: data for path, data in sealed.items() if path.parts[0] == str(SEALED)}
