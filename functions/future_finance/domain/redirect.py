"""Where a browser may be sent after signing in: pages of our own origins only."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from future_finance.errors import InvalidInput

_LONGEST = 500


def allowed_redirect(uri: str, origins: Collection[str]) -> str:
    """The address itself. Raises InvalidInput unless its origin is exactly one of `origins`."""
    plain = len(uri) <= _LONGEST and all("!" <= c <= "~" and c not in '\\"<>^`{|}' for c in uri)
    if not plain or _origin_of(uri) not in origins:
        raise InvalidInput(details={"fields": [{"path": "redirectUri", "problem": "not_allowed"}]})
    return uri


def with_outcome(uri: str, **outcome: str) -> str:
    """The address with `outcome` in its query, in the place of parameters of the same names."""
    parts = urlsplit(uri)
    given = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in given if key not in outcome]
    return urlunsplit(parts._replace(query=urlencode([*kept, *outcome.items()])))


def _origin_of(uri: str) -> str | None:
    """None for what is no address, and for one with a fragment, which outlives the redirect."""
    try:
        parts = urlsplit(uri)
    except ValueError:  # such as "https://[": an IPv6 address that never ends
        return None
    return None if parts.fragment else f"{parts.scheme}://{parts.netloc}"
