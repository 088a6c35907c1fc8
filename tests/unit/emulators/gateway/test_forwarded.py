"""What Hosting lets through to a function."""

from __future__ import annotations

import pytest

from emulators.gateway.forwarded import (
    HOSTING_HOP,
    back_to_caller,
    session_cookie,
    through_hosting,
    to_own_url,
)


def _behind_hosting(*headers: tuple[str, str]) -> dict[str, str]:
    return dict(
        through_hosting(headers, client="10.0.0.9", host="app.example.in", service_host="config-0.run.app")
    )


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("__session=abc", "__session=abc"),
        ("theme=dark; __session=a=b==; other=1", "__session=a=b=="),
        ("theme=dark", None),
        ("x__session=1; __sessions=2", None),
        ("", None),
    ],
)
def test_only_the_session_cookie_passes(sent: str, kept: str | None) -> None:
    assert session_cookie(sent) == kept


def test_a_function_behind_hosting_sees_its_own_host() -> None:
    seen = _behind_hosting(("Host", "app.example.in"), ("Cookie", "a=1"), ("Accept", "*/*"))
    assert seen["host"] == "config-0.run.app"
    assert seen["x-forwarded-host"] == "app.example.in"
    assert seen["accept"] == "*/*"
    assert "cookie" not in seen


def test_a_caller_cannot_choose_the_address_it_is_counted_by() -> None:
    seen = _behind_hosting(("X-Forwarded-For", "1.2.3.4"), ("Fastly-Client-IP", "1.2.3.4"))
    assert seen["fastly-client-ip"] == "10.0.0.9"
    assert seen["x-forwarded-for"] == f"1.2.3.4, 10.0.0.9, {HOSTING_HOP}"


def test_headers_of_one_hop_do_not_travel() -> None:
    seen = _behind_hosting(
        ("Connection", "keep-alive, X-Private"), ("X-Private", "1"), ("Transfer-Encoding", "chunked")
    )
    assert not {"connection", "x-private", "transfer-encoding"} & set(seen)


def test_every_set_cookie_of_an_answer_comes_back() -> None:
    answer = [
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
        ("Content-Length", "5"),
        ("Content-Type", "text/plain"),
    ]
    assert back_to_caller(answer) == [
        ("set-cookie", "a=1"),
        ("set-cookie", "b=2"),
        ("content-type", "text/plain"),
    ]


def test_a_call_of_the_functions_own_url_keeps_its_authorization() -> None:
    seen = dict(
        to_own_url(
            [("Authorization", "Bearer x"), ("Host", "y")], client="127.0.0.1", service_host="s.run.app"
        )
    )
    assert seen == {"authorization": "Bearer x", "host": "s.run.app", "x-forwarded-for": "127.0.0.1"}
