"""What holds for every endpoint: limits, sign-in, errors, headers, the log line."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.endpoints import BY_ENTRY_POINT, ENDPOINTS, Caller
from future_finance.errors import DeadlineExceeded
from future_finance.serving import endpoint as serving
from future_finance.usecases.trace import traceparent
from tests.answer import error_of
from tests.api.conftest import APP, Api
from tests.api.oidc import worker_token

LogLines = Callable[[], list[dict[str, Any]]]

SIGNED_IN = [e.name for e in ENDPOINTS if e.caller in {Caller.USER, Caller.USER_OR_COOKIE}]
WORKERS = [e.name for e in ENDPOINTS if e.caller in {Caller.TASKS, Caller.SCHEDULER, Caller.OPERATOR}]


@pytest.mark.parametrize("name", [e.name for e in ENDPOINTS])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "HEAD", "PATCH"])
async def test_no_answer_may_be_cached_or_framed(api: Api, name: str, method: str) -> None:
    response = await api.send(name, method, content=b"not json" if method == "POST" else None)
    assert response.headers["cache-control"] == "private, no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["x-frame-options"] == "DENY"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert response.headers["strict-transport-security"].startswith("max-age=")
    assert response.headers["x-request-id"]


@pytest.mark.parametrize("name", SIGNED_IN)
async def test_without_a_token_nothing_is_shown(api: Api, name: str) -> None:
    response = await api.send(name)
    assert error_of(response) == (401, "not_signed_in")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("name", [n for n in SIGNED_IN if n != "auth-session"])
async def test_a_cookie_signs_in_nowhere_but_at_the_session_endpoint(api: Api, name: str) -> None:
    response = await api.send(name, cookie=api.firebase.cookie("asha"), headers={"Origin": APP})
    assert response.status_code == 401


async def test_a_forged_token_is_refused(api: Api) -> None:
    response = await api.send("profile", token=api.firebase.id_token("asha", key="forger"))
    assert response.status_code == 401


async def test_an_expired_token_is_told_apart(api: Api) -> None:
    response = await api.send("profile", token=api.firebase.id_token("asha", exp=int(time.time()) - 1))
    assert error_of(response) == (401, "session_expired")


async def test_malformed_json_is_a_bad_request(api: Api) -> None:
    for body in (b"{", b"\xff", b'{"language": "en"', b"nope"):
        response = await api.send(
            "profile", "PUT", user="asha", content=body, headers={"Content-Type": "application/json"}
        )
        assert error_of(response) == (400, "bad_request")


async def test_wrong_values_are_named_by_path_and_never_quoted(api: Api) -> None:
    body = {"birthYear": "nineteen-ninety", "unheardOf": 1, "language": "fr"}
    response = await api.send("profile", "PUT", user="asha", json=body)
    assert error_of(response) == (422, "invalid_input")
    paths = {field["path"] for field in response.json()["error"]["details"]["fields"]}
    assert paths == {"birthYear", "unheardOf", "language"}
    assert "nineteen-ninety" not in response.text


async def test_a_body_that_is_not_json_by_its_type_is_refused(api: Api) -> None:
    response = await api.send(
        "profile", "PUT", user="asha", content=b"{}", headers={"Content-Type": "text/plain"}
    )
    assert error_of(response) == (415, "unsupported_media_type")


async def test_a_large_body_is_refused_by_its_stated_length(api: Api) -> None:
    response = await api.send(
        "profile",
        "PUT",
        user="asha",
        content=b" " * (1024 * 1024 + 1),
        headers={"Content-Type": "application/json"},
    )
    assert error_of(response) == (413, "body_too_large")


async def test_a_large_body_is_refused_while_it_streams_in(api: Api) -> None:
    sent = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(64):
            sent += 1
            yield b" " * 65_536

    response = await api.send(
        "profile", "PUT", user="asha", content=chunks(), headers={"Content-Type": "application/json"}
    )
    assert error_of(response) == (413, "body_too_large")
    assert sent <= 18


async def test_a_wrong_method_says_which_are_right(api: Api) -> None:
    response = await api.send("profile", "DELETE", user="asha")
    assert error_of(response) == (405, "method_not_allowed")
    assert response.headers["allow"] == "GET, PUT"


async def test_head_is_a_get_without_its_body(api: Api) -> None:
    response = await api.send("health", "HEAD")
    assert (response.status_code, response.content) == (200, b"")


async def test_pages_of_ours_may_read_answers_and_errors(api: Api) -> None:
    for user in ("asha", None):
        response = await api.send("providers", user=user, headers={"Origin": APP})
        assert response.headers["access-control-allow-origin"] == APP
        assert "access-control-allow-credentials" not in response.headers
    preflight = await api.send(
        "profile", "OPTIONS", headers={"Origin": APP, "Access-Control-Request-Method": "PUT"}
    )
    assert preflight.status_code == 204
    assert "PUT" in preflight.headers["access-control-allow-methods"]
    assert "Authorization" in preflight.headers["access-control-allow-headers"]


async def test_only_endpoints_of_the_cookie_allow_credentials(api: Api) -> None:
    allowing = set()
    for row in ENDPOINTS:
        response = await api.send(row.name, "OPTIONS", headers={"Origin": APP})
        if response.headers.get("access-control-allow-credentials") == "true":
            allowing.add(row.name)
    assert allowing == {"auth-google-begin", "auth-google-callback", "auth-session", "auth-logout"}


async def test_pages_of_others_may_not_read_answers(api: Api) -> None:
    for origin in ("https://evil.example", "null", APP + ".evil.example"):
        response = await api.send("providers", user="asha", headers={"Origin": origin})
        assert "access-control-allow-origin" not in response.headers


async def test_an_unforeseen_error_tells_the_person_nothing_and_us_where(
    api: Api, log_lines: LogLines
) -> None:
    class Broken:
        async def get(self, uid: str) -> None:
            raise RuntimeError(f"account of {uid}: 12,34,567")

    bootstrap.replace(profile_store=Broken())
    response = await api.send("profile", user="asha")
    assert error_of(response) == (500, "internal")
    failure, request = log_lines()
    assert failure["severity"] == "ERROR"
    assert failure["exception"][0]["type"] == "builtins.RuntimeError"
    assert any("in get" in frame for frame in failure["exception"][0]["stack"])
    assert "12,34,567" not in json.dumps([failure, request])
    assert request["errorCode"] == "internal"
    assert failure["logging.googleapis.com/trace"] == request["logging.googleapis.com/trace"]


async def test_a_handler_that_takes_too_long_is_cut_off(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hanging:
        async def get(self, uid: str) -> None:
            await asyncio.Event().wait()

    bootstrap.replace(profile_store=Hanging())
    monkeypatch.setattr(serving, "DEADLINE_MARGIN_S", BY_ENTRY_POINT["profile"].timeout_s - 0.02)
    response = await api.send("profile", user="asha")
    assert error_of(response) == (503, DeadlineExceeded.code)
    assert int(response.headers["retry-after"]) > 0


async def test_the_log_line_follows_the_trace_and_names_nobody(api: Api, log_lines: LogLines) -> None:
    token = api.firebase.id_token("asha")
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    await api.send(
        "profile",
        path="/api/profile?code=secret-code",
        token=token,
        headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"},
    )
    (line,) = log_lines()
    assert line["httpRequest"]["requestUrl"] == "/api/profile"
    assert line["logging.googleapis.com/trace"] == f"projects/demo-future-finance/traces/{trace}"
    assert line["logging.googleapis.com/labels"]["function"] == "profile"
    assert set(line["cost"]) == {"firestoreReads", "firestoreWrites", "kmsCalls"}
    written = json.dumps(line)
    for secret in (token, "asha", "example.com", "secret-code"):
        assert secret not in written


async def test_a_handler_sees_the_trace_it_must_send_on(api: Api) -> None:
    seen: list[str | None] = []

    class Watching:
        async def get(self, uid: str) -> None:
            seen.append(traceparent())
            raise DeadlineExceeded

    bootstrap.replace(profile_store=Watching())
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    await api.send("profile", user="asha", headers={"X-Cloud-Trace-Context": f"{trace}/1;o=1"})
    assert seen[0] is not None
    assert seen[0].startswith(f"00-{trace}-")
    assert seen[0].endswith("-01")


async def test_a_revoked_session_reads_nothing(api: Api) -> None:
    token = api.firebase.id_token("asha")
    await api.firebase.revoke_sessions("asha")
    response = await api.send("profile", token=token)
    assert error_of(response) == (401, "session_revoked")


async def test_a_session_is_looked_up_once_and_then_remembered(api: Api) -> None:
    token = api.firebase.id_token("asha")
    for _ in range(5):
        assert (await api.send("profile", token=token)).status_code == 200
    assert api.firebase.lookups == ["asha"]


async def test_where_it_matters_every_request_is_looked_up(api: Api) -> None:
    token = api.firebase.id_token("asha")
    for _ in range(3):
        assert (await api.send("auth-session", token=token)).status_code == 200
    assert api.firebase.lookups == ["asha"] * 3


async def test_where_it_matters_no_look_up_means_no_answer(api: Api) -> None:
    token = api.firebase.id_token("asha")
    await api.send("profile", token=token)
    api.firebase.down = True
    assert (await api.send("auth-session", token=token)).status_code == 503


async def test_strangers_are_counted_by_address(api: Api, environment: Callable[..., None]) -> None:
    environment(FF_REQUESTS_PER_IP="3")
    statuses = [(await api.send("health")).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = await api.send("health")
    assert 0 < int(refused.headers["retry-after"]) <= 900
    elsewhere = await api.send("health", headers={"X-Forwarded-For": "198.51.100.7"})
    assert elsewhere.status_code == 200


async def test_failed_sign_ins_from_an_address_do_not_lock_out_its_other_people(
    api: Api, environment: Callable[..., None]
) -> None:
    environment(FF_REQUESTS_PER_IP="2")
    statuses = [(await api.send("providers", token="a.b.c")).status_code for _ in range(3)]
    assert statuses == [401, 401, 429]
    assert (await api.send("providers", user="asha")).status_code == 200


async def test_each_person_has_a_limit_of_their_own(api: Api, environment: Callable[..., None]) -> None:
    environment(FF_REQUESTS_PER_USER="2")
    statuses = [(await api.send("providers", user="asha")).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert (await api.send("providers", user="bela")).status_code == 200


@pytest.mark.parametrize("name", WORKERS)
@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"email": "someone@example.com"}, 403),
        ({"email_verified": False}, 403),
        ({"aud": "https://elsewhere-0.asia-south1.run.app"}, 401),
        ({"exp": 1}, 401),
        ({"exp": None}, 401),
        ({"iss": "https://evil.example"}, 401),
    ],
)
async def test_a_worker_answers_its_caller_alone(
    api: Api, name: str, changes: dict[str, Any], status: int
) -> None:
    endpoint = next(e for e in ENDPOINTS if e.name == name)
    assert (await api.send(name, "POST", token=worker_token(endpoint, **changes))).status_code == status


@pytest.mark.parametrize("name", WORKERS)
async def test_a_worker_takes_no_persons_token(api: Api, name: str) -> None:
    for token in ("", "x", "a.b.c", api.firebase.id_token("asha")):
        assert (await api.send(name, "POST", token=token or None)).status_code == 401


async def test_the_operator_reaches_the_deep_health_check(api: Api) -> None:
    async def well() -> None: ...

    async def down() -> None:
        raise DeadlineExceeded

    token = worker_token(BY_ENTRY_POINT["health_deep"])
    bootstrap.replace(dependencies={"firestore": well})
    answer = await api.send("health-deep", path="/health/deep", token=token)
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    bootstrap.replace(dependencies={"firestore": well, "kms": down})
    answer = await api.send("health-deep", path="/health/deep", token=token)
    assert answer.status_code == 503
    assert [d["status"] for d in answer.json()["dependencies"]] == ["ok", "error"]
    assert answer.json()["dependencies"][1]["error"] == "deadline_exceeded"
