"""The local cloud that a journey runs on: one that runs already, or one of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from emulators.children import answers
from emulators.ports import is_free
from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from scripts.journey.api import Api, StepFailed


class NoStack(Exception):
    """There is no stack to travel on; the message says why."""


@contextmanager
def stack_at(port: int, fi_url: str | None) -> Iterator[str]:
    """The address of the stack at `port`; one is started, and stopped afterwards, when none runs there.

    `fi_url` is the Fi server to log in at, None for the simulator. Raises NoStack, ChildFailed.
    """
    if answers(f"{url(port)}/__local/status"):
        _require_fi(_status(port), port, fi_url)
        yield url(port)
        return
    if not is_free(port):
        raise _other_program(port)
    stack = Stack(port, fi_url=fi_url)
    print("No stack is running: starting one ...", flush=True)
    try:
        stack.start()
        yield url(port)
    finally:
        stack.stop()


def _status(port: int) -> Mapping[str, Any]:
    api = Api(url(port))
    try:
        return api.get("/__local/status")
    except (StepFailed, ValueError) as error:
        raise _other_program(port) from error
    finally:
        api.close()


def _require_fi(status: Mapping[str, Any], port: int, fi_url: str | None) -> None:
    """A demo person's phone number is typed into the simulator's login page only, never into a real one."""
    if fi_url is None and "fi_mcp" not in status.get("services", {}):
        raise NoStack(
            f"the stack at port {port} uses another Fi server than the simulator, where no demo person can log in; "
            "say whose journey it is with --fi-url and --fi-phone, or choose another --port"
        )
    if fi_url is not None and status.get("environment", {}).get("FF_FI_MCP_URL") != fi_url:
        raise NoStack(f"the stack at port {port} uses another Fi server; stop it, or choose another --port")


def _other_program(port: int) -> NoStack:
    return NoStack(f"port {port} is in use by something else; choose another --port")
