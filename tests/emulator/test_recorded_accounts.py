"""The demo's journey against another Fi server: one that serves recorded accounts as they were."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import pytest

from emulators import children
from emulators.ports import free_port
from emulators.supervisor.addresses import base_environment, url
from emulators.supervisor.stack import Stack
from scripts.journey.__main__ import main
from scripts.journey.api import Api
from scripts.journey.journey import Findings, Journey
from scripts.journey.person import of_other_server
from scripts.journey.steps import Step, Steps
from tests.recordings import FOLDER, needs_recordings
from tests.running_stack import running_stack

pytestmark = [pytest.mark.emulator, pytest.mark.slow, needs_recordings]

type Travel = Callable[[str], Findings]

_ROWS = {
    "fetch_bank_transactions": "bankTransactions",
    "fetch_mf_transactions": "mfTransactions",
    "fetch_stock_transactions": "stockTransactions",
}


@pytest.fixture(scope="module")
def fi_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own process that knows nothing but the recordings."""
    port = free_port()
    log = tmp_path_factory.mktemp("recorded") / "fi_mcp.log"
    command = (sys.executable, "-m", "emulators.fi_mcp", "--port", str(port), "--recorded", FOLDER)
    server = children.start("fi_mcp", command, env=base_environment(), log=log)
    try:
        children.wait_until_ready({"fi_mcp": server}, {"fi_mcp": f"{url(port)}/healthz"}, 30)
        yield f"{url(port)}/mcp/stream"
    finally:
        children.stop([server])


@pytest.fixture(scope="module")
def recorded_stack(fi_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """One stack for all accounts."""
    with running_stack(tmp_path_factory.mktemp("stack"), fi_url=fi_url) as stack:
        yield stack


@pytest.fixture(scope="module")
def travelled(recorded_stack: Stack) -> Travel:
    """What the journey of an account saw; each account travels once."""

    @cache
    def travel(account: str) -> Findings:
        api = Api(url(recorded_stack.at.gateway))
        steps = Steps(_fail_at_once)
        journey = Journey(api, of_other_server(account), steps)
        try:
            journey.travel(0, leaves=False)
        finally:
            api.close()
        assert steps.ok
        return journey.found

    return travel


def _fail_at_once(step: Step, note: str) -> None:
    assert step.ok, f"{step.name}: {note}"


def rupees(money: dict[str, Any] | None) -> float | None:
    return None if money is None else money["amountMinor"] / 100


def recorded_rows(account: str) -> int:
    """Bank, fund and stock rows in the files."""
    return sum(
        len(group["txns"])
        for tool, key in _ROWS.items()
        for group in json.loads((FOLDER / account / f"{tool}.json").read_text()).get(key, [])
    )


def has_content(account: str, tool: str) -> int:
    return int(json.loads((FOLDER / account / f"{tool}.json").read_text()) != {})


@pytest.mark.parametrize(
    ("account", "net", "stated"),
    [
        ("1111111111", 1_86_726, 1_86_726),
        ("1313131313", 63_13_292, 63_08_292),
        ("1414141414", -44_65_000, -44_65_000),
        ("2222222222", 6_58_305, 6_58_305),
        ("4444444444", 12_97_285, 12_97_285),
        ("7777777777", -66_343, -66_343),
        ("8888888888", 11_35_627, 11_35_627),
    ],
)
def test_an_account_gets_the_net_worth_worked_out_by_hand(
    travelled: Travel, account: str, net: int, stated: int
) -> None:
    found = travelled(account)
    overview = found.overview
    assert rupees(overview["netWorth"]["net"]) == net
    assert rupees(overview["reconciliation"]["stated"]) == stated
    assert rupees(overview["reconciliation"]["difference"]) == stated - net
    assert overview["reconciliation"]["status"] == ("ok" if stated == net else "differs")
    assert [job["status"] for job in found.jobs] == ["succeeded"]
    (point,) = found.points
    assert (rupees(point["net"]), point["carried"]) == (net, False)


@pytest.mark.parametrize(
    "account", sorted(folder.name for folder in FOLDER.glob("*")) if FOLDER.is_dir() else []
)
def test_every_row_that_was_recorded_is_there_and_none_twice(travelled: Travel, account: str) -> None:
    found = travelled(account)
    counts = found.counts()
    assert counts["transactions"] == recorded_rows(account)
    assert len({row["id"] for row in found.transactions}) == len(found.transactions)
    assert counts["epf"] == has_content(account, "fetch_epf_details")
    assert counts["creditScores"] == has_content(account, "fetch_credit_report")


def test_a_net_worth_answered_with_another_tools_data_is_refused_and_nothing_invented(
    travelled: Travel,
) -> None:
    found = travelled("2525252525")
    (job,) = found.jobs
    assert job["status"] == "partial"
    assert job["parts"]["fetch_net_worth"] == {"status": "failed", "reason": "wrong_tool"}
    assert {part["status"] for name, part in job["parts"].items() if name != "fetch_net_worth"} <= {
        "ok",
        "empty",
    }
    overview = found.overview
    assert (overview["netWorth"], overview["unavailable"]) == (None, "failed")
    assert (overview["allocation"], overview["topHoldings"], overview["liabilities"]) == ([], [], [])
    assert (overview["creditScore"], overview["reconciliation"]["stated"]) == (None, None)
    assert (found.assets, found.liabilities, found.points) == ([], [], [])


def test_an_account_of_savings_alone_has_nothing_else(travelled: Travel) -> None:
    counts = travelled("1111111111").counts()
    assert counts == {"assets": 1, "liabilities": 0, "transactions": 0, "creditScores": 0, "epf": 0}


def test_debts_among_the_assets_are_shown_as_debts(travelled: Travel) -> None:
    found = travelled("1414141414")
    assert all(line["value"]["amountMinor"] >= 0 for line in found.overview["allocation"])
    debts = sum(line["value"]["amountMinor"] for line in found.liabilities if line["value"])
    assert debts == found.overview["netWorth"]["liabilities"]["amountMinor"] > 0


def test_the_command_runs_there_and_writes_what_it_saw(
    recorded_stack: Stack, fi_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "demo.json"
    port = str(recorded_stack.at.gateway)
    assert main(["--port", port, "--fi-url", fi_url, "--fi-phone", "8888888888", "--json", str(file)]) == 0
    result = json.loads(file.read_text())
    assert (result["ok"], result["persona"]) == (True, None)
    assert rupees(result["overview"]["netWorth"]["net"]) == 11_35_627
    assert "₹11,35,627" in capsys.readouterr().out
    assert (
        httpx2.get(f"{url(recorded_stack.at.gateway)}/__local/status").json()["services"].get("fi_mcp")
        is None
    )
