"""`python -m fuzz NAME [OPTION of libFuzzer ...] [CORPUS ...]`: fuzz one harness; a file in the place of a corpus is
run once. Without atheris, only files are run."""

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Fuzz, or run files again."""
    if not arguments or arguments[0].startswith("-"):
        print("usage: python -m fuzz NAME [FILE | -OPTION=VALUE ... CORPUS ...]", file=sys.stderr)
        return 2
    name, *rest = arguments
    files = [Path(each) for each in rest if Path(each).is_file()]
    if files and len(files) == len(rest):
        return _again(name, files)
    import atheris

    with atheris.instrument_imports(include=["factsuite"], enable_loader_override=False):
        from fuzz.harnesses import HARNESSES
    atheris.Setup([sys.argv[0], *rest], HARNESSES[name])
    atheris.Fuzz()
    return 0


def _again(name: str, files: list[Path]) -> int:
    from fuzz.harnesses import HARNESSES

    for file in files:
        HARNESSES[name](file.read_bytes())
        print(f"{file}: nothing wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
