"""Scores in a headline, *3-1*: the body has the same one, if it has any."""

import re
from collections.abc import Iterator

from factsuite.model.dossiers import Dossier
from factsuite.reading.quantities import read_quantities
from factsuite.verdicts.headlines import Unborne, body_words, unborne

_SCORE = re.compile(r"(?<![\w./-])(\d{1,3})[-\u2013](\d{1,3})(?![\w/-]|[.,]\d)")


def scores_without_body(dossier: Dossier) -> Iterator[Unborne]:
    """Every score of the headline that differs from all scores of the body, whichever side is named first."""
    article = dossier.article
    if article is None:
        return
    headline = article.headline.text
    scores = list(_SCORE.finditer(headline))
    told = list(_SCORE.finditer(body_words(article))) if scores else ()
    if not told:
        return
    known = {tuple(sorted(score.groups())) for score in told}
    figures = [figure for figure in read_quantities(headline) if figure.quantity.unit or figure.quantity.noun]
    for score in scores:
        in_range = any(figure.start < score.end() and score.start() < figure.end for figure in figures)
        if not in_range and tuple(sorted(score.groups())) not in known:
            yield unborne(dossier, score.start(), score.end(), f"'{told[0][0]}'")
