"""A small archive with a bit of everything that lies across articles, and what it comes to in one go."""

import shutil
from pathlib import Path

from fictional_town import FILES, without, write_town

from factsuite.clock import today_of
from factsuite.engine import asked_of, bench_of, check_workspace, files_of
from factsuite.model.as_of import AsOf, read_as_of
from factsuite.reports.formats.rendering import Surroundings, render
from factsuite.reports.parts import Run
from factsuite.rules.collecting import collect_rules
from factsuite.rules.results import Result
from factsuite.scaling.articles import Divided
from factsuite.scaling.outcomes import Asked, Bench

DOSSIERS = Path(__file__).parent.parent / "dossiers"
TODAY = read_as_of("2031-06-10")
MORE_THAN_500 = without("value: more than 300 people", "value: more than 500 people")
WAIVERS = """\
format: 1
waivers:
  - {rule: verdict-differs, article: market, fact: visitors, because: It is counted again., by: Noor, until: 2031-07-01}
  - {rule: repeated-id, path: "facts/market/*", because: They are sorted out., by: Noor, until: 2031-06-01}
"""
HOUSE_RULE = '''\
"""House: does a fact keep to the house's ways?"""

from collections.abc import Iterator

from factsuite import Fact, Finding, Severity, rule


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#ways")
def claim_too_short(fact: Fact) -> Iterator[Finding]:
    """A claim is short.

    ## Why it matters
    A short claim says little.

    ## Fails
        claim: Yes.

    ## Passes
        claim: The bridge opened on 1 June 2031.

    ## Limits
    Counts letters.
    """
    if len(fact.claim.text) < LEAST:
        yield Finding(at=fact.claim.at, message=f"the claim is shorter than {LEAST} letters")


LEAST = 40
'''


def write_towns(root: Path) -> Path:
    """Three articles of a town: one sound, one that says more than its source, one that cannot be read."""
    write_town(root)
    write_town(root, "market", facts_yaml=MORE_THAN_500)
    write_town(root, "pier", facts_yaml=FILES["facts.yaml"].replace("kind: date", "kind: dat"))
    (root / "facts" / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    return root


def write_archive(root: Path) -> Path:
    """The towns, and two dossiers that share sources, entities, events and exhibits; with a rule of the house."""
    shutil.copytree(DOSSIERS / "facts", root / "facts")
    (root / "pyproject.toml").write_bytes((DOSSIERS / "pyproject.toml").read_bytes())
    write_towns(root)
    write_house_rule(root)
    return root


def write_house_rule(root: Path, text: str = HOUSE_RULE) -> None:
    (root / "checks").mkdir(exist_ok=True)
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "editorial.md").write_text("# House\n\n## Ways\n", encoding="utf-8")
    (root / "checks" / "ways.py").write_text(text, encoding="utf-8")


def shown(ended: Run | Result, root: Path, name: str = "json") -> str:
    """A run in one format."""
    around = Surroundings(rules=lambda: collect_rules(root), tree=lambda: files_of(root).tree)
    return render(ended, name, around)


def in_one_go(root: Path, name: str = "json", **options: bool) -> str:
    """What the whole comes to in one process, all of it in memory."""
    return shown(check_workspace(root, today=TODAY, **options), root, name)


def asked(root: Path, publish: bool = False, as_of: AsOf | None = None, json: bool = True) -> Asked:
    return asked_of(root, publish, as_of, today_of(as_of or TODAY), json=json)


def begun(root: Path, **options: bool) -> tuple[Bench, Divided]:
    """The files of a workspace and who works on them."""
    return bench_of(asked(root, **options)), files_of(root)
