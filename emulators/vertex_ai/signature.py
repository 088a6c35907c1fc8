"""Thought signatures: opaque marks on calls that must come back unchanged, as Gemini 3 asks.

https://docs.cloud.google.com/vertex-ai/generative-ai/docs/thought-signatures
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from emulators.vertex_ai.request import Content, Request

# Google's own word for histories that another model made.
SKIP = base64.b64encode(b"skip_thought_signature_validator").decode()


class RequestRefused(Exception):
    """The request is answered with 400 INVALID_ARGUMENT; the message says why."""


def signature_of(name: str, args: Mapping[str, Any]) -> str:
    """Base64; the same for the same call, so that a restarted simulator knows it again."""
    said = json.dumps([name, args], sort_keys=True, ensure_ascii=False)
    return base64.b64encode(hashlib.sha256(b"vertex-ai-simulator\0" + said.encode()).digest()).decode()


def check(request: Request) -> None:
    """Calls of the present turn are signed, and each is answered once. Raises RequestRefused."""
    turn = request.turn
    for place, content in enumerate(turn):
        if content.role != "model" or not content.calls:
            continue
        _check_signed(content)
        answered = turn[place + 1].responses if place + 1 < len(turn) else []
        if [call.name for call in content.calls] != [response.name for response in answered]:
            raise RequestRefused(
                "Please ensure that the number of function response parts is equal to the number of function "
                "call parts of the function call turn."
            )
        if [call.id for call in content.calls] != [response.id for response in answered]:
            raise RequestRefused("The id of a function response is not that of its function call.")


def _check_signed(content: Content) -> None:
    first = next(part for part in content.parts if part.function_call)
    call = first.function_call
    if call is None or first.thought_signature == SKIP:
        return
    if first.thought_signature is None:
        raise RequestRefused(
            f"Function call is missing a thought_signature in functionCall parts: {call.name}, position 1."
        )
    if _urlsafe(first.thought_signature) != _urlsafe(signature_of(call.name, call.args)):
        raise RequestRefused("Thought signature is not valid.")


def _urlsafe(signature: str) -> str:
    """The library sends base64 in the alphabet for URLs."""
    return signature.replace("+", "-").replace("/", "_").rstrip("=")
