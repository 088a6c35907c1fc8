"""A function under the real functions-framework command, as production starts it."""

from __future__ import annotations

import http.client
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from emulators import children
from emulators.children import ROOT
from emulators.ports import LOOPBACK, free_port

FUNCTIONS = ROOT / "functions" / "main.py"
HELLO = ROOT / "scripts" / "measure" / "hello" / "main.py"
START_TIMEOUT_S = 30.0
_RETRY_S = 0.002


@dataclass(frozen=True, slots=True)
class Call:
    """One request, the same every time."""

    path: str = "/"
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    expect: int = 200
    first_event: bool = False  # of a stream: what comes after is not waited for


class UnexpectedAnswer(Exception):
    """A function answered otherwise than it was to."""


@contextmanager
def running(target: str, source: Path, environ: Mapping[str, str], logs: Path) -> Iterator[int]:
    """The port of a function that was just started; it need not listen yet."""
    port = free_port()
    command: list[str | Path] = [
        Path(sys.executable).with_name("functions-framework"),
        *("--target", target, "--source", source, "--host", LOOPBACK, "--port", str(port)),
    ]
    environ = {**environ, "FUNCTION_USE_ASGI": "true"}
    child = children.start(target, command, env=environ, log=logs / f"{target}.log")
    try:
        yield port
    finally:
        children.stop([child])


def first_answer_s(target: str, source: Path, environ: Mapping[str, str], logs: Path, call: Call) -> float:
    """Seconds from process start to the answer of its first request."""
    started = time.perf_counter()
    with running(target, source, environ, logs) as port:
        while True:
            try:
                send(port, call)
            except ConnectionError:
                if time.perf_counter() - started > START_TIMEOUT_S:
                    raise
                time.sleep(_RETRY_S)
            else:
                return time.perf_counter() - started


def send(port: int, call: Call, connection: http.client.HTTPConnection | None = None) -> bytes:
    """Send `call` and read the answer. Raises UnexpectedAnswer, ConnectionError."""
    link = connection or http.client.HTTPConnection(LOOPBACK, port, timeout=60)
    try:
        link.request(call.method, call.path, body=call.body, headers=dict(call.headers))
        answer = link.getresponse()
        content = answer.readline() if call.first_event else answer.read()
    finally:
        if connection is None:
            link.close()
    if answer.status != call.expect:
        raise UnexpectedAnswer(f"{call.path}: {answer.status} {content[:200]!r}")
    return content
