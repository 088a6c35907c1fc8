"""google.cloud.tasks.v2.CloudTasks: the methods this project and its tests use."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import grpc
from google.cloud import tasks_v2

from emulators.cloud_tasks.dispatcher import Dispatcher
from emulators.cloud_tasks.names import check_location, check_queue, queue_of, short
from emulators.cloud_tasks.queue import LocalQueue
from emulators.identity_token import Signer
from emulators.rpc import already_exists, failed_precondition, invalid, not_found, service

MAX_TASK_BYTES = 100 * 1024  # CreateTask reference: "The maximum task size is 100KB"
MAX_SCHEDULE_AHEAD = timedelta(days=30)
MAX_URL_CHARACTERS = 2083
MIN_DEADLINE, MAX_DEADLINE = timedelta(seconds=15), timedelta(minutes=30)
_LARGEST_PAGE = 1000
_BODY_METHODS = {tasks_v2.HttpMethod.POST, tasks_v2.HttpMethod.PUT, tasks_v2.HttpMethod.PATCH}


class CloudTasks:
    """Queues by name, and the dispatcher that delivers from them."""

    def __init__(self, signer: Signer, queues: Iterable[tasks_v2.Queue] = ()) -> None:
        self._queues: dict[str, LocalQueue] = {}
        self._deleted: set[str] = set()
        self.dispatcher = Dispatcher(self, signer)
        for queue in queues:
            check_queue(queue.name)
            self._queues[queue.name] = LocalQueue(queue, time.time())

    def all(self) -> list[LocalQueue]:
        return list(self._queues.values())

    def handler(self) -> grpc.GenericRpcHandler:
        return service(
            "google.cloud.tasks.v2.CloudTasks",
            {
                "ListQueues": (self.list_queues, tasks_v2.ListQueuesRequest),
                "GetQueue": (self.get_queue, tasks_v2.GetQueueRequest),
                "CreateQueue": (self.create_queue, tasks_v2.CreateQueueRequest),
                "DeleteQueue": (self.delete_queue, tasks_v2.DeleteQueueRequest),
                "PurgeQueue": (self.purge_queue, tasks_v2.PurgeQueueRequest),
                "PauseQueue": (self.pause_queue, tasks_v2.PauseQueueRequest),
                "ResumeQueue": (self.resume_queue, tasks_v2.ResumeQueueRequest),
                "ListTasks": (self.list_tasks, tasks_v2.ListTasksRequest),
                "GetTask": (self.get_task, tasks_v2.GetTaskRequest),
                "CreateTask": (self.create_task, tasks_v2.CreateTaskRequest),
                "DeleteTask": (self.delete_task, tasks_v2.DeleteTaskRequest),
                "RunTask": (self.run_task, tasks_v2.RunTaskRequest),
            },
        )

    async def list_queues(self, request: tasks_v2.ListQueuesRequest) -> tasks_v2.ListQueuesResponse:
        check_location(request.parent)
        names = sorted(name for name in self._queues if name.startswith(f"{request.parent}/queues/"))
        page, token = _page(names, request.page_size, request.page_token)
        return tasks_v2.ListQueuesResponse(
            queues=[self._queues[name].view() for name in page], next_page_token=token
        )

    async def get_queue(self, request: tasks_v2.GetQueueRequest) -> tasks_v2.Queue:
        return self._queue(request.name).view()

    async def create_queue(self, request: tasks_v2.CreateQueueRequest) -> tasks_v2.Queue:
        name = request.queue.name
        check_location(request.parent)
        check_queue(name)
        if not name.startswith(f"{request.parent}/queues/"):
            raise invalid("The location of the queue must be the parent.")
        if name in self._queues:
            raise already_exists("Queue already exists")
        if name in self._deleted:
            raise failed_precondition(
                "The queue cannot be created because a queue with this name existed too recently."
            )
        created = LocalQueue(request.queue, time.time())
        self._queues[name] = created
        return created.view()

    async def delete_queue(self, request: tasks_v2.DeleteQueueRequest) -> None:
        queue = self._queue(request.name)
        queue.purge(time.time())
        del self._queues[request.name]
        self._deleted.add(request.name)

    async def purge_queue(self, request: tasks_v2.PurgeQueueRequest) -> tasks_v2.Queue:
        queue = self._queue(request.name)
        queue.purge(time.time())
        return queue.view()

    async def pause_queue(self, request: tasks_v2.PauseQueueRequest) -> tasks_v2.Queue:
        queue = self._queue(request.name)
        queue.paused = True
        return queue.view()

    async def resume_queue(self, request: tasks_v2.ResumeQueueRequest) -> tasks_v2.Queue:
        queue = self._queue(request.name)
        queue.paused = False
        self.dispatcher.wake()
        return queue.view()

    async def list_tasks(self, request: tasks_v2.ListTasksRequest) -> tasks_v2.ListTasksResponse:
        queue = self._queue(request.parent)
        by_name = {held.name: held for held in queue.tasks()}
        page, token = _page(list(by_name), request.page_size, request.page_token)
        return tasks_v2.ListTasksResponse(
            tasks=[by_name[name].view(request.response_view) for name in page], next_page_token=token
        )

    async def get_task(self, request: tasks_v2.GetTaskRequest) -> tasks_v2.Task:
        return self._queue(queue_of(request.name)).get(request.name).view(request.response_view)

    async def create_task(self, request: tasks_v2.CreateTaskRequest) -> tasks_v2.Task:
        queue = self._queue(request.parent)
        task = tasks_v2.Task(request.task)
        if not task.name:
            task.name = f"{request.parent}/tasks/{secrets.randbelow(10**19) + 10**18}"
        if queue_of(task.name) != request.parent:
            raise invalid(
                f"The queue name from request ('{request.parent}') must be the same as "
                "the queue name in the named task."
            )
        _check_task(task)
        held = queue.add(task, time.time())
        self.dispatcher.wake()
        return held.view(request.response_view)

    async def delete_task(self, request: tasks_v2.DeleteTaskRequest) -> None:
        self._queue(queue_of(request.name)).delete(request.name, time.time())

    async def run_task(self, request: tasks_v2.RunTaskRequest) -> tasks_v2.Task:
        queue = self._queue(queue_of(request.name))
        started = queue.force(request.name, time.time())
        if started is not None:
            self.dispatcher.force(queue, started)
        return queue.get(request.name).view(request.response_view)

    def tables(self) -> dict[str, list[dict[str, object]]]:
        """Queues, waiting tasks and recent endings, without URLs or bodies."""
        queues: list[dict[str, object]] = []
        waiting: list[dict[str, object]] = []
        ended: list[dict[str, object]] = []
        for queue in self.all():
            name = short(queue.config.name)
            held_tasks = queue.tasks()
            queues.append(
                {
                    "queue": name,
                    "state": "PAUSED" if queue.paused else "RUNNING",
                    "tasks": len(held_tasks),
                    "ratePerSecond": queue.config.rate_limits.max_dispatches_per_second,
                    "slowedTo": queue.slowed_to,
                }
            )
            waiting += [
                {
                    "queue": name,
                    "task": short(held.name),
                    "running": held.running,
                    "attempts": held.dispatches,
                    "lastStatus": held.answer.status if held.answer else None,
                    "due": datetime.fromtimestamp(held.due_at, UTC).isoformat(timespec="milliseconds"),
                }
                for held in held_tasks
            ]
            ended += [
                {"queue": name, "task": end.task, "outcome": end.outcome, "attempts": end.attempts}
                for end in queue.endings
            ]
        return {"queues": queues, "tasks": waiting, "ended": ended}

    def _queue(self, name: str) -> LocalQueue:
        check_queue(name)
        if name not in self._queues:
            raise not_found("Queue does not exist. If you just created the queue, wait at least a minute.")
        return self._queues[name]


def _check_task(task: tasks_v2.Task) -> None:
    request = task.http_request
    if "http_request" not in task:
        raise invalid("Task must have an http_request: App Engine targets are not served here.")
    if not request.url.startswith(("http://", "https://")) or len(request.url) > MAX_URL_CHARACTERS:
        raise invalid(
            "HttpRequest.url must start with 'http://' or 'https://' and have at most 2083 characters."
        )
    if request.body and (request.http_method or tasks_v2.HttpMethod.POST) not in _BODY_METHODS:
        raise invalid("HTTP request body is allowed only with POST, PUT and PATCH.")
    if task.dispatch_deadline and not MIN_DEADLINE <= task.dispatch_deadline <= MAX_DEADLINE:
        raise invalid("Task.dispatchDeadline must be between [15s, 30m].")
    if task.schedule_time and task.schedule_time > datetime.now(UTC) + MAX_SCHEDULE_AHEAD:
        raise invalid("Task.scheduleTime must be at most 30 days in the future.")
    if len(tasks_v2.Task.serialize(task)) > MAX_TASK_BYTES:
        raise invalid("Task size too large")


def _page(names: list[str], size: int, token: str) -> tuple[list[str], str]:
    """One page of sorted names after `token`, and the token of the next page."""
    rest = [name for name in names if name > token]
    limit = min(size or _LARGEST_PAGE, _LARGEST_PAGE)
    return rest[:limit], rest[limit - 1] if len(rest) > limit else ""
