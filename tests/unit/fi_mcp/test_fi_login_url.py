"""Which login addresses are passed on to the person."""

from __future__ import annotations

import pytest

from future_finance.adapters.fi_mcp.login_url import checked
from future_finance.errors import LoginUrlRefused

HOSTS = frozenset({"fi.money", "127.0.0.1"})
MCP = "https://mcp.fi.money:8080/mcp/stream"


@pytest.mark.parametrize(
    "url", ["https://fi.money/login?token=a.b-c", "https://FI.money:8443/x?next=https://evil.test"]
)
def test_an_address_on_the_list_is_passed_on_as_given(url: str) -> None:
    assert checked(url, HOSTS, MCP) == url


def test_plain_http_is_for_a_server_spoken_to_over_plain_http() -> None:
    url = "http://127.0.0.1:8080/mockWebPage?sessionId=x"
    assert checked(url, HOSTS, "http://127.0.0.1:8080/mcp/stream") == url
    with pytest.raises(LoginUrlRefused):
        checked(url, HOSTS, MCP)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.test/login",
        "https://fi.money.evil.test/",
        "https://evil.test/fi.money",
        "https://fi.money@evil.test/",
        "https://user@fi.money/",
        "https://evil.test\\@fi.money/",
        "https://fi.money\\.evil.test/",
        "https://fi.money.",
        "https://xn--f-7fa.money/",
        "https://ﬁ.money/",
        "javascript:alert(1)//fi.money",
        "//fi.money/login",
        "https:///fi.money",
        "https://[fi.money/",
        "https://fi.money/\r\nSet-Cookie: a=b",
        " https://fi.money/",
        "https://fi.money/" + "a" * 2048,
        "",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(LoginUrlRefused):
        checked(url, HOSTS, MCP)
