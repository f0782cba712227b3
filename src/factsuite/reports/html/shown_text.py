"""Text of others on our page: shown letter by letter, never obeyed."""

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, which HTML does not allow, and marks that would turn the direction of what follows."""
_UNSAFE_IN_ID = re.compile(r"[^\w.-]+", re.ASCII)


def shown(text: str) -> str:
    """Text whose control and direction marks are spelt out. Right-to-left letters stay as they are."""
    if text.isprintable():  # as most is; then nothing of it is obeyed
        return text
    return _OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def web_address(url: str) -> str:
    """An address that may be a link: one of the web; empty for anything else, `javascript:` among it."""
    return url if url.startswith(("https://", "http://")) and not re.search(r"[\s\x00-\x1f]", url) else ""


class Ids:
    """Names for places of one page: each is handed out once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, kind: str, name: str) -> str:
        """A name after what it stands for: `fact-opening-day`, with a number where that is taken."""
        base = f"{kind}-{_UNSAFE_IN_ID.sub('-', name) or 'x'}"
        found, repeat = base, 1
        while found in self._taken:
            repeat += 1
            found = f"{base}-{repeat}"
        self._taken.add(found)
        return found
