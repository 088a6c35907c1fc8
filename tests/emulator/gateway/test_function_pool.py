"""Starting a function where other programs look for ports too."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from emulators.gateway.app import Files
from emulators.gateway.cost import CostLedger
from emulators.gateway.function_log import FunctionLog
from emulators.gateway.function_pool import FunctionPool, FunctionUnavailable, PortTaken
from emulators.ports import LOOPBACK, free_port
from future_finance.endpoints import ENDPOINTS

pytestmark = pytest.mark.emulator

_BY_NAME = {endpoint.name: endpoint for endpoint in ENDPOINTS}


@contextmanager
def _pool(site: Files, ports: list[int]) -> Iterator[FunctionPool]:
    """A pool that takes its ports from the front of `ports`."""
    costs = CostLedger()
    log = FunctionLog(site.log, costs)
    pool = FunctionPool(site.functions, os.environ, log, costs, choose_port=lambda: ports.pop(0))
    try:
        yield pool
    finally:
        pool.close()
        log.close()


@contextmanager
def _taken() -> Iterator[int]:
    """A port that another program holds."""
    with socket.create_server((LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


async def test_a_port_that_was_taken_meanwhile_costs_one_more_try(site: Files) -> None:
    free = free_port()
    with _taken() as taken, _pool(site, [taken, free]) as pool:
        async with pool.request(_BY_NAME["config"]) as address:
            assert address == f"http://{LOOPBACK}:{free}"


async def test_two_ports_taken_in_a_row_are_an_error(site: Files) -> None:
    left = free_port()
    ports: list[int] = []
    with _taken() as one, _taken() as other, _pool(site, ports) as pool:
        ports += [one, other, left]
        with pytest.raises(PortTaken, match="config did not start"):
            async with pool.request(_BY_NAME["config"]):
                pass
    assert ports == [left]


async def test_a_function_that_is_broken_is_started_once(site: Files) -> None:
    ports = [free_port(), free_port()]
    with _pool(site, ports) as pool, pytest.raises(FunctionUnavailable, match="profile did not start"):
        async with pool.request(_BY_NAME["profile"]):
            pass
    assert len(ports) == 1
