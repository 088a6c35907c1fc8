"""Warm requests: our serving layer over bare functions-framework with the same Firestore read."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from emulators.ports import LOOPBACK
from scripts.measure.figure import Figure
from scripts.measure.function_process import FUNCTIONS, HELLO, START_TIMEOUT_S, Call, running, send

WARM_UP = 30
GOAL = 1.25


def measure(
    environ: Mapping[str, str], document: str, overview: Call, logs: Path, requests: int
) -> list[Figure]:
    """p50 of each, the two asked in turn over connections that stay open."""
    bare_env = {**environ, "DOCUMENT": document}
    with (
        running("hello_read", HELLO, bare_env, logs) as bare_port,
        running("financial_overview", FUNCTIONS, environ, logs) as our_port,
    ):
        bare = _connect(bare_port, Call())
        ours = _connect(our_port, overview)
        taken: tuple[list[float], list[float]] = ([], [])
        for number in range(WARM_UP + requests):
            for times, link, port, call in (
                (taken[0], bare, bare_port, Call()),
                (taken[1], ours, our_port, overview),
            ):
                started = time.perf_counter()
                send(port, call, link)
                if number >= WARM_UP:
                    times.append(time.perf_counter() - started)
        bare.close()
        ours.close()
    base, own = (median(times) for times in taken)
    return [
        Figure("bare function + the same read, p50", base * 1000, "ms"),
        Figure("overview behind our serving layer, p50", own / base, "x", GOAL),
    ]


def _connect(port: int, call: Call) -> http.client.HTTPConnection:
    deadline = time.monotonic() + START_TIMEOUT_S
    while True:
        try:
            send(port, call)
            return http.client.HTTPConnection(LOOPBACK, port, timeout=60)
        except ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
