"""The examples on a rule's page, run: *Fails* must yield the rule's finding, *Passes* must yield none.

An example is the fields of one fact, set in a fictional town (`rules/example/`); `kind`, `claim` and `anchor` may
be left out, and `article:` gives the text under check. Or, or besides, it is whole files, each after a line with its
name: `# facts.yaml`, `# second/facts.yaml` (of another article), `# shared/sources.yaml` (what articles share),
`# exhibits/hearing.txt`, `# pyproject.toml` (the policy), `# factsuite-baseline.json`. A line `# as-of: 2032-01-01`
asks what has expired by then, and `# today: 2032-01-01` says by what day waivers expire. A line
`# left-out: checks/house.py` says that the house rules of a file were not run.
"""

import re
import tomllib
from importlib.resources import files
from pathlib import PurePosixPath

from msgspec.structs import replace

from factsuite.load.files import ARTICLE_FILES, Tree, article_ids
from factsuite.load.positioned import Map, Text
from factsuite.load.yaml_tree import read_yaml
from factsuite.model.as_of import AsOf, read_as_of
from factsuite.model.baseline import BASELINE, read_baseline
from factsuite.model.building import build_workspace
from factsuite.model.dossiers import Workspace
from factsuite.model.facts import Fact
from factsuite.model.left_out import LeftOut
from factsuite.model.policy import Policy, read_policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.findings import Reported
from factsuite.rules.rule import Rule
from factsuite.rules.running import run
from factsuite.rules.standings import BaselineStanding, WaiverStanding

FOLDER = PurePosixPath("facts/example")
POLICY_FILE = "pyproject.toml"
_CLAIM = "An example of a claim."
_BARE = f"kind: statement\nasserts: {{that: {_CLAIM}}}"
_FILE_LINE = re.compile(r"^# ((?:[\w-]+/)*[\w-]+\.(?:md|yaml|txt|html|toml|json))$", re.MULTILINE)
_AS_OF_LINE = re.compile(r"^# as-of: (.+)\n?", re.MULTILINE)
_TODAY_LINE = re.compile(r"^# today: (.+)\n?", re.MULTILINE)
_LEFT_OUT_LINE = re.compile(r"^# left-out: (checks/[\w.]+)\n?", re.MULTILINE)
_TAB = "<TAB>"
"""Stands for a tab at the head of a line, which a docstring cannot show."""
_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)


def run_examples(rule: Rule) -> list[str]:
    """What is wrong with the examples of a rule; nothing, if they do what they should."""
    wrong = []
    if not findings_of(rule, rule.page.fails):
        wrong.append(f"{rule.file}:{rule.line}: {rule.name}: the example under *Fails* yields no finding of this rule")
    for found in findings_of(rule, rule.page.passes):
        wrong.append(
            f"{rule.file}:{rule.line}: {rule.name}: the example under *Passes* yields: {found.finding.message}"
        )
    return wrong


def findings_of(rule: Rule, example: str) -> list[Reported]:
    """The findings of one rule on an example."""
    kind = _kind_of(rule)
    excuses = rule.parameters[0] in (WaiverStanding, BaselineStanding)  # they look at what other rules find
    result = run(example_workspace(example, kind), collect_rules(None) if excuses else (rule,))
    expected = [found for fact in result.facts for found in fact.expected]
    return [found for found in (*result.all_findings, *expected) if found.rule == rule.name]


def example_workspace(example: str, kind: str = "statement", policy: Policy | None = None) -> Workspace:
    """The workspace an example stands for; `policy` holds where it brings none."""
    _, given = _parts(example)
    settings = example_policy(example) if policy is None or POLICY_FILE in given else policy
    today = _TODAY_LINE.search(example)
    as_of = example_as_of(example)
    return replace(
        build_workspace(example_tree(example, kind), settings),
        as_of=as_of,
        today=read_as_of(today.group(1)) if today is not None else as_of,
        baseline=read_baseline(given[str(BASELINE)].encode("utf-8")) if str(BASELINE) in given else None,
        left_out=LeftOut(files=tuple(map(PurePosixPath, _LEFT_OUT_LINE.findall(example)))),
    )


def example_tree(example: str, kind: str = "statement") -> Tree:
    """The files an example stands for; what it does not give is taken from the fictional town."""
    fact, given = _parts(example)
    tree = {_path(name): text.encode("utf-8") for name, text in given.items() if name != POLICY_FILE}
    tree |= {PurePosixPath(name): b"# a rule of the house\n" for name in _LEFT_OUT_LINE.findall(example)}
    whole = FOLDER / "facts.yaml" in tree
    if not whole:
        text, article = _fact_file(fact if fact.strip() or not given else _BARE, kind)
        tree[FOLDER / "facts.yaml"] = text.encode("utf-8")
    home = files("factsuite.rules.example")
    for folder in sorted({FOLDER, *(FOLDER.parent / id for id in article_ids(tree))}):
        for name in ARTICLE_FILES[:3]:
            tree.setdefault(folder / name, home.joinpath(name).read_bytes())
    if not whole and "article.md" not in given:
        tree[FOLDER / "article.md"] = _with_text(tree[FOLDER / "article.md"], article)
    return tree


def example_policy(example: str) -> Policy:
    """The policy an example is checked by: the defaults, or what its pyproject.toml says."""
    _, given = _parts(example)
    return read_policy(tomllib.loads(given[POLICY_FILE])["tool"]["factsuite"]) if POLICY_FILE in given else Policy()


def example_as_of(example: str) -> AsOf | None:
    """The day an example is run as of, where a line `# as-of: 2032-01-01` asks for one."""
    found = _AS_OF_LINE.search(example)
    return read_as_of(found.group(1)) if found is not None else None


def _parts(example: str) -> tuple[str, dict[str, str]]:
    """The fields of the fact, and the whole files by the names they are given."""
    bare = _LEFT_OUT_LINE.sub("", _TODAY_LINE.sub("", _AS_OF_LINE.sub("", example)))
    parts = _FILE_LINE.split(bare)
    named = zip(parts[1::2], parts[2::2], strict=True)
    return parts[0], {name: text.lstrip("\n") for name, text in named}


def _path(name: str) -> PurePosixPath:
    """Where a file of an example stands: in the example's article unless it names another, or `shared/`."""
    if name == str(BASELINE):
        return BASELINE
    first, _, rest = name.partition("/")
    if first == "shared":
        return FOLDER.parent / rest
    return FOLDER / name if not rest or first == "exhibits" else FOLDER.parent / name


def _fact_file(example: str, kind: str) -> tuple[str, str]:
    """The fields of one fact as a facts.yaml, and the text of the article; the example stands in it as typed."""
    article = ""
    kept = []
    for line in example.split("\n"):
        if line.startswith("article:"):
            article = line.removeprefix("article:").strip()
        else:
            kept.append(line)
    given = set(_FIELD.findall("\n".join(kept)))
    lines = ["format: 1", "facts:", "  - id: example"]
    lines += [f"    kind: {kind}"] if "kind" not in given else []
    lines += [f"    claim: {_CLAIM}"] if "claim" not in given else []
    lines += [f"    anchor: {{exact: {_CLAIM}}}"] if "anchor" not in given else []
    lines += [f"    {line}".replace(f"    {_TAB}", "\t") for line in kept]
    return "\n".join(lines) + "\n", article or _anchored("\n".join(kept))


def _anchored(example: str) -> str:
    """The words an example anchors, so that its article holds them."""
    node, _ = read_yaml(example, FOLDER)
    anchor = node.get("anchor") if isinstance(node, Map) else None
    exact = anchor.get("exact") if isinstance(anchor, Map) else None
    return str(exact) if isinstance(exact, Text) else _CLAIM


def _with_text(article: bytes, text: str) -> bytes:
    return article + text.encode("utf-8") + b"\n" if not article.rstrip().endswith(text.encode("utf-8")) else article


def _kind_of(rule: Rule) -> str:
    subjects = [sort for sort in rule.parameters if issubclass(sort, Fact) and sort is not Fact]
    return subjects[0].kind.value if subjects else "statement"
