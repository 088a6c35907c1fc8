"""The gateway in front of real functions-framework processes, as Hosting and Cloud Run would be."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from emulators.gateway.app import Files, create_app
from emulators.server import running

pytestmark = pytest.mark.emulator

# Stands in for functions/main.py; the entry points are those of two rows of the endpoint table.
_MAIN = """
import asyncio, json, os
from pathlib import Path
from starlette.responses import JSONResponse

calls = 0

async def config(request):
    global calls
    calls += 1
    print(json.dumps({"cost": {"firestoreReads": 1, "firestoreWrites": 0, "kmsCalls": 0}}))
    return JSONResponse({
        "pid": os.getpid(), "calls": calls, "path": request.url.path, "query": request.url.query,
        "method": request.method, "body": (await request.body()).decode(), "headers": dict(request.headers),
        "edition": "EDITION",
    })

async def health(request):
    here = Path(__file__).parent
    if "hold" in request.url.query:
        (here / "holding").touch()
        while not (here / "release").exists():
            await asyncio.sleep(0.02)
    return JSONResponse({"edition": "EDITION"})

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
    (tmp_path / "functions/main.py").write_text(_MAIN)
    rewrites = [
        {"source": "/api/config", "run": {"serviceId": "config"}},
        {"source": "/api/providers", "run": {"serviceId": "providers"}},
        {"source": "/health", "run": {"serviceId": "health"}},
        {"source": "/api/profile", "run": {"serviceId": "profile"}},
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
    )


@pytest.fixture
async def browser(site: Files) -> AsyncIterator[httpx2.AsyncClient]:
    async with running(create_app(site, os.environ)) as ports:
        base_url = f"http://127.0.0.1:{ports.http}"
        async with httpx2.AsyncClient(base_url=base_url, timeout=60) as client:
            yield client


async def test_a_function_behind_a_rewrite_sees_what_hosting_lets_through(
    browser: httpx2.AsyncClient,
) -> None:
    headers = {
        "Cookie": "theme=dark; __session=abc",
        "Authorization": "Bearer x",
        "X-Forwarded-For": "9.9.9.9",
    }
    answer = await browser.post("/api/config?a=1&b=%2F", content=b"hello", headers=headers)
    seen = answer.json()
    assert (seen["method"], seen["path"], seen["query"], seen["body"]) == (
        "POST",
        "/api/config",
        "a=1&b=%2F",
        "hello",
    )
    assert seen["headers"]["cookie"] == "__session=abc"
    assert seen["headers"]["authorization"] == "Bearer x"
    assert seen["headers"]["host"] == "config-0.asia-south1.run.app"
    assert seen["headers"]["x-forwarded-for"].startswith("9.9.9.9, 127.0.0.1, ")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_requests_that_come_at_once_start_one_process(browser: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(*(browser.get("/api/config") for _ in range(6)))
    assert len({answer.json()["pid"] for answer in answers}) == 1
    assert (await browser.get("/__local/status")).json()["functions"] == ["config"]


def _edit(site: Files) -> None:
    main = site.functions / "main.py"
    main.write_text(_MAIN.replace("EDITION", "second edition"))
    os.utime(main, (main.stat().st_mtime + 5, main.stat().st_mtime + 5))


async def test_an_edit_of_the_source_is_served_at_the_next_request(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    first = (await browser.get("/api/config")).json()
    _edit(site)
    second = (await browser.get("/api/config")).json()
    assert second["edition"] == "second edition"
    assert second["pid"] != first["pid"]


async def test_an_edit_does_not_break_a_request_that_is_running(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    held = asyncio.create_task(browser.get("/health?hold"))
    async with asyncio.timeout(30):
        while not (site.functions / "holding").exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    _edit(site)
    assert (await browser.get("/health")).json() == {"edition": "second edition"}
    (site.functions / "release").touch()
    assert (await held).json() == {"edition": "EDITION"}


async def test_a_404_is_cached_unless_the_function_forbids_it(browser: httpx2.AsyncClient) -> None:
    cached = [(await browser.get("/api/providers")).json()["calls"] for _ in range(2)]
    private = [(await browser.get("/api/providers?private")).json()["calls"] for _ in range(2)]
    assert cached == [1, 1]
    assert private == [2, 3]


async def test_costs_and_log_lines_of_functions_are_collected(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    await asyncio.gather(*(browser.get("/api/config") for _ in range(3)))
    report = (await browser.get("/__local/cost")).json()
    assert report["functions"]["config"] == {
        "requests": 3,
        "firestoreReads": 3,
        "firestoreWrites": 0,
        "kmsCalls": 0,
    }
    await browser.get("/api/providers")
    await browser.get("/__local/cost")
    assert "about to fail" in [json.loads(line).get("message") for line in site.log.read_text().splitlines()]


async def test_a_function_that_cannot_start_answers_503(browser: httpx2.AsyncClient) -> None:
    assert (await browser.get("/api/profile")).status_code == 503


async def test_its_own_url_keeps_the_path_and_adds_nothing_of_hosting(browser: httpx2.AsyncClient) -> None:
    seen = (await browser.post("/__functions/config/deep/path?x=1", headers={"Cookie": "a=1"})).json()
    assert (seen["path"], seen["query"]) == ("/deep/path", "x=1")
    assert seen["headers"]["cookie"] == "a=1"
    assert "x-forwarded-host" not in seen["headers"]
    assert (await browser.post("/__functions/unknown")).status_code == 404


async def test_static_files_come_first_and_unknown_paths_last(browser: httpx2.AsyncClient) -> None:
    assert (await browser.get("/")).text == "<h1>home</h1>"
    assert (await browser.get("/nothing")).status_code == 404
    assert (await browser.post("/")).status_code == 404


async def test_the_business_clock_is_moved_over_http(browser: httpx2.AsyncClient, site: Files) -> None:
    assert (await browser.post("/__local/clock", json={"now": "2030-01-01T00:00:00Z"})).status_code == 200
    assert float(site.clock.read_text()) > 0
    assert (await browser.post("/__local/clock", json={"now": "soon"})).status_code == 422
