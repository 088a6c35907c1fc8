"""Cloud Tasks and the clock of a run: the emulator's queues in simulated time, the product's handlers in this process."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import grpc
from google.cloud import tasks_v2
from starlette.requests import Request
from starlette.responses import Response

from emulators.cloud_tasks.names import short
from emulators.cloud_tasks.queue import LocalQueue
from emulators.cloud_tasks.table import queues_of_table
from emulators.cloud_tasks.task import HeldTask
from emulators.http_target import Answer
from emulators.rpc import Refused
from future_finance.adapters import metering
from future_finance.adapters.metering import Meter
from future_finance.domain.job import SYNC_QUEUE
from future_finance.domain.schedule import FAN_OUT_QUEUE
from future_finance.domain.shard_page import TOGETHER
from future_finance.endpoints import ENDPOINTS, Endpoint, TaskQueue
from future_finance.errors import AppError, Unavailable
from scripts.scale.queue_flow import worker_of
from scripts.scale.real.trouble import Killed, Life, Trouble, live

type Handler = Callable[[Request], Awaitable[Response]]

AT_ONCE = 16  # deliveries in flight of a queue, and of all while time passes
MOST_STEPS = {
    SYNC_QUEUE: 20,
    FAN_OUT_QUEUE: 6,
}  # that a delivery takes before it dies; about as many as it has
_MOST_STEPS = 2 * len(TOGETHER)  # of a dispatcher
_TICK_S = 0.001
_STEP_S = 1.0  # so far may time pass at once while something runs


class SimulatedCloud:
    """Also the TaskQueuePort and the Clock that handlers get. Time passes when nothing else can happen."""

    def __init__(self, now: datetime, trouble: Trouble) -> None:
        """The queues of `MOST_STEPS` are delivered; the tasks of the others are only counted."""
        self._now = now.timestamp()
        self._trouble = trouble
        self._rows = {queue: worker_of(queue) for queue in MOST_STEPS}
        self._queues: dict[str, LocalQueue] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._asked: Counter[str] = Counter()
        self.named: Counter[str] = Counter()  # tasks by queue
        self.ended: Counter[str] = Counter()  # deliveries by queue and status
        self.worked_until_s = self._now  # when the last delivery ended
        self.meters: defaultdict[str, Meter] = defaultdict(Meter)
        self.forget_names()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._now, UTC)

    def travel(self, to: datetime) -> None:
        self._now = to.timestamp()
        self.forget_names()

    def forget_names(self) -> None:
        """As a day later: the name of a task that was is free again."""
        self._queues = {}
        for queue in queues_of_table("p", "r"):
            limits = queue.rate_limits
            limits.max_concurrent_dispatches = min(limits.max_concurrent_dispatches, AT_ONCE)
            self._queues[short(queue.name)] = LocalQueue(queue, self._now)

    async def enqueue(self, queue: str, task_id: str, payload: Mapping[str, str]) -> None:
        """Raises Unavailable now and then."""
        self._asked[task_id] += 1
        if self._trouble.strikes("not enqueued", self._trouble.refused, task_id, self._asked[task_id]):
            raise Unavailable
        task = tasks_v2.Task(
            name=f"projects/p/locations/r/queues/{queue}/tasks/{hashlib.sha256(task_id.encode()).hexdigest()}",
            http_request=tasks_v2.HttpRequest(url="https://worker", body=json.dumps(dict(payload)).encode()),
        )
        try:
            self._queues[queue].add(task, self._now)
        except Refused as refused:
            if refused.code is not grpc.StatusCode.ALREADY_EXISTS:
                raise
        else:
            self.named[queue] += 1

    async def trigger(self, schedule: Endpoint, firing: str) -> None:
        """Cloud Scheduler calls a schedule's function, until it answers well."""
        for attempt in range(10):
            life = self._trouble.life(schedule.name, _MOST_STEPS, firing, attempt)
            if (await self._call(schedule, b"", {}, life)).ok:
                return
        raise AssertionError(f"{schedule.name} never answered")

    async def run(self) -> None:
        """Until every task that is to be delivered has ended."""
        while True:
            for queue in self._rows:
                for held in self._queues[queue].take_due(self._now):
                    self._running.add(asyncio.create_task(self._deliver(queue, held)))
            wakes = [
                at for queue in self._rows if (at := self._queues[queue].next_wake(self._now)) is not None
            ]
            if self._running:
                soon = wakes and min(wakes) - self._now <= _STEP_S and len(self._running) < AT_ONCE
                if soon:
                    await asyncio.sleep(0)
                    self._pass_until(min(wakes))
                    continue
                done, self._running = await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
                for delivery in done:
                    delivery.result()
            elif wakes:
                self._pass_until(min(wakes))
            else:
                return

    def _pass_until(self, at: float) -> None:
        """A little beyond it: a float of today's seconds is too coarse for a queue to be ready to the point."""
        self._now = max(self._now, at) + _TICK_S

    async def _deliver(self, queue: str, held: HeldTask) -> None:
        """One attempt; now and then two at once, as at-least-once allows."""
        row, body = self._rows[queue], held.asked.http_request.body
        of = short(held.name), held.dispatches
        headers = {"x-cloudtasks-taskretrycount": str(held.dispatches)}
        calls = [self._call(row, body, headers, self._trouble.life(queue, MOST_STEPS[queue], *of))]
        if self._trouble.strikes(f"delivered twice at once: {queue}", self._trouble.doubled, *of):
            calls.append(self._call(row, body, headers, Life()))
        answer, *_ = await asyncio.gather(*calls)
        self._queues[queue].settle(held, answer, self._now)
        self.worked_until_s = self._now

    async def _call(self, row: Endpoint, body: bytes, headers: Mapping[str, str], life: Life) -> Answer:
        """In a context of its own, so that its life and its meter are its own."""
        answer, meter = await asyncio.create_task(_answered(row, body, headers, life))
        total = self.meters[row.name]
        total.firestore_reads += meter.firestore_reads
        total.firestore_writes += meter.firestore_writes
        self.ended[f"{row.name}: {answer.status or 'killed'}"] += 1
        return answer


async def _answered(
    row: Endpoint, body: bytes, headers: Mapping[str, str], life: Life
) -> tuple[Answer, Meter]:
    live(life)
    meter = metering.start()
    try:
        response = await _handler(row)(_request(body, headers))
    except Killed:
        return Answer(None, "killed"), meter
    except BaseExceptionGroup as errors:  # killed in several of its tasks at once
        if errors.split(Killed)[1] is not None:
            raise
        return Answer(None, "killed"), meter
    except AppError as error:
        return Answer(error.status, error.code, float(error.retry_after_s or 0)), meter
    return Answer(response.status_code), meter


def _handler(row: Endpoint) -> Handler:
    module, _, function = row.handler.partition(":")
    handler: Handler = getattr(import_module(f"future_finance.entrypoints.{module}"), function)
    return handler


def _request(body: bytes, headers: Mapping[str, str]) -> Request:
    sent = {"content-type": "application/json", **headers}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(scope, receive)


def schedule_row(name: str) -> Endpoint:
    return next(row for row in ENDPOINTS if row.name == name and not isinstance(row.trigger, TaskQueue))
