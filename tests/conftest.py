"""The plugins of the tests: pytest's own tester, and nothing of the project but what is installed."""

pytest_plugins = ["pytester"]
