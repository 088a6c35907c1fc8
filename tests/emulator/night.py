"""A night on the local cloud: schedules fired as Cloud Scheduler fires them, on documents made old before."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import grpc
import httpx2
import pytest
from google.auth.credentials import AnonymousCredentials
from google.cloud import firestore, scheduler_v1
from google.cloud.scheduler_v1.services.cloud_scheduler.transports import CloudSchedulerGrpcTransport

from emulators.identity_token import Signer
from emulators.supervisor.addresses import PROJECT, REGION, url
from emulators.supervisor.stack import Stack
from future_finance.usecases.tell import PUSH_QUEUE
from future_finance.usecases.work_jobs import hash_of

DAY_S = 86_400
_days_ahead = itertools.count(1)
SCHEDULER_INVOKER = f"ff-scheduler-invoker@{PROJECT}.iam.gserviceaccount.com"


class Night:
    """Time moves by what is stored: what shall be old is written as old."""

    def __init__(self, stack: Stack, database: firestore.Client, scheduler: grpc.Channel) -> None:
        self.database = database
        self._stack = stack
        self._scheduler = scheduler_v1.CloudSchedulerClient(
            transport=CloudSchedulerGrpcTransport(channel=scheduler)
        )

    @classmethod
    @contextmanager
    def over(cls, stack: Stack) -> Iterator[Night]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("FIRESTORE_EMULATOR_HOST", stack.environment["FIRESTORE_EMULATOR_HOST"])
            database = firestore.Client(PROJECT, AnonymousCredentials())  # type: ignore[no-untyped-call]
        with grpc.insecure_channel(f"127.0.0.1:{stack.at.cloud_scheduler}") as channel:
            yield cls(stack, database, channel)
        database.close()

    @contextmanager
    def of_its_own(self) -> Iterator[None]:
        """The business clock at a day that no test had before.

        A schedule reaches each user once a period, so on a day that another test's night has passed nothing happens.
        """
        clock = self._stack.state / "clock"
        before = clock.read_text()
        clock.write_text(str(DAY_S * next(_days_ahead)))
        try:
            yield
        finally:
            clock.write_text(before)

    def fire(self, schedule: str) -> None:
        """Cloud Scheduler runs the job now; what comes of it is seen later."""
        self._scheduler.run_job(name=f"projects/{PROJECT}/locations/{REGION}/jobs/{schedule}")

    def trigger(self, schedule: str) -> dict[str, Any]:
        """The same request as the scheduler's, and what it is answered."""
        address = self._stack.environment["FF_WORKER_URL"].format(name=schedule)
        token = Signer.from_file(self._stack.state / "signing-key.pem").mint(SCHEDULER_INVOKER, address)
        answer = httpx2.post(address, headers={"Authorization": f"Bearer {token}"}, timeout=120)
        assert answer.status_code == 200, answer.text
        counts: dict[str, Any] = answer.json()
        return counts

    def user(self, uid: str) -> dict[str, Any] | None:
        stored: dict[str, Any] | None = self.database.document("users", uid).get().to_dict()
        return stored

    def pushes(self, uid: str, notice_id: str) -> Counter[str]:
        """How the push tasks of a notice have ended."""
        task_id = hash_of("push", uid, notice_id)
        name = hashlib.sha256(task_id.encode()).hexdigest()
        ended = httpx2.get(url(self._stack.at.cloud_tasks_http)).json()["ended"]
        return Counter(
            task["outcome"] for task in ended if task["queue"] == PUSH_QUEUE and name.startswith(task["task"])
        )
