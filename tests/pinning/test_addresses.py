"""Which addresses are public, and which URLs are plain."""

from ipaddress import ip_address

import pytest

from factsuite.pinning.addresses import is_public, read_url
from factsuite.pinning.errors import PinError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://larkhaven.example/x",
        "file:///etc/passwd",
        "//larkhaven.example/x",
        "http://",
        "http:///x",
        "http://user@larkhaven.example/",
        "http://user:word@larkhaven.example/",
        "http://larkhaven.example/a b",
        "http://larkhaven.example/a\r\nX: y",
        "http://larkhaven.example\\@10.0.0.1/",
        "http://larkhaven.example:99999/",
        "http://[::1/",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(PinError, match="cannot be fetched"):
        read_url(url)


def test_a_url_is_taken_apart() -> None:
    target = read_url("https://Larkhaven.Example:8443/caf\u00e9?q=\u00e9&p=%20#part")
    assert target == (
        "https://larkhaven.example:8443/caf%C3%A9?q=%C3%A9&p=%20",
        True,
        "larkhaven.example",
        8443,
        "/caf%C3%A9?q=%C3%A9&p=%20",
    )


def test_a_name_in_other_letters_is_asked_for_in_its_ascii_form() -> None:
    assert read_url("http://b\u00fccher.example/").host == "xn--bcher-kva.example"


def test_an_address_of_the_sixth_version_keeps_its_brackets() -> None:
    target = read_url("http://[2606:4700::1111]:8080/x")
    assert (target.host, target.port, target.url) == ("2606:4700::1111", 8080, "http://[2606:4700::1111]:8080/x")
