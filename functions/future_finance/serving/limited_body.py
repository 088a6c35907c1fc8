"""A request's body, read once and never beyond 1 MiB."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from future_finance.entrypoints.request import require_json
from future_finance.errors import BadRequest, BodyTooLarge

LARGEST_BODY = 1024 * 1024
_BODILESS = frozenset({"GET", "HEAD", "OPTIONS"})


async def with_limited_body(request: Request) -> Request:
    """The request with its body at hand, counted as it streams in, whatever Content-Length says.

    Raises BodyTooLarge, UnsupportedMediaType for a body that is not JSON.
    """
    headers = request.headers
    if request.method in _BODILESS and "content-length" not in headers and "transfer-encoding" not in headers:
        return request
    stated = headers.get("content-length", "")
    if stated.isascii() and stated.isdigit() and int(stated) > LARGEST_BODY:
        raise BodyTooLarge
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                raise BodyTooLarge
    except ClientDisconnect:
        raise BadRequest from None
    if body:
        require_json(headers)

    async def receive() -> Message:
        return {"type": "http.request", "body": bytes(body), "more_body": False}

    return Request(request.scope, receive)
