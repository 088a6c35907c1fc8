"""The Cloud Tasks emulator's queue, in virtual time."""

from datetime import UTC, datetime, timedelta

import pytest
from google.cloud import tasks_v2

from emulators.cloud_tasks.queue import NAME_RELEASED_AFTER_S, LocalQueue
from emulators.cloud_tasks.task import HeldTask
from emulators.http_target import Answer
from emulators.rpc import Refused

START = 1_800_000_000.0
QUEUE = "projects/p/locations/l/queues/q"
DONE, BROKEN, OVERLOADED = Answer(200), Answer(500), Answer(503)


def a_queue(
    *, rate: float = 500, concurrent: int = 100, attempts: int = 5, duration_s: float = 0
) -> LocalQueue:
    return LocalQueue(
        tasks_v2.Queue(
            name=QUEUE,
            rate_limits=tasks_v2.RateLimits(
                max_dispatches_per_second=rate, max_concurrent_dispatches=concurrent
            ),
            retry_config=tasks_v2.RetryConfig(
                max_attempts=attempts,
                min_backoff=timedelta(seconds=2),
                max_backoff=timedelta(seconds=10),
                max_doublings=2,
                max_retry_duration=timedelta(seconds=duration_s),
            ),
        ),
        START,
    )


def add(queue: LocalQueue, task_id: str, now: float = START, *, due_at: float | None = None) -> HeldTask:
    task = tasks_v2.Task(name=f"{QUEUE}/tasks/{task_id}")
    if due_at is not None:
        task.schedule_time = datetime.fromtimestamp(due_at, UTC)
    return queue.add(task, now)


def attempt(queue: LocalQueue, answer: Answer, now: float) -> None:
    (held,) = queue.take_due(now)
    queue.settle(held, answer, now)


def test_a_failed_task_comes_back_after_each_documented_interval_and_ends_after_the_last_attempt() -> None:
    queue = a_queue(attempts=6)
    add(queue, "a")
    now, waits = START, []
    for _ in range(5):
        attempt(queue, BROKEN, now)
        wake = queue.next_wake(now)
        assert wake is not None
        assert queue.take_due(wake - 0.001) == []
        waits.append(wake - now)
        now = wake
    attempt(queue, BROKEN, now)
    assert waits == [2, 4, 8, 10, 10]
    assert queue.next_wake(now) is None
    assert [(end.outcome, end.attempts) for end in queue.endings] == [("exhausted", 6)]


def test_attempts_end_only_when_the_retry_duration_has_passed_too() -> None:
    queue = a_queue(attempts=1, duration_s=5)
    add(queue, "a")
    attempt(queue, BROKEN, START)
    assert queue.next_wake(START) == START + 2
    attempt(queue, BROKEN, START + 5)
    assert queue.next_wake(START + 5) is None


def test_a_name_is_taken_while_the_task_waits_and_for_a_day_after_it_ended() -> None:
    queue = a_queue()
    add(queue, "a")
    with pytest.raises(Refused, match="already exists"):
        add(queue, "a")
    attempt(queue, DONE, START)
    with pytest.raises(Refused, match="already exists"):
        add(queue, "a", START + NAME_RELEASED_AFTER_S - 1)
    add(queue, "a", START + NAME_RELEASED_AFTER_S)


def test_a_deleted_name_stays_taken() -> None:
    queue = a_queue()
    held = add(queue, "a")
    queue.delete(held.name, START)
    with pytest.raises(Refused, match="already exists"):
        add(queue, "a", START + 1)
    with pytest.raises(Refused, match="no longer exists"):
        queue.get(held.name)


def test_a_scheduled_task_waits_for_its_time() -> None:
    queue = a_queue()
    held = add(queue, "a", due_at=START + 60)
    assert queue.take_due(START + 59.9) == []
    assert queue.next_wake(START) == START + 60
    assert queue.take_due(START + 60) == [held]


def test_a_schedule_in_the_past_means_now() -> None:
    queue = a_queue()
    held = add(queue, "a", due_at=START - 60)
    assert held.due_at == START
    assert queue.take_due(START) == [held]


def test_no_more_tasks_run_at_once_than_the_limit_allows() -> None:
    queue = a_queue(concurrent=2)
    for task_id in "abc":
        add(queue, task_id)
    first, second = queue.take_due(START)
    assert queue.take_due(START) == []
    assert queue.next_wake(START) is None
    queue.settle(first, DONE, START)
    (third,) = queue.take_due(START)
    assert {third.name} & {first.name, second.name} == set()


def test_dispatches_follow_the_rate_once_the_burst_is_spent() -> None:
    queue = a_queue(rate=2)
    burst = queue.config.rate_limits.max_burst_size
    for number in range(burst + 2):
        add(queue, f"t{number}")
    assert len(queue.take_due(START)) == burst
    assert queue.next_wake(START) == pytest.approx(START + 0.5)
    assert len(queue.take_due(START + 0.5)) == 1
    assert len(queue.take_due(START + 0.75)) == 0
    assert len(queue.take_due(START + 1.0)) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_an_overloaded_worker_slows_the_whole_queue_and_success_restores_it(status: int) -> None:
    queue = a_queue(rate=2)
    for number in range(20):
        add(queue, f"t{number}")
    taken = queue.take_due(START)
    queue.settle(taken[0], Answer(status), START)
    assert queue.slowed_to == 0.5
    assert queue.next_wake(START) == pytest.approx(START + 1.0)
    queue.settle(taken[1], DONE, START)
    assert queue.slowed_to == 1.0


def test_an_ordinary_failure_does_not_slow_the_queue() -> None:
    queue = a_queue()
    add(queue, "a")
    attempt(queue, BROKEN, START)
    assert queue.slowed_to == 1.0


def test_retry_after_of_the_worker_is_kept_when_it_is_longer_than_the_back_off() -> None:
    queue = a_queue()
    held = add(queue, "a")
    attempt(queue, Answer(503, retry_after_s=30), START)
    assert held.due_at == START + 30


def test_a_paused_queue_takes_tasks_and_dispatches_none() -> None:
    queue = a_queue()
    queue.paused = True
    held = add(queue, "a")
    assert queue.take_due(START) == []
    assert queue.next_wake(START) is None
    queue.paused = False
    assert queue.take_due(START) == [held]


def test_a_task_can_be_forced_while_paused_and_not_twice_at_once() -> None:
    queue = a_queue()
    queue.paused = True
    held = add(queue, "a", due_at=START + 600)
    assert queue.force(held.name, START) is held
    assert queue.force(held.name, START) is None
    queue.settle(held, BROKEN, START)
    queue.paused = False
    assert queue.next_wake(START) == START + 2


def test_a_task_deleted_while_it_runs_is_not_retried() -> None:
    queue = a_queue()
    held = add(queue, "a")
    queue.take_due(START)
    queue.delete(held.name, START)
    queue.settle(held, BROKEN, START)
    assert queue.tasks() == []
    assert queue.next_wake(START) is None


def test_executions_leave_out_server_errors_and_unanswered_attempts_but_retries_count_them() -> None:
    queue = a_queue(attempts=10)
    held = add(queue, "a")
    now = START
    for answer in (Answer(None), Answer(500), OVERLOADED, Answer(404)):
        attempt(queue, answer, now)
        now = held.due_at
    assert (held.dispatches, held.responses, held.executions) == (4, 3, 1)


def test_a_basic_view_leaves_the_body_out() -> None:
    queue = a_queue()
    held = queue.add(
        tasks_v2.Task(
            name=f"{QUEUE}/tasks/a", http_request=tasks_v2.HttpRequest(url="http://x", body=b"secret")
        ),
        START,
    )
    assert held.view(tasks_v2.Task.View.BASIC).http_request.body == b""
    assert held.view(tasks_v2.Task.View.FULL).http_request.body == b"secret"


def test_purging_removes_everything_that_waits() -> None:
    queue = a_queue()
    add(queue, "a")
    add(queue, "b", due_at=START + 600)
    queue.purge(START + 1)
    assert queue.tasks() == []
    assert queue.next_wake(START + 1) is None
    assert queue.view().purge_time.timestamp() == START + 1
