"""The sign-offs of an article for a person: who checked what, what has changed since, what nobody has signed."""

from collections.abc import Iterator

from factsuite.reports.markdown_text import escape, escape_message, table
from factsuite.reports.signoff_text import counted_words
from factsuite.rules.results import ArticleResult
from factsuite.verdicts.signing import FactSigning, Signature


def signoff_lines(result: ArticleResult) -> Iterator[str]:
    """The section; nothing for an article in which nothing is signed or has to be."""
    signing = result.signing
    if signing is None or not signing.used:
        return
    yield "### Sign-offs"
    yield ""
    words = counted_words(signing.facts)
    yield words[0].upper() + words[1:]
    yield ""
    rows = [row for each in signing.facts for row in _rows(each)]
    if rows:
        yield from table(["fact", "signed by", "on", "since then"], rows)
        yield ""
    unsigned = [each for each in signing.facts if each.asked.people and not each.signatures]
    if unsigned:
        yield "Nobody has signed: " + ", ".join(f"`{each.fact.label}`" for each in unsigned) + "."
        yield ""


def _rows(each: FactSigning) -> Iterator[list[str]]:
    for signature in each.signatures:
        role = f", {escape(signature.person.role)}" if signature.person is not None and signature.person.role else ""
        name = escape(signature.person.name) + role if signature.person is not None else escape(signature.who)
        yield [f"`{each.fact.label}`", name, escape(signature.signoff.on), _since(signature)]


def _since(signature: Signature) -> str:
    if signature.person is None:
        return "does not count: not of the desk"
    if not signature.may_sign:
        return "does not count: an author of the article"
    return escape_message(signature.why_stale) if signature.stale else "unchanged"
