"""A small site behind the gateway: one page and a few functions."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from emulators.gateway.app import Files, create_app
from emulators.server import running

# Stands in for functions/main.py; the entry points are those of two rows of the endpoint table.
MAIN = """
import asyncio, json, os
from pathlib import Path
from starlette.responses import JSONResponse, StreamingResponse

calls = 0

async def config(request):
    global calls
    calls += 1
    print(json.dumps({"cost": {"firestoreReads": 1, "firestoreWrites": 0, "kmsCalls": 0}}))
    return JSONResponse({
        "pid": os.getpid(), "calls": calls, "path": request.url.path, "query": request.url.query,
        "method": request.method, "body": (await request.body()).decode(), "headers": dict(request.headers),
        "edition": "EDITION",
    }, headers={"x-name": request.headers.get("x-name", "")})

async def health(request):
    here = Path(__file__).parent
    if "hold" in request.url.query:
        (here / "holding").touch()
        while not (here / "release").exists():
            await asyncio.sleep(0.02)
    return JSONResponse({"edition": "EDITION"})

async def chat(request):
    async def pieces():
        here = Path(__file__).parent
        try:
            yield b"first,"
            while not (here / "release").exists():
                await asyncio.sleep(0.02)
            yield b"last"
        finally:
            (here / "ended").touch()
    return StreamingResponse(pieces(), headers={"x-kind": "stream"})

async def providers(request):
    global calls
    calls += 1
    print("about to fail")
    print(json.dumps({"cost": {}}))
    kept = {"cache-control": "no-store"} if "private" in request.url.query else None
    return JSONResponse({"calls": calls}, status_code=404, headers=kept)
"""


@pytest.fixture
def site(tmp_path: Path) -> Files:
    """A site with one page and two functions."""
    (tmp_path / "web").mkdir()
    (tmp_path / "web/index.html").write_text("<h1>home</h1>")
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions/main.py").write_text(MAIN)
    rewrites = [
        {"source": "/api/config", "run": {"serviceId": "config"}},
        {"source": "/api/providers", "run": {"serviceId": "providers"}},
        {"source": "/health", "run": {"serviceId": "health"}},
        {"source": "/api/chat", "run": {"serviceId": "chat"}},
        {"source": "/api/profile", "run": {"serviceId": "profile"}},
        {"source": "/debts", "destination": "/index.html"},
    ]
    headers = [{"source": "**", "headers": [{"key": "X-Content-Type-Options", "value": "nosniff"}]}]
    hosting = {"hosting": {"public": "web", "rewrites": rewrites, "headers": headers}}
    (tmp_path / "firebase.json").write_text(json.dumps(hosting))
    return Files(
        firebase_json=tmp_path / "firebase.json",
        functions=tmp_path / "functions",
        log=tmp_path / "functions.log",
        clock=tmp_path / "clock",
        stack=tmp_path / "stack.json",
        door_key=tmp_path / "door-key",
    )


@pytest.fixture
async def browser(site: Files) -> AsyncIterator[httpx2.AsyncClient]:
    async with running(create_app(site, os.environ)) as ports:
        base_url = f"http://127.0.0.1:{ports.http}"
        async with httpx2.AsyncClient(base_url=base_url, timeout=60) as client:
            yield client
