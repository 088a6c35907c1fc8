"""The demo on the whole local cloud, as a person would run it."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
import pytest

from emulators.supervisor.addresses import url
from emulators.supervisor.stack import Stack
from scripts.journey.__main__ import main

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

_STEPS = [
    "google sign-in",
    "session",
    "birth year",
    "consent",
    "connect",
    "login at Fi",
    "confirm",
    "sync",
    "overview",
    "assets",
    "liabilities",
    "net worth",
    "transactions",
    "second sync",
    "nothing was added",
    "insights after the sync",
    "dismiss one, and undo",
    "insights asked for",
    "chat: net worth in Hindi",
    "chat: unanswerable",
    "chat: streaming",
    "what-if: a form",
    "what-if: in words",
    "export everything",
    "import it elsewhere",
    "take transactions back",
    "erase the account",
    "erase the other one",
]


def _demo(stack: Stack, file: Path, *arguments: str) -> tuple[int, dict[str, object]]:
    status = main(["--port", str(stack.at.gateway), "--json", str(file), *arguments])
    return status, json.loads(file.read_text())


def test_a_person_gets_one_net_worth_that_adds_up(
    stack: Stack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, result = _demo(stack, tmp_path / "demo.json", "--persona", "aarav")
    assert status == 0
    assert result["ok"] is True
    assert result["persona"] == "aarav"
    assert [step["name"] for step in result["steps"]] == _STEPS
    assert len(result["receipt"]["grants"]) == 20
    assert result["takenBack"]["counts"]["ledger"] > 0
    assert [(receipt["status"], receipt["left"]) for receipt in result["erasures"]] == [("erased", 0)] * 2
    overview = result["overview"]
    net_worth = overview["netWorth"]
    assets, debts = net_worth["assets"]["amountMinor"], net_worth["liabilities"]["amountMinor"]
    assert net_worth["net"] == {"amountMinor": assets - debts, "currency": "INR"}
    assert sum(line["value"]["amountMinor"] for line in overview["allocation"]) == assets
    assert result["counts"]["transactions"] > 0
    printed = capsys.readouterr().out
    assert "₹1,33,836" in printed
    assert "FAILED" not in printed


def test_a_sync_costs_what_is_promised(stack: Stack, tmp_path: Path) -> None:
    _, result = _demo(stack, tmp_path / "demo.json", "--persona", "meenakshi")
    cost = result["cost"]
    assert cost["first_sync"]["firestore_writes"] <= 40
    assert cost["second_sync"]["firestore_writes"] <= 4
    assert cost["overview"] == {"firestore_reads": 1, "firestore_writes": 0, "kms_calls": 0}


def test_past_months_make_a_history(stack: Stack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, result = _demo(stack, tmp_path / "demo.json", "--persona", "kabir", "--history", "2")
    assert status == 0
    printed = capsys.readouterr().out
    points = printed.partition("Net worth over time\n")[2].partition("\n\n")[0]
    assert len(points.splitlines()) == 3
    assert result["overview"]["reconciliation"]["status"] != "ok"


def test_a_failed_step_ends_the_journey_and_says_why(
    stack: Stack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fi_url = stack.environment["FF_FI_MCP_URL"]
    status, result = _demo(stack, tmp_path / "demo.json", "--fi-url", fi_url, "--fi-phone", "0000000000")
    assert status == 1
    assert result["ok"] is False
    failed = [step["name"] for step in result["steps"] if not step["ok"]]
    assert failed == [result["steps"][-1]["name"]]
    assert "FAILED" in capsys.readouterr().out


def test_the_stack_is_described_and_documented_locally(stack: Stack) -> None:
    base = url(stack.at.gateway)
    status = httpx2.get(f"{base}/__local/status").json()
    assert status["services"].keys() == {service.name for service in stack.services}
    assert "/api/financial/overview" in httpx2.get(f"{base}/api/docs").text
    assert "overview" in httpx2.get(f"{base}/api/openapi.json").text
