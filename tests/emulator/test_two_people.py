"""Two people on the same local cloud, and what is written of them where others look."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from emulators.supervisor.stack import Stack
from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.visitor import Visitor

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

_SHORTEST_AMOUNT = 6  # digits; a shorter one also stands in latencies and ports


@pytest.fixture(scope="module")
def priya(arrive: Arrive) -> Visitor:
    return _synced(arrive("priya"))


@pytest.fixture(scope="module")
def rohan(arrive: Arrive) -> Visitor:
    return _synced(arrive("rohan"))


def _synced(visitor: Visitor) -> Visitor:
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return visitor


def test_each_sees_their_own_money_alone(priya: Visitor, rohan: Visitor) -> None:
    mine, theirs = priya.screens(), rohan.screens()
    assert mine["overview"]["netWorth"] != theirs["overview"]["netWorth"]
    for screens, other in ((mine, theirs), (theirs, mine)):
        ids = {row["id"] for row in screens["transactions"]}
        assert ids
        assert ids.isdisjoint(row["id"] for row in other["transactions"])
        links = {asset["connectionId"] for asset in screens["assets"]["assets"]}
        assert len(links) == 1
        assert not any(link in json.dumps(other) for link in links)


def test_what_is_anothers_does_not_exist(priya: Visitor, rohan: Visitor) -> None:
    (link,) = priya.get("/api/connections").json()["connections"]
    (job_id,) = priya.ask()
    connection = f"/api/connections/{link['id']}"
    before = priya.ended(job_id), priya.screens()
    refused = [
        rohan.get(f"/api/financial/sync/{job_id}"),
        rohan.get(connection),
        rohan.post(f"{connection}/confirm", {}),
        rohan.delete(f"{connection}?data=true"),
        rohan.post("/api/financial/sync", {"accountIds": [link["id"]]}),
    ]
    assert [error_of(answer) for answer in refused] == ([(404, "not_found")] * len(refused))
    account = next(row["accountId"] for row in priya.transactions() if "accountId" in row)
    month = priya.overview()["coverage"]["ledgerMonths"][-1]
    rows = rohan.get(f"/api/financial/transactions?month={month}&account={account}").json()["transactions"]
    assert rows == []
    assert (priya.job(job_id), priya.screens()) == before


def test_a_login_url_is_shown_to_its_owner_while_the_login_is_pending(arrive: Arrive, rohan: Visitor) -> None:
    newcomer = arrive("priya")
    link = newcomer.connect().json()
    address = f"/api/connections/{link['id']}"
    assert newcomer.get(address).json()["loginUrl"] == link["loginUrl"]
    assert "loginUrl" not in newcomer.get("/api/connections").text
    assert rohan.get(address).status_code == 404
    assert newcomer.link() == link["id"]
    assert "loginUrl" not in newcomer.get(address).json()


def _digits(value: Any) -> set[str]:
    """Every amount below `value` in paise and in rupees, long enough to be recognised."""
    if isinstance(value, list):
        return set().union(*map(_digits, value))
    if not isinstance(value, dict):
        return set()
    found = set().union(*map(_digits, value.values()))
    if "amountMinor" in value:
        minor = abs(value["amountMinor"])
        found |= {text for text in (str(minor), str(minor // 100)) if len(text) >= _SHORTEST_AMOUNT}
    return found


def test_after_a_whole_journey_no_log_holds_a_secret_or_a_figure(
    stack: Stack, priya: Visitor, rohan: Visitor
) -> None:
    functions_log = (stack.state / "functions.log").read_text()
    assert functions_log.count("/api/financial/overview") >= 2
    for person in (priya, rohan):
        screens = person.screens()
        secrets = {person.token, person.who.email, person.who.phone, person.who.name, person.uid}
        secrets |= set(person.login_urls)
        secrets |= {row["narration"] for row in screens["transactions"] if "narration" in row}
        secrets |= {
            account["maskedNumber"]
            for asset in screens["assets"]["assets"]
            for account in asset["accounts"]
            if len(account["maskedNumber"]) >= _SHORTEST_AMOUNT
        }
        assert {secret for secret in secrets if secret in functions_log} == set()
        amounts = _digits(screens)
        assert amounts
        written = set(re.findall(r"(?<![0-9a-f.])\d+(?![0-9a-f])", functions_log))
        assert amounts & written == set()
    for pattern in (r"mcp-session-", r"mockWebPage", r"eyJ[\w-]{10,}\.", r"@example\.com", r"amountMinor"):
        assert re.search(pattern, functions_log) is None


def test_no_emulator_logs_a_session_or_a_token_either(stack: Stack, priya: Visitor) -> None:
    logs = sorted(Path(stack.state).glob("*.log"))
    assert {"fi_mcp.log", "functions.log", "gateway.log", "cloud_tasks.log"} <= {log.name for log in logs}
    for log in logs:
        text = log.read_text(errors="replace")
        for secret in (*priya.login_urls, priya.token):
            assert secret not in text, log.name
        assert re.search(r"mcp-session-[0-9a-f]{8}", text) is None, log.name
