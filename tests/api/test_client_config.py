"""/api/config, /api/providers and /health."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.answer import error_of
from tests.api.conftest import Api


async def test_the_front_end_learns_how_to_sign_in_and_what_to_tell(api: Api) -> None:
    config = (await api.send("config")).json()
    assert config["firebase"]["projectId"] == "demo-future-finance"
    assert config["firebase"]["authEmulatorUrl"] is None
    assert config["firebase"]["firestoreEmulatorUrl"] is None
    assert config["features"]["googleSignIn"] is True
    notice = next(n for n in config["notices"] if n["id"] == "not_advice")
    assert notice["place"] == "always"
    assert "Not investment, tax or legal advice" in notice["text"]["en"]
    assert notice["text"]["hi"]


async def test_people_can_see_whom_to_write_to(api: Api, environment: Callable[..., None]) -> None:
    environment(FF_GRIEVANCE_CONTACT="privacy@example.in")
    assert (await api.send("config")).json()["grievanceContact"] == "privacy@example.in"


async def test_on_a_laptop_the_front_end_is_sent_to_the_auth_emulator(
    api: Api, environment: Callable[..., None]
) -> None:
    environment(FIREBASE_AUTH_EMULATOR_HOST="127.0.0.1:9099", FF_STREAM_URL="http://127.0.0.1:1")
    config = (await api.send("config")).json()
    assert config["firebase"]["authEmulatorUrl"] == "http://127.0.0.1:9099"
    assert config["streamUrl"] == "http://127.0.0.1:1"


async def test_fi_money_can_be_connected(api: Api) -> None:
    (provider,) = (await api.send("providers", user="asha")).json()["providers"]
    assert (provider["id"], provider["type"]) == ("fi_money", "account_aggregator")


@pytest.mark.parametrize("name", ["config", "providers"])
async def test_a_query_is_refused(api: Api, name: str) -> None:
    answer = await api.send(name, path=f"/api/{name}?language=hi", user="asha")
    assert error_of(answer) == (422, "invalid_input")


async def test_health_tells_the_version_and_commit(api: Api, environment: Callable[..., None]) -> None:
    environment(FF_COMMIT="abc123")
    answer = (await api.send("health")).json()
    assert answer == {"status": "ok", "version": answer["version"], "commit": "abc123"}
