"""The words and marks of a sentence, for finding who speaks in it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from factsuite.values.wording.abbreviations import BEFORE_A_NAME
from factsuite.values.wording.word_lists import listed

_STOPS = (".", "?", "!")
_SHORT = 4  # characters between two quotations that may be nothing but space
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019&.-][^\W_]+)*\.?|--+|\.\.\.+|\S")

DETERMINERS = frozenset(
    listed(
        "a an the this that these those my your his her its our their some any every each another one both all no "
        "two three four"
    )
)
PRONOUNS = frozenset(listed("he she they i we you it who"))
OBJECTS = frozenset(listed("him them me us himself herself themselves itself myself ourselves yourself whom everyone"))
PREPOSITIONS = frozenset(
    listed(
        "of in on at by for from to with about against during into over under through between among after before "
        "since until upon toward towards across behind beyond near without within despite per via amid regarding "
        "concerning like beside along around outside inside following including"
    )
)
CONJUNCTIONS = frozenset(
    listed(
        "and but or nor so yet because although though while whereas if unless when whenever where that which who "
        "whom whose as than once until since what how why whether after before"
    )
)
AUXILIARIES = frozenset(
    listed(
        "is are was were be been being am has have had having do does did will would shall should can could may "
        "might must 's 're 've 'd 'll n't not never"
    )
)
ADVERBS = frozenset(
    listed(
        "also then again later once now here there just still only even first soon often always ever already too "
        "meanwhile however moreover furthermore instead likewise thus hence today yesterday tonight tomorrow "
        "earlier recently finally further back quietly aloud further simply merely presently afterwards afterward "
        "perhaps nevertheless therefore indeed almost"
    )
)
DAYS = frozenset(
    listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december mon. tues. wed. thurs. fri. jan. feb. aug. sept. oct. nov. dec."
    )
)
PAST_VERBS = frozenset(
    listed(
        "ate became began bent blew broke brought built bought came caught chose clung cut drank drew drove fell "
        "felt fought found fled flew forgot gave got grew had heard held hid hit hung kept knelt knew laid lay "
        "leant leapt led left let lit lost made meant met paid put ran rang rode rose sang sank sat saw sent set "
        "shook shot shut slept slid sought spent split spoke sprang stole stood strode struck stuck swam swept "
        "swore swung taught thought threw told took tore went woke won wore wrote"
    )
)
REFLEXIVES = frozenset(listed("himself herself itself themselves myself ourselves yourself"))
_LY_NOUNS = frozenset(
    listed("family ally reply assembly italy july sally emily kelly molly billy lily polly holly supply bully")
)


class Token(Struct, frozen=True):
    """A word or mark and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it has a capital, or is a number or a particle between names."""
        return self.text[0].isupper()

    @property
    def is_past(self) -> bool:
        """Whether it looks like a verb in the past tense."""
        low = self.text
        return low in PAST_VERBS or (len(low) > 4 and low.endswith("ed") and low[0].islower() and low[-3] != "e")

    @property
    def is_adverb(self) -> bool:
        """Whether it only says how or when."""
        low = self.low
        return low in ADVERBS or (
            low.endswith("ly") and len(low) > 4 and low not in _LY_NOUNS and self.text[0].islower()
        )


def tokens_of(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a stretch of text; a full stop stays with a title, an initial or an abbreviation before it."""
    if end - start < _SHORT and not text[start:end].strip():
        return ()
    return tuple(_tokens(text, start, end))


def tokens_to_stop(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a stretch of text to the end of its first sentence; a stop that begins it is not that end."""
    if end - start < _SHORT and not text[start:end].strip():
        return ()
    tokens: list[Token] = []
    for token in _tokens(text, start, end):
        tokens.append(token)
        if token.text in _STOPS and len(tokens) > 1:
            break
    return tuple(tokens)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        begin, stop = match.span()
        if word[-1] == "." and len(word) > 1 and _ends_a_sentence(word):
            yield Token(word[:-1], begin, stop - 1)
            yield Token(".", stop - 1, stop)
        else:
            yield Token(word, begin, stop)


def _ends_a_sentence(word: str) -> bool:
    """Whether the full stop after a word or number is no part of it."""
    stem = word[:-1]
    if stem.isdigit():
        return True
    if len(stem) == 1 or not stem.isalpha():
        return False
    low = stem.lower()
    return not (low in BEFORE_A_NAME or low + "." in DAYS or low in ("jr", "sr", "inc", "co", "corp"))
