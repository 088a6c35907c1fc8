"""The gateway in front of real functions-framework processes, as Hosting and Cloud Run would be."""

from __future__ import annotations

import asyncio
import json
import os

import httpx2
import pytest

from emulators import door_key
from emulators.gateway.app import Files
from tests.emulator.gateway.conftest import MAIN

pytestmark = pytest.mark.emulator


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
    main.write_text(MAIN.replace("EDITION", "second edition"))
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


async def test_its_own_url_keeps_the_path_and_adds_nothing_of_hosting(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    headers = {"Cookie": "a=1", door_key.HEADER: door_key.read(site.door_key)}
    seen = (await browser.post("/__functions/config/deep%2Fpath?x=1", headers=headers)).json()
    assert (seen["path"], seen["query"]) == ("/deep/path", "x=1")
    assert seen["headers"]["cookie"] == "a=1"
    assert not {"x-forwarded-host", door_key.HEADER} & set(seen["headers"])
    assert (await browser.post("/__functions/config", headers=headers)).json()["path"] == "/"
    assert (await browser.post("/__functions/unknown", headers=headers)).status_code == 404


@pytest.mark.parametrize(
    "key", [{}, {door_key.HEADER: "guessed"}, {door_key.HEADER: "\u00e9".encode("latin-1")}]
)
async def test_its_own_url_is_not_there_for_who_did_not_come_through_the_front_door(
    browser: httpx2.AsyncClient, key: dict[str, str]
) -> None:
    assert (await browser.post("/__functions/config", headers=key)).status_code == 404
    assert (await browser.get("/__local/status")).json()["functions"] == []


async def test_headers_outside_ascii_pass_both_ways(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/api/config", headers={"X-Name": "Meenakṣī".encode()})
    assert answer.json()["headers"]["x-name"].encode("latin-1").decode() == "Meenakṣī"
    echoed = dict(answer.headers.raw)[b"x-name"]
    assert echoed.decode() == "Meenakṣī"


async def test_static_files_come_first_and_unknown_paths_last(browser: httpx2.AsyncClient) -> None:
    assert (await browser.get("/")).text == "<h1>home</h1>"
    assert (await browser.get("/nothing")).status_code == 404
    assert (await browser.post("/")).status_code == 404


async def test_the_business_clock_is_moved_over_http(browser: httpx2.AsyncClient, site: Files) -> None:
    assert (await browser.post("/__local/clock", json={"now": "2030-01-01T00:00:00Z"})).status_code == 200
    assert float(site.clock.read_text()) > 0
    assert (await browser.post("/__local/clock", json={"now": "soon"})).status_code == 422


def _with_key(site: Files) -> dict[str, str]:
    return {door_key.HEADER: door_key.read(site.door_key)}


async def test_on_its_own_url_a_function_streams(browser: httpx2.AsyncClient, site: Files) -> None:
    async with (
        asyncio.timeout(30),
        browser.stream("POST", "/__functions/chat", headers=_with_key(site)) as answer,
    ):
        pieces = answer.aiter_bytes()
        assert await anext(pieces) == b"first,"
        assert not (site.functions / "ended").exists()
        (site.functions / "release").touch()
        assert b"".join([piece async for piece in pieces]) == b"last"
        assert answer.headers["x-kind"] == "stream"


async def test_a_caller_who_leaves_a_stream_ends_the_functions_work(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    async with browser.stream("POST", "/__functions/chat", headers=_with_key(site)) as answer:
        assert await anext(answer.aiter_bytes()) == b"first,"
    async with asyncio.timeout(30):
        while not (site.functions / "ended").exists():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_hosting_buffers_what_streams(browser: httpx2.AsyncClient, site: Files) -> None:
    asked = asyncio.create_task(browser.post("/api/chat"))
    async with asyncio.timeout(30):
        async with browser.stream("POST", "/__functions/chat", headers=_with_key(site)) as answer:
            await anext(answer.aiter_bytes())
        assert not asked.done()
        (site.functions / "release").touch()
        assert (await asked).content == b"first,last"
