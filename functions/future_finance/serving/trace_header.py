"""The trace a request came with, or a new one."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from starlette.datastructures import Headers

_W3C = re.compile(r"00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})")
_CLOUD = re.compile(r"([0-9a-f]{32})(?:/\d{1,20})?(?:;o=([01]))?")


@dataclass(frozen=True, slots=True)
class Trace:
    """`id` spans HTTP, task and worker; `span` is this request's own."""

    id: str
    span: str
    flags: str

    @property
    def traceparent(self) -> str:
        return f"00-{self.id}-{self.span}-{self.flags}"

    @property
    def request_id(self) -> str:
        """One per request, also where a task is delivered twice within one trace."""
        return f"{self.id}-{self.span}"


def trace_of(headers: Headers) -> Trace:
    """From traceparent, else X-Cloud-Trace-Context, else new; a malformed header counts as none."""
    span = secrets.token_hex(8)
    if (match := _W3C.fullmatch(headers.get("traceparent", ""))) and int(match[1], 16):
        return Trace(match[1], span, match[3])
    if (match := _CLOUD.fullmatch(headers.get("x-cloud-trace-context", ""))) and int(match[1], 16):
        return Trace(match[1], span, "01" if match[2] == "1" else "00")
    return Trace(secrets.token_hex(16), span, "00")
