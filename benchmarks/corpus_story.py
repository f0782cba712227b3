"""The text of a made-up article, and its forty facts."""

from benchmarks import corpus_council as council
from benchmarks import corpus_storm as storm
from benchmarks.corpus_cast import Cast
from benchmarks.corpus_writing import Story

FACTS = 40
"""Facts of one article."""

_PARAGRAPHS = (
    council.vote,
    council.money,
    council.mayor,
    council.engineer,
    storm.storm,
    storm.night,
    storm.march,
    storm.company,
    storm.poll,
    storm.work,
)


def write_story(cast: Cast) -> Story:
    """An article of forty facts."""
    story = Story(cast)
    for paragraph in _PARAGRAPHS:
        story.paragraphs.append(" ".join(paragraph(story)))
    if len(story.facts) != FACTS:
        raise AssertionError(f"{len(story.facts)} facts")
    return story
