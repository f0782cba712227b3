"""Lists of words, written in the code as one line of text each."""


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, separated by spaces."""
    return tuple(words.split())
