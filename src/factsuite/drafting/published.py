"""An article as its document gives it: text, and the little a document says about itself."""

from msgspec import Struct


class Published(Struct, frozen=True, kw_only=True):
    """The text of an article with what its document really says of it; what it does not say is empty."""

    body: str
    """Markdown: paragraphs with a blank line between them."""
    headline: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    """An EDTF date."""
    remarks: tuple[str, ...] = ()
    """What of the document was left out, or read in one of two ways, for the editor."""
