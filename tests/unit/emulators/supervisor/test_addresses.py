"""Addresses of a stack and the environment made of them."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from emulators.supervisor.addresses import Addresses, base_environment, client_environment
from emulators.supervisor.services import NAMES
from future_finance import config

_STATE = Path("state")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Addresses:
    monkeypatch.delenv("FIRESTORE_EMULATOR_HOST", raising=False)
    return Addresses.choose(5000)


def test_no_two_services_share_a_port(at: Addresses) -> None:
    ports = astuple(at)
    assert at.gateway == 5000
    assert len(set(ports)) == len(ports)


def test_the_functions_read_it_as_their_settings(at: Addresses) -> None:
    settings = config.read(client_environment(at, NAMES, _STATE, None))
    assert settings.environment == "local"
    assert settings.app_url == "http://127.0.0.1:5000"
    assert settings.tasks_emulator == f"127.0.0.1:{at.cloud_tasks}"
    assert settings.worker_url("retention") == f"http://127.0.0.1:{at.front_door}/retention"
    assert settings.fi_login_hosts == {"127.0.0.1"}


def test_another_fi_server_may_show_its_own_login_page(at: Addresses) -> None:
    environment = client_environment(at, NAMES, _STATE, "https://fi.test:8080/mcp/stream")
    assert environment["FF_FI_MCP_URL"] == "https://fi.test:8080/mcp/stream"
    assert environment["FF_FI_LOGIN_HOSTS"] == "fi.test"


def test_a_fi_server_with_its_login_page_elsewhere_can_be_used(
    at: Addresses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FF_FI_LOGIN_HOSTS", "login.fi.test")
    environment = client_environment(at, NAMES, _STATE, "https://fi.test:8080/mcp/stream")
    assert environment["FF_FI_LOGIN_HOSTS"] == "login.fi.test"
    simulated = client_environment(at, NAMES, _STATE, None)
    assert simulated["FF_FI_LOGIN_HOSTS"] == "127.0.0.1"


def test_a_service_that_does_not_run_is_not_in_the_environment(at: Addresses) -> None:
    environment = client_environment(at, ["auth"], _STATE, None)
    assert "FIREBASE_AUTH_EMULATOR_HOST" in environment
    assert not {"FIRESTORE_EMULATOR_HOST", "FF_KMS_EMULATOR_HOST", "FF_WORKER_URL"} & set(environment)


def test_an_emulator_that_runs_already_is_used(at: Addresses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "127.0.0.1:9")
    assert client_environment(at, NAMES, _STATE, None)["FIRESTORE_EMULATOR_HOST"] == "127.0.0.1:9"


def test_another_real_model_can_be_asked_elsewhere(at: Addresses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FF_AI_MODEL", "gemini-next")
    monkeypatch.setenv("FF_AI_LOCATION", "asia-south1")
    real = config.read(client_environment(at, NAMES, _STATE, None, "my-project"))
    assert (real.ai_project, real.ai_model, real.ai_location) == ("my-project", "gemini-next", "asia-south1")
    stand_in = config.read(client_environment(at, NAMES, _STATE, None))
    assert (stand_in.ai_model, stand_in.ai_location) == ("gemini-3.8-flash", "global")


def test_settings_of_the_shell_do_not_leak_into_the_stack(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FF_FI_MCP_URL", "STORAGE_EMULATOR_HOST", "K_SERVICE"):
        monkeypatch.setenv(name, "x")
    assert not {"FF_FI_MCP_URL", "STORAGE_EMULATOR_HOST", "K_SERVICE"} & set(base_environment())
