"""One fact of the fictional town, judged: for tests of verdicts and rules that need no files of their own."""

from pathlib import PurePosixPath

from factsuite.model.building import build_workspace
from factsuite.model.policy import Policy
from factsuite.rules.collecting import collect_rules
from factsuite.rules.examples import FOLDER, example_tree, findings_of
from factsuite.rules.findings import Reported
from factsuite.verdicts.grounds import Grounds
from factsuite.verdicts.judging import Judgement, judge


def judged(
    example: str, *, entities: str = "", sources: str = "", parent: str = "", policy: Policy | None = None
) -> Judgement:
    """The judgement on the last fact of an example; `entities` and `sources` replace the town's own."""
    tree = dict(example_tree(example))
    for name, text in (("entities.yaml", entities), ("sources.yaml", sources)):
        if text:
            tree[FOLDER / name] = text.encode("utf-8")
    if parent:
        article = tree[PurePosixPath(FOLDER / "article.md")]
        assert isinstance(article, bytes)
        tree[FOLDER / "article.md"] = article.replace(
            b"fictional: yes", f"fictional: yes\nderives_from: {parent}".encode()
        )
    workspace = build_workspace(tree, policy or Policy())
    dossier = workspace.dossiers[0]
    assert dossier.problems == (), [(str(each.at), each.message) for each in dossier.problems]
    fact = dossier.facts[-1]
    return judge(fact, Grounds(dossier, workspace.policy), {each.id: each for each in dossier.facts})


def verdict(example: str, *, entities: str = "", policy: Policy | None = None) -> str:
    """The verdict on the last fact of an example."""
    return judged(example, entities=entities, policy=policy).verdict.value


def findings(name: str, example: str) -> list[Reported]:
    """The findings of one rule, by its name, on an example as the rules' pages have them."""
    return findings_of(_RULES[name], example)


def found_by(name: str, example: str) -> bool:
    """Whether a rule finds anything in an example."""
    return bool(findings(name, example))


_RULES = {rule.name: rule for rule in collect_rules(None)}
