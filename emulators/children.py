"""Child processes of the local cloud: each a group of its own, watched, logged and never left behind."""

from __future__ import annotations

import atexit
import http.client
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from emulators import warden

ROOT = Path(__file__).resolve().parent.parent
LOG_TAIL_LINES = 15
_POLL_S = 0.05


class ChildFailed(Exception):
    """A child ended or did not answer in time; the message holds the end of its log."""


class Warden:
    """Another process, which ends the registered groups even when this process is killed outright."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", warden.__file__],
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

        atexit.register(self._close)

    def watch(self, group: int) -> None:
        self._tell(f"+{group}")

    def forget(self, group: int) -> None:
        self._tell(f"-{group}")

    def _close(self) -> None:
        """Say that this process ends, and wait until what it left running has ended too."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


@cache
def _warden() -> Warden:
    return Warden()


@dataclass(frozen=True, slots=True)
class Child:
    """A running program of the local cloud. `log` is None when its output is read through a pipe."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path | None = None

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    @property
    def output(self) -> IO[bytes]:
        """The pipe with standard output, for a child started with `log=None`; whoever reads it closes it."""
        assert self.process.stdout is not None
        return self.process.stdout

    def failure(self, what: str) -> ChildFailed:
        """An error that shows the end of the log."""
        if self.log is None or not self.log.exists():
            return ChildFailed(f"{self.name} {what}")
        with self.log.open(errors="replace") as lines:
            tail = "".join(f"    {line}" for line in deque(lines, LOG_TAIL_LINES))
        return ChildFailed(f"{self.name} {what}; the end of {self.log}:\n{tail}")


def start(
    name: str, command: Sequence[str | Path], *, env: Mapping[str, str], log: Path | None, cwd: Path = ROOT
) -> Child:
    """Start a program in a session of its own. Output goes to the file `log`, or with None to a pipe."""
    guard = _warden()
    sink: IO[bytes] | int = subprocess.PIPE
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        sink = log.open("wb")
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise ChildFailed(f"{name} could not be started: {error}") from error
    finally:
        if not isinstance(sink, int):
            sink.close()
    guard.watch(process.pid)
    return Child(name, process, log)


def stop(children: Iterable[Child], grace_s: float = warden.GRACE_S) -> None:
    """End children and all that they started: asked first, killed after `grace_s`."""
    stopping = list(children)
    for child in stopping:
        warden.signal_group(child.process.pid, signal.SIGTERM)
    deadline = time.monotonic() + grace_s
    for child in stopping:
        try:
            child.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            continue
    for child in stopping:
        warden.signal_group(child.process.pid, signal.SIGKILL)
        child.process.wait()
        _warden().forget(child.process.pid)


def answers(url: str, timeout_s: float = 1.0) -> bool:
    """Whether GET `url` gets any answer below 500."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout_s)
    try:
        connection.request("GET", parts.path or "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_until_ready(children: Mapping[str, Child], urls: Mapping[str, str], timeout_s: float) -> None:
    """Return when every child answers at its URL (same keys). Raises ChildFailed for the first that cannot."""
    deadline = time.monotonic() + timeout_s
    waiting = dict(urls)
    while waiting:
        for name, url in list(waiting.items()):
            child = children[name]
            if not child.running:  # first: another program may answer at its port
                raise child.failure(f"ended with status {child.process.returncode}")
            if answers(url):
                del waiting[name]
            elif time.monotonic() > deadline:
                raise child.failure(f"did not answer within {timeout_s:.0f} s")
        if waiting:
            time.sleep(_POLL_S)
