"""The gateway's own answers when a request reaches no function, in the API's error shape."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

_REASONS = {
    403: ("origin_refused", "This request came from a page that may not make it."),
    404: ("not_found", "There is nothing here."),
    405: ("method_not_allowed", "This address does not take that method."),
    413: ("body_too_large", "The request is larger than 32 MiB."),
    414: ("address_too_long", "The address is too long."),
    415: ("unsupported_media_type", "Send JSON, with the header Content-Type: application/json."),
    421: ("misdirected_request", "This server is not the host that the request names."),
    422: ("invalid_input", "Some of the values sent are not valid."),
    500: ("internal", "Something went wrong on our side. Please try again."),
    502: ("bad_gateway", "The function broke the connection."),
    503: ("unavailable", "The function could not be started."),
    504: ("deadline_exceeded", "The function took too long."),
}


def refusal(status: int, message: str | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """{"error": {"code", "message", "requestId"}} for one of the statuses above."""
    code, sentence = _REASONS[status]
    request_id = secrets.token_hex(16)
    error = {"code": code, "message": message or sentence, "requestId": request_id}
    always = {
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "x-request-id": request_id,
    }
    return JSONResponse({"error": error}, status, {**(headers or {}), **always})


def of_exception(request: Request, error: Exception) -> Response:
    """For an exception that no route expected; the server logs it. Starlette itself raises HTTPException."""
    if isinstance(error, HTTPException):
        return refusal(error.status_code, headers=error.headers)
    return refusal(500)
