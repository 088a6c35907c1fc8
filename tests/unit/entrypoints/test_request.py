"""What is taken for an id in a path."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from future_finance.entrypoints.request import path_below
from future_finance.errors import NotFound

PREFIX = "/api/things"


def below(path: str) -> list[str]:
    return path_below(Request({"type": "http", "method": "GET", "path": path, "headers": []}), PREFIX)


def is_name_in_firestore(text: str) -> bool:
    """https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields"""
    reserved = text in {".", ".."} or re.fullmatch("__.*__", text, re.DOTALL)
    return not reserved and "/" not in text and 1 <= len(text.encode()) <= 1500


def test_segments_come_in_order_and_the_prefix_has_none() -> None:
    assert below(PREFIX) == below(PREFIX + "/") == []
    assert below(f"{PREFIX}/c1/confirm") == ["c1", "confirm"]


@pytest.mark.parametrize("path", ["/api/thingses", "/api", "/api/things//c1", "/api/things/c1//confirm", ""])
def test_other_paths_and_empty_segments_are_not_found(path: str) -> None:
    with pytest.raises(NotFound):
        below(path)


@pytest.mark.parametrize("make", [lambda: secrets.token_urlsafe(16), lambda: secrets.token_hex(16)])
def test_every_id_that_we_make_is_one(make: Callable[[], str]) -> None:
    for _ in range(2000):
        made = make()
        assert below(f"{PREFIX}/{made}") == [made]


@pytest.mark.parametrize(
    "segment", ["__x__", "____", "_", ".", "..", "a b", "a\n", "\x00", "é", "a?b", "a#b", "%2e", "x" * 129]
)
def test_what_cannot_be_an_id_is_not_found(segment: str) -> None:
    with pytest.raises(NotFound):
        below(f"{PREFIX}/{segment}")


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.from_regex(r"\A[._a-]{0,6}\Z"))
def test_whatever_gets_through_may_name_a_document(segment: str) -> None:
    try:
        segments = below(f"{PREFIX}/{segment}")
    except NotFound:
        return
    assert all(is_name_in_firestore(each) for each in segments)
