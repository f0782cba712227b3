"""edtf (python-edtf): EDTF strings, and phrases turned into EDTF."""

import warnings

from benchmarks.peers.guarding import guarded
from benchmarks.peers.ours import phrase as meaning
from benchmarks.systems import PhraseDate, System

NAME = "edtf"
ABILITIES = frozenset(("is_edtf", "phrase"))


def system() -> System:
    """The library as a system. What its EDTF strings denote is read by the project, as the gold values are."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import is_valid_edtf, text_to_edtf

    valid = guarded(is_valid_edtf, None)
    written_as = guarded(text_to_edtf, None)

    def phrase(text: str, went_on: bool) -> PhraseDate | None:
        written = written_as(text)
        return None if written is None else meaning(written, went_on)

    return System(name=NAME, is_edtf=valid, phrase=phrase)
