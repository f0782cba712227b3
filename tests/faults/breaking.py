"""Runs commands again and again, broken off at another of their writes each time.

`python breaking.py WORKSPACE COMMANDS.json`: a name for each list of arguments. Prints a JSON report by name and fault.

Python's audit events tell of every file that is opened for writing, renamed, removed or given other permissions, so
that no writer is overlooked. Each run is a fork of this process in a fresh copy of the workspace. The faults:

- `kill`: the process ends at once, before the write of that number;
- `full`: that write fails as on a full disk;
- `cut`: no file can grow beyond 100 bytes, so that the system itself breaks off in the middle of one;
- `read-only`: every write fails as on a read-only disk.
"""

import contextlib
import errno
import gc
import io
import json
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

KILLED = 77
MOST = 6
"""First writes of one command at which it is broken off, besides its last; those between are of the same sort."""
CUT_AT = 100
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def broken_off(template: Path, arguments: list[str]) -> dict[str, Any]:
    """Break a command off in every way, at each of its writes in turn."""
    with tempfile.TemporaryDirectory() as scratch:
        whole = fresh(template, Path(scratch, "whole"))
        before = files_of(whole)
        code, out, writes = run(whole, arguments, None)
        after = files_of(whole)
        first = set(range(1, min(len(writes), MOST) + 1))
        faults = [("kill", number) for number in sorted(first | {len(writes)})]
        faults += [("full", number) for number in sorted({1, 2, 3, len(writes)}) if number <= len(writes)]
        faults += [("cut", 0), ("read-only", 0)]
        runs = []
        for how, number in faults:
            root = fresh(template, Path(scratch, f"{how}-{number}"))
            runs.append(
                {"how": how, "at": writes[number - 1] if number else "", **_broken(root, arguments, how, number)}
            )
            runs[-1].update(_compared(runs[-1].pop("found"), before, after))
            if how == "kill":
                code_again, out_again, _ = run(root, arguments, None)
                kept = {name: data for name, data in files_of(root).items() if not unfinished(name)}
                runs[-1].update(again=code_again, out_again=out_again, same_in_the_end=kept == after)
            shutil.rmtree(root)
        return {"code": code, "out": out, "writes": writes, "changes": before != after, "runs": runs}


def _broken(root: Path, arguments: list[str], how: str, number: int) -> dict[str, Any]:
    code, out, _ = run(root, arguments, (how, number))
    return {"code": code, "out": out, "found": files_of(root)}


def _compared(found: dict[str, str], before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """What stands there after a fault, beside what stood there and what was to stand there."""
    whole = {name: data for name, data in found.items() if not unfinished(name)}
    return {
        "torn": sorted(name for name, data in whole.items() if data not in (before.get(name), after.get(name))),
        "lost": sorted(name for name in before.keys() & after.keys() if name not in whole),
        "left": sorted(found.keys() - whole.keys()),
        "changed": sorted(name for name in whole.keys() | before.keys() if whole.get(name) != before.get(name)),
    }


def unfinished(name: str) -> bool:
    return any(part.startswith(".") and part.endswith(".factsuite-part") for part in Path(name).parts)


def fresh(template: Path, root: Path) -> Path:
    shutil.copytree(template, root, symlinks=True)
    return root


def files_of(root: Path) -> dict[str, str]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes().hex() for file in sorted(root.rglob("*")) if file.is_file()
    }


def run(root: Path, arguments: list[str], broken: tuple[str, int] | None) -> tuple[int, str, list[str]]:
    """Run a command in a fork; what it printed and what it wrote come back by files beside the workspace."""
    told, log = root.parent / f"{root.name}.out", root.parent / f"{root.name}.log"
    child = os.fork()
    if child == 0:
        code = 99
        try:
            code = _in_child(root, arguments, broken, told, log)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    out = told.read_text("utf-8", "replace") if told.exists() else ""
    writes = log.read_text("utf-8").split("\n") if log.exists() else []
    return os.waitstatus_to_exitcode(status), out, [write for write in writes if write]


def _in_child(root: Path, arguments: list[str], broken: tuple[str, int] | None, told: Path, log: Path) -> int:
    from factsuite.cli import main as command

    os.chdir(root)
    printed = io.StringIO()
    writes: list[str] = []
    watch(root.resolve(), writes, broken)
    code = 98
    if broken is not None and broken[0] == "cut":
        resource.setrlimit(resource.RLIMIT_FSIZE, (CUT_AT, resource.RLIM_INFINITY))
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            code = write_reports(root) if arguments[0] == "write-reports" else command(arguments)
    except BaseException as error:
        print(f"Traceback: {type(error).__name__}: {error}", file=printed)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        told.write_text(printed.getvalue(), "utf-8")
        log.write_text("\n".join(writes), "utf-8")
    return code


def write_reports(root: Path) -> int:
    """What a whole run of pytest does at its end."""
    from factsuite import engine
    from factsuite.reports import writing

    try:
        writing.write_reports(engine.check_workspace(root), root)
    except OSError as error:
        print(f"reports/ could not be written: {error}")
        return 1
    return 0


def watch(root: Path, writes: list[str], broken: tuple[str, int] | None) -> None:
    """Note every write below a folder, and break one off."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in EVENTS or not is_write(event, arguments):
            return
        path = Path(os.path.abspath(os.fsdecode(arguments[0]))) if isinstance(arguments[0], str | bytes) else None
        if path is None or root not in (path, *path.parents) or (event == "os.mkdir" and path.is_dir()):
            return
        writes.append(f"{event} {path.relative_to(root)}")
        if broken is None or (event == "os.remove" and broken[0] != "kill"):
            return
        how, number = broken
        if how == "kill" and len(writes) == number:
            os._exit(KILLED)
        if how == "full" and len(writes) == number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        if how == "read-only":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    sys.addaudithook(hook)


def is_write(event: str, arguments: tuple[Any, ...]) -> bool:
    if event != "open":
        return True
    _, mode, flags = arguments
    return bool((flags or 0) & _CHANGING) or bool(mode and set(str(mode)) & set("wax+"))


def run_here(template: Path, arguments: list[str]) -> None:
    """Run a command unbroken in this process, on a copy."""
    from factsuite.cli import main as command

    with tempfile.TemporaryDirectory() as scratch, contextlib.redirect_stdout(io.StringIO()):
        root = fresh(template, Path(scratch, "here"))
        os.chdir(root)
        with contextlib.redirect_stderr(io.StringIO()):
            write_reports(root) if arguments[0] == "write-reports" else command(arguments)
        os.chdir(template)


def main(template: Path, commands: dict[str, list[str]]) -> dict[str, Any]:
    """Break each command off; what they import and compile is there once, for all forks."""
    for arguments in commands.values():
        run_here(template, arguments)
    gc.freeze()
    return {name: broken_off(template, arguments) for name, arguments in commands.items()}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]).resolve(), json.loads(Path(sys.argv[2]).read_text("utf-8")))))
