"""Answers in JSON."""

from __future__ import annotations

from typing import Any

from starlette.responses import JSONResponse, Response

from future_finance.errors import AppError

_RETRY_AFTER_S = {429: 60, 503: 10}


def json_response(content: Any, status: int = 200) -> Response:
    """`content` as JSON; pydantic models come dumped: `view.model_dump(mode="json", by_alias=True)`."""
    return JSONResponse(content, status_code=status)


def no_content() -> Response:
    return Response(status_code=204)


def error_response(error: AppError, request_id: str) -> Response:
    """{"error": {"code", "message", "requestId", "details"?}} with the headers its status calls for."""
    body: dict[str, Any] = {"code": error.code, "message": error.message, "requestId": request_id}
    if error.details:
        body["details"] = error.details
    response = JSONResponse({"error": body}, status_code=error.status)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status == 405:
        response.headers["Allow"] = ", ".join(_words(error.details.get("allow")))
    retry_after_s = error.retry_after_s or _RETRY_AFTER_S.get(error.status)
    if retry_after_s:
        response.headers["Retry-After"] = str(retry_after_s)
    return response


def _words(value: object) -> list[str]:
    return [str(word) for word in value] if isinstance(value, list) else []
