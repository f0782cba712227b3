"""What makes a sign-off stale: each kind of change exactly its part, another layout none."""

import pytest
from msgspec.structs import replace

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.model.signoffs import Digests, SignOff
from factsuite.model.stated import Stated
from factsuite.rules.examples import FOLDER, example_tree
from factsuite.rules.running import examine
from factsuite.verdicts.signing import FactSigning, Part, signing_of

ARTICLE = """---
format: 1
headline: Larkhaven opens its bridge
publisher: The Larkhaven Gazette
published: 2031-06-02
fictional: yes
---
The bridge opened on 1 June 2031. On Sunday 412 people, and one dog, crossed it. The weather was fine.

"I never saw that memo," said Ada Quill.
"""
FACTS = """format: 1
facts:
  - id: sunday
    kind: quantity
    claim: 412 people crossed the bridge.
    anchor: {exact: 412 people}
    asserts: {measure: bridge-visitors, value: 412 people}
    evidence:
      - {source: hearing, excerpt: We counted 412 people., locator: page 2, reports: {value: 412 people}}
      - {source: gazette, reports: {value: about 400 people}, set_aside: rounded}
  - id: opened
    kind: date
    claim: The bridge opened on 1 June 2031.
    anchor: {exact: opened on 1 June 2031}
    asserts: {event: opening, on: 2031-06-01}
  - id: headline
    kind: statement
    claim: The bridge was opened.
    anchor: {exact: opens its bridge}
    asserts: {that: The bridge was opened.}
    evidence: [{source: gazette, stance: supports, because: It says so., of: opens its bridge}]
  - id: twice
    kind: derived
    claim: Twice as many are 824.
    anchor: {exact: one dog}
    asserts: {measure: bridge-visitors, value: 824 people, from: sunday * 2}
"""
EXHIBITS = """format: 1
exhibits:
  - {source: hearing, file: exhibits/hearing.txt, media_type: text/plain, size: 23, sha256: "%s",
     text: exhibits/hearing.txt, text_sha256: "%s", extractor: stdlib-text 1, retrieved: 2031-06-03}
"""
ENTITIES = example_tree("")[FOLDER / "entities.yaml"]


def signing(fact: str, article: str = ARTICLE, facts: str = FACTS, **files: str | bytes) -> FactSigning:
    """How one fact stands in a folder of files."""
    tree = dict(example_tree(f"# facts.yaml\n{facts}"))
    tree[FOLDER / "article.md"] = article.encode()
    for name, text in files.items():
        tree[FOLDER / f"{name}.yaml"] = text.encode() if isinstance(text, str) else text
    workspace = build_workspace(tree, Policy())
    dossier = workspace.dossiers[0]
    examined = examine(dossier, workspace)
    return next(each for each in signing_of(dossier, workspace, examined.judgements).facts if each.fact.id == fact)


def changed(fact: str, *edits: tuple[str, str], before: dict[str, str] | None = None, **after: str) -> dict[Part, str]:
    """The parts that are stale after edits of the article or the facts, with the words for each."""
    signed = signing(fact, **(before or {})).digests
    article, facts = ARTICLE, FACTS
    for old, new in edits:
        assert (old in article) + (old in facts) == 1, old
        article, facts = article.replace(old, new), facts.replace(old, new)
    return against(signed, fact, article, facts, **after)


def against(signed: Digests, fact: str, article: str = ARTICLE, facts: str = FACTS, **files: str) -> dict[Part, str]:
    """What is stale of what was signed."""
    tree = dict(example_tree(f"# facts.yaml\n{facts}"))
    tree[FOLDER / "article.md"] = article.encode()
    tree |= {FOLDER / f"{name}.yaml": text.encode() for name, text in files.items()}
    workspace = build_workspace(tree, Policy())
    dossier = workspace.dossiers[0]
    assert any(each.id == fact for each in dossier.facts), [str(problem) for problem in dossier.problems]
    at = dossier.facts[0].at
    name, by = (Stated(text=word, value=word, at=at) for word in (fact, "mira"))
    dossier = replace(dossier, signoffs=(SignOff(fact=name, by=by, on="2031-06-03", at=at, digests=signed),))
    judgements = examine(dossier, workspace).judgements
    found = next(each for each in signing_of(dossier, workspace, judgements).facts if each.fact.id == fact)
    return {change.part: change.words for change in found.signatures[0].changes}


@pytest.mark.parametrize(
    ("edits", "part"),
    [
        ([("crossed it", "walked over it")], Part.SENTENCE),
        ([("anchor: {exact: 412 people}", "anchor: {exact: '412 people,'}")], Part.SENTENCE),
        ([("claim: 412 people crossed the bridge.", "claim: 412 people crossed.")], Part.ASSERTION),
        ([("bridge-visitors, value: 412 people}", "bridge-visitors, value: 412 or more people}")], Part.ASSERTION),
        ([("bridge-visitors, value: 412 people}", "bridge-visitors, value: 412.0 people}")], Part.ASSERTION),
        ([("value: 412 people}\n    evidence", "value: 412 people, as_of: 2031}\n    evidence")], Part.ASSERTION),
        ([("    evidence:\n", "    verdict: overstated\n    evidence:\n")], Part.ASSERTION),
        ([("    evidence:\n", "    correction: About 400.\n    evidence:\n")], Part.ASSERTION),
        ([("    evidence:\n", "    valid: 2031-06-01/..\n    evidence:\n")], Part.ASSERTION),
        ([("page 2, reports: {value: 412", "page 2, reports: {value: 413")], Part.EVIDENCE),
        ([("We counted 412 people.", "We had counted 412 people.")], Part.EVIDENCE),
        ([("page 2", "page 3")], Part.EVIDENCE),
        ([(", set_aside: rounded", "")], Part.EVIDENCE),
        ([("reports: {value: about", "unnamed: yes, reports: {value: about")], Part.EVIDENCE),
        ([("source: gazette, reports", "source: minutes, reports")], Part.EVIDENCE),
        ([("      - {source: gazette, reports: {value: about 400 people}, set_aside: rounded}\n", "")], Part.EVIDENCE),
    ],
)
def test_a_change_makes_its_own_part_stale_and_no_other(edits: list[tuple[str, str]], part: Part) -> None:
    assert set(changed("sunday", *edits)) == {part}


@pytest.mark.parametrize(
    "edits",
    [
        [("The weather was fine.", "It rained all day.")],
        [("The bridge opened on 1 June 2031. On", "On")],
        [("On Sunday 412 people", "On Sunday\n412 people")],
        [("claim: 412 people crossed the bridge.", "claim: >-\n      412 people\n      crossed the bridge.")],
        [
            (
                "{measure: bridge-visitors, value: 412 people}",
                "\n      value: '412 people'\n      measure: bridge-visitors",
            )
        ],
        [
            (
                "    evidence:\n",
                "    verdict: supported  # as ever\n    note: seen twice\n    tags: [crowd]\n    evidence:\n",
            )
        ],
        [("    evidence:\n", "    risk: high\n    evidence:\n")],
        [("anchor: {exact: 412 people}", "anchor: {exact: 412 people, prefix: 'Sunday '}")],
        [("claim: The bridge was opened.", "claim: A bridge was opened.")],
    ],
)
def test_layout_notes_and_other_sentences_change_nothing(edits: list[tuple[str, str]]) -> None:
    assert changed("sunday", *edits) == {}


def test_a_fact_moved_within_its_file_and_its_evidence_reordered_stay_signed() -> None:
    head, rest = FACTS.split("  - id: sunday\n")
    own, others = rest.split("  - id: opened\n")
    *lines, first, second = own.splitlines(keepends=True)
    moved = f"{head}  - id: opened\n{others}  - id: sunday\n{''.join([*lines, second, first])}"
    assert against(signing("sunday").digests, "sunday", facts=moved) == {}


def test_a_list_may_be_typed_in_any_order() -> None:
    listed = FACTS + (
        "  - id: meeting\n    kind: event\n    claim: They opened it.\n    anchor: {exact: The bridge}\n"
        "    asserts: {event: opening, who: [ada-quill, clerk]}\n"
    )
    signed = signing("meeting", facts=listed).digests
    assert against(signed, "meeting", facts=listed.replace("[ada-quill, clerk]", "[clerk, ada-quill]")) == {}
    assert set(against(signed, "meeting", facts=listed.replace("[ada-quill, clerk]", "ada-quill"))) == {Part.ASSERTION}


def test_the_words_name_the_sources_that_came_went_or_were_edited() -> None:
    words = changed("sunday", ("source: gazette, reports", "source: minutes, reports"), ("page 2", "page 3"))
    told = "the evidence has changed: `minutes` was added, `gazette` was removed, `hearing` was edited"
    assert words == {Part.EVIDENCE: told}


def test_a_judgement_is_evidence() -> None:
    for edit in (("because: It says so.", "because: It must be."), ("of: opens its bridge", "of: opens")):
        assert set(changed("headline", edit)) == {Part.EVIDENCE}
    assert set(changed("headline", ("stance: supports", "stance: partly"))) == {Part.EVIDENCE}


def test_a_headline_is_the_sentence_of_what_is_anchored_there() -> None:
    assert set(changed("headline", ("headline: Larkhaven opens", "headline: Northport opens"))) == {Part.SENTENCE}


def test_what_a_record_says_of_the_event_is_evidence() -> None:
    records = ENTITIES.decode() if isinstance(ENTITIES, bytes) else ""
    old = "reports: {on: 2031-06-01, where: old-town}"
    assert old in records
    edited = records.replace(old, "reports: {on: 2031-06, where: old-town}")
    assert changed("opened", entities=edited) == {Part.EVIDENCE: "the evidence has changed: `gazette` was edited"}
    assert changed("opened", entities=records.replace("name: Noor Vane", "name: Noor Vayne")) == {}


def test_a_computed_fact_hangs_on_the_facts_it_is_computed_from() -> None:
    words = changed("twice", ("bridge-visitors, value: 412 people}", "bridge-visitors, value: 411 people}"))
    assert words == {Part.EVIDENCE: "the evidence has changed: `sunday` was edited"}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, ("a" * 64, "b" * 64), "the exhibits have changed: `hearing` was pinned"),
        (("a" * 64, "b" * 64), None, "the exhibits have changed: `hearing` is pinned no longer"),
        (("a" * 64, "b" * 64), ("c" * 64, "b" * 64), "the exhibits have changed: `hearing` was pinned again"),
        (("a" * 64, "b" * 64), ("a" * 64, "c" * 64), "the exhibits have changed: `hearing` was pinned again"),
    ],
)
def test_the_pinned_copy_is_what_was_looked_into(
    before: tuple[str, str] | None, after: tuple[str, str] | None, words: str
) -> None:
    signed = signing("sunday", **({"exhibits": EXHIBITS % before} if before else {})).digests
    assert against(signed, "sunday", **({"exhibits": EXHIBITS % after} if after else {})) == {Part.EXHIBITS: words}
    other = signing("headline", **({"exhibits": EXHIBITS % before} if before else {})).digests
    assert against(other, "headline", **({"exhibits": EXHIBITS % after} if after else {})) == {}


def test_a_source_removed_takes_its_copy_along_and_is_told_once() -> None:
    signed = signing("sunday", exhibits=EXHIBITS % ("a" * 64, "b" * 64)).digests
    facts = FACTS.replace("source: hearing", "source: minutes")
    assert set(against(signed, "sunday", facts=facts, exhibits=EXHIBITS % ("a" * 64, "b" * 64))) == {Part.EVIDENCE}


def test_a_sign_off_in_another_version_of_the_form_has_to_be_given_again() -> None:
    signed = signing("sunday").digests
    found = against(replace(signed, sentence="2" + signed.sentence[1:]), "sunday")
    assert list(found.values()) == ["it was signed in another version of the form, and cannot be compared"]


def test_the_digests_never_change_by_themselves() -> None:
    """What desks have signed must not go stale with a new release; a new form takes a new version."""
    digests = signing("sunday").digests
    assert (digests.sentence, digests.assertion, dict(digests.evidence)["hearing"]) == PINNED


PINNED = (
    "1-3302a4424b877d4bf10afd0cc9d28c60",
    "1-be18af64dd10e3a386d876a86c77d645",
    "1-2a84241d41815b520158e448f8ee375c",
)
