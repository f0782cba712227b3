"""A small workspace about a town that does not exist: one article, four facts, one of them known to be wrong."""

from pathlib import Path

FILES = {
    "article.md": """\
---
format: 1
headline: Larkhaven opens its bridge
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
The bridge opened on 1 June 2031. More than 300 people crossed it.

"I never saw that memo," said Ada Quill, the Harbour Master of Larkhaven.
""",
    "sources.yaml": """\
format: 1
sources:
  - {id: hearing, publisher: Larkhaven City Council, kind: transcript}
  - {id: gazette, publisher: The Larkhaven Gazette, kind: newspaper}
""",
    "entities.yaml": """\
format: 1
people:
  - id: ada-quill
    name: Ada Quill
    offices:
      - {title: Mayor of Larkhaven, from: 2029, evidence: [{source: gazette, reports: {from: 2029}}]}
  - id: noor-vane
    name: Noor Vane
    offices:
      - title: Harbour Master of Larkhaven
        evidence: [{source: gazette, reports: {held_on: 2031-06-01}}]
events:
  - id: opening
    name: the opening of the bridge
    on: 2031-06-01
    evidence: [{source: gazette, reports: {on: 2031-06-01}}]
measures:
  - {id: bridge-visitors, name: visitors to the bridge, unit: person, nouns: [people]}
""",
    "facts.yaml": """\
format: 1
facts:
  - id: opening-day
    kind: date
    claim: The bridge opened on 1 June 2031.
    anchor: {exact: The bridge opened on 1 June 2031}
    asserts: {event: opening, on: 2031-06-01}
    tags: [calendar]

  - id: visitors
    kind: quantity
    claim: More than 300 people crossed the bridge.
    anchor: {exact: More than 300 people crossed it}
    asserts: {measure: bridge-visitors, value: more than 300 people}
    evidence:
      - {source: hearing, excerpt: We counted 412 people., reports: {value: 412 people}}
    tags: [numbers]

  - id: memo
    kind: quotation
    claim: Ada Quill said, "I never saw that memo."
    anchor: {exact: '"I never saw that memo," said Ada Quill'}
    asserts: {speaker: ada-quill, words: I never saw that memo}
    evidence:
      - {source: hearing, excerpt: "QUILL: I never saw that memo.", reports: {speaker: ada-quill}}

  - id: quill-office
    kind: office
    claim: Ada Quill was the Harbour Master of Larkhaven.
    anchor: {exact: "Ada Quill, the Harbour Master of Larkhaven"}
    asserts: {person: ada-quill, office: Harbour Master of Larkhaven, as_of: 2031-06-01}
    evidence:
      - {source: hearing, reports: {office: Mayor of Larkhaven}}
    verdict: contradicted
    correction: Ada Quill was the Mayor of Larkhaven.
""",
}
"""The files of `facts/bridge/`."""

FACTS = ("opening-day", "visitors", "memo", "quill-office")


def write_town(root: Path, article: str = "bridge", **changed: str) -> Path:
    """Write the workspace under a folder; `facts_yaml="..."` and the like replace a file. Returns the article's."""
    folder = root / "facts" / article
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.replace(".", "_"), text), encoding="utf-8")
    return folder


def without(old: str, new: str, name: str = "facts.yaml") -> str:
    """A file with one passage replaced."""
    text = FILES[name]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return text.replace(old, new)
