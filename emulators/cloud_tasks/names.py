"""Resource names of queues and tasks, checked as the API checks them."""

from __future__ import annotations

import re

from emulators.rpc import invalid

_LOCATION = r"projects/[A-Za-z0-9:.\-]+/locations/[A-Za-z0-9\-]+"
_QUEUE = re.compile(rf"{_LOCATION}/queues/[A-Za-z0-9\-]{{1,100}}")
_TASK = re.compile(rf"({_QUEUE.pattern})/tasks/[A-Za-z0-9_\-]{{1,500}}")


def check_location(name: str) -> None:
    if not re.fullmatch(_LOCATION, name):
        raise invalid("Location name must be formatted: projects/<PROJECT_ID>/locations/<LOCATION_ID>")


def check_queue(name: str) -> None:
    if not _QUEUE.fullmatch(name):
        raise invalid(
            "Queue name must be formatted: projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>"
        )


def queue_of(task_name: str) -> str:
    """The queue part of a task's name. Raises Refused when the name is malformed."""
    found = _TASK.fullmatch(task_name)
    if not found:
        raise invalid(
            "Task name must be formatted: "
            "projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>/tasks/<TASK_ID>"
        )
    return found[1]


def short(name: str) -> str:
    """The last segment of a resource name."""
    return name.rpartition("/")[2]
