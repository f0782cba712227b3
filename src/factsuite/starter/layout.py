"""The layout of a new workspace: which file goes where."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePosixPath

EXAMPLE = PurePosixPath("facts/gull-island-ferry")
"""The folder of the fictional article."""
SERVICES = {"github": ".github/workflows/facts.yml", "gitlab": ".gitlab-ci.yml"}
"""The file of each service that runs checks."""

_ALWAYS = {
    "README.md": "readme.md",
    ".gitignore": "ignored.txt",
    "pyproject.toml": "settings.toml",
    "checks/README.md": "checks.md",
    "reports/README.md": "reports.md",
    "facts/README.md": "facts.md",
}
_EXAMPLE_FILES = ("article.md", "sources.yaml", "entities.yaml", "facts.yaml")
_SCHEMAS = ("article", "sources", "entities", "facts", "exhibits", "signoffs", "waivers", "desk")
"""The files an editor has a schema for."""


def workspace_files(service: str, *, example: bool) -> dict[PurePosixPath, str]:
    """Every file of a new workspace; `service` is one of SERVICES, or '' for none."""
    named = {**_ALWAYS}
    if service:
        named[SERVICES[service]] = f"{service}.yml"
    found = {PurePosixPath(path): _text("factsuite.starter", name) for path, name in named.items()}
    if example:
        found |= {EXAMPLE / name: _text("factsuite.starter", name) for name in _EXAMPLE_FILES}
    return found | dict(schema_files())


def schema_files() -> Iterator[tuple[PurePosixPath, str]]:
    """The schemas that the first line of each file names, for editors."""
    for name in _SCHEMAS:
        file = f"{name}.schema.json"
        yield PurePosixPath("schemas", file), _text("factsuite.schemas", file)


def _text(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
