"""What every HTTP response of Fi's has to pass before the SDK reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2

from future_finance.adapters.fi_mcp.refusal import Reason, Refused, SessionEnded, Unreachable

SESSION_HEADER = "Mcp-Session-Id"
_SESSION_STATUSES = {400, 401, 403, 404, 410}
_RETRY_STATUSES = {408, 425, 429}
_TYPES = {"application/json", "text/event-stream"}


class Guard:
    """A response event hook. Raises Refused, Unreachable or SessionEnded out of the transport.

    Remembers the session id that the answer to `initialize` brings.
    """

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self.session_id: str | None = None

    async def __call__(self, response: httpx2.Response) -> None:
        status = response.status_code
        if status in _SESSION_STATUSES:
            raise SessionEnded
        if status in _RETRY_STATUSES or status >= 500:
            raise Unreachable
        if status >= 300:
            raise Refused(Reason.REDIRECTED)
        self.session_id = self.session_id or response.headers.get(SESSION_HEADER)
        if status == 202:  # a notification is answered without a body
            return
        content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if content_type not in _TYPES:
            raise Refused(Reason.HTML if content_type == "text/html" else Reason.CONTENT_TYPE)
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Refused(Reason.CONTENT_TYPE)  # was not asked for, and hides the size
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Capped(response.stream, self._max_bytes)


class _Capped(httpx2.AsyncByteStream):
    """A body that ends the exchange once it is longer than allowed."""

    def __init__(self, body: httpx2.AsyncByteStream, max_bytes: int) -> None:
        self._body = body
        self._left = max_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._body:
            self._left -= len(chunk)
            if self._left < 0:
                raise Refused(Reason.TOO_LARGE)
            yield chunk

    async def aclose(self) -> None:
        await self._body.aclose()
