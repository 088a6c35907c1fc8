"""Values of command-line options."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from emulators import option


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("5000", 5000), ("65535", 65_535)])
def test_a_port_is_a_number_that_can_be_listened_on(text: str, number: int) -> None:
    assert option.port(text) == number


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "", "5e3", "५०००"])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        option.port(text)


@pytest.mark.parametrize("text", ["0", "-3", "1.5", "many"])
def test_a_count_is_a_whole_number_above_0(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="above 0"):
        option.count(text)


def test_a_server_is_an_address_on_whatever_host() -> None:
    for address in ("http://127.0.0.1:8080/mcp/stream", "https://mcp.fi.money:8080/mcp/stream"):
        assert option.server(address) == address
    for text in ("foo", "mcp.fi.money:8080", "ftp://fi.money", "https://a@b.in"):
        with pytest.raises(ArgumentTypeError, match="address such as"):
            option.server(text)
