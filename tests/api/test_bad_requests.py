"""Requests that no endpoint of a person's finances takes, and that leave everything as it was."""

from __future__ import annotations

from typing import Any

import pytest

from future_finance import bootstrap
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import Finances

READS = {
    "financial-overview": "/api/financial/overview",
    "financial-assets": "/api/financial/assets",
    "financial-liabilities": "/api/financial/liabilities",
    "financial-net-worth": "/api/financial/net-worth",
    "financial-transactions": "/api/financial/transactions",
}
WRITES = {
    "financial-sync": "/api/financial/sync",
    "connections": "/api/connections/connect",
}
METHODS = [
    *((name, path, "GET") for name, path in READS.items()),
    *((name, path, "POST") for name, path in WRITES.items()),
    ("financial-sync", "/api/financial/sync/j1", "GET"),
    ("connections", "/api/connections", "GET"),
    ("connections", "/api/connections/c1", "GET, DELETE"),
    ("connections", "/api/connections/c1/confirm", "POST"),
]
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "name", "path", "allowed"),
    [
        (method, *row)
        for row in METHODS
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE")
        if method not in row[2].split(", ")
    ],
)
async def test_a_wrong_method_hears_which_are_right(
    api: Api, finances: Finances, method: str, name: str, path: str, allowed: str
) -> None:
    await finances.synced("asha")
    answer = await api.send(name, method, path, user="asha")
    assert error_of(answer) == (405, "method_not_allowed")
    assert answer.headers["allow"] == allowed
    assert list(finances.connections.of["asha"]) == ["c1"]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *READS.items(),
        ("financial-sync", "/api/financial/sync/j1"),
        ("connections", "/api/connections"),
        ("connections", "/api/connections/c1"),
    ],
)
async def test_a_query_parameter_that_nobody_knows_is_refused(
    api: Api, finances: Finances, name: str, path: str
) -> None:
    await finances.synced("asha")
    answer = await api.send(name, path=f"{path}?fields=secret-figure", user="asha")
    assert error_of(answer) == (422, "invalid_input")
    assert "secret-figure" not in answer.text


class Unreachable:
    """A store that no request of these tests may get to."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was asked for")


@pytest.mark.parametrize(
    ("name", "method", "path"),
    [
        ("financial-sync", "GET", "/api/financial/sync/{}"),
        ("connections", "GET", "/api/connections/{}"),
        ("connections", "DELETE", "/api/connections/{}"),
        ("connections", "DELETE", "/api/connections/{}?data=true"),
        ("connections", "POST", "/api/connections/{}/confirm"),
    ],
)
@pytest.mark.parametrize(
    "segment",
    ["__x__", "____", "%2e", "%2e%2e", "%2E%2E", "a%00b", "a%1Bb", "%E0%A4%85", "a%3Fb", "x" * 2048],
)
async def test_what_cannot_be_an_id_is_not_found_before_anything_is_asked(
    api: Api, finances: Finances, name: str, method: str, path: str, segment: str
) -> None:
    bootstrap.replace(connection_store=Unreachable(), job_store=Unreachable(), vault=Unreachable())
    answer = await api.send(name, method, path.format(segment), user="asha")
    assert error_of(answer) == (404, "not_found")


@pytest.mark.parametrize(("name", "path"), WRITES.items())
@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        ({"content": b"{", "headers": JSON}, 400, "bad_request"),
        ({"content": b'{"providerId": "fi_mo', "headers": JSON}, 400, "bad_request"),
        ({"content": b"\x80\x81", "headers": JSON}, 400, "bad_request"),
        ({"content": b"[" * 100_000, "headers": JSON}, 400, "bad_request"),
        ({"content": b"null", "headers": JSON}, 422, "invalid_input"),
        ({"content": b"[]", "headers": JSON}, 422, "invalid_input"),
        ({"content": b'"fi_money"', "headers": JSON}, 422, "invalid_input"),
        ({"json": {"secretField": "secret-figure"}}, 422, "invalid_input"),
        ({"content": b"{}", "headers": {"Content-Type": "text/plain"}}, 415, "unsupported_media_type"),
        ({"data": {"providerId": "fi_money"}}, 415, "unsupported_media_type"),
        ({"content": b"{}"}, 415, "unsupported_media_type"),
        ({"content": b" " * (1024 * 1024 + 1), "headers": JSON}, 413, "body_too_large"),
    ],
)
async def test_a_body_that_is_none_does_nothing(
    api: Api, finances: Finances, name: str, path: str, content: dict[str, Any], status: int, code: str
) -> None:
    await finances.link("asha")
    answer = await api.send(name, "POST", path, user="asha", **content)
    assert error_of(answer) == (status, code)
    assert "secret-figure" not in answer.text
    assert (finances.queue.tasks, finances.source.started) == ([], 0)


@pytest.mark.parametrize(("name", "path", "allowed"), METHODS)
async def test_nobody_is_served_unknown(
    api: Api, finances: Finances, name: str, path: str, allowed: str
) -> None:
    for token in (
        None,
        "x.y.z",
        api.firebase.id_token("asha", key="forger"),
        api.firebase.id_token("asha", exp=1),
    ):
        answer = await api.send(name, allowed.partition(",")[0], path, token=token)
        assert answer.status_code == 401
