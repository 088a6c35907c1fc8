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
    "FF_FIREBASE_API_KEY": "AIza-public",
    "FF_GRIEVANCE_CONTACT": "privacy@example.in",
}
NOT_PUBLIC = [
    "localhost",
    "LOCALHOST",
    "app.localhost",
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "10.0.0.8",
    "192.168.1.4",
    "169.254.169.254",
    "metadata.google.internal",
    "printer.local",
    "gateway",
    "app.example.in.",
    "8.8.8.8",
]
ADDRESSES = {
    "FF_APP_URL": "{}",
    "FF_ALLOWED_ORIGINS": "https://pwa.example.in,{}",
    "FF_WORKER_URL": "{}/{{name}}",
    "FF_FI_MCP_URL": "{}/mcp/stream",
    "FF_STREAM_URL": "{}",
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


@pytest.mark.parametrize("variable", ADDRESSES)
@pytest.mark.parametrize(
    "address",
    [
        *(f"https://{host}" for host in NOT_PUBLIC),
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://localhost:8443",
        "http://app.example.in",
        "ftp://app.example.in",
        "https://user@app.example.in",
        "https://app.example.in:notaport",
        "https://app.example.in\\@localhost",
        "https://",
        "null",
        "*",
        "app.example.in",
    ],
)
def test_on_cloud_run_an_address_that_is_not_public_https_stops_the_start(
    variable: str, address: str
) -> None:
    with pytest.raises(ConfigError, match=variable):
        read(CLOUD | {variable: ADDRESSES[variable].format(address)})


@pytest.mark.parametrize("variable", ["FF_FI_LOGIN_HOSTS", "FF_FIREBASE_AUTH_DOMAIN"])
@pytest.mark.parametrize("host", [*NOT_PUBLIC, "[::1]", "https://fi.money", "fi.money:8080"])
def test_on_cloud_run_a_host_that_is_not_public_stops_the_start(variable: str, host: str) -> None:
    with pytest.raises(ConfigError, match=variable):
        read(CLOUD | {variable: host})


def test_on_cloud_run_public_addresses_are_taken_as_browsers_write_them() -> None:
    settings = read(
        CLOUD
        | {
            "FF_ALLOWED_ORIGINS": "https://PWA.example.in/, https://staging.example.in:8443",
            "FF_WORKER_URL": "https://{name}-x7k2-el.a.run.app",
            "FF_FI_LOGIN_HOSTS": "fi.money, Login.fi.money",
            "FF_STREAM_URL": "https://stream-123456789.asia-south1.run.app",
        }
    )
    assert settings.allowed_origins == {
        "https://app.example.in",
        "https://pwa.example.in",
        "https://staging.example.in:8443",
    }
    assert settings.worker_url("retention") == "https://retention-x7k2-el.a.run.app"
    assert settings.fi_login_hosts == {"fi.money", "login.fi.money"}
    assert settings.stream_url == "https://stream-123456789.asia-south1.run.app"


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("https://app.example.in:443", "https://app.example.in"),
        ("http://app.example.in:80/", "http://app.example.in"),
        ("http://app.example.in:443", "http://app.example.in:443"),
        ("https://app.example.in:80", "https://app.example.in:80"),
        ("https://App.example.in:08443", "https://app.example.in:8443"),
        ("https://app.example.in:", "https://app.example.in"),
        ("http://[::1]:5000", "http://[::1]:5000"),
        ("http://[::1]:80", "http://[::1]"),
    ],
)
def test_an_origin_is_kept_as_a_browser_sends_it(written: str, origin: str) -> None:
    assert read(LOCAL | {"FF_APP_URL": written}).app_url == origin
    assert origin in read(LOCAL | {"FF_ALLOWED_ORIGINS": written}).allowed_origins


@pytest.mark.parametrize(
    "template",
    [
        "http://127.0.0.1:1/worker",
        "http://127.0.0.1:1/{name}/{zone}",
        "http://127.0.0.1:1/{name}/{",
        "{name}",
    ],
)
def test_a_worker_address_that_cannot_be_filled_in_stops_the_start_anywhere(template: str) -> None:
    with pytest.raises(ConfigError, match="FF_WORKER_URL"):
        read(LOCAL | {"FF_WORKER_URL": template})


@pytest.mark.parametrize("origin", ["null", "*", "127.0.0.1:5000", "http://127.0.0.1:5000/app"])
def test_an_origin_that_no_browser_sends_stops_the_start_anywhere(origin: str) -> None:
    with pytest.raises(ConfigError, match="FF_ALLOWED_ORIGINS"):
        read(LOCAL | {"FF_ALLOWED_ORIGINS": origin})


@pytest.mark.parametrize("name", sorted(CLOUD.keys() - {"K_SERVICE"}))
def test_on_cloud_run_nothing_has_a_laptops_default(name: str) -> None:
    with pytest.raises(ConfigError, match=name):
        read({key: value for key, value in CLOUD.items() if key != name})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"FF_ENV": "staging"}, "FF_ENV"),
        ({"FF_ENV": "local"}, "FF_ENV"),
        ({"GOOGLE_CLOUD_PROJECT": " "}, "GOOGLE_CLOUD_PROJECT"),
        ({"FF_PROJECT_NUMBER": ""}, "FF_PROJECT_NUMBER"),
        ({"GOOGLE_CLOUD_PROJECT": "demo-future-finance"}, "GOOGLE_CLOUD_PROJECT"),
        ({"FF_FIREBASE_API_KEY": " "}, "FF_FIREBASE_API_KEY"),
        ({"FF_APP_URL": "https://app.example.in/path"}, "FF_APP_URL"),
        ({"FF_APP_URL": "https://app.example.in?a=b"}, "FF_APP_URL"),
        ({"FF_ALLOWED_ORIGINS": "https://app.example.in/path"}, "FF_ALLOWED_ORIGINS"),
        ({"FF_SYNCS_PER_DAY": "many"}, "FF_SYNCS_PER_DAY"),
        ({"FF_REQUESTS_PER_IP": "0"}, "FF_REQUESTS_PER_IP"),
        ({"FF_REQUESTS_PER_USER": "-1"}, "FF_REQUESTS_PER_USER"),
        ({"FF_AI": "simulator"}, "FF_AI"),
        ({"FF_AI": "gemini"}, "FF_AI"),
        ({"FF_AI_MODEL": "gemini-3.8-flash:generateContent"}, "FF_AI_MODEL"),
        ({"FF_AI_MODEL": "../models/x"}, "FF_AI_MODEL"),
        ({"FF_AI_LOCATION": "evil.example/"}, "FF_AI_LOCATION"),
        ({"FF_AI_TOKENS_PER_DAY": "0"}, "FF_AI_TOKENS_PER_DAY"),
        ({"FF_AI_GLOBAL_TOKENS_PER_DAY": "1e9"}, "FF_AI_GLOBAL_TOKENS_PER_DAY"),
    ],
)
def test_a_bad_value_stops_the_start_and_is_named(change: dict[str, str], named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        read(CLOUD | change)


def test_the_model_is_on_vertex_unless_a_laptop_asks_for_the_simulator() -> None:
    assert read(CLOUD).ai_url is None
    assert read(CLOUD).ai_location == "global"
    assert read(LOCAL).ai_url is None
    simulator = {"FF_AI": "simulator", "FF_AI_URL": "http://127.0.0.1:5099"}
    assert read(LOCAL | simulator).ai_url == "http://127.0.0.1:5099"
    assert read(LOCAL | simulator | {"FF_AI": "vertex"}).ai_url is None


def test_a_simulator_without_an_address_stops_the_start() -> None:
    with pytest.raises(ConfigError, match="FF_AI_URL"):
        read(LOCAL | {"FF_AI": "simulator"})
