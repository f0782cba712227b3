"""A corpus of made-up articles to measure speed on: the same bytes for the same seed, on every machine.

    python -m benchmarks.corpus DIR --facts N [--seed S]

Articles of 40 facts, three evidence entries each, twelve sources, about 1,150 bytes of YAML a fact; no town, person or
firm in it exists. Article number k is the same however many there are.
"""

import argparse
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import corpus_words as words
from benchmarks.corpus_cast import Cast, Entry
from benchmarks.corpus_story import FACTS, write_story
from benchmarks.corpus_writing import Story

SEED = 20311103
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9./ -]*[A-Za-z0-9.]|[0-9]+(?:-[0-9]+){0,2}|[0-9]+ [a-z ]+")
_NO_PLAIN = re.compile(r"(?:yes|no|on|off|true|false|null|y|n)", re.IGNORECASE)
_WIDTH = 110


def write_corpus(folder: Path, facts: int, seed: int = SEED) -> int:
    """Write a workspace of at least so many facts below a folder; answers how many they are: a multiple of 40."""
    articles = -(-facts // FACTS)
    root = folder / "facts"
    root.mkdir(parents=True)
    _write(root / "sources.yaml", "sources", {"sources": [_yearbook()]})
    _write(root / "entities.yaml", "entities", _shared_entities())
    for number in range(articles):
        _write_article(root, write_story(Cast(number, seed)))
    return articles * FACTS


def _write_article(root: Path, story: Story) -> None:
    cast = story.cast
    folder = root / cast.id
    folder.mkdir()
    (folder / "article.md").write_text(_front_matter(cast) + "\n\n".join(story.paragraphs) + "\n", encoding="utf-8")
    _write(folder / "sources.yaml", "sources", {"sources": cast.sources()})
    _write(folder / "entities.yaml", "entities", _entities(story))
    _write(folder / "facts.yaml", "facts", {"facts": story.facts})


def _front_matter(cast: Cast) -> str:
    head: Entry = {
        "format": 1,
        "headline": f"{cast.town} votes for a new {cast.thing}",
        "publisher": "The Coastline Review",
    }
    head |= {"language": "en", "published": cast.published.isoformat(), "fictional": True}
    headline = {"exact": f"{cast.town} votes for a new {cast.thing}"}
    head["not_checked"] = [{"anchor": headline, "because": "The first sentence says the same, and is checked there."}]
    return f"---\n{_block(head, 0)}---\n\n"


def _entities(story: Story) -> Entry:
    cast = story.cast
    council, company, fire = cast.of("council"), cast.of("company"), cast.of("fire-service")
    county = words.COUNTIES[cast.county].lower()
    return {
        "people": cast.people_entries(),
        "organisations": [
            {"id": council, "name": f"{cast.town} Town Council", "aliases": ["the council"]},
            {"id": fire, "name": f"{cast.town} Fire Service", "aliases": ["the fire service"], "within": council},
            {"id": company, "name": cast.company_name, "aliases": ["the company"]},
            {"id": cast.of("institute"), "name": "Tidewater Institute", "aliases": ["the institute"]},
        ],
        "places": [
            {"id": cast.of("town"), "name": cast.town, "within": county},
            {"id": cast.of("hall"), "name": "the town hall", "within": cast.of("town")},
            {"id": cast.of("quarter"), "name": cast.quarter, "within": cast.of("town")},
            {"id": cast.of("square"), "name": cast.square, "within": cast.of("town")},
        ],
        "events": story.events,
        "measures": story.measures,
    }


def _yearbook() -> Entry:
    return {
        "id": "county-yearbook",
        "publisher": "Statistical Office of the Counties",
        "title": "Yearbook",
        "published": "2030-12-01",
        "kind": "official statement",
    }


def _shared_entities() -> Entry:
    return {
        "places": [{"id": name.lower(), "name": name} for name in words.COUNTIES],
        "measures": [
            {
                "id": f"{name.lower()}-people",
                "name": f"people who live in {name}",
                "unit": "person",
                "nouns": ["people"],
            }
            for name in words.COUNTIES
        ],
    }


def _write(file: Path, name: str, content: Entry) -> None:
    up = "../" * (len(file.parts) - file.parts.index("facts") - 1)
    head = f"# yaml-language-server: $schema={up}schemas/{name}.schema.json\n"
    file.write_text(head + _block({"format": 1, **content}, 0), encoding="utf-8")


def _block(entry: Mapping[str, object], depth: int) -> str:
    """A mapping in block style, as editors write it: what is short stands on one line."""
    lines = []
    for key, value in entry.items():
        flow = f"{' ' * depth}{key}: {_flow(value)}"
        if isinstance(value, dict | list) and (len(flow) > _WIDTH or (depth == 0 and isinstance(value, list))):
            lines.append(f"{' ' * depth}{key}:\n{_nested(value, depth + 2)}")
        else:
            lines.append(flow + "\n")
    return "".join(lines)


def _nested(value: Mapping[str, object] | Sequence[object], depth: int) -> str:
    if isinstance(value, Mapping):
        return _block(value, depth)
    out = []
    for item in value:
        flow = f"{' ' * depth}- {_flow(item)}\n"
        if isinstance(item, dict) and len(flow) > _WIDTH:
            flow = f"{' ' * depth}- {_block(item, depth + 2).lstrip()}"
        out.append(flow)
    return "".join(out)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return text if _PLAIN.fullmatch(text) and not _NO_PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def main() -> None:
    """Write a corpus where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that holds no facts/ yet")
    parser.add_argument("--facts", type=int, default=4_000, metavar="N", help="at least so many (default: 4000)")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    if args.facts < 1:
        parser.error("--facts: at least 1")
    if (args.folder / "facts").exists():
        parser.error(f"{args.folder} holds facts/ already: name another folder")
    written = write_corpus(args.folder, args.facts, args.seed)
    print(f"{written:,} facts in {written // FACTS:,} articles below {args.folder / 'facts'}")


if __name__ == "__main__":
    main()
