"""What a new instance imports before its first request."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from future_finance.endpoints import ENDPOINTS, Endpoint, Uses

pytestmark = pytest.mark.slow  # starts interpreters

FUNCTIONS = Path(__file__).parents[2] / "functions"
ENVIRONMENT = {"GOOGLE_CLOUD_PROJECT": "demo-future-finance", "FF_APP_URL": "http://127.0.0.1:5000"}
# One process imports the framework, then a fork of it loads each function: what it adds is the function's own.
START = """
import json, os, sys
import functions_framework.aio
framework = set(sys.modules)
loaded = {}
for name, after in json.loads(sys.argv[1]):
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        import main
        at_import = sorted(set(sys.modules) - framework)
        getattr(main, name)
        if after:
            exec(after)
        with os.fdopen(writing, "w") as pipe:
            json.dump([at_import, sorted(set(sys.modules) - framework)], pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    assert os.waitpid(child, 0)[1] == 0, name
    loaded[name] = json.loads(text)
print(json.dumps(loaded))
"""
SIGN_IN = "from future_finance import bootstrap; bootstrap.token_verifier(); bootstrap.revocation()"

Loaded = dict[str, tuple[list[str], list[str]]]  # entry point -> modules at import of main, and at the end


def start(functions: list[tuple[str, str]], **variables: str) -> subprocess.CompletedProcess[str]:
    """Load functions as functions-framework does; the second of each pair is run when the first is there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FF_", "K_"))}
    kept = {name: value for name, value in kept.items() if not name.endswith("_EMULATOR_HOST")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", START, json.dumps(functions)],
        cwd=FUNCTIONS,
        env=kept | ENVIRONMENT | variables,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def load(functions: list[tuple[str, str]]) -> Loaded:
    process = start(functions)
    assert process.returncode == 0, process.stderr
    loaded: Loaded = json.loads(process.stdout.splitlines()[-1])
    return loaded


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load([(row.entry_point, "") for row in ENDPOINTS])


def is_of(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@pytest.mark.parametrize("row", ENDPOINTS, ids=lambda row: row.name)
def test_an_endpoint_imports_no_client_that_its_row_does_not_name(row: Endpoint, loaded: Loaded) -> None:
    at_import, at_the_end = loaded[row.entry_point]
    early = ("google", "grpc", "future_finance")
    assert [m for m in at_import if any(is_of(m, package) for package in early)] == []
    strangers = [use.value for use in Uses if use not in row.uses]
    assert [m for m in at_the_end if any(is_of(m, stranger) for stranger in strangers)] == []


@pytest.mark.parametrize("row", ENDPOINTS, ids=lambda row: row.name)
def test_no_client_is_there_before_the_first_request(row: Endpoint, loaded: Loaded) -> None:
    clients = ("grpc", "google.cloud", "google.auth", "firebase_admin", "mcp", "httpx2", "requests")
    assert [m for m in loaded[row.entry_point][1] if any(is_of(m, package) for package in clients)] == []


@pytest.mark.parametrize("name", ["health", "config"])
def test_what_answers_without_data_imports_nothing_heavy(name: str, loaded: Loaded) -> None:
    heavy = ("pydantic", "cryptography")
    assert [m for m in loaded[name][1] if any(is_of(m, package) for package in heavy)] == []


def test_a_profile_is_read_without_the_models_of_its_body(loaded: Loaded) -> None:
    assert [m for m in loaded["profile"][1] if is_of(m, "pydantic")] == []


@pytest.mark.parametrize("row", ENDPOINTS, ids=lambda row: row.name)
def test_what_builds_facts_is_there_only_when_facts_are_built(row: Endpoint, loaded: Loaded) -> None:
    builders = ("pyxirr", "future_finance.domain.fact_sheet")
    assert [m for m in loaded[row.entry_point][1] if any(is_of(m, builder) for builder in builders)] == []


def test_facts_that_are_kept_are_read_without_what_builds_them() -> None:
    reading = "import future_finance.adapters.firestore.facts"
    _, at_the_end = load([("financial_facts", reading)])["financial_facts"]
    builders = ("pyxirr", "future_finance.domain.fact_sheet", "pydantic")
    assert [m for m in at_the_end if any(is_of(m, builder) for builder in builders)] == []


def test_a_simulation_waits_for_neither_numpy_nor_the_models_library(loaded: Loaded) -> None:
    assert [m for m in loaded["simulate"][1] if is_of(m, "numpy") or is_of(m, "google.genai")] == []


def test_signing_a_person_in_needs_neither_the_admin_sdk_nor_a_second_http_client() -> None:
    _, at_the_end = load([("providers", SIGN_IN)])["providers"]
    heavy = ("firebase_admin", "httpx2", "httpx", "jwt", "grpc", "google.cloud")
    assert [m for m in at_the_end if any(is_of(m, package) for package in heavy)] == []


def test_a_stand_ins_setting_stops_the_start_on_cloud_run() -> None:
    process = start(
        [("health", "")],
        K_SERVICE="health",
        FF_ENV="prod",
        FF_PROJECT_NUMBER="1",
        FF_APP_URL="https://app.example.in",
        FIRESTORE_EMULATOR_HOST="127.0.0.1:8080",
    )
    assert process.returncode != 0
    assert "not allowed on Cloud Run: FIRESTORE_EMULATOR_HOST" in process.stderr
