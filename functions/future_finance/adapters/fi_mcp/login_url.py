"""The address of Fi's login page: passed on as given, but only to a host on the list."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from urllib.parse import urlsplit

from future_finance.errors import LoginUrlRefused

_LONGEST = 2048


def checked(login_url: str, allowed_hosts: AbstractSet[str], mcp_url: str) -> str:
    """The same address. Raises LoginUrlRefused.

    A person types their phone number and passcode there, so it may not be less protected than the MCP
    server itself: plain http only where that is spoken to over plain http.
    """
    if len(login_url) > _LONGEST or not login_url.isascii() or any(not "!" <= c <= "~" for c in login_url):
        raise LoginUrlRefused
    try:
        parts = urlsplit(login_url)
        host, user = parts.hostname, parts.username
    except ValueError:
        raise LoginUrlRefused from None
    schemes = {"https"} if mcp_url.startswith("https://") else {"https", "http"}
    # Browsers read a backslash as a slash; urlsplit does not.
    if parts.scheme not in schemes or user is not None or "\\" in login_url or host not in allowed_hosts:
        raise LoginUrlRefused
    return login_url
