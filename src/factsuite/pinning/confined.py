"""Extracting the text of a large file in a process of its own: what a file can do there is to fail."""

from multiprocessing import get_context
from multiprocessing.connection import Connection

from factsuite.pinning.errors import CouldNotLook, PinError
from factsuite.pinning.extracting import Extracted, Wanted, extract

SMALL = 200_000
"""Bytes that are read here and now. The readers of HTML and PDF take time that grows with the square of some files."""
SECONDS = 60
"""How long a large file may take."""
MEMORY = 2_000_000_000
"""Bytes of memory that the process may use, where the system can be asked for a limit."""

_HINT = "pin a smaller copy: the page saved as text by a browser, or the pages of the PDF that matter"


def extract_confined(data: bytes, declared: str, charset: str, name: str, wanted: Wanted) -> Extracted:
    """Extract the text of some bytes, as `extract` does; for a large file within limits of time and memory.

    Raises CouldNotLook for what cannot be read, or not within the limits; PinError for a missing extra.
    """
    if len(data) <= SMALL:
        return extract(data, declared, charset, name, wanted)
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, (data, declared, charset, name, wanted)), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(SECONDS):
            raise CouldNotLook(f"its text could not be read within {SECONDS} seconds", hint=_HINT)
        answer = receiver.recv()
    except EOFError as error:
        raise CouldNotLook("the reader of its text broke off", hint=_HINT) from error
    finally:
        child.kill()
        child.join()
        receiver.close()
    if isinstance(answer, Extracted):
        return answer
    sort, told, hint = answer
    message = told.removeprefix("could not look: ")
    raise (PinError if sort == "PinError" else CouldNotLook)(message, hint=hint)


def _work(sender: Connection, arguments: tuple[bytes, str, str, str, Wanted]) -> None:
    """What the process does: it sends the text, or why there is none."""
    _limit()
    try:
        sender.send(extract(*arguments))
    except (CouldNotLook, PinError) as error:
        sender.send((type(error).__name__, str(error).partition("\n  hint:")[0], error.hint))
    except MemoryError:
        sender.send(("CouldNotLook", f"its text needs more than {MEMORY:,} bytes of memory", _HINT))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: time alone is limited
        return
    for sort, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        _, hard = resource.getrlimit(sort)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(sort, (most, hard))
