"""The headers of a request on its way through Hosting to a function, and of the answer on its way back."""

from __future__ import annotations

from collections.abc import Iterable

from emulators import door_key

SESSION_COOKIE = "__session"
HOSTING_HOP = "209.85.238.1"  # of Google's own ranges, as the last hop behind Hosting is
_HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
_REPLACED = {"cookie", "host", "content-length", "fastly-client-ip", "x-forwarded-host", "x-forwarded-proto"}
_OF_THIS_HOP = {"host", "content-length", door_key.HEADER}
_SET_BY_SERVER = {"content-length", "date", "server"}

Headers = list[tuple[str, str]]


def session_cookie(cookie_header: str) -> str | None:
    """The part of a Cookie header that Hosting passes on, or None."""
    for pair in cookie_header.split(";"):
        name, _, value = pair.strip().partition("=")
        if name == SESSION_COOKIE:
            return f"{SESSION_COOKIE}={value}"
    return None


def through_hosting(
    headers: Iterable[tuple[str, str]], *, client: str, host: str, service_host: str
) -> Headers:
    """Request headers as a function sees them behind Hosting.

    `client` is the caller's address, `host` what the caller asked for, `service_host` the function's run.app host.
    """
    received = list(headers)
    passed = [(name, value) for name, value in _end_to_end(received) if name not in _REPLACED]
    cookies = "; ".join(value for name, value in received if name.lower() == "cookie")
    if (kept := session_cookie(cookies)) is not None:
        passed.append(("cookie", kept))
    passed += [
        ("fastly-client-ip", client),
        ("host", service_host),
        ("x-forwarded-host", host),
        ("x-forwarded-proto", "http"),
    ]
    return with_hop(with_hop(passed, client), HOSTING_HOP)


def to_own_url(headers: Iterable[tuple[str, str]], *, client: str, service_host: str) -> Headers:
    """Request headers as a function sees them when it is called on its own run.app URL."""
    passed = [(name, value) for name, value in _end_to_end(headers) if name not in _OF_THIS_HOP]
    return with_hop([*passed, ("host", service_host)], client)


def with_hop(headers: Headers, address: str) -> Headers:
    """Append an address to X-Forwarded-For; what was there stays in front."""
    sent = [value for name, value in headers if name == "x-forwarded-for"]
    others = [(name, value) for name, value in headers if name != "x-forwarded-for"]
    return [*others, ("x-forwarded-for", ", ".join([*sent, address]))]


def back_to_caller(headers: Iterable[tuple[str, str]]) -> Headers:
    """Answer headers without those that concern one hop or that our own server sets."""
    return [(name, value) for name, value in _end_to_end(headers) if name not in _SET_BY_SERVER]


def _end_to_end(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    lowered = [(name.lower(), value) for name, value in headers]
    named = {
        token.strip().lower() for name, value in lowered if name == "connection" for token in value.split(",")
    }
    return [(name, value) for name, value in lowered if name not in _HOP_BY_HOP and name not in named]
