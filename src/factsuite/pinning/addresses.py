"""Which machines may be asked: those with a public address, unless private ones are asked for."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from factsuite.pinning.errors import CouldNotLook, PinError

_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address."""


class Address(NamedTuple):
    """An address a name was resolved to: connections go here, and never to the name a second time."""

    family: int
    place: tuple[str | int | bytes, ...]


class Target(NamedTuple):
    """A URL taken apart."""

    url: str
    secure: bool
    host: str
    port: int
    path: str


def read_url(text: str) -> Target:
    """Take a URL apart; raises PinError for what is no plain http or https URL."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _no_url(text, str(error)) from error
    if parts.scheme not in _PORTS:
        raise _no_url(text, f"the scheme is '{parts.scheme}'")
    if parts.username is not None or parts.password is not None:
        raise _no_url(text, "it holds a user name or password")
    if any(ord(char) <= 32 or ord(char) == 127 or char == "\\" for char in text):
        raise _no_url(text, "it holds a blank or a control character")
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else ""
    except UnicodeError as error:
        raise _no_url(text, "the host name cannot be read") from error
    host = host or parts.hostname or ""
    if not host:
        raise _no_url(text, "it names no host")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    target = path + (f"?{query}" if query else "")
    return Target(
        _written(parts, host, path, query), parts.scheme == "https", host, port or _PORTS[parts.scheme], target
    )


def resolve(target: Target, *, allow_private: bool) -> tuple[Address, ...]:
    """The addresses of a host; raises PinError if any of them is not public, CouldNotLook if there are none."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such name"
        raise CouldNotLook(f"{target.host} is not found: {reason}", hint="check the address, or the network") from error
    addresses = tuple(
        dict.fromkeys(Address(int(family), (str(place[0]), *place[1:])) for family, _, _, _, place in found)
    )
    for address in addresses:
        number = str(address.place[0]).partition("%")[0]
        if not allow_private and not is_public(ip_address(number)):
            raise PinError(
                f"{number} is no public address" + (f" ({target.host})" if target.host != number else ""),
                hint="add --allow-private if you mean a machine of your own network",
            )
    if not addresses:
        raise CouldNotLook(f"{target.host} has no address", hint="check the address, or the network")
    return addresses


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is on the open network; one that wraps another (mapped, 6to4, NAT64) is judged by both."""
    if isinstance(address, IPv6Address):
        wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        wrapped += [IPv4Address(int(address) & 0xFFFFFFFF)] if address in _NAT64 else []
        inner = [each for each in wrapped if each is not None]
        if inner:
            return all(is_public(each) for each in inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _written(parts: SplitResult, host: str, path: str, query: str) -> str:
    place = f"[{host}]" if ":" in host else host
    place += f":{parts.port}" if parts.port is not None else ""
    return urlunsplit((parts.scheme, place, path, query, ""))


def _no_url(text: str, why: str) -> PinError:
    return PinError(f"'{text[:200]}' cannot be fetched: {why}", hint="give a plain http or https URL, or a file")
