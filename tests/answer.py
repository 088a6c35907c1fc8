"""What an answer of the API says went wrong."""

from __future__ import annotations

import httpx2


def error_of(answer: httpx2.Response) -> tuple[int, str]:
    """Its status and the error's code."""
    return answer.status_code, answer.json()["error"]["code"]
