"""`scripts/dev` as a process: it starts, says where things are, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from emulators.children import ROOT, answers
from emulators.ports import LOOPBACK, free_port

pytestmark = pytest.mark.emulator

_ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": f"{ROOT / 'functions'}{os.pathsep}{ROOT}",
    "PYTHONUNBUFFERED": "1",
}


@contextmanager
def _supervisor(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "emulators.supervisor", *arguments]
    with subprocess.Popen(
        command, env=_ENVIRONMENT, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.kill()
            if "--port" in arguments:
                port = arguments[arguments.index("--port") + 1]
                shutil.rmtree(ROOT / f".local/stack-{port}", ignore_errors=True)


def _read_until(process: subprocess.Popen[str], text: str) -> str:
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if text in line:
            return printed
    raise AssertionError(f"ended without saying {text!r}:\n{printed}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything(number: signal.Signals) -> None:
    with _supervisor("--port", str(free_port()), "--only", "cloud_kms,secret_manager") as process:
        printed = _read_until(process, "Ready after")
        addresses = re.findall(r"^  .*  (http://\S+)$", printed, re.MULTILINE)
        assert len(addresses) == 2
        assert all(answers(f"{address}/healthz") for address in addresses)
        process.send_signal(number)
        assert process.wait(timeout=20) == 0
        assert not any(answers(f"{address}/healthz") for address in addresses)


def test_without_a_gateway_it_says_what_to_export() -> None:
    with _supervisor("--port", str(free_port()), "--only", "cloud_kms") as process:
        printed = _read_until(process, "Ready after")
    assert re.search(r"export FF_KMS_EMULATOR_HOST='127\.0\.0\.1:\d+'", printed)
    assert "FF_TASKS_EMULATOR_HOST" not in printed


def test_a_service_that_dies_ends_the_stack_and_is_named() -> None:
    with _supervisor("--port", str(free_port()), "--only", "cloud_kms,secret_manager") as process:
        printed = _read_until(process, "Ready after")
        _kill_module("emulators.secret_manager", parent=process.pid)
        rest, _ = process.communicate(timeout=20)
        assert process.returncode == 1
    assert "secret_manager ended with status -9" in rest
    address = re.search(r"Cloud KMS +(http://\S+)", printed)
    assert address is not None
    assert not answers(f"{address[1]}/healthz")


def test_a_port_in_use_is_said_at_once() -> None:
    with (
        socket.create_server((LOOPBACK, 0)) as taken,
        _supervisor("--port", str(taken.getsockname()[1])) as process,
    ):
        printed, _ = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "is in use" in printed


def test_a_service_that_does_not_exist_is_refused_with_the_choices() -> None:
    with _supervisor("--only", "cloud_kms,pubsub") as process:
        printed, _ = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "no such service: pubsub" in printed
    assert "firestore" in printed


def _kill_module(module: str, parent: int) -> None:
    listing = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    for line in listing.stdout.splitlines():
        pid, ppid, arguments = line.split(None, 2)
        if int(ppid) == parent and f"-m {module} " in arguments:
            os.kill(int(pid), signal.SIGKILL)
            return
    raise AssertionError(f"{module} does not run")
