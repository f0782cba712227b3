"""Wiring: the factsuite plugin comes with the installed package."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Say what to do where the package is not installed, or its plugin is switched off."""
    if not config.pluginmanager.has_plugin("factsuite") and not config.pluginmanager.has_plugin("factsuite.plugin"):
        raise pytest.UsageError(
            "the factsuite plugin is not loaded: run `pip install -e .`, or add `-p factsuite.plugin`"
        )
