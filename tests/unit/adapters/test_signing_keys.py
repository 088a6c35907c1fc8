"""Google's certificates: fetched seldom, by one at a time, and kept over an outage."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from future_finance.adapters.signing_keys import SigningKeys
from future_finance.errors import Unavailable


class Certificates:
    """What Google serves, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.fetches = 0
        self.listed = {"a": "PEM A"}
        self.cache_control = "public, max-age=3600"
        self.down = False
        self.gate = asyncio.Event()
        self.gate.set()

    async def fetch(self, url: str) -> tuple[Mapping[str, str], str]:
        self.fetches += 1
        await self.gate.wait()
        if self.down:
            raise Unavailable
        return dict(self.listed), self.cache_control

    def keys(self) -> SigningKeys:
        return SigningKeys("https://certificates", self.fetch, lambda: self.now_s)


async def test_certificates_are_kept_as_long_as_google_says() -> None:
    google = Certificates()
    keys = google.keys()
    for _ in range(3):
        assert await keys.certificate("a") == "PEM A"
    assert google.fetches == 1
    google.now_s += 3600
    await keys.certificate("a")
    assert google.fetches == 2


async def test_many_who_wait_share_one_fetch() -> None:
    google = Certificates()
    keys = google.keys()
    google.gate.clear()
    waiting = [asyncio.create_task(keys.certificate("a")) for _ in range(20)]
    await asyncio.sleep(0)
    google.gate.set()
    assert await asyncio.gather(*waiting) == ["PEM A"] * 20
    assert google.fetches == 1


async def test_one_who_gives_up_does_not_spoil_the_fetch_of_the_others() -> None:
    google = Certificates()
    keys = google.keys()
    google.gate.clear()
    impatient, patient = (asyncio.create_task(keys.certificate("a")) for _ in range(2))
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.sleep(0)
    google.gate.set()
    assert await patient == "PEM A"


async def test_a_new_key_is_looked_for_but_made_up_ones_do_not_flood_google() -> None:
    google = Certificates()
    keys = google.keys()
    await keys.certificate("a")
    google.listed["b"] = "PEM B"
    assert await keys.certificate("b") is None  # just fetched
    google.now_s += 31
    assert await keys.certificate("b") == "PEM B"
    for made_up in range(100):
        assert await keys.certificate(f"made-up-{made_up}") is None
    assert google.fetches == 2


async def test_while_google_does_not_answer_known_certificates_serve_an_hour_more() -> None:
    google = Certificates()
    keys = google.keys()
    await keys.certificate("a")
    google.down = True
    google.now_s += 3600 + 3599
    assert await keys.certificate("a") == "PEM A"
    google.now_s += 2
    with pytest.raises(Unavailable):
        await keys.certificate("a")


async def test_an_unknown_key_is_not_told_from_a_known_one_by_an_outage() -> None:
    google = Certificates()
    google.down = True
    with pytest.raises(Unavailable):
        await google.keys().certificate("a")
