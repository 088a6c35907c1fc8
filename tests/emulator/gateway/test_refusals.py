"""What the gateway answers itself: always in the API's error shape, and only to who asks for this machine."""

from __future__ import annotations

import httpx2
import pytest

from emulators.gateway.app import Files

pytestmark = pytest.mark.emulator


def _code(answer: httpx2.Response) -> str:
    error = answer.json()["error"]
    assert error.keys() == {"code", "message", "requestId"}
    assert error["requestId"] == answer.headers["x-request-id"]
    return str(error["code"])


@pytest.mark.parametrize("path", ["/%00", "/a/%00/b", "/" + "a" * 6000, "/%ff", "/nothing"])
async def test_a_path_that_no_file_can_have_is_not_found(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.status_code, _code(answer)) == (404, "not_found")


@pytest.mark.parametrize("method", ["TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/api/config", "/__functions/config"])
async def test_a_method_that_nothing_takes_is_refused(
    browser: httpx2.AsyncClient, method: str, path: str
) -> None:
    answer = await browser.request(method, path)
    assert (answer.status_code, _code(answer)) == (405, "method_not_allowed")
    assert "GET" in answer.headers["allow"]


async def test_a_failure_of_its_own_is_told_in_the_same_shape(
    browser: httpx2.AsyncClient, site: Files
) -> None:
    site.stack.write_text("not JSON")
    answer = await browser.get("/__local/status")
    assert (answer.status_code, _code(answer)) == (500, "internal")


async def test_a_function_that_cannot_start_is_unavailable(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/api/profile")
    assert (answer.status_code, _code(answer)) == (503, "unavailable")


@pytest.mark.parametrize("path", ["/", "/api/config", "/__local/status", "/healthz", "/api/docs"])
@pytest.mark.parametrize(
    "host", ["rebound.example:{port}", "127.0.0.1", "127.0.0.1.example:{port}", "[:", ""]
)
async def test_a_name_that_only_points_here_reaches_nothing(
    browser: httpx2.AsyncClient, path: str, host: str
) -> None:
    answer = await browser.get(path, headers={"Host": host.format(port=browser.base_url.port)})
    assert (answer.status_code, _code(answer)) == (421, "misdirected_request")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
async def test_this_machine_answers_to_its_own_names(browser: httpx2.AsyncClient, name: str) -> None:
    answer = await browser.get("/", headers={"Host": f"{name}:{browser.base_url.port}"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:1"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
async def test_a_page_from_elsewhere_cannot_move_the_clock(
    browser: httpx2.AsyncClient, site: Files, headers: dict[str, str], status: int
) -> None:
    sent = {"Content-Type": "application/json", **headers}
    answer = await browser.post("/__local/clock", content=b'{"now": null}', headers=sent)
    assert answer.status_code == status
    assert _code(answer)
    assert not site.clock.exists()


async def test_a_page_of_this_site_can_move_the_clock(browser: httpx2.AsyncClient) -> None:
    origin = f"http://localhost:{browser.base_url.port}"
    answer = await browser.post("/__local/clock", json={"now": None}, headers={"Origin": origin})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/api/docs", "/api/openapi.json"])
async def test_the_documents_are_taken_as_what_they_are(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
