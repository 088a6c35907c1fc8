"""The headers every answer carries, and those for pages of allowed origins."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance.config import Settings
from future_finance.endpoints import Endpoint

_ALWAYS = {
    "Cache-Control": "private, no-store",  # Hosting would cache a 404 for ten minutes
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Origin, Authorization, Cookie",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_HSTS = "max-age=63072000; includeSubDomains"
_METHODS = "GET, POST, PUT, DELETE"
_REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, traceparent"
_EXPOSED = "ETag, Retry-After, X-Request-Id"
_PREFLIGHT_AGE_S = "3600"


class ResponseHeaders:
    """Puts the headers of one endpoint on its answers, encoded once."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        always = dict(_ALWAYS)
        if settings.app_url.startswith("https://"):
            always["Strict-Transport-Security"] = _HSTS
        shared = {"Access-Control-Expose-Headers": _EXPOSED}
        if endpoint.session_cookie:
            shared["Access-Control-Allow-Credentials"] = "true"
        self._always = _encoded(always)
        self._shared = _encoded(shared)
        self._preflight = _encoded(
            {
                "Access-Control-Allow-Methods": _METHODS,
                "Access-Control-Allow-Headers": _REQUEST_HEADERS,
                "Access-Control-Max-Age": _PREFLIGHT_AGE_S,
            }
        )
        self._origins = settings.allowed_origins

    def put(self, request: Request, response: Response, request_id: str) -> None:
        headers = response.raw_headers
        headers += self._always
        headers.append((b"x-request-id", request_id.encode("latin-1")))
        origin = request.headers.get("origin")
        if origin is None or origin not in self._origins:
            return
        headers.append((b"access-control-allow-origin", origin.encode("latin-1")))
        headers += self._shared
        if request.method == "OPTIONS":
            headers += self._preflight


def _encoded(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
