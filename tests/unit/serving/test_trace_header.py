"""The trace of a request."""

from __future__ import annotations

import re

import pytest
from starlette.datastructures import Headers

from future_finance.serving.trace_header import trace_of

ID = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.mark.parametrize(
    ("headers", "flags"),
    [
        ({"traceparent": f"00-{ID}-00f067aa0ba902b7-01"}, "01"),
        ({"X-Cloud-Trace-Context": f"{ID}/123;o=1"}, "01"),
        ({"X-Cloud-Trace-Context": ID}, "00"),
        ({"traceparent": f"00-{ID}-00f067aa0ba902b7-00", "X-Cloud-Trace-Context": "0" * 31 + "1/2"}, "00"),
    ],
)
def test_a_trace_goes_on_under_a_span_of_our_own(headers: dict[str, str], flags: str) -> None:
    trace = trace_of(Headers(headers))
    assert (trace.id, trace.flags) == (ID, flags)
    assert trace.span != "00f067aa0ba902b7"
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}", trace.traceparent)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"traceparent": "00-" + "0" * 32 + "-00f067aa0ba902b7-01"},
        {"traceparent": f'00-{ID}-00f067aa0ba902b7-01"}} forged'},
        {"X-Cloud-Trace-Context": "a\\nb"},
    ],
)
def test_without_a_sound_header_a_trace_begins(headers: dict[str, str]) -> None:
    first, second = trace_of(Headers(headers)), trace_of(Headers(headers))
    assert first.id != second.id
    assert re.fullmatch(r"[0-9a-f]{32}-[0-9a-f]{16}", first.request_id)


def test_two_deliveries_of_one_trace_have_two_request_ids() -> None:
    headers = Headers({"traceparent": f"00-{ID}-00f067aa0ba902b7-01"})
    assert trace_of(headers).request_id != trace_of(headers).request_id
