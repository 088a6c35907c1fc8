"""Bad days of Fi and of Cloud KMS on the whole local cloud: a clear error, and nothing a person has is lost."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from future_finance.endpoints import BY_ENTRY_POINT, TaskQueue
from scripts.journey.fi_login import log_in_at_fi
from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.visitor import Hands, Visitor

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

ALL_PARTS = 6
TRIES = 3  # of one part within one delivery
QUEUE = BY_ENTRY_POINT["sync_connection"].trigger
assert isinstance(QUEUE, TaskQueue)
MAX_ATTEMPTS = QUEUE.max_attempts


@pytest.fixture(scope="module")
def person(arrive: Arrive) -> Visitor:
    """Someone of whom Fi knows everything, synced once."""
    visitor = arrive("meenakshi")
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return visitor


@pytest.fixture(scope="module")
def before(person: Visitor) -> dict[str, Any]:
    """What the person saw on the last good day."""
    return person.screens()


@pytest.mark.parametrize(
    ("mode", "tool", "times", "reason"),
    [
        ("html", "fetch_net_worth", 1, "html"),
        ("half_json", "fetch_net_worth", 1, "malformed_json"),
        ("wrong_tool", "fetch_net_worth", 1, "wrong_tool"),
        ("changed_layout", "fetch_net_worth", 1, "unknown_shape"),
        ("500", "fetch_net_worth", TRIES, "unavailable"),
        ("half_json", "fetch_bank_transactions", 1, "malformed_json"),
        ("wrong_tool", "fetch_bank_transactions", 1, "wrong_tool"),
        ("changed_layout", "fetch_bank_transactions", 1, "layout_changed"),
        ("changed_layout", "fetch_mf_transactions", 1, "unknown_shape"),
        ("changed_layout", "fetch_stock_transactions", 1, "layout_changed"),
        ("503", "fetch_epf_details", TRIES, "unavailable"),
    ],
)
def test_a_part_that_cannot_be_read_is_named_and_what_there_was_stays(
    person: Visitor, before: dict[str, Any], hands: Hands, mode: str, tool: str, times: int, reason: str
) -> None:
    hands.fi_fails(mode, person.who.phone, tool=tool, times=times)
    job = person.sync()
    assert (job["status"], job["error"]) == ("partial", None)
    assert job["parts"][tool] == {"status": "failed", "reason": reason}
    assert {part["status"] for name, part in job["parts"].items() if name != tool} == {"ok"}
    assert person.screens() == before
    (line,) = person.overview()["connections"]
    assert (line["status"], line["parts"][tool]["reason"]) == ("active", reason)
    assert line["parts"][tool]["fetchedAt"] < line["lastSyncAt"]
    assert hands.fi_faults_waiting() == 0


@pytest.mark.parametrize("tool", ["fetch_net_worth", "fetch_credit_report", "fetch_bank_transactions"])
def test_words_in_place_of_data_are_no_data_rather_than_none(
    person: Visitor, before: dict[str, Any], hands: Hands, tool: str
) -> None:
    hands.fi_fails("prose", person.who.phone, tool=tool)
    job = person.sync()
    assert job["parts"][tool] == {"status": "not_available", "reason": "prose"}
    assert person.screens() == before


def test_a_hiccup_of_fi_is_not_noticed(person: Visitor, hands: Hands) -> None:
    hands.fi_fails("500", person.who.phone, tool="fetch_net_worth", times=TRIES - 1)
    assert person.sync()["status"] == "succeeded"
    assert hands.fi_faults_waiting() == 0


def test_a_fi_that_is_down_for_a_while_only_delays_the_sync(
    person: Visitor, before: dict[str, Any], hands: Hands
) -> None:
    hands.fi_fails("503", person.who.phone, times=ALL_PARTS * TRIES)
    (job_id,) = person.ask()
    job = person.ended(job_id)
    assert job["status"] == "succeeded"
    assert hands.fi_faults_waiting() == 0
    (task,) = [end for end in hands.queue_state()["ended"] if end["task"] == task_of(job_id)]
    assert (task["outcome"], task["attempts"] >= 2) == ("succeeded", True)
    assert person.screens() == before


def test_a_fi_that_stays_down_ends_the_sync_with_a_dead_letter(
    person: Visitor, before: dict[str, Any], hands: Hands
) -> None:
    letters = len(hands.dead_letters(person.uid))
    with hands.paused_queue():
        (job_id,) = person.ask()
        task = {"uid": person.uid, "jobId": job_id, "connectionId": "-"}
        hands.fi_fails("500", person.who.phone, times=2 * ALL_PARTS * TRIES)
        early = hands.deliver(task, retries=MAX_ATTEMPTS - 2)
        assert error_of(early) == (503, "source_unavailable")
        assert int(early.headers["retry-after"]) > 0
        assert person.job(job_id)["status"] in {"queued", "running"}
        last = hands.deliver(task, retries=MAX_ATTEMPTS - 1)
        assert (last.status_code, last.json()) == (200, {"ended": "dead_letter"})
    job = person.job(job_id)
    assert (job["status"], job["error"]) == ("failed", "source_unavailable")
    assert person.screens() == before
    assert len(hands.dead_letters(person.uid)) == letters + 1
    hands.all_is_well()
    assert person.sync()["status"] == "succeeded"


@pytest.mark.parametrize("order", [{"tool": "fetch_epf_details"}, {"times": ALL_PARTS}], ids=["one", "all"])
def test_a_login_prompt_in_the_middle_of_a_sync_overwrites_nothing(
    person: Visitor, before: dict[str, Any], hands: Hands, order: dict[str, Any]
) -> None:
    hands.fi_fails("login_prompt", person.who.phone, **order)
    job = person.sync()
    assert (job["status"], job["error"]) == ("needs_login", "login_required")
    assert person.screens() == before
    (line,) = person.overview()["connections"]
    assert (line["status"], line["activeUntil"]) == ("needs_login", None)
    assert error_of(person.post("/api/financial/sync", {})) == (409, "login_required")
    assert person.link() == line["id"]
    assert person.sync()["status"] == "succeeded"
    assert person.screens() == before


@pytest.mark.parametrize(
    ("mode", "times", "status", "code"),
    [
        ("html", 1, 502, "source_answer_refused"),
        ("500", TRIES, 503, "source_unavailable"),
    ],
)
def test_a_login_that_cannot_begin_leaves_no_connection(
    arrive: Arrive, hands: Hands, mode: str, times: int, status: int, code: str
) -> None:
    newcomer = arrive("aarav")
    hands.fi_fails(mode, tool="initialize", times=times)
    refused = newcomer.connect()
    assert error_of(refused) == (status, code)
    assert newcomer.get("/api/connections").json() == {"connections": []}
    assert newcomer.connect().json()["status"] == "pending_login"


def test_a_phone_that_fi_does_not_know_is_told_and_can_be_corrected(arrive: Arrive) -> None:
    newcomer = arrive("aarav")
    first = newcomer.connect().json()
    confirm = f"/api/connections/{first['id']}/confirm"
    assert error_of(newcomer.post(confirm, {})) == (409, "login_pending")
    log_in_at_fi(first["loginUrl"], "0000000000")
    assert error_of(newcomer.post(confirm, {})) == (409, "login_refused")
    log_in_at_fi(newcomer.connect().json()["loginUrl"], newcomer.who.phone)
    assert newcomer.post(confirm, {}).json()["status"] == "active"


def test_no_login_begins_while_kms_is_down_and_one_does_afterwards(arrive: Arrive, hands: Hands) -> None:
    newcomer = arrive("aarav")
    hands.kms_is_down()
    refused = newcomer.connect()
    assert error_of(refused) == (503, "vault_unavailable")
    assert int(refused.headers["retry-after"]) > 0
    assert "loginUrl" not in refused.text
    hands.all_is_well()
    newcomer.link()
    assert len(newcomer.get("/api/connections").json()["connections"]) == 1
    assert newcomer.sync()["status"] == "succeeded"


def test_a_sync_waits_for_kms_and_then_goes_through(arrive: Arrive, hands: Hands) -> None:
    newcomer = arrive("aarav")
    newcomer.link()
    with hands.paused_queue():
        (job_id,) = newcomer.ask()
        hands.kms_is_down()
        refused = hands.deliver({"uid": newcomer.uid, "jobId": job_id, "connectionId": "-"})
        assert error_of(refused) == (503, "vault_unavailable")
        assert newcomer.job(job_id)["status"] == "queued"
        hands.all_is_well()
    assert newcomer.ended(job_id)["status"] == "succeeded"
    assert newcomer.overview()["netWorth"] is not None


def task_of(job_id: str) -> str:
    """The name of a job's task."""
    return hashlib.sha256(job_id.encode()).hexdigest()
