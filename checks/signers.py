"""Signers: was every sign-off given by somebody who may give it?"""

from collections.abc import Iterator

from factsuite import Finding, Related, Severity, Signing, rule


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def second_person_missing(signing: Signing) -> Iterator[Finding]:
    """A fact that two people have to sign was signed by one, or by its authors alone.

    ## Why it matters
    Where a mistake would do most harm, one tired reader is not enough.

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
          - {fact: example, by: mira, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}
        # pyproject.toml
        [tool.factsuite.signoff]
        second_person = ["quantity"]

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
          - {fact: example, by: tom, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}
        # pyproject.toml
        [tool.factsuite.signoff]
        second_person = ["quantity"]

    ## Limits
    Which kinds and risks need a second person is policy: `signoff.second_person`. People are told apart by their ids.
    """
    for each in signing.facts:
        usable = [signature for signature in each.signatures if signature.may_sign]
        if usable and not each.enough(usable):
            names = " and ".join(signature.who for signature in usable)
            only = "only authors of the article have" if len(usable) > 1 else f"only {names} has"
            yield Finding(
                at=each.fact.at,
                message=f"{only} signed this; two people have to sign {each.asked.because}",
                hint=f"somebody else checks it, and is no author: factsuite sign {each.fact.label} --by ID",
                related=tuple(Related(at=s.signoff.at, message=f"signed by {s.who}") for s in usable),
                fact=each.fact.label,
            )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def signed_by_author(signing: Signing) -> Iterator[Finding]:
    """A fact was signed by an author of its article.

    ## Why it matters
    Nobody finds their own mistakes: who wrote the sentence knows what it was meant to say.

    ## Fails
        # article.md
        ---
        format: 1
        headline: Larkhaven opens its bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        author: Tom Reed
        fictional: yes
        ---
        412 people crossed.
        # facts.yaml
        format: 1
        facts:
          - id: example
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
          - {fact: example, by: tom, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
             assertion: 1-3e2a22a8a3d9e419a933732ac0781d41, evidence: {hearing: 1-aabf07bb9b6e3b8666f56378324726b5}}

    ## Passes
        # article.md
        ---
        format: 1
        headline: Larkhaven opens its bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        author: Tom Reed
        fictional: yes
        ---
        412 people crossed.
        # facts.yaml
        format: 1
        facts:
          - id: example
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
    Knows the authors the article names: `author:` with ids of the desk, or a byline that holds the person's name. A
    house too small for this sets `signoff.author_may_sign = true`.
    """
    for each in signing.facts:
        for signature in each.signatures:
            if signature.by_author and not signature.may_sign:
                yield Finding(
                    at=signature.signoff.by.at,
                    message=f"{signature.who} has signed `{each.fact.label}`, and is an author of the article",
                    hint="have somebody else check and sign it; take this one back with --withdraw",
                    fact=each.fact.label,
                )


@rule(severity=Severity.ERROR, handbook="docs/editorial.md#sign-offs")
def signoff_by_unknown_person(signing: Signing) -> Iterator[Finding]:
    """A fact was signed by somebody who is not of the desk.

    ## Why it matters
    A signature answers the question who has looked. An id that leads to nobody does not.

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
          - {fact: example, by: mirra, on: 2031-06-03, exhibits: {}, sentence: 1-7b277e682a6cb93fe4694d6231ef691e,
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
    Whether it was that person who ran the command is for version control to tell: sign commits.
    """
    for each in signing.facts:
        for signature in each.signatures:
            if signature.person is None:
                yield Finding(
                    at=signature.signoff.by.at,
                    message=f"`{signature.signoff.by.value}` has signed `{each.fact.label}`, and is not of the desk",
                    hint="enter the person in facts/desk.yaml, or have somebody of the desk sign",
                    fact=each.fact.label,
                )
