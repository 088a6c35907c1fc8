"""Deliveries of sync tasks gone wrong: twice, late, at once, forged, or for somebody who is gone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from emulators.supervisor.stack import Stack
from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.night import Night
from tests.emulator.visitor import Hands, Visitor, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

TRUE = {"booleanValue": True}


@pytest.fixture(scope="module")
def aarav(arrive: Arrive) -> Visitor:
    """Someone with little, synced once."""
    visitor = arrive("aarav")
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return visitor


def task(visitor: Visitor, job_id: str) -> dict[str, str]:
    return {"uid": visitor.uid, "jobId": job_id, "connectionId": "-"}


def net_minor(visitor: Visitor) -> int:
    return int(visitor.overview()["netWorth"]["net"]["amountMinor"])


def test_a_task_delivered_again_and_late_changes_nothing(aarav: Visitor, hands: Hands) -> None:
    (job_id,) = aarav.ask()
    job = aarav.ended(job_id)
    before, stored = aarav.screens(), hands.stored(aarav.uid)
    for retries in (0, 3, 7):
        again = hands.deliver(task(aarav, job_id), retries)
        assert (again.status_code, again.json()) == (200, {"ended": "finished"})
    assert aarav.job(job_id) == job
    assert (aarav.screens(), hands.stored(aarav.uid)) == (before, stored)


def test_a_task_delivered_twice_at_once_syncs_once(arrive: Arrive, hands: Hands) -> None:
    newcomer = arrive("aarav")
    newcomer.link()
    with hands.paused_queue(), ThreadPoolExecutor(2) as pool:
        (job_id,) = newcomer.ask()
        hands.fi_fails("slow", newcomer.who.phone, tool="fetch_net_worth", seconds=1)
        first = pool.submit(hands.deliver, task(newcomer, job_id))
        hands.wait_until_fi_is_asked()
        second = hands.deliver(task(newcomer, job_id))
        assert error_of(second) == (503, "busy")
        assert first.result().json() == {"ended": "succeeded"}
    assert newcomer.ended(job_id)["status"] == "succeeded"
    rows = newcomer.transactions()
    assert len({row["id"] for row in rows}) == len(rows) > 0
    assert len(newcomer.get("/api/financial/net-worth?period=all").json()["points"]) == 1


def test_a_schedule_fired_twice_at_once_syncs_a_person_once(
    stack: Stack, arrive: Arrive, hands: Hands
) -> None:
    newcomer = arrive("aarav")
    with Night.over(stack) as night, night.of_its_own(), ThreadPoolExecutor(2) as pool:
        newcomer.link()
        for fired in [pool.submit(night.trigger, "daily-sync") for _ in range(2)]:
            assert fired.result() == {"pages": 3}
        eventually(lambda: newcomer.overview().get("netWorth"), lambda: str(newcomer.overview()))
        night.trigger("daily-sync")
        hands.wait_until_queues_are_idle()
        jobs = [each.to_dict() for each in night.database.collection("users", newcomer.uid, "jobs").stream()]
    syncs = [job for job in jobs if job["type"] in {"full", "incremental", "manual"}]
    assert [(job["type"], job["status"]) for job in syncs] == [("incremental", "succeeded")]
    rows = newcomer.transactions()
    assert len({row["id"] for row in rows}) == len(rows) > 0


def test_two_connections_synced_at_once_both_land_and_add_up(aarav: Visitor, arrive: Arrive) -> None:
    other = arrive("kabir")
    other.link()
    assert other.sync()["status"] == "succeeded"
    both = arrive("aarav")
    links = {both.link(), both.link(other.who.phone, another=True)}
    jobs = both.ask()
    assert len(jobs) == len(links) == 2
    assert [both.ended(job_id)["status"] for job_id in jobs] == ["succeeded", "succeeded"]
    assert net_minor(both) == net_minor(aarav) + net_minor(other)
    overview = both.overview()
    assert {line["connectionId"] for line in overview["allocation"]} == links
    assert (
        sum(line["value"]["amountMinor"] for line in overview["allocation"])
        == (overview["netWorth"]["assets"]["amountMinor"])
    )
    assert len(both.transactions()) == len(aarav.transactions()) + len(other.transactions())


@pytest.mark.parametrize("how", ["erasing", "erased"])
def test_a_task_of_somebody_who_is_gone_writes_nothing(arrive: Arrive, hands: Hands, how: str) -> None:
    leaving = arrive("aarav")
    leaving.link()
    with hands.paused_queue():
        (job_id,) = leaving.ask()
        if how == "erasing":
            hands.set_user(leaving.uid, "erasing", TRUE)
        else:
            hands.delete_user(leaving.uid)
        stored = hands.stored(leaving.uid)
        for retries in (0, 7):
            answer = hands.deliver(task(leaving, job_id), retries)
            assert (answer.status_code, answer.json()) == (200, {"ended": "gone"})
    assert hands.stored(leaving.uid) == stored
    assert hands.dead_letters(leaving.uid) == []


def test_somebody_erased_while_fi_answers_gets_nothing_back(arrive: Arrive, hands: Hands) -> None:
    leaving = arrive("aarav")
    leaving.link()
    with hands.paused_queue(), ThreadPoolExecutor(1) as pool:
        (job_id,) = leaving.ask()
        hands.fi_fails("slow", leaving.who.phone, tool="fetch_net_worth", seconds=2)
        delivery = pool.submit(hands.deliver, task(leaving, job_id))
        hands.wait_until_fi_is_asked()
        hands.set_user(leaving.uid, "erasing", TRUE)
        assert delivery.result().json() == {"ended": "gone"}
    collections = {name.split("/")[-2] for name in hands.stored(leaving.uid)}
    assert collections == {"users", "connections", "consentEvents", "jobs", "profile", "views"}
    assert leaving.overview()["netWorth"] is None


def test_a_connection_removed_with_its_data_does_not_come_back(arrive: Arrive, hands: Hands) -> None:
    leaving = arrive("aarav")
    connection_id = leaving.link()
    assert leaving.sync()["status"] == "succeeded"
    with hands.paused_queue():
        (job_id,) = leaving.ask()
        assert leaving.delete(f"/api/connections/{connection_id}?data=true").status_code == 204
        assert hands.deliver(task(leaving, job_id)).json() == {"ended": "gone"}
    overview = leaving.overview()
    assert (overview["netWorth"], overview["connections"]) == (None, [])
    assert overview["coverage"] == {"ledgerMonths": [], "tradeYears": [], "ledgerTo": None}
    assert leaving.get("/api/financial/assets").json() == {"assets": []}


def test_a_forged_delivery_does_not_reach_the_worker(aarav: Visitor, hands: Hands) -> None:
    stored = hands.stored(aarav.uid)
    for token in ("x", aarav.token, "a.b.SIGNATURE_REMOVED_BY_GOOGLE"):
        assert hands.deliver(task(aarav, "-"), token=token).status_code == 401
    assert hands.stored(aarav.uid) == stored


@pytest.mark.parametrize("payload", [{}, [], {"uid": 1, "jobId": "j", "connectionId": "c"}, "x"])
def test_a_task_that_can_never_succeed_is_not_tried_again(hands: Hands, payload: Any) -> None:
    answer = hands.deliver(payload)
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})
