"""Whole dossiers made up by Hypothesis: sound ones of every kind of fact, and the same with defects of many sorts."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from hypothesis import strategies as st

Data = Any
"""What YAML holds: texts, lists and mappings."""
Files = dict[str, Data]
"""The files of a dossier as data; `article.md` is `{"front": ..., "body": ...}`. Raw bytes stand for themselves."""

PIERS = ("Alder", "Birch", "Cedar", "Elm", "Hazel", "Juniper", "Larch", "Maple", "Rowan", "Willow")
SPEAKERS = ("ada-quill", "noor-vane")
NAMES = {"ada-quill": "Ada Quill", "noor-vane": "Noor Vane"}
SAYINGS = ("I never saw that memo", "We will open it in spring", "If it rains, we may wait", "It is not our wall")
HEDGES = ("", "at least ", "more than ", "up to ", "about ")
ODD = (
    "", " ", "null", "no", "1e999", "-0", "٣", "12:30:45", "9" * 400, "a" * 5000, "\u0000", "\u202eabc", "\ufeff",
    "\U0001f6a2" * 3, "e\u0301", "<script>alert(1)</script>", "]]>&amp;", "|*_`[x](y)", "::error::", "=1+1", "%s{0}",
    "../../etc", "\x1b[31m", "\u2028", "\n\n---\n", "2024-13-45", "about between to", "1/0", "10^(10^10)", "%",
)  # fmt: skip
"""Texts that nobody types into a field on purpose."""


@dataclass(slots=True)
class Story:
    """A dossier in the making."""

    sentences: list[str]
    facts: list[Data]
    events: list[Data]
    measures: list[Data]


@st.composite
def stories(draw: st.DrawFn, least: int = 1, most: int = 6) -> Files:
    """A sound dossier: every fact has a sentence of its own, and evidence that supports it."""
    story = Story([], [], [], [])
    for number in range(draw(st.integers(least, most))):
        draw(st.sampled_from(SORTS))(draw, story, number)
    body = "\n\n".join(story.sentences) + "\n"
    front = {
        "format": "1",
        "headline": "Larkhaven opens its piers",
        "publisher": "The Larkhaven Gazette",
        "published": "2031-06-02",
        "fictional": "yes",
    }
    entities = {
        "format": "1",
        "people": [
            _person("ada-quill", "Mayor of Larkhaven"),
            _person("noor-vane", "Harbour Master of Larkhaven"),
        ],
        "organisations": [{"id": "council", "name": "Larkhaven City Council"}],
        "places": [
            {"id": "larkhaven", "name": "Larkhaven"},
            {"id": "old-town", "name": "Old Town", "within": "larkhaven"},
        ],
        "events": story.events,
        "measures": story.measures,
    }
    sources = [
        {"id": "hearing", "publisher": "Larkhaven City Council", "kind": "transcript"},
        {"id": "gazette", "publisher": "The Northport Mail", "kind": "newspaper"},
        {"id": "copy", "publisher": "The Coast Echo", "kind": "wire copy", "derives_from": "gazette"},
    ]
    return {
        "article.md": {"front": front, "body": body},
        "sources.yaml": {"format": "1", "sources": sources},
        "entities.yaml": entities,
        "facts.yaml": {"format": "1", "facts": story.facts},
    }


def _person(id: str, title: str) -> Data:
    term = {"title": title, "from": "2029", "evidence": [{"source": "gazette", "reports": {"from": "2029"}}]}
    return {"id": id, "name": NAMES[id], "within": "council", "offices": [term]}


def _fact(story: Story, number: int, kind: str, sentence: str, asserts: Data, evidence: list[Data]) -> None:
    story.sentences.append(f"{sentence}.")
    story.facts.append(
        {
            "id": f"{kind}-{number}",
            "kind": kind,
            "claim": f"{sentence}.",
            "anchor": {"exact": sentence},
            "asserts": asserts,
            **({"evidence": evidence} if evidence else {}),
        }
    )


def _reported(draw: st.DrawFn, reports: Data) -> list[Data]:
    sources = draw(st.lists(st.sampled_from(("hearing", "gazette", "copy")), min_size=1, max_size=3, unique=True))
    return [{"source": source, "reports": reports} for source in sources]


def _quantity(draw: st.DrawFn, story: Story, number: int) -> None:
    value = f"{draw(st.sampled_from(HEDGES))}{draw(st.integers(3, 9999)):,} people"
    measure = f"visitors-{number}"
    story.measures.append({"id": measure, "name": f"visitors {number}", "unit": "person", "nouns": ["people"]})
    sentence = f"Word came that {value} crossed {PIERS[number]} Pier"
    _fact(story, number, "quantity", sentence, {"measure": measure, "value": value}, _reported(draw, {"value": value}))


def _event_entry(draw: st.DrawFn, story: Story, number: int) -> tuple[str, str, int]:
    day = draw(st.integers(1, 28))
    id, on = f"opening-{number}", f"2031-05-{day:02}"
    recorded = [{"source": "gazette", "reports": {"on": on, "where": "old-town", "who": "council"}}]
    event = {"id": id, "name": f"the opening of {PIERS[number]} Pier", "on": on, "where": "old-town", "who": "council"}
    story.events.append({**event, "evidence": recorded})
    return id, on, day


def _date(draw: st.DrawFn, story: Story, number: int) -> None:
    id, on, day = _event_entry(draw, story, number)
    sentence = f"{PIERS[number]} Pier opened on {day} May 2031"
    _fact(story, number, "date", sentence, {"event": id, "on": f"{day} May 2031"}, _reported(draw, {"on": on}))


def _place(draw: st.DrawFn, story: Story, number: int) -> None:
    id, _, _ = _event_entry(draw, story, number)
    sentence = f"{PIERS[number]} Pier was opened in Larkhaven"
    asserts = {"what": id, "where": "larkhaven"}
    _fact(story, number, "place", sentence, asserts, _reported(draw, {"where": "old-town"}))


def _event(draw: st.DrawFn, story: Story, number: int) -> None:
    id, on, _ = _event_entry(draw, story, number)
    sentence = f"Larkhaven City Council opened {PIERS[number]} Pier"
    _fact(
        story, number, "event", sentence, {"event": id, "who": "council"}, _reported(draw, {"who": "council", "on": on})
    )


def _order(_: st.DrawFn, story: Story, number: int) -> None:
    for id, on, name in ((f"first-{number}", "2031-04-01", "survey"), (f"second-{number}", "2031-04-09", "vote")):
        recorded = [{"source": "gazette", "reports": {"on": on}}]
        story.events.append({"id": id, "name": f"the {name} on {PIERS[number]} Pier", "on": on, "evidence": recorded})
    sentence = f"The vote on {PIERS[number]} Pier came after the survey"
    _fact(story, number, "order", sentence, {"earlier": f"first-{number}", "later": f"second-{number}"}, [])


def _quotation(draw: st.DrawFn, story: Story, number: int) -> None:
    speaker, words = draw(st.sampled_from(SPEAKERS)), f"{draw(st.sampled_from(SAYINGS))} at {PIERS[number]} Pier"
    sentence = f'"{words}," {NAMES[speaker]} said'
    excerpt = f"{NAMES[speaker].upper()}: {words}."
    evidence = [{"source": "hearing", "excerpt": excerpt, "reports": {"speaker": speaker}}]
    _fact(story, number, "quotation", sentence, {"speaker": speaker, "words": words}, evidence)


def _statement(draw: st.DrawFn, story: Story, number: int) -> None:
    speaker = draw(st.sampled_from(SPEAKERS))
    that = f"{PIERS[number]} Pier was safe"
    sentence = f"{NAMES[speaker]} said that {that}"
    asserts = {"speaker": speaker, "that": that}
    said = {"source": "hearing", "reports": {"speaker": speaker}}
    stance = {**said, "stance": "supports", "because": "She said so.", "of": sentence}
    evidence = draw(st.sampled_from(([stance], [{"source": "hearing", "reports": asserts}])))
    _fact(story, number, "statement", sentence, asserts, evidence)


def _office(draw: st.DrawFn, story: Story, number: int) -> None:
    asserts = {"person": "ada-quill", "office": "Mayor of Larkhaven", "as_of": "2031-05-01"}
    sentence = f"To {PIERS[number]} Pier came Ada Quill, the Mayor of Larkhaven"
    _fact(story, number, "office", sentence, asserts, _reported(draw, {"office": "Mayor of Larkhaven"}))


def _derived(draw: st.DrawFn, story: Story, number: int) -> None:
    counts = [fact for fact in story.facts if fact["kind"] == "quantity" and fact["asserts"]["value"][0].isdigit()]
    if not counts:
        return _quantity(draw, story, number)
    of = draw(st.sampled_from(counts))
    amount = int(of["asserts"]["value"].removesuffix(" people").replace(",", ""))
    value, measure = f"{2 * amount:,} people", f"twice-{number}"
    story.measures.append({"id": measure, "name": f"twice {number}", "unit": "person", "nouns": ["people"]})
    sentence = f"That makes {value} for {PIERS[number]} Pier"
    return _fact(
        story, number, "derived", sentence, {"measure": measure, "value": value, "from": f"{of['id']} * 2"}, []
    )


SORTS: tuple[Callable[[st.DrawFn, Story, int], None], ...] = (
    _quantity, _date, _place, _event, _order, _quotation, _statement, _office, _derived,
)  # fmt: skip


@st.composite
def defective_stories(draw: st.DrawFn) -> Files:
    """A dossier with up to five defects anywhere in it."""
    files = deepcopy(draw(stories()))
    for _ in range(draw(st.integers(1, 5))):
        _damage(draw, files)
    if draw(st.integers(0, 9)) == 0:
        name = draw(st.sampled_from(sorted(files)))
        files[name] = _raw(draw, written(name, files[name]))
    return files


def _damage(draw: st.DrawFn, files: Files) -> None:
    """One defect at a place drawn at random."""
    places = list(_places(files))
    holder, key = draw(st.sampled_from(places))
    value = holder[key]
    texts = [each[at] for each, at in places if isinstance(each[at], str)]
    act = draw(st.sampled_from(("drop", "odd", "swap", "type", "twice", "unknown", "rename")))
    if act == "drop":
        del holder[key]
    elif act == "odd":
        holder[key] = draw(st.one_of(st.sampled_from(ODD), st.text(max_size=30)))
    elif act == "swap" and texts:
        holder[key] = draw(st.sampled_from(texts))
    elif act == "type":
        holder[key] = draw(st.sampled_from((None, 7, 1.5, True, [], {}, [value], {"value": value}, [[value]])))
    elif act == "twice" and isinstance(holder, list):
        holder.insert(draw(st.integers(0, len(holder))), deepcopy(value))
    elif act == "unknown" and isinstance(value, str):
        holder[key] = value + draw(st.sampled_from(("-x", ".", " ", "x", "\u200b", "-")))
    elif act == "rename" and isinstance(holder, dict):
        del holder[key]
        holder[draw(st.sampled_from(("vaule", "id", "kind", "reports", "because", "set_aside", "stance", "<<")))] = (
            value
        )


def _places(node: Data) -> Iterator[tuple[Data, Any]]:
    """Every value below, as what holds it and the key it has there."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in list(pairs):
        if not (isinstance(node, dict) and key in ("article.md",)):
            yield node, key
        yield from _places(value)


def _raw(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes lost, or put in."""
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 40)))
    put = draw(st.one_of(st.binary(max_size=4), st.sampled_from((b"\t", b"*a", b"&a ", b"!t ", b"\xff", b"- ", b": "))))
    return data[:start] + put + data[end:]


def written(name: str, data: Data) -> bytes:
    """A file as bytes. JSON is YAML too, and can say whatever a mapping holds."""
    if isinstance(data, bytes):
        return data
    if name == "article.md":
        front, body = (data.get(part, "") if isinstance(data, dict) else "" for part in ("front", "body"))
        fields = front.items() if isinstance(front, dict) else ()
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields)
        return f"---\n{lines}---\n{body}".encode("utf-8", "surrogatepass")
    if not isinstance(data, dict):
        return json.dumps(data).encode()
    return "".join(_field(str(key), value) for key, value in data.items()).encode("utf-8", "surrogatepass")


def _field(key: str, value: Data) -> str:
    """A field of a file; the entries of a list each on a line, so that every one has a place of its own."""
    if isinstance(value, list) and value:
        return f"{key}:\n" + "".join(f"  - {json.dumps(each)}\n" for each in value)
    return f"{key}: {json.dumps(value)}\n"


def tree_of(files: Files, article: str = "piers") -> dict[PurePosixPath, bytes]:
    """The files where the engine looks for them."""
    return {PurePosixPath("facts", article, name): written(name, data) for name, data in files.items()}
