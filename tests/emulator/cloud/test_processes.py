"""Each emulator as the program that the supervisor starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import httpx2
import pytest

from emulators.children import ROOT
from emulators.ports import free_ports

pytestmark = pytest.mark.emulator

PROGRAMS = {
    "cloud_tasks": ("--signing-key", "key.pem"),
    "cloud_scheduler": ("--signing-key", "key.pem", "--worker-url", "http://127.0.0.1:9/{name}"),
    "cloud_kms": ("--state", "kms.json"),
    "secret_manager": (),
    "front_door": (
        *("--signing-key", "key.pem", "--door-key", "door-key"),
        *("--upstream", "http://127.0.0.1:9/__functions"),
    ),
}


@pytest.mark.parametrize(("name", "options"), PROGRAMS.items())
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_when_it_is_ready_answers_on_loopback_and_ends_by_itself(
    name: str, options: Sequence[str], number: signal.Signals, tmp_path: Path
) -> None:
    grpc_port, http_port = free_ports(2)
    ports = ["--port", str(grpc_port), "--http-port", str(http_port)]
    if name == "front_door":
        ports = ["--port", str(http_port)]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "functions")]),
        "GOOGLE_CLOUD_PROJECT": "demo-future-finance",
        "FF_APP_URL": "http://localhost:5000",
        "FF_WORKER_URL": f"http://127.0.0.1:{http_port}/{{name}}",
    }
    with subprocess.Popen(
        [sys.executable, "-m", f"emulators.{name}", *ports, *options],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith(f"{name}: ready")
            assert "127.0.0.1" in line
            assert httpx2.get(f"http://127.0.0.1:{http_port}/healthz", trust_env=False).status_code == 200
            process.send_signal(number)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
