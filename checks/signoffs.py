"""Sign-offs: does every fact that has to be signed stand as it was signed?"""

from collections.abc import Iterator

from factsuite import FactSigning, Finding, Related, Severity, Signature, Signing, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def signoff_stale(signing: Signing) -> Iterator[Finding]:
    """A fact that has to be signed has changed since it was.

    ## Why it matters
    A signature says that somebody looked at these words and these sources. Of others it says nothing.

    ## Fails
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: more than 400 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}
        # pyproject.toml
        [tool.factsuite.signoff]
        required = "all"

    ## Passes
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}
        # pyproject.toml
        [tool.factsuite.signoff]
        required = "all"

    ## Limits
    Looks at the sentence, the assertion, the evidence and the hashes of pinned copies, not at notes, tags and layout,
    nor at what a source's own entry says of it. Who has looked, and how well, no digest knows.
    """
    for each, signature in _stale(signing):
        if _is_needed(each):
            yield _changed(each, signature, f"look at what has changed, then: {_again(each, signature)}")


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#sign-offs")
def spare_signoff_stale(signing: Signing) -> Iterator[Finding]:
    """A fact that nobody else has to sign has changed since somebody did.

    ## Why it matters
    Readers of the report would take the fact for signed as it stands.

    ## Fails
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: more than 400 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}

    ## Passes
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}

    ## Limits
    Where policy asks for the sign-off, `signoff-stale` reports it.
    """
    for each, signature in _stale(signing):
        if not _is_needed(each):
            hint = f"look at what has changed, then: {_again(each, signature)}; or take it back with --withdraw"
            yield _changed(each, signature, hint)


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def signoff_missing(signing: Signing) -> Iterator[Finding]:
    """Nobody has signed a fact that has to be signed.

    ## Why it matters
    Computed agreement is no second pair of eyes. What the house wants looked at by a person, a person has to look at.

    ## Fails
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # pyproject.toml
        [tool.factsuite.signoff]
        required = ["quantity"]

    ## Passes
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}
        # pyproject.toml
        [tool.factsuite.signoff]
        required = ["quantity"]

    ## Limits
    Which kinds and risks have to be signed is policy: `signoff.required`; by default none.
    """
    for each in signing.facts:
        if each.asked.people and not each.signatures:
            people = "two people have to" if each.asked.people > 1 else "somebody has to"
            yield Finding(
                at=each.fact.at,
                message=f"nobody has signed this; {people} sign {each.asked.because}",
                hint=f"check it against its sources, then: factsuite sign {each.fact.label} --by ID",
                fact=each.fact.label,
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def signoff_of_unknown_fact(signing: Signing) -> Iterator[Finding]:
    """A sign-off names a fact that is not there.

    ## Why it matters
    The fact was renamed or removed. Under its new name it is unsigned.

    ## Fails
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: crossings, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}

    ## Passes
        kind: quantity
        claim: The bridge was crossed.
        anchor: {exact: 412 people crossed.}
        asserts: {measure: bridge-visitors, value: 412 people}
        evidence: [{source: hearing, reports: {value: 412 people}}]
        # shared/desk.yaml
        format: 1
        people: [{id: mira, name: Mira Holt}, {id: tom, name: Tom Reed}]
        # signoffs.yaml
        format: 1
        signoffs:
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}

    ## Limits
    Where no fact of the article can be read, nothing is said of its sign-offs.
    """
    for signoff in signing.loose:
        command = f"factsuite sign {signoff.fact.value} --by {signoff.by.value}"
        yield Finding(
            at=signoff.fact.at,
            message=f"`{signoff.by.value}` has signed `{signoff.fact.value}`, and no fact has that id",
            hint=f"sign the fact under its new id, and take this one back: {command} --withdraw",
        )


def _stale(signing: Signing) -> Iterator[tuple[FactSigning, Signature]]:
    """The sign-offs that would count if the fact had not changed."""
    for each in signing.facts:
        for signature in each.signatures:
            if signature.may_sign and signature.stale:
                yield each, signature


def _is_needed(each: FactSigning) -> bool:
    """Whether the fact lacks a sign-off that is asked for, so that a stale one has to be given again."""
    return bool(each.asked.people) and not each.enough(s for s in each.signatures if s.holds)


def _changed(each: FactSigning, signature: Signature, hint: str) -> Finding:
    return Finding(
        at=each.fact.at,
        message=f"{signature.who} signed this on {signature.signoff.on}; since then {signature.why_stale}",
        hint=hint,
        related=(Related(at=signature.signoff.at, message="the sign-off"),),
        fact=each.fact.label,
    )


def _again(each: FactSigning, signature: Signature) -> str:
    return f"factsuite sign {each.fact.label} --by {signature.signoff.by.value}"
