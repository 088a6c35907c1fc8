"""404 answers are remembered, as Hosting's CDN remembers them."""

from __future__ import annotations

import pytest
from starlette.responses import Response

from emulators.gateway.not_found_cache import LIFETIME_S, MAX_ENTRIES, NotFoundCache


class _Clock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def _not_found(cache_control: str | None = None) -> Response:
    return Response("no", 404, {"cache-control": cache_control} if cache_control else None)


def test_a_404_is_remembered_for_ten_minutes() -> None:
    clock = _Clock()
    cache = NotFoundCache(clock)
    answer = _not_found()
    cache.offer("GET", "/x?", answer)
    clock.now_s += LIFETIME_S - 1
    assert cache.get("GET", "/x?") is answer
    clock.now_s += 1
    assert cache.get("GET", "/x?") is None


@pytest.mark.parametrize("directive", ["no-store", "private, no-store", "Private", "max-age=0", "no-cache"])
def test_an_answer_can_forbid_to_be_remembered(directive: str) -> None:
    cache = NotFoundCache()
    cache.offer("GET", "/x?", _not_found(directive))
    assert cache.get("GET", "/x?") is None


def test_only_404_answers_to_get_are_remembered() -> None:
    cache = NotFoundCache()
    cache.offer("GET", "/ok?", Response("yes"))
    cache.offer("POST", "/x?", _not_found())
    assert cache.get("GET", "/ok?") is None
    assert cache.get("GET", "/x?") is None


def test_a_remembered_404_never_answers_a_post() -> None:
    cache = NotFoundCache()
    cache.offer("GET", "/x?", _not_found())
    assert cache.get("POST", "/x?") is None


def test_the_memory_is_bounded_and_forgets_the_oldest() -> None:
    cache = NotFoundCache()
    for number in range(MAX_ENTRIES + 1):
        cache.offer("GET", f"/{number}?", _not_found())
    assert cache.get("GET", "/0?") is None
    assert cache.get("GET", f"/{MAX_ENTRIES}?") is not None
