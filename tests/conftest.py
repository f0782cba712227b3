"""The plugins of the tests: pytest's own tester, and nothing of the project but what is installed."""

import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]
collect_ignore = ["dossiers"]  # wrong on purpose; test_fictional_dossiers.py runs them

# Random inputs are seeded, so that a run can be repeated; a machine that is busy is no failure.
settings.register_profile("repository", derandomize=True, deadline=None)
settings.load_profile("repository")


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run inside a test prints is the same on a desk and in CI, where pytest prints its summary whole."""
    for name in ("CI", "BUILD_NUMBER", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
