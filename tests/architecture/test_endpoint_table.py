"""The endpoint table is what Google Cloud and Firebase Hosting accept."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from importlib import import_module

import pytest

from future_finance.endpoints import (
    ENDPOINTS,
    Caller,
    Endpoint,
    OwnUrl,
    PublicPath,
    Schedule,
    TaskQueue,
    Trust,
    Uses,
)
from future_finance.entrypoints.sync_connection import LEASE_MARGIN

# What each account may reach. The vault is a database of its own: who may touch it needs KMS to open anything in it.
REACH = {
    Trust.EDGE: set(),
    Trust.READER: {Uses.FIRESTORE},
    Trust.WRITER: {Uses.FIRESTORE},
    Trust.ENQUEUE: {Uses.FIRESTORE, Uses.TASKS},
    Trust.SESSION: {Uses.FIRESTORE, Uses.FIREBASE_ADMIN},
    Trust.AUTH: {Uses.FIRESTORE, Uses.FIREBASE_ADMIN, Uses.KMS, Uses.SECRETS},
    Trust.CONNECT: {Uses.FIRESTORE, Uses.TASKS, Uses.KMS},
    Trust.SYNC: {Uses.FIRESTORE, Uses.TASKS, Uses.KMS},
    Trust.AI: {Uses.FIRESTORE, Uses.GENAI},
    Trust.PUSH: {Uses.FIRESTORE, Uses.FIREBASE_ADMIN},
    Trust.DISPATCH: {Uses.TASKS},
    Trust.RETENTION: {Uses.FIRESTORE, Uses.TASKS},
    Trust.DOWNLOAD: {Uses.FIRESTORE, Uses.TASKS, Uses.STORAGE},
    Trust.EXPORT: {Uses.FIRESTORE, Uses.STORAGE, Uses.TASKS},
    Trust.LEAVE: {Uses.FIRESTORE, Uses.TASKS, Uses.KMS},
    Trust.ERASE: {Uses.FIRESTORE, Uses.FIREBASE_ADMIN, Uses.STORAGE, Uses.TASKS},
}
NEED_NO_ACCOUNT = {Uses.FI_MCP, Uses.NUMPY}  # Fi knows a person's session, numpy nobody
MAY_OPEN_THE_VAULT = {Trust.AUTH, Trust.CONNECT, Trust.SYNC, Trust.LEAVE}
MAY_ONLY_READ = {
    "financial-assets",
    "financial-liabilities",
    "financial-net-worth",
    "financial-transactions",
    "erasures",
}

EACH = pytest.mark.parametrize("row", ENDPOINTS, ids=lambda row: row.name)


def test_names_and_paths_are_given_once() -> None:
    names = Counter(row.name for row in ENDPOINTS)
    paths = Counter(
        path for row in ENDPOINTS if isinstance(row.trigger, PublicPath) for path in row.trigger.paths
    )
    assert [name for name, times in (names + paths).items() if times > 1] == []


@EACH
def test_a_name_fits_cloud_run_and_an_entry_point_is_an_identifier(row: Endpoint) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]{0,47}[a-z0-9]", row.name)
    assert row.entry_point.isidentifier()


@EACH
def test_a_function_runs_as_an_account_of_the_vault_exactly_when_it_opens_secrets(row: Endpoint) -> None:
    assert (row.trust in MAY_OPEN_THE_VAULT) == (Uses.KMS in row.uses)


@EACH
def test_a_function_needs_nothing_that_its_account_may_not_reach(row: Endpoint) -> None:
    assert row.uses - NEED_NO_ACCOUNT <= REACH[row.trust]
    assert not row.secrets or Uses.SECRETS in REACH[row.trust]


@pytest.mark.parametrize("trust", Trust)
def test_an_account_reaches_nothing_that_none_of_its_functions_needs(trust: Trust) -> None:
    needed = {use for row in ENDPOINTS if row.trust is trust for use in row.uses - NEED_NO_ACCOUNT}
    assert REACH[trust] == needed
    assert (Uses.KMS in REACH[trust]) == (trust in MAY_OPEN_THE_VAULT)


def test_only_what_never_writes_runs_as_the_reading_account() -> None:
    assert {row.name for row in ENDPOINTS if row.trust is Trust.READER} == MAY_ONLY_READ


def test_a_sync_is_tried_again_after_whoever_held_the_lease_twice_is_gone() -> None:
    (row,) = (row for row in ENDPOINTS if row.name == "sync-connection")
    lease_s = row.timeout_s + LEASE_MARGIN.total_seconds()
    assert isinstance(row.trigger, TaskQueue)
    assert waiting_s(row.trigger) > 2 * lease_s


def waiting_s(queue: TaskQueue) -> float:
    """Between a queue's first attempt and its last: back-off doubles `max_doublings` times, then grows linearly.

    https://docs.cloud.google.com/tasks/docs/configuring-queues#retry
    """
    steps = range(queue.max_attempts - 1)
    doubled = queue.min_backoff_s * 2**queue.max_doublings
    return sum(
        min(
            queue.min_backoff_s * 2**step
            if step <= queue.max_doublings
            else doubled * (step - queue.max_doublings + 1),
            queue.max_backoff_s,
        )
        for step in steps
    )


@EACH
def test_a_function_with_the_client_of_cloud_tasks_fills_queues_that_there_are_or_only_looks(
    row: Endpoint,
) -> None:
    queues = {each.trigger.queue for each in ENDPOINTS if isinstance(each.trigger, TaskQueue)}
    assert row.enqueues <= queues
    assert bool(row.enqueues) == (Uses.TASKS in row.uses and row.caller is not Caller.OPERATOR)


def test_every_queue_is_filled_by_somebody() -> None:
    queues = {row.trigger.queue for row in ENDPOINTS if isinstance(row.trigger, TaskQueue)}
    assert queues == {queue for row in ENDPOINTS for queue in row.enqueues}


@pytest.mark.parametrize("trust", Trust)
def test_a_service_account_id_has_6_to_30_characters(trust: Trust) -> None:
    assert re.fullmatch(r"[a-z]([-a-z0-9]{4,28}[a-z0-9])", trust.value)


def test_no_glob_hides_a_later_path() -> None:
    paths = [path for row in ENDPOINTS if isinstance(row.trigger, PublicPath) for path in row.trigger.paths]
    hidden = [
        (earlier, later)
        for place, earlier in enumerate(paths)
        if earlier.endswith("/**")
        for later in paths[place + 1 :]
        if later.startswith(earlier.removesuffix("**"))
    ]
    assert hidden == []


@EACH
def test_a_path_is_exact_or_ends_in_a_glob(row: Endpoint) -> None:
    if isinstance(row.trigger, PublicPath):
        for path in row.trigger.paths:
            assert re.fullmatch(r"(/[a-z0-9-]+)+(/\*\*)?", path)


@EACH
def test_a_caller_without_a_verified_signature_never_comes_through_hosting(row: Endpoint) -> None:
    wanted = {
        Caller.TASKS: TaskQueue,
        Caller.SCHEDULER: Schedule,
        Caller.OPERATOR: OwnUrl,
    }.get(row.caller, PublicPath)
    assert isinstance(row.trigger, wanted)


@EACH
def test_limits_are_those_of_the_platform(row: Endpoint) -> None:
    assert row.max_instances <= 10
    assert row.concurrency == 1 or row.cpu >= 1
    assert row.memory_mib in {256, 512, 1024, 2048}
    most_s = 60 if isinstance(row.trigger, PublicPath) else 1800
    assert 5 <= row.timeout_s <= most_s


@EACH
def test_a_handler_takes_the_request_and_where_people_sign_in_the_user(row: Endpoint) -> None:
    module, _, function = row.handler.partition(":")
    handler = getattr(import_module(f"future_finance.entrypoints.{module}"), function)
    assert inspect.iscoroutinefunction(handler)
    people = row.caller in {Caller.USER, Caller.USER_OR_COOKIE}
    assert len(inspect.signature(handler).parameters) == (2 if people else 1)
