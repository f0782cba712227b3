"""The programs that are measured: each call runs one once, in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
QUOTATIONS = 2_000
_COLD = ("--jobs", "1", "--no-cache")
_LISTS = ("facts", "sources", "entities")
_ALONE = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


class NotMeasured(Exception):
    """What is to be measured is not there; the text says what is missing."""


class Taken(NamedTuple):
    """What one run took: processor seconds, its children's included, and megabytes at the peak."""

    seconds: float
    peak_mb: float


Program = Callable[[], Taken]


def programs(folder: Path, facts: int, rivals: str) -> Mapping[str, Program]:
    """Everything that is measured, by its name, in the order of measuring. `folder` holds the corpus."""
    corpus = folder / "corpus"
    scripts = Path(sys.executable).parent
    check = [str(scripts / "factsuite"), "check", *_COLD, "--format", "json", str(corpus)]
    peers = {"linkml-reference-validator": rivals, "citations": rivals}
    return {
        "floor": partial(_child, "floor", corpus),
        "engine-without-text": partial(_child, "engine-without-text", corpus),
        "engine": partial(_child, "engine", corpus),
        "factsuite-check": partial(_whole, [check]),
        "check-jsonschema": partial(_whole, _against_schemas(corpus, scripts)),
        "pytest": partial(_pytest, corpus),
        "pytest-adds": partial(_child, "pytest", corpus),
        "pytest-empty": partial(_empty_tests, facts),
        "quotations": partial(_quotations, folder, sys.executable, "ours"),
        **{f"quotations-{name}": partial(_quotations, folder, python, name) for name, python in peers.items()},
        "factsuite-help": partial(_whole, [[str(scripts / "factsuite"), "--help"]]),
        "python-empty": partial(_whole, [[sys.executable, "-c", "pass"]]),
        "pytest-unrelated": partial(_unrelated, True),
        "pytest-unrelated-without": partial(_unrelated, False),
    }


def _child(name: str, corpus: Path) -> Taken:
    done = _run([sys.executable, "-m", "benchmarks.speed_child", name, str(corpus)])
    return Taken(**json.loads(done))


def _against_schemas(corpus: Path, scripts: Path) -> list[Sequence[str]]:
    """check-jsonschema takes one schema a call, so it is called once for each sort of file."""
    tool = str(scripts / "check-jsonschema")
    files = {name: sorted(str(file) for file in corpus.glob(f"facts/*/{name}.yaml")) for name in _LISTS}
    schemas = {name: str(ROOT / "schemas" / f"{name}.schema.json") for name in _LISTS}
    return [[tool, "--schemafile", schemas[name], *files[name]] for name in _LISTS]


def _pytest(corpus: Path) -> Taken:
    arguments = ["-q", "-p", "no:cacheprovider", "-p", "factsuite.plugin"]
    return _whole([[sys.executable, "-m", "pytest", *arguments, "--rootdir", str(corpus), str(corpus)]])


def _empty_tests(tests: int) -> Taken:
    text = f"import pytest\n\n@pytest.mark.parametrize('number', range({tests}))\ndef test_empty(number):\n    pass\n"
    return _tests(text, "-p", "no:cacheprovider")


def _unrelated(with_plugin: bool) -> Taken:
    plugin = ("-p", "factsuite.plugin") if with_plugin else ()
    return _tests("def test_empty():\n    pass\n", "-p", "no:cacheprovider", *plugin)


def _tests(text: str, *arguments: str) -> Taken:
    with tempfile.TemporaryDirectory(prefix="factsuite-tests-") as folder:
        file = Path(folder) / "test_speed.py"
        file.write_text(text, encoding="utf-8")
        return _whole([[sys.executable, "-m", "pytest", "-q", *arguments, "--rootdir", folder, str(file)]])


def _quotations(folder: Path, python: str, system: str) -> Taken:
    texts = folder / "quotations"
    if not texts.exists():
        _run([sys.executable, "-m", "benchmarks.speed_quotations", "write", str(texts), str(QUOTATIONS)])
    module = (
        ["-m", "benchmarks.speed_quotations"] if system == "ours" else [str(ROOT / "benchmarks/speed_quotations.py")]
    )
    told = json.loads(_run([python, *module, system, str(texts)]))
    if told["found"] != told["asked"]:
        raise NotMeasured(f"{system} found {told['found']} of {told['asked']} quotations that are there")
    return Taken(told["seconds"], 0)


def _run(command: Sequence[str]) -> str:
    if not Path(command[0]).exists():
        raise NotMeasured(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | _ALONE, check=False)
    if done.returncode == 3:
        raise NotMeasured(done.stderr.strip() or "not installed")
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def _whole(commands: Sequence[Sequence[str]]) -> Taken:
    """Programs from start to end, one after the other; exit code 1 is an answer, not a failure."""
    seconds, peak = 0.0, 0.0
    for command in commands:
        if not Path(command[0]).exists():
            raise NotMeasured(f"{Path(command[0]).name} is not installed")
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | _ALONE
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(command[:6])} ended with {process.returncode}")
        seconds += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss / 1024)
    return Taken(seconds, peak)
