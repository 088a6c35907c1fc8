"""A tool's result: JSON data, a login prompt, or prose."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import PhoneRefused, Reason, Refused

if TYPE_CHECKING:
    from mcp_types import CallToolResult

_PHONE_REFUSED = "phone number is not allowed"


@dataclass(frozen=True, slots=True)
class LoginPrompt:
    """Nobody is logged in on this session; `url` is as Fi sent it, unchecked."""

    url: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Words instead of data, such as "No credit score data available": unknown, never "none"."""


type Answer = Node | LoginPrompt | Prose


def read_answer(result: CallToolResult) -> Answer:
    """What a tool's result says. Numbers stay exact. Raises Refused, PhoneRefused."""
    texts = [block.text for block in result.content if block.type == "text"]
    if result.is_error:
        if any(_PHONE_REFUSED in text.casefold() for text in texts):
            raise PhoneRefused
        raise Refused(Reason.TOOL_ERROR)
    if len(texts) != 1 or len(result.content) != 1:
        raise Refused(Reason.UNKNOWN_SHAPE)
    return read_text(texts[0])


def read_text(text: str) -> Answer:
    """What the text block of a successful result says. Raises Refused."""
    body = text.lstrip("\ufeff \t\r\n")
    if body.startswith("<"):
        raise Refused(Reason.HTML)
    if not body.startswith(("{", "[")):
        return Prose()
    try:
        root = json.loads(body, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, ArithmeticError, RecursionError):
        raise Refused(Reason.MALFORMED_JSON) from None
    if not isinstance(root, dict):
        raise Refused(Reason.UNKNOWN_SHAPE)
    if root.get("status") == "login_required":
        url = root.get("login_url")
        return LoginPrompt(url if isinstance(url, str) else "")
    return Node(root)


def _no_constant(name: str) -> None:
    """JSON knows no NaN or Infinity."""
    raise ValueError(name)
