"""Whose address is believed."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from future_finance.serving.client_address import client_address

GOOGLE = "66.249.84.1"


def request(headers: dict[str, str], peer: str = "169.254.1.1") -> Request:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": raw, "client": (peer, 1)})


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({}, "169.254.1.1"),
        ({"X-Forwarded-For": "203.0.113.9"}, "203.0.113.9"),
        ({"X-Forwarded-For": "10.0.0.1, 203.0.113.9"}, "203.0.113.9"),
        ({"X-Forwarded-For": "127.0.0.1,1.2.3.4 , 203.0.113.9 "}, "203.0.113.9"),
        ({"X-Forwarded-For": "nonsense"}, "169.254.1.1"),
        ({"X-Forwarded-For": f"198.51.100.1, {GOOGLE}", "Fastly-Client-IP": "203.0.113.9"}, "203.0.113.9"),
        ({"X-Forwarded-For": GOOGLE, "Fastly-Client-IP": "nonsense"}, GOOGLE),
        ({"X-Forwarded-For": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        ({"X-Forwarded-For": "::ffff:203.0.113.9"}, "203.0.113.9"),
    ],
)
def test_the_last_hop_counts_and_hostings_cdn_behind_google(headers: dict[str, str], address: str) -> None:
    assert client_address(request(headers)) == address


def test_a_caller_who_is_not_google_cannot_choose_an_address() -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "Fastly-Client-IP": "198.51.100.1"}
    assert client_address(request(forged)) == "203.0.113.9"


def test_neighbours_of_one_ipv6_customer_share_a_count() -> None:
    first, second = (request({"X-Forwarded-For": f"2001:db8:1:2::{n}"}) for n in (1, 2))
    assert client_address(first) == client_address(second)
