"""Nothing that the local cloud starts outlives it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from emulators import children
from emulators.children import ROOT, ChildFailed
from emulators.ports import LOOPBACK, free_port
from emulators.server import running
from emulators.status_page import status_app

pytestmark = pytest.mark.emulator

# A program with a child of its own that ignores a polite request to end; prints both process ids.
_STUBBORN_FAMILY = """
import os, signal, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"])
print(os.getpid(), child.pid, flush=True)
time.sleep(60)
"""
# A supervisor that starts such a family and waits.
_OWNER = """
import os, signal, sys, time
from pathlib import Path
from emulators import children
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits that it is ignored
children.start("family", [sys.executable, "-c", sys.argv[1]], env=os.environ, log=Path(sys.argv[2]))
time.sleep(60)
"""


def _alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _family(log: Path) -> list[int]:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if log.exists() and (printed := log.read_text().split()):
            return [int(pid) for pid in printed]
        time.sleep(0.02)
    raise AssertionError("the family did not start")


def _wait_until_gone(pids: list[int], timeout_s: float) -> bool:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if not any(_alive(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_children_and_grandchildren_end_when_their_owner_is_killed(
    tmp_path: Path, number: signal.Signals
) -> None:
    log = tmp_path / "family.log"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _OWNER, _STUBBORN_FAMILY, str(log)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as owner:
        pids = _family(log)
        assert all(_alive(pid) for pid in pids)
        owner.send_signal(number)
    assert _wait_until_gone(pids, timeout_s=10)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
def test_stopping_ends_grandchildren_that_refuse_to(tmp_path: Path) -> None:
    log = tmp_path / "family.log"
    child = children.start("family", [sys.executable, "-c", _STUBBORN_FAMILY], env=os.environ, log=log)
    pids = _family(log)
    children.stop([child], grace_s=0.3)
    assert _wait_until_gone(pids, timeout_s=5)


def test_a_child_that_ends_before_it_is_ready_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "broken.log"
    command = [sys.executable, "-c", "import sys; sys.exit('port is taken')"]
    child = children.start("broken", command, env=os.environ, log=log)
    with pytest.raises(ChildFailed, match=r"broken ended with status 1(.|\n)*port is taken"):
        children.wait_until_ready(
            {"broken": child}, {"broken": f"http://127.0.0.1:{free_port()}/"}, timeout_s=20
        )
    children.stop([child])


async def test_another_program_at_its_port_does_not_make_a_child_ready(tmp_path: Path) -> None:
    child = children.start("late", [sys.executable, "-c", ""], env=os.environ, log=tmp_path / "late.log")
    child.process.wait(timeout=20)
    async with running(status_app("another program", dict)) as other:
        urls = {"late": f"http://{LOOPBACK}:{other.http}/healthz"}
        assert await asyncio.to_thread(children.answers, urls["late"])
        with pytest.raises(ChildFailed, match="late ended with status 0"):
            await asyncio.to_thread(children.wait_until_ready, {"late": child}, urls, timeout_s=20)
    children.stop([child])


def test_a_child_that_never_answers_is_given_up(tmp_path: Path) -> None:
    child = children.start("mute", ["sleep", "30"], env=os.environ, log=tmp_path / "mute.log")
    with pytest.raises(ChildFailed, match="did not answer"):
        children.wait_until_ready(
            {"mute": child}, {"mute": f"http://127.0.0.1:{free_port()}/"}, timeout_s=0.2
        )
    children.stop([child])


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChildFailed, match="ghost could not be started"):
        children.start("ghost", [tmp_path / "nothing"], env=os.environ, log=tmp_path / "ghost.log")
