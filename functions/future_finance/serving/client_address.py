"""The address a request came from, as well as it can be known.

Cloud Run's front end appends the address that connected to it to X-Forwarded-For; what stands left of that is the
client's claim and is not believed. Through Firebase Hosting the last hop is Google's, and Fastly-Client-IP, set by
Hosting's CDN, names the person. A caller who connects to run.app directly can send that header too, but not from
Google's own ranges, so it counts only behind them. (Someone inside Google's own network could still lie; customers'
machines on Google Cloud have other ranges. What is at stake is a best-effort limit.)
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.requests import Request

# Google's own ranges (goog.json without cloud.json), https://support.google.com/a/answer/10026322
_GOOGLE = tuple(
    ip_network(text)
    for text in (
        "64.233.160.0/19",
        "66.102.0.0/20",
        "66.249.64.0/19",
        "72.14.192.0/18",
        "74.125.0.0/16",
        "108.177.0.0/17",
        "142.250.0.0/15",
        "172.217.0.0/16",
        "172.253.0.0/16",
        "173.194.0.0/16",
        "192.178.0.0/15",
        "209.85.128.0/17",
        "216.58.192.0/19",
        "216.239.32.0/19",
        "2001:4860::/32",
        "2404:6800::/32",
        "2607:f8b0::/32",
        "2800:3f0::/32",
        "2a00:1450::/32",
        "2c0f:fb50::/32",
    )
)


def client_address(request: Request) -> str:
    """An address to count by: an IPv4 address, or the /64 that an IPv6 customer holds."""
    forwarded = request.headers.get("x-forwarded-for", "").rsplit(",", 1)[-1]
    last_hop = _address(forwarded) or _address(request.client.host if request.client else "")
    if last_hop is None:
        return "unknown"
    if any(last_hop in network for network in _GOOGLE):
        last_hop = _address(request.headers.get("fastly-client-ip", "")) or last_hop
    if isinstance(last_hop, IPv6Address):
        return str(IPv6Network((last_hop, 64), strict=False))
    return str(last_hop)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
