"""Refreshing Google's access token from the sealed grant."""

from __future__ import annotations

import pytest

from future_finance.errors import VaultUnavailable
from future_finance.usecases.ports import Purpose
from future_finance.usecases.sign_in import google_access_token
from tests.fakes.firebase import InMemoryFirebase
from tests.fakes.google import InMemoryGoogle
from tests.fakes.in_memory_vault import InMemoryVault

KEY = ("asha", "google", Purpose.GOOGLE_REFRESH)


async def test_a_sealed_grant_gives_a_fresh_access_token() -> None:
    vault, google = InMemoryVault(), InMemoryGoogle(InMemoryFirebase())
    await vault.seal(*KEY, {"refreshToken": "google-refresh-token"})
    assert await google_access_token(vault, google, "asha") == "fresh-access-token"
    assert await vault.open(*KEY)


async def test_without_a_grant_there_is_no_token() -> None:
    vault, google = InMemoryVault(), InMemoryGoogle(InMemoryFirebase())
    assert await google_access_token(vault, google, "asha") is None


async def test_a_grant_the_person_withdrew_at_google_is_forgotten() -> None:
    vault, google = InMemoryVault(), InMemoryGoogle(InMemoryFirebase())
    await vault.seal(*KEY, {"refreshToken": "google-refresh-token"})
    google.withdrawn = True
    assert await google_access_token(vault, google, "asha") is None
    assert await vault.open(*KEY) is None


async def test_a_closed_vault_is_an_outage_and_not_a_withdrawn_grant() -> None:
    vault, google = InMemoryVault(), InMemoryGoogle(InMemoryFirebase())
    vault.available = False
    with pytest.raises(VaultUnavailable):
        await google_access_token(vault, google, "asha")
