"""Where a browser may be sent after signing in: pages of our own origins only."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from future_finance.errors import InvalidInput

_LONGEST = 500


def allowed_redirect(uri: str, origins: Collection[str]) -> str:
    """The address itself. Raises InvalidInput unless its origin is exactly one of `origins`."""
    parts = urlsplit(uri)
    plain = len(uri) <= _LONGEST and all("!" <= c <= "~" and c not in '\\"<>^`{|}' for c in uri)
    if not plain or parts.fragment or f"{parts.scheme}://{parts.netloc}" not in origins:
        raise InvalidInput(details={"fields": [{"path": "redirectUri", "problem": "not_allowed"}]})
    return uri


def with_outcome(uri: str, **outcome: str) -> str:
    """The address with `outcome` in its query, in the place of parameters of the same names."""
    parts = urlsplit(uri)
    kept = [(key, value) for key, value in parse_qsl(parts.query) if key not in outcome]
    return urlunsplit(parts._replace(query=urlencode([*kept, *outcome.items()])))
