"""What stops a source from being pinned."""

from factsuite.load.errors import FactsuiteError


class PinError(FactsuiteError):
    """A source that cannot be pinned as asked; nothing was written."""


def missing_extra(name: str) -> PinError:
    """What to say where a library is needed that is not installed."""
    return PinError(f"{name} is not installed", hint="pip install 'factsuite[exhibits]'")


class CouldNotLook(PinError):
    """A source that could not be fetched or read: neither there nor gone."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(f"could not look: {message}", hint=hint)
