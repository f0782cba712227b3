"""House policy on sign-offs: which facts somebody has to sign, which need a second person, whether authors may."""

from collections.abc import Mapping

from msgspec import Struct

from factsuite.load.suggestions import did_you_mean
from factsuite.model.kinds import Kind, Risk
from factsuite.model.setting_values import known_only, refused, switch, yes_or_no

ALL = "all"
_WORDS = (*(kind.value for kind in Kind), *(risk.value for risk in Risk))
_HINT = 'kinds of fact and risks: ["quotation", "high"], or "all"'


class Asked(Struct, frozen=True, kw_only=True):
    """How many people have to sign a fact, and why."""

    people: int
    because: str = ""
    """What asks for it: `quotation`, `high risk`, `every fact`."""


_NOBODY = Asked(people=0)


class SignoffPolicy(Struct, frozen=True, kw_only=True):
    """What the house asks of sign-offs."""

    required: tuple[str, ...] = ()
    """Kinds and risks of facts that somebody has to sign; `all` for every fact."""
    second_person: tuple[str, ...] = ()
    """Kinds and risks that two people have to sign, one of whom at least is no author."""
    author_may_sign: bool = False
    """Whether an author of the article may sign its facts."""

    def asked(self, kind: Kind, risk: Risk) -> Asked:
        """How many people have to sign a fact of a kind and a risk."""
        if not self.required and not self.second_person:
            return _NOBODY
        for people, words in ((2, self.second_person), (1, self.required)):
            if not words:
                continue
            if ALL in words:
                return Asked(people=people, because="every fact")
            if kind.value in words:
                return Asked(people=people, because=f"facts of kind {kind.value}")
            if risk.value in words:
                return Asked(people=people, because=f"facts of {risk.value} risk")
        return _NOBODY

    def describe(self) -> tuple[tuple[str, str], ...]:
        """Every setting with its value, as TOML has it."""
        return (
            ("signoff.required", _listed(self.required)),
            ("signoff.second_person", _listed(self.second_person)),
            ("signoff.author_may_sign", yes_or_no(self.author_may_sign)),
        )


def read_signoff_policy(value: object) -> SignoffPolicy:
    """The policy of the settings `signoff.*`; raises PolicyError for what it does not know."""
    if not isinstance(value, Mapping):
        raise refused("signoff", f"{value!r} is no table of settings", 'settings by name: signoff.required = "all"')
    known_only(value, ("required", "second_person", "author_may_sign"), "signoff.")
    return SignoffPolicy(
        required=_words(value.get("required", []), "signoff.required"),
        second_person=_words(value.get("second_person", []), "signoff.second_person"),
        author_may_sign=switch(value, "author_may_sign", False, "signoff.author_may_sign"),
    )


def _words(value: object, name: str) -> tuple[str, ...]:
    if value == ALL:
        return (ALL,)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise refused(name, f"{value!r} is not a list of kinds or risks", _HINT)
    for word in value:
        if word not in _WORDS:
            raise refused(name, f"{word!r} is no kind of fact and no risk", did_you_mean(word, _WORDS, _HINT))
    return tuple(word for word in _WORDS if word in value)


def _listed(words: tuple[str, ...]) -> str:
    return f'"{ALL}"' if words == (ALL,) else "[" + ", ".join(f'"{word}"' for word in words) + "]"
