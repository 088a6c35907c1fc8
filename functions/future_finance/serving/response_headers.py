"""The headers every answer carries, and those for pages of allowed origins."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance.config import Settings
from future_finance.endpoints import Endpoint, Trust

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
    """Puts the headers of one endpoint on its answers."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self._always = dict(_ALWAYS)
        if settings.app_url.startswith("https://"):
            self._always["Strict-Transport-Security"] = _HSTS
        self._origins = settings.allowed_origins
        self._cookies = endpoint.trust is Trust.AUTH  # the endpoints that set or take __session

    def put(self, request: Request, response: Response, request_id: str) -> None:
        for name, value in self._always.items():
            response.headers[name] = value
        response.headers["X-Request-Id"] = request_id
        origin = request.headers.get("origin")
        if origin is None or origin not in self._origins:
            return
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = _EXPOSED
        if self._cookies:
            response.headers["Access-Control-Allow-Credentials"] = "true"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = _METHODS
            response.headers["Access-Control-Allow-Headers"] = _REQUEST_HEADERS
            response.headers["Access-Control-Max-Age"] = _PREFLIGHT_AGE_S
