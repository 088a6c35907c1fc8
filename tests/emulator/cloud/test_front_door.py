"""Cloud Tasks and Scheduler through the front door: verified, stripped, forwarded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from google.cloud import tasks_v2

from emulators.door_key import HEADER
from emulators.front_door.emulator import front_door
from emulators.front_door.iam import STRIPPED_SIGNATURE
from emulators.identity_token import Signer
from emulators.ports import free_port
from future_finance.config import Settings, read
from tests.emulator.cloud.conftest import Tasks
from tests.fakes.http_worker import HttpWorker, http_worker

pytestmark = pytest.mark.emulator

_KEY = "the gateway's own"


@dataclass(frozen=True, slots=True)
class Door:
    base: str
    settings: Settings
    worker: HttpWorker

    async def post(self, path: str, headers: dict[str, str | bytes] | None = None) -> httpx2.Response:
        async with httpx2.AsyncClient(trust_env=False) as client:
            return await client.post(f"{self.base}{path}", headers=headers, content=b"{}")


@pytest.fixture
async def door(signer: Signer) -> AsyncIterator[Door]:
    base = f"http://127.0.0.1:{free_port()}"
    settings = read(
        {
            "GOOGLE_CLOUD_PROJECT": "demo-future-finance",
            "FF_APP_URL": "http://localhost:5000",
            "FF_WORKER_URL": f"{base}/{{name}}",
        }
    )
    port = int(base.rpartition(":")[2])
    async with (
        http_worker() as worker,
        front_door(settings, upstream=f"{worker.url}/__functions", key=_KEY, signer=signer, http_port=port),
    ):
        yield Door(base, settings, worker)


async def enqueue(tasks: Tasks, door: Door, audience: str, email: str | None = None) -> None:
    token = tasks_v2.OidcToken(service_account_email=email or door.settings.tasks_invoker, audience=audience)
    request = tasks_v2.HttpRequest(
        url=f"{door.base}/sync-connection",
        headers={"traceparent": "00-1-2-01", "X-FF-Function": "retention", HEADER: "guessed"},
        body=b'{"jobId":"j"}',
        oidc_token=token,
    )
    await tasks.client.create_task(
        parent=tasks.slow_queue, task=tasks_v2.Task(name=f"{tasks.slow_queue}/tasks/t1", http_request=request)
    )


async def test_a_task_reaches_its_function_with_the_signature_stripped(tasks: Tasks, door: Door) -> None:
    await enqueue(tasks, door, f"{door.base}/sync-connection")
    request = await door.worker.next()
    assert (request.path, request.body) == ("/__functions/sync-connection", b'{"jobId":"j"}')
    assert request.headers["authorization"].endswith(f".{STRIPPED_SIGNATURE}")
    assert request.headers["x-ff-function"] == "sync-connection"
    assert request.headers[HEADER] == _KEY
    assert request.headers["x-cloudtasks-taskname"] == "t1"
    assert request.headers["x-cloudtasks-taskretrycount"] == "0"
    assert request.headers["traceparent"] == "00-1-2-01"


@pytest.mark.parametrize(
    ("audience", "email", "status"), [("/retention", None, 401), ("/sync-connection", "x@evil.example", 403)]
)
async def test_a_foreign_audience_or_account_never_reaches_the_function(
    tasks: Tasks, door: Door, audience: str, email: str | None, status: int
) -> None:
    await enqueue(tasks, door, f"{door.base}{audience}", email)
    task = await tasks.after_first_attempt(f"{tasks.slow_queue}/tasks/t1")
    assert f"HTTP status code {status}" in task.last_attempt.response_status.message
    assert door.worker.received.empty()


async def test_a_token_of_another_key_is_refused_with_cloud_runs_challenge(door: Door) -> None:
    forged = Signer(generate_private_key(65537, 2048)).mint(
        door.settings.tasks_invoker, f"{door.base}/sync-connection"
    )
    response = await door.post("/sync-connection", {"Authorization": f"Bearer {forged}"})
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["www-authenticate"]
    assert door.worker.received.empty()


async def test_no_token_is_forbidden_and_an_unknown_function_is_not_found(door: Door) -> None:
    assert (await door.post("/sync-connection")).status_code == 403
    assert (await door.post("/no-such-function")).status_code == 404


async def test_a_path_cannot_climb_out_of_its_function(door: Door, signer: Signer) -> None:
    token = signer.mint(door.settings.tasks_invoker, f"{door.base}/sync-connection")
    response = await door.post("/sync-connection/%2e%2e/retention", {"Authorization": f"Bearer {token}"})
    assert response.status_code == 404
    assert door.worker.received.empty()


async def test_the_functions_answer_comes_back_as_it_is(door: Door, signer: Signer) -> None:
    door.worker.answers.append(503)
    token = signer.mint(door.settings.tasks_invoker, f"{door.base}/sync-connection")
    response = await door.post("/sync-connection/a/b?c=d", {"Authorization": f"Bearer {token}"})
    assert (response.status_code, response.headers["x-worker"]) == (503, "yes")
    assert (await door.worker.next()).path == "/__functions/sync-connection/a/b?c=d"


async def test_headers_outside_ascii_reach_the_function_and_do_not_pass_as_a_token(
    door: Door, signer: Signer
) -> None:
    token = signer.mint(door.settings.tasks_invoker, f"{door.base}/sync-connection")
    name = "Meenakṣī".encode()
    await door.post("/sync-connection", {"Authorization": f"Bearer {token}", "X-Name": name})
    assert (await door.worker.next()).headers["x-name"].encode("latin-1") == name
    forged = await door.post("/sync-connection", {"Authorization": b"Bearer " + name})
    assert forged.status_code == 401


async def test_a_gateway_that_is_down_is_service_unavailable(door: Door, signer: Signer) -> None:
    other = replace(door.settings, worker_url_template="http://127.0.0.1:1/{name}")
    token = signer.mint(other.tasks_invoker, other.worker_url("sync-connection"))
    async with (
        front_door(other, upstream=f"http://127.0.0.1:{free_port()}", key=_KEY, signer=signer) as ports,
        httpx2.AsyncClient(trust_env=False) as client,
    ):
        response = await client.post(
            f"http://127.0.0.1:{ports.http}/sync-connection", headers={"Authorization": f"Bearer {token}"}
        )
    assert response.status_code == 503
