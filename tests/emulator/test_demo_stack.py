"""The demo beside a server that runs already: it travels only where its person is at home."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from emulators.ports import LOOPBACK
from scripts.journey.__main__ import main

pytestmark = pytest.mark.emulator

_REAL_FI = "https://fi.test:8080/mcp/stream"
_BESIDE_REAL_FI = {"services": {"gateway": "http://127.0.0.1"}, "environment": {"FF_FI_MCP_URL": _REAL_FI}}


@contextmanager
def _server(status: int, body: str) -> Iterator[tuple[str, list[str]]]:
    """Answers so when asked what stack it is, else with 503; its port, and the requests it has had."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.requestline)
            self.send_response(status if self.path == "/__local/status" else 503)
            self.end_headers()
            self.wfile.write(body.encode())

        do_POST = do_GET

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    with ThreadingHTTPServer((LOOPBACK, 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield str(server.server_port), requests
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("status", "arguments", "says"),
    [
        (_BESIDE_REAL_FI, [], "no demo person can log in"),
        ({}, ["--persona", "all"], "no demo person can log in"),
        (
            _BESIDE_REAL_FI,
            ["--fi-url", "http://127.0.0.1:9/mcp", "--fi-phone", "1"],
            "uses another Fi server",
        ),
    ],
)
def test_a_person_never_logs_in_at_a_fi_server_that_does_not_know_them(
    status: object, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with _server(200, json.dumps(status)) as (port, requests):
        assert main(["--port", port, *arguments]) == 1
    assert says in capsys.readouterr().err
    assert {request.split()[1] for request in requests} == {"/__local/status"}


def test_a_person_of_that_fi_server_travels(capsys: pytest.CaptureFixture[str]) -> None:
    with _server(200, json.dumps(_BESIDE_REAL_FI)) as (port, requests):
        main(["--port", port, "--fi-url", _REAL_FI, "--fi-phone", "1"])
    assert capsys.readouterr().err == ""
    assert "GET /api/config HTTP/1.1" in requests


@pytest.mark.parametrize(("status", "body"), [(404, "{}"), (200, "<h1>some other program</h1>")])
def test_a_program_that_is_no_stack_is_said_to_hold_the_port(
    status: int, body: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with _server(status, body) as (port, _):
        assert main(["--port", port]) == 1
    assert "in use by something else" in capsys.readouterr().err
