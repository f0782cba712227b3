"""One connection to one checked address, cut off at its deadline."""

import socket
import ssl
import threading
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from time import monotonic

from factsuite.pinning.addresses import Address, Target


class Connection(HTTPConnection):
    """Connects to addresses that were checked: the name is not resolved again, so it cannot lead elsewhere."""

    def __init__(self, target: Target, addresses: tuple[Address, ...], deadline: float) -> None:
        super().__init__(target.host, target.port)
        self.default_port = 443 if target.secure else 80
        self._secure = target.secure
        self._addresses = addresses
        self._deadline = deadline
        self._watchdog = threading.Timer(max(0.0, deadline - monotonic()), self._cut_off)
        self._watchdog.daemon = True
        self._line: socket.socket | None = None
        """The socket; `sock` is taken away as soon as the head of an answer is read."""
        self.too_late = False

    def connect(self) -> None:
        """Connect to the first address that answers."""
        last: OSError | None = None
        for address in self._addresses:
            try:
                self._try(address)
            except OSError as error:
                last = error
                self.close()
                continue
            return
        raise last or OSError("no address")

    def ask(self, path: str, agent: str) -> HTTPResponse:
        """Send one GET, and read the head of the answer."""
        self._watchdog.start()
        self.request(
            "GET",
            path,
            headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"},
        )
        return self.getresponse()

    def end(self) -> None:
        """Close it, and call off the watchdog."""
        self._watchdog.cancel()
        self.close()

    def _try(self, address: Address) -> None:
        remaining = self._deadline - monotonic()
        if remaining <= 0:
            raise TimeoutError("timed out")
        plain = socket.socket(address.family, socket.SOCK_STREAM)
        plain.settimeout(remaining)
        self.sock = self._line = plain
        plain.connect(address.place)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
            self._line = self.sock
            self.sock.do_handshake()

    def _cut_off(self) -> None:
        """A server that sends a byte now and then never times out; this ends it."""
        self.too_late = True
        if self._line is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._line, socket.SHUT_RDWR)
