"""The environment: read strictly, and never a stand-in on Cloud Run."""

from __future__ import annotations

import pytest

from future_finance.config import LOCAL_ONLY, read
from future_finance.errors import ConfigError

LOCAL = {"GOOGLE_CLOUD_PROJECT": "demo-future-finance", "FF_APP_URL": "http://127.0.0.1:5000/"}
CLOUD = {
    "K_SERVICE": "health",
    "FF_ENV": "prod",
    "GOOGLE_CLOUD_PROJECT": "future-finance",
    "FF_PROJECT_NUMBER": "123456789",
    "FF_APP_URL": "https://app.example.in",
}


def test_a_laptop_needs_a_project_and_an_address() -> None:
    settings = read(LOCAL)
    assert settings.app_url == "http://127.0.0.1:5000"
    assert settings.allowed_origins == {"http://127.0.0.1:5000"}
    assert not settings.secure_cookies
    assert settings.google_callback_url == "http://127.0.0.1:5000/auth/google/callback"


def test_on_cloud_run_workers_are_called_at_their_own_address() -> None:
    settings = read(CLOUD)
    assert settings.worker_url("sync-connection") == "https://sync-connection-123456789.asia-south1.run.app"
    assert settings.secure_cookies


@pytest.mark.parametrize("name", [*LOCAL_ONLY, "SOME_NEW_EMULATOR_HOST"])
def test_on_cloud_run_any_setting_of_a_stand_in_stops_the_start(name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        read(CLOUD | {name: "127.0.0.1:1"})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"FF_ENV": "staging"}, "FF_ENV"),
        ({"FF_ENV": "local"}, "FF_ENV"),
        ({"GOOGLE_CLOUD_PROJECT": " "}, "GOOGLE_CLOUD_PROJECT"),
        ({"FF_PROJECT_NUMBER": ""}, "FF_PROJECT_NUMBER"),
        ({"FF_APP_URL": "http://app.example.in"}, "FF_APP_URL"),
        ({"FF_APP_URL": "https://app.example.in/path"}, "FF_APP_URL"),
        ({"FF_APP_URL": "app.example.in"}, "FF_APP_URL"),
        ({"FF_WORKER_URL": "http://127.0.0.1/{name}"}, "FF_WORKER_URL"),
        ({"FF_FI_MCP_URL": "http://127.0.0.1/mcp"}, "FF_FI_MCP_URL"),
        ({"FF_SYNCS_PER_DAY": "many"}, "FF_SYNCS_PER_DAY"),
        ({"FF_REQUESTS_PER_IP": "0"}, "FF_REQUESTS_PER_IP"),
        ({"FF_REQUESTS_PER_USER": "-1"}, "FF_REQUESTS_PER_USER"),
    ],
)
def test_a_bad_value_stops_the_start_and_is_named(change: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        read(CLOUD | change)
