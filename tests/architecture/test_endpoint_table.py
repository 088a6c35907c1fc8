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
)

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
