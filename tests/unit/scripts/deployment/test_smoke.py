"""What was deployed is asked whether it works."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from scripts.deployment.release import hosting_config
from scripts.deployment.smoke import Deployed, Reply, fetch, smoke, wait_until_well

APP, WORKER, COMMIT = "https://app.example.in", "https://sync-connection-1.asia-south1.run.app", "c0ffee"
DEEP = "https://health-deep-1.asia-south1.run.app/health/deep"
SHELL = "<script src=/static/index-1a2b.js></script>"
POLICY = {"content-security-policy": "default-src 'self'; script-src 'self'"}
WELL = {
    f"{APP}/": Reply(200, SHELL, POLICY),
    f"{APP}/health": Reply(200, json.dumps({"status": "ok", "commit": COMMIT})),
    f"{APP}/api/config": Reply(200, json.dumps({"versions": {"commit": COMMIT}})),
    f"{APP}/api/financial/overview": Reply(401, '{"error": {"code": "not_signed_in"}}'),
    f"{APP}/health/deep": Reply(404, ""),
    DEEP: Reply(403, ""),
    WORKER: Reply(404, ""),
}


def wrong(**changed: Reply) -> list[str]:
    """What is said where these places answer otherwise."""
    places = {
        "page": f"{APP}/",
        "health": f"{APP}/health",
        "config": f"{APP}/api/config",
        "overview": f"{APP}/api/financial/overview",
        "hosted_deep": f"{APP}/health/deep",
        "deep": DEEP,
        "worker": WORKER,
    }
    replies = WELL | {places[name]: reply for name, reply in changed.items()}
    return list(smoke(Deployed(APP, SHELL, COMMIT, [WORKER, DEEP]), replies.__getitem__))


def test_a_good_deployment_has_nothing_wrong() -> None:
    assert wrong() == []
    assert wrong(worker=Reply(403, "")) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"page": Reply(404, "")}, "/ answers 404"),
        (
            {"page": Reply(200, "<script src=/static/index-0000.js></script>", POLICY)},
            "not the page that was built",
        ),
        ({"page": Reply(200, SHELL)}, "has the Content-Security-Policy ''"),
        (
            {"page": Reply(200, SHELL, {"content-security-policy": "default-src 'self' 'unsafe-inline'"})},
            "'unsafe-inline'",
        ),
        ({"page": Reply(200, SHELL, {"content-security-policy": "script-src 'self'"})}, "script-src"),
        (
            {"page": Reply(200, SHELL, {"content-security-policy": "default-src 'self'; script-src *"})},
            "script-src *",
        ),
        ({"health": Reply(503, "")}, "/health answers 503"),
        ({"health": Reply(0, "no route")}, "/health answers 0"),
        ({"health": Reply(200, '{"commit": "older"}')}, "of another commit: older"),
        ({"health": Reply(200, "<html>")}, "of another commit: None"),
        ({"config": Reply(404, "")}, "/api/config answers 404"),
        (
            {"config": Reply(200, '{"versions": {"commit": "older"}}')},
            "/api/config is of another commit: older",
        ),
        ({"config": Reply(200, "[]")}, "/api/config is of another commit: None"),
        ({"overview": Reply(200, "{}")}, "answers 200 to nobody"),
        ({"overview": Reply(401, "<html>")}, "answers 401 to nobody"),
        ({"worker": Reply(200, "")}, "it must be closed"),
        ({"worker": Reply(401, "")}, "it must be closed"),
        ({"deep": Reply(401, "")}, "/health/deep answers 401 to anybody: it must be closed"),
        ({"hosted_deep": Reply(200, "")}, "Hosting must not know it"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, Reply], sentence: str) -> None:
    (said,) = wrong(**changed)
    assert sentence in said


def test_the_policy_that_hosting_is_told_to_send_passes() -> None:
    hosting = hosting_config("future-prod-app", "https://chat-1.asia-south1.run.app")
    (everywhere,) = (each["headers"] for each in hosting["headers"] if each["source"] == "**")
    headers = {each["key"].lower(): each["value"] for each in everywhere}
    assert wrong(page=Reply(200, SHELL, headers)) == []


def test_a_release_is_given_time_to_arrive() -> None:
    answers = iter([["not yet"], ["not yet"], []])
    pauses: list[float] = []
    assert wait_until_well(lambda: next(answers), pause=pauses.append) == []
    assert len(pauses) == 2


def test_the_waiting_ends() -> None:
    pauses: list[float] = []
    assert wait_until_well(lambda: ["never"], tries=3, pause=pauses.append) == ["never"]
    assert len(pauses) == 2


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Security-Policy", "default-src 'self'")
        self.end_headers()
        self.wfile.write("naïve".encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Page) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_fetched_with_its_headers_and_a_refusal_is_an_answer(address: str) -> None:
    page = fetch(f"{address}/")
    assert (page.status, page.body) == (200, "naïve")
    assert page.headers["content-security-policy"] == "default-src 'self'"
    assert fetch(f"{address}/nothing").status == 404
    assert fetch("http://127.0.0.1:1/").status == 0
