"""The web app in a real browser against the whole local stack: one person's journey, looked at from all sides."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from tests.running_stack import running_stack

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / ".local" / "e2e"
LONGEST_S = 900  # on the slowest of machines; a quiet one takes a tenth of it
STEPS = 20
LIGHT_BYTES = 200_000  # of JavaScript, gzipped


def browser() -> str:
    """Chromium of the system. Where there is none the journey is skipped, but never in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and not os.environ.get("CI"):
        pytest.skip("no Chromium here: install it (Debian: apt-get install chromium) to drive the web app")
    assert found, "CI needs Chromium"
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What the journey met; it is made once."""
    program = browser()
    report = PICTURES / "report.json"
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with running_stack(tmp_path_factory.mktemp("stack")) as stack:
        told = {
            "APP": url(stack.at.gateway),
            "OWN": ",".join(origins(stack)),
            "BROWSER": program,
            "SHOTS": str(PICTURES),
            "REPORT": str(report),
        }
        command = ["node", "tests/e2e/browser/journey.mjs"]
        ended = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **told}, timeout=LONGEST_S, capture_output=True, text=True
        )
        assert ended.returncode == 0, ended.stderr
        yield json.loads(report.read_text())


def origins(stack: Stack) -> list[str]:
    """Of the app, and of the emulators that play Google and Fi."""
    ports = [url(getattr(stack.at, field.name)) for field in dataclasses.fields(stack.at)]
    return [
        *ports,
        f"http://{stack.environment['FIRESTORE_EMULATOR_HOST']}",
    ]  # which may be one that ran already


def test_a_person_comes_through_every_screen(seen: dict[str, Any]) -> None:
    assert [step for step in seen["steps"] if not step["ok"]] == []
    assert len(seen["steps"]) == STEPS


def test_no_screen_has_a_barrier(seen: dict[str, Any]) -> None:
    assert seen["barriers"] == []


def test_the_browser_has_nothing_to_complain_about(seen: dict[str, Any]) -> None:
    assert seen["complaints"] == []


def test_nobody_else_is_asked_for_anything(seen: dict[str, Any]) -> None:
    assert seen["strangers"] == []


@pytest.mark.parametrize("screen", ["welcome", "home"])
def test_a_first_screen_is_light(seen: dict[str, Any], screen: str) -> None:
    assert 50_000 < seen["weights"][screen] <= LIGHT_BYTES


def test_every_screen_fits_a_phone(seen: dict[str, Any]) -> None:
    assert seen["sideways"] == []
