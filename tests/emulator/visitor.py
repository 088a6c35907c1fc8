"""A person of the simulator on the local cloud, and the hands that make their day a bad one. HTTP throughout."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

import grpc
import httpx2
from google.cloud import tasks_v2
from google.cloud.tasks_v2.services.cloud_tasks.transports import CloudTasksGrpcTransport

from emulators.identity_token import Signer
from emulators.supervisor.addresses import PROJECT, REGION, url
from emulators.supervisor.stack import Stack
from future_finance.domain.consent import Purpose, Scope
from scripts.journey.fi_login import log_in_at_fi
from scripts.journey.google import google_sign_in
from scripts.journey.person import of_simulator

PATIENCE_S = 60.0
EVERY_SCOPE = tuple(Scope)
EVERY_PURPOSE = tuple(Purpose)
SYNC_QUEUE = f"projects/{PROJECT}/locations/{REGION}/queues/sync-connection"
TASKS_INVOKER = f"ff-tasks-invoker@{PROJECT}.iam.gserviceaccount.com"
_COLLECTIONS = [
    "accounts",
    "assets",
    "connections",
    "consentEvents",
    "creditScores",
    "epf",
    "jobs",
    "ledger",
    "liabilities",
    "netWorth",
    "profile",
    "trades",
    "views",
]


def eventually[T](look: Callable[[], T | None], what: Callable[[], str]) -> T:
    """What `look` finds, asked again and again within PATIENCE_S; `what` tells how it stands then."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        found = look()
        if found is not None:
            return found
        time.sleep(0.1)
    raise AssertionError(f"not within {PATIENCE_S:.0f} s; {what()}")


class Visitor:
    """Signed in with a Google account of their own; nothing is stored of them before.

    An adult who has agreed to everything, or to some purposes alone.
    """

    def __init__(self, stack: Stack, slug: str, purposes: Collection[str] = EVERY_PURPOSE) -> None:
        self.who = of_simulator(slug)
        auth = f"http://{stack.environment['FIREBASE_AUTH_EMULATOR_HOST']}"
        self.token = google_sign_in(auth, "local", self.who.email, self.who.name)
        self._client = httpx2.Client(
            base_url=url(stack.at.gateway), timeout=75, headers={"Authorization": f"Bearer {self.token}"}
        )
        self.uid = str(self.post("/auth/session", {}).json()["uid"])
        self.login_urls: list[str] = []
        self._hands = Hands(stack)
        assert self.put("/api/profile", {"birthYear": self.who.birth_year}).status_code == 200
        if purposes:
            self.agree(*purposes)

    def get(self, path: str) -> httpx2.Response:
        return self._client.get(path)

    def post(self, path: str, body: dict[str, Any], **headers: str) -> httpx2.Response:
        return self._client.post(path, json=body, headers=headers)

    def put(self, path: str, body: dict[str, Any]) -> httpx2.Response:
        return self._client.put(path, json=body)

    def agree(self, *purposes: str, scopes: Collection[str] = EVERY_SCOPE) -> None:
        """To these scopes for these purposes, as the present notice says it."""
        version = self.get("/api/consents").json()["notice"]["version"]
        grants = [{"scope": scope, "purpose": purpose} for purpose in purposes for scope in scopes]
        given = self.post("/api/consents", {"grants": grants, "noticeVersion": version})
        assert given.status_code == 201, given.text

    def delete(self, path: str) -> httpx2.Response:
        return self._client.delete(path)

    def close(self) -> None:
        self._client.close()

    def connect(self, **body: Any) -> httpx2.Response:
        return self.post("/api/connections/connect", {"providerId": "fi_money", **body})

    def link(self, phone: str | None = None, **body: Any) -> str:
        """Connect, log in at Fi, confirm; the connection's id."""
        link = self.connect(**body).json()
        self.login_urls.append(link["loginUrl"])
        log_in_at_fi(link["loginUrl"], phone or self.who.phone)
        confirmed = self.post(f"/api/connections/{link['id']}/confirm", {})
        assert confirmed.json()["status"] == "active"
        return str(link["id"])

    def ask(self, **body: Any) -> list[str]:
        """Ask for a sync of its own, however soon after the last one; the ids of its jobs."""
        asked = self.post("/api/financial/sync", body, **{"Idempotency-Key": secrets.token_hex(8)})
        assert asked.status_code == 202, asked.text
        return [line["jobId"] for line in asked.json()["jobs"]]

    def job(self, job_id: str) -> dict[str, Any]:
        job: dict[str, Any] = self.get(f"/api/financial/sync/{job_id}").json()
        return job

    def ended(self, job_id: str) -> dict[str, Any]:
        """The job once it has ended."""

        def look() -> dict[str, Any] | None:
            job = self.job(job_id)
            return None if job["status"] in {"queued", "running"} else job

        return eventually(
            look, lambda: f"the sync is at {self.job(job_id)}, the queue at {self._hands.queue_state()}"
        )

    def sync(self) -> dict[str, Any]:
        """One sync of the one connection there is."""
        (job_id,) = self.ask()
        return self.ended(job_id)

    def overview(self) -> dict[str, Any]:
        overview: dict[str, Any] = self.get("/api/financial/overview").json()
        return overview

    def transactions(self) -> list[dict[str, Any]]:
        coverage = self.overview()["coverage"]
        queries = [f"kind=bank&month={month}" for month in coverage["ledgerMonths"]]
        queries += [f"kind={kind}&year={year}" for kind in ("mf", "stock") for year in coverage["tradeYears"]]
        return [
            row
            for query in queries
            for row in self.get(f"/api/financial/transactions?{query}").json()["transactions"]
        ]

    def screens(self) -> dict[str, Any]:
        """Everything a person sees of their money; how their connections are is not part of it."""
        return {
            "overview": {name: value for name, value in self.overview().items() if name != "connections"},
            "assets": self.get("/api/financial/assets").json(),
            "liabilities": self.get("/api/financial/liabilities").json(),
            "history": self.get("/api/financial/net-worth?period=all").json(),
            "transactions": self.transactions(),
        }


class Hands:
    """Orders failures, and does what only an operator can."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._fi = f"{url(stack.at.fi_mcp)}/__faults"
        self._kms = f"{url(stack.at.cloud_kms_http)}/__faults"

    def fi_fails(self, mode: str, phone: str | None = None, **order: Any) -> None:
        """The simulator's next calls of this phone number fail so."""
        answer = httpx2.post(self._fi, json={"mode": mode, "phone": phone, **order})
        assert answer.status_code == 200, answer.text

    def fi_faults_waiting(self) -> int:
        return len(httpx2.get(self._fi).json()["faults"])

    def wait_until_fi_is_asked(self) -> None:
        """Return once every fault ordered has met its call."""
        eventually(lambda: self.fi_faults_waiting() == 0 or None, lambda: "Fi was not asked")

    def kms_is_down(self) -> None:
        self._kms_order(10_000)

    def all_is_well(self) -> None:
        httpx2.delete(self._fi)
        self._kms_order(0)

    def _kms_order(self, times: int) -> None:
        assert httpx2.post(self._kms, json={"mode": "unavailable", "times": times}).status_code == 204

    @contextmanager
    def paused_queue(self) -> Iterator[None]:
        """No task is delivered by the queue meanwhile."""
        channel = grpc.insecure_channel(f"127.0.0.1:{self._stack.at.cloud_tasks}")
        client = tasks_v2.CloudTasksClient(transport=CloudTasksGrpcTransport(channel=channel))
        client.pause_queue(name=SYNC_QUEUE)
        try:
            yield
        finally:
            client.resume_queue(name=SYNC_QUEUE)
            channel.close()

    def queue_state(self) -> dict[str, list[dict[str, Any]]]:
        """Queues, waiting tasks and ended ones, as the local queue shows them."""
        state: dict[str, list[dict[str, Any]]] = httpx2.get(url(self._stack.at.cloud_tasks_http)).json()
        return state

    def wait_until_queues_are_idle(self) -> None:
        """Return once no task waits or runs."""
        eventually(lambda: not self.queue_state()["tasks"] or None, lambda: str(self.queue_state()["tasks"]))

    def deliver(self, payload: object, retries: int = 0, token: str | None = None) -> httpx2.Response:
        """A delivery of a sync task through the workers' front door."""
        address = self._stack.environment["FF_WORKER_URL"].format(name="sync-connection")
        if token is None:
            signer = Signer.from_file(self._stack.state / "signing-key.pem")
            token = signer.mint(TASKS_INVOKER, address)
        headers = {"Authorization": f"Bearer {token}", "X-CloudTasks-TaskRetryCount": str(retries)}
        return httpx2.post(address, json=payload, headers=headers, timeout=75)

    def set_user(self, uid: str, name: str, value: dict[str, Any]) -> None:
        """Set one field of users/{uid}."""
        path = f"users/{uid}?updateMask.fieldPaths={name}"
        assert self._firestore("PATCH", path, json={"fields": {name: value}}).status_code == 200

    def delete_user(self, uid: str) -> None:
        assert self._firestore("DELETE", f"users/{uid}").status_code == 200

    def dead_letters(self, uid: str) -> list[dict[str, Any]]:
        found = self._firestore("GET", "deadLetters?pageSize=300").json().get("documents", [])
        return [letter["fields"] for letter in found if letter["fields"].get("uid") == {"stringValue": uid}]

    def stored(self, uid: str) -> dict[str, str]:
        """Every document of a user, by name, with the time of its last write."""
        documents = [
            document
            for collection in _COLLECTIONS
            for document in self._firestore("GET", f"users/{uid}/{collection}?pageSize=300")
            .json()
            .get("documents", [])
        ]
        user = self._firestore("GET", f"users/{uid}")
        documents += [user.json()] if user.status_code == 200 else []
        return {document["name"]: document["updateTime"] for document in documents}

    def _firestore(self, method: str, path: str, **content: Any) -> httpx2.Response:
        base = f"http://{self._stack.environment['FIRESTORE_EMULATOR_HOST']}/v1/projects/{PROJECT}"
        return httpx2.request(
            method,
            f"{base}/databases/(default)/documents/{path}",
            headers={"Authorization": "Bearer owner"},
            **content,
        )
