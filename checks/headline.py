"""Headline: does the body bear out what it says?"""

from collections.abc import Iterator

from factsuite import Dossier, Finding, Grounds, Severity, rule
from factsuite.verdicts.headline_scores import scores_without_body
from factsuite.verdicts.headline_strength import doubts_dropped, verbs_stronger_than_body
from factsuite.verdicts.headlines import (
    dates_without_body,
    figures_without_body,
    figures_without_hedge,
    people_without_body,
)


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#headlines")
def headline_figure_not_in_body(dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """The headline has a figure that the body does not have.

    ## Why it matters
    Headlines are written last, by somebody else, from an earlier draft. Their figures are the ones that travel.

    ## Fails
        # article.md
        ---
        format: 1
        headline: 500 people cross the new bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        The bridge opened on Sunday. By the evening 300 people had crossed it.

    ## Passes
        # article.md
        ---
        format: 1
        headline: 300 people cross the new bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        The bridge opened on Sunday. By the evening 300 people had crossed it.

    ## Limits
    A warning: any figure of the body that allows it will do, whatever it counts. A figure that a derived fact computes
    need not stand in the body. Ordinals are left out. A score (*3-1*) is compared with the scores of the body.
    """
    for found in (*figures_without_body(dossier, grounds), *scores_without_body(dossier)):
        instead = f"the nearest there is {found.nearest}" if found.nearest else "it has no such figure"
        yield Finding(
            at=found.at,
            message=f"the headline says '{found.words}', the body does not: {instead}",
            hint="give the body's figure, or add the figure and its source to the body",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#headlines")
def headline_drops_hedge(dossier: Dossier, grounds: Grounds) -> Iterator[Finding]:
    """The headline gives a figure without the hedge that the body puts to it.

    ## Why it matters
    *At least 3,000* and *3,000* are two statements, and the shorter one is the one that is quoted.

    ## Fails
        # article.md
        ---
        format: 1
        headline: 300 people cross the new bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        By the evening at least 300 people had crossed it, the council said.

    ## Passes
        # article.md
        ---
        format: 1
        headline: At least 300 people cross the new bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        By the evening at least 300 people had crossed it, the council said.

    ## Limits
    Silent where the body has the figure without its hedge as well.
    """
    for found in figures_without_hedge(dossier, grounds):
        yield Finding(
            at=found.at,
            message=f"the headline says '{found.words}', the body {found.nearest}",
            hint="keep the hedge: at least, about, up to",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#headlines")
def headline_date_not_in_body(dossier: Dossier) -> Iterator[Finding]:
    """The headline dates something as the body does not.

    ## Why it matters
    A day moved in one of two places leaves readers to choose.

    ## Fails
        # article.md
        ---
        format: 1
        headline: Bridge to open in July
        publisher: The Larkhaven Gazette
        published: 2031-05-02
        fictional: yes
        ---
        The bridge will open on 1 June, the council said.

    ## Passes
        # article.md
        ---
        format: 1
        headline: Bridge to open in June
        publisher: The Larkhaven Gazette
        published: 2031-05-02
        fictional: yes
        ---
        The bridge will open on 1 June, the council said.

    ## Limits
    A warning: any date of the body that allows it will do, whatever it dates. Needs the article's own day for days
    without a year.
    """
    for found in dates_without_body(dossier):
        instead = f"the body has {found.nearest}" if found.nearest else "the body has no date"
        yield Finding(
            at=found.at,
            message=f"the headline says '{found.words}'; {instead}",
            hint="correct the date that is wrong, or give the headline's date in the body",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#headlines")
def headline_name_not_in_body(dossier: Dossier) -> Iterator[Finding]:
    """The headline names a person whom the body does not name.

    ## Why it matters
    Who is only in the headline was put there by mistake, or cut from the body by mistake.

    ## Fails
        # article.md
        ---
        format: 1
        headline: Noor Vane opens the bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        Ada Quill cut the ribbon on Sunday.

    ## Passes
        # article.md
        ---
        format: 1
        headline: Quill opens the bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        Ada Quill cut the ribbon on Sunday.

    ## Limits
    Knows the people declared in entities.yaml, under any of their names.
    """
    for found in people_without_body(dossier):
        yield Finding(
            at=found.at,
            message=f"the headline names '{found.words}', the body does not",
            hint="name the person the body is about, or say in the body what this one did",
        )


@rule(severity=Severity.WARNING, handbook="docs/editorial.md#headlines")
def headline_stronger_than_body(dossier: Dossier) -> Iterator[Finding]:
    """The headline says more strongly what the body says more weakly: *confirms* for *said*, *will* for *may*.

    ## Why it matters
    The doubt was in the copy, and was cut for space. Readers of the headline never had it.

    ## Fails
        # article.md
        ---
        format: 1
        headline: Mayor confirms closure of the bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        The mayor said the bridge was being inspected. A closure was one possibility, she said.

    ## Passes
        # article.md
        ---
        format: 1
        headline: Mayor confirms closure of the bridge
        publisher: The Larkhaven Gazette
        published: 2031-06-02
        fictional: yes
        ---
        The mayor acknowledged that the bridge would be closed.

    ## Limits
    A warning: it compares published orders of words. Of verbs it looks at *confirm*, *deny*, *promise* and their kin;
    for *may*, *some* and *linked to*, at the sentences of the body that have most words of the headline.
    """
    for found in verbs_stronger_than_body(dossier):
        weaker = f"it has {found.nearest}" if found.nearest else "its verbs are weaker"
        yield Finding(
            at=found.at,
            message=f"the headline says '{found.words}'; nobody does so in the body: {weaker}",
            hint="use the body's verb",
        )
    for found in doubts_dropped(dossier):
        yield Finding(
            at=found.at,
            message=f"the headline says '{found.words}'; the body has {found.nearest}",
            hint="say it no more strongly than the body does",
        )
