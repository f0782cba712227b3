"""Quotations looked up in texts of sources: ours, and the two rivals that can do it offline on local files.

    python -m benchmarks.speed_quotations write FOLDER QUOTATIONS    the texts and what is looked up in them
    python speed_quotations.py ours|linkml-reference-validator|citations FOLDER    prints processor seconds

The rivals bring many packages, so they may live in another environment: this file imports nothing of the repository
but for `write` and `ours`.
"""

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Pair = tuple[str, Path]


def write(folder: Path, quotations: int, seed: int = 20311103) -> None:
    """Write texts of about 5 kB, ten quotations in each, and a list of them."""
    from benchmarks import corpus_words as words

    draw = random.Random(seed)
    phrases = [
        *words.DEFECTS,
        *words.PRAISE,
        *words.DENIED,
        *words.PROMISED,
        *words.SAID,
        *words.ESTIMATED,
        *words.NOTES,
    ]
    folder.mkdir(parents=True)
    listed = []
    for number in range(-(-quotations // 10)):
        sentences = [f"{_somebody(draw)} {draw.randrange(10_000)}: {draw.choice(phrases)}" for _ in range(56)]
        (folder / f"{number:05d}.txt").write_text(".\n".join(sentences), encoding="utf-8")
        listed += [(sentence, f"{number:05d}.txt") for sentence in draw.sample(sentences, 10)]
    (folder / "quotations.json").write_text(json.dumps(listed[:quotations]), encoding="utf-8")


def _somebody(draw: random.Random) -> str:
    from benchmarks import corpus_words as words

    first, last = draw.choice(words.FIRST_NAMES), draw.choice(words.SURNAMES)
    return f"{first} {last} had it from {draw.choice(words.TOWN_ENDINGS)}"


def pairs(folder: Path) -> Iterator[Pair]:
    """Every quotation with the file of its source."""
    for quotation, name in json.loads((folder / "quotations.json").read_text(encoding="utf-8")):
        yield quotation, folder / name


def ours(folder: Path) -> Callable[[], int]:
    """Every excerpt found in its source by the matcher of pinned sources."""
    from factsuite.texts.standing import find_excerpt

    def found() -> int:
        texts: dict[Path, str] = {}
        number = 0
        for quotation, file in pairs(folder):
            if file not in texts:
                texts[file] = file.read_text(encoding="utf-8")
            number += bool(find_excerpt(quotation, texts[file]))
        return number

    return found


def linkml(folder: Path) -> Callable[[], int]:
    """The same by linkml-reference-validator, each source read once."""
    from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
    from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator

    validator = SupportingTextValidator(ReferenceValidationConfig())

    def found() -> int:
        sources: dict[Path, object] = {}
        number = 0
        for quotation, file in pairs(folder):
            if file not in sources:
                text = file.read_text(encoding="utf-8")
                sources[file] = ReferenceContent(reference_id=f"file:{file.name}", title=file.name, content=text)
            number += validator.find_text_in_reference(quotation, sources[file]).found
        return number

    return found


def citations(folder: Path) -> Callable[[], int]:
    """The same by citations."""
    from citations import check_one

    def found() -> int:
        return sum(str(check_one(quotation, file).state) == "found" for quotation, file in pairs(folder))

    return found


SYSTEMS = {"ours": ours, "linkml-reference-validator": linkml, "citations": citations}


def main() -> None:
    """Write, or measure one system once; 3 where it is not installed."""
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]), int(sys.argv[3]))
        return
    folder = Path(sys.argv[2])
    try:
        work = SYSTEMS[sys.argv[1]](folder)
    except ImportError as missing:
        print(missing, file=sys.stderr)
        raise SystemExit(3) from None
    start = time.process_time()
    found = work()
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "found": found, "asked": sum(1 for _ in pairs(folder))}))


if __name__ == "__main__":
    main()
