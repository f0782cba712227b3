"""The systems that are compared: the project, the naive way, and the libraries a user would otherwise install."""

from benchmarks.peers import dateparser, nearest, ours, python_edtf, quantulum, text2num
from benchmarks.systems import System, absent

PEERS = (ours, nearest, quantulum, text2num, dateparser, python_edtf)
NAMES = tuple(peer.NAME for peer in PEERS)
NOT_INSTALLED = "not installed"


def systems() -> tuple[System, ...]:
    """All systems; one whose library is missing stays in the list and says so."""
    found = []
    for peer in PEERS:
        try:
            found.append(peer.system())
        except ImportError:
            found.append(absent(peer.NAME, peer.ABILITIES, NOT_INSTALLED))
    return tuple(found)
