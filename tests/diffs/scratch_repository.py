"""A scratch repository that holds the first article, with an edit on a branch of its own."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ARTICLE = "dprk-troops-in-russia"
TYPO = ("This revelation comes", "This revalation comes")
"""A slip planted in the scratch copy, where no fact's words stand, for a branch to mend."""

Edit = Callable[[str], str]


def git(root: Path, *arguments: str) -> str:
    """Run git in the scratch repository; nothing of the machine's own configuration is used."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env = clean | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@larkhaven.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(root), *who, *arguments], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def make_repository(root: Path) -> Path:
    """The first article as it stands, with one slip, committed on `main`."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "facts" / ARTICLE, root / "facts" / ARTICLE)
    (root / "pyproject.toml").write_text("[tool.pytest.ini_options]\nxfail_strict = true\n", encoding="utf-8")
    (root / ".gitignore").write_text("reports/\n__pycache__/\n.pytest_cache/\n", encoding="utf-8")
    edit(root, "article.md", *TYPO)
    git(root, "init", "-q", "-b", "main")
    commit(root, "the article as published")
    return root


def commit(root: Path, message: str) -> None:
    """Commit everything."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def file_of(root: Path, name: str) -> Path:
    """A file of the article."""
    return root / "facts" / ARTICLE / name


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace some words, which must stand there once."""
    file = file_of(root, name)
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def rewrite(root: Path, name: str, change: Edit) -> None:
    """Rewrite a whole file; it must change."""
    file = file_of(root, name)
    text = file.read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8", newline="")
