"""What a night does by itself, on the whole stack: what is old goes, who stays away is told and then erased."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from emulators.supervisor.stack import Stack
from future_finance.domain.retention import INACTIVE_AFTER, KEPT
from tests.emulator.conftest import Arrive
from tests.emulator.night import Night
from tests.emulator.visitor import Hands, Visitor, eventually

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

DAY = timedelta(days=1)
OF_NOBODY = {"oauthStates", "quotas", "aiTotals", "deadLetters", "erasures", "processingLog"}


@pytest.fixture(scope="module")
def night(stack: Stack) -> Iterator[Night]:
    with Night.over(stack) as night:
        yield night


def now() -> datetime:
    return datetime.now(UTC)


def with_a_browser(visitor: Visitor) -> Visitor:
    """Pushes are asked for."""
    assert visitor.post("/api/push-tokens", {"token": f"browser-{secrets.token_hex(20)}"}).status_code == 204
    return visitor


def told(visitor: Visitor, kind: str) -> list[dict[str, Any]]:
    shown = visitor.get("/api/notices").json()["notices"]
    return [notice for notice in shown if notice["kind"] == kind]


def is_told(visitor: Visitor, kind: str) -> dict[str, Any]:
    """The one notice of its kind, once it is there."""
    (notice,) = eventually(lambda: told(visitor, kind) or None, lambda: visitor.get("/api/notices").text)
    return notice


def is_left(night: Night, visitor: Visitor, kind: str) -> dict[str, Any]:
    """As `is_told`, while the person is away: who looks in the app is here."""

    def found() -> list[dict[str, Any]]:
        stored = night.database.collection("users", visitor.uid, "notices").stream()
        return [{"id": each.id, **fields} for each in stored if (fields := each.to_dict())["kind"] == kind]

    (notice,) = eventually(lambda: found() or None, lambda: f"no notice of {kind}")
    return notice


def is_pushed_once(night: Night, visitor: Visitor, notice: dict[str, Any]) -> None:
    ended = eventually(lambda: night.pushes(visitor.uid, notice["id"]) or None, lambda: "no push ended")
    assert ended == Counter(succeeded=1)


def a_night_passes(night: Night, hands: Hands) -> None:
    """All that a night does."""
    with night.of_its_own():
        night.trigger("daily-sync")
        hands.wait_until_queues_are_idle()
    night.trigger("retention")


def test_every_kind_of_document_goes_when_its_time_is_over(night: Night) -> None:
    nobody = night.database.document("users", f"nobody-{secrets.token_hex(6)}")
    homes = {
        name: night.database.collection(name) if name in OF_NOBODY else nobody.collection(name)
        for name in KEPT
    }
    homes["turns"] = nobody.collection("conversations").document("c").collection("turns")
    old, young = f"old-{secrets.token_hex(6)}", f"young-{secrets.token_hex(6)}"
    for home in homes.values():
        home.document(old).set({"expireAt": now() - DAY})
        home.document(young).set({"expireAt": now() + DAY})
    try:
        for _ in range(2):  # fired twice at once
            night.fire("retention")

        def left() -> list[str]:
            return [name for name, home in homes.items() if home.document(old).get().exists]

        eventually(lambda: not left() or None, lambda: f"still there: {left()}")
        assert [name for name, home in homes.items() if not home.document(young).get().exists] == []
    finally:
        for home in homes.values():
            home.document(young).delete()


def test_a_consent_that_ran_out_ends_with_the_erasure_of_what_it_covered(
    night: Night, arrive: Arrive
) -> None:
    rohan = with_a_browser(arrive("rohan"))
    rohan.link()
    assert rohan.sync()["status"] == "succeeded"
    assert rohan.transactions()
    before = rohan.get("/api/financial/liabilities").json()
    user = night.user(rohan.uid)
    assert user is not None
    yesterday = now() - DAY
    aged = {
        f"consents.transactions.{purpose}.expireAt": yesterday for purpose in user["consents"]["transactions"]
    }
    night.database.document("users", rohan.uid).update(aged | {"consentsEndAt": yesterday})

    for _ in range(2):
        night.fire("retention")
    is_pushed_once(night, rohan, is_told(rohan, "consent_ended"))
    is_pushed_once(night, rohan, is_told(rohan, "scope_erased"))
    (job,) = (
        found.to_dict()
        for found in night.database.collection("users", rohan.uid, "jobs").stream()
        if found.to_dict()["type"] == "erase_scope"
    )
    assert (job["status"], job["request"]["scope"]) == ("succeeded", ["transactions"])
    assert list(night.database.collection("users", rohan.uid, "ledger").stream()) == []
    assert rohan.transactions() == []
    assert rohan.get("/api/financial/liabilities").json() == before
    statuses = {
        (consent["scope"], consent["status"]) for consent in rohan.get("/api/consents").json()["consents"]
    }
    assert {status for scope, status in statuses if scope == "transactions"} == {"expired"}
    assert {status for scope, status in statuses if scope != "transactions"} == {"granted"}

    assert night.trigger("retention")["kept"]["lapsed"] == 0
    assert len(told(rohan, "consent_ended")) == len(told(rohan, "scope_erased")) == 1


def test_an_absentee_is_told_and_erased_days_later_unless_back(night: Night, arrive: Arrive) -> None:
    away, back = with_a_browser(arrive("aarav")), with_a_browser(arrive("kabir"))
    absent_since = now() - INACTIVE_AFTER + 6 * DAY
    for visitor in (away, back):
        night.database.document("users", visitor.uid).update({"lastSeenAt": absent_since})
    for _ in range(2):
        night.fire("retention")
    for visitor in (away, back):
        notice = is_left(night, visitor, "account_inactive")
        assert datetime.fromisoformat(f"{notice['about']['erasedFrom']}T00:00:00+00:00") > now() + 5 * DAY
        is_pushed_once(night, visitor, notice)
    assert night.trigger("retention")["kept"]["told"] == 0

    long_ago = now() - INACTIVE_AFTER - DAY
    night.database.document("users", away.uid).update(
        {"lastSeenAt": long_ago, "absenceToldAt": now() - timedelta(hours=47)}
    )
    night.database.document("users", back.uid).update({"absenceToldAt": now() - 3 * DAY})
    assert len(told(back, "account_inactive")) == 1  # still signed in, and looking in
    assert night.trigger("retention")["kept"]["inactive"] == 0  # told less than 48 hours ago; here again

    night.database.document("users", away.uid).update({"absenceToldAt": now() - timedelta(hours=49)})
    for _ in range(2):
        night.fire("retention")
    eventually(lambda: night.user(away.uid) is None or None, lambda: f"still there: {night.user(away.uid)}")
    assert away.get("/api/financial/overview").status_code in {401, 404}
    assert away.get("/api/notices").status_code in {401, 404}
    stays = night.user(back.uid)
    assert stays is not None
    assert not stays.get("erasing")


def test_a_session_that_ended_is_told_once_and_no_night_tells_it_again(
    night: Night, arrive: Arrive, hands: Hands
) -> None:
    visitor = with_a_browser(arrive("aarav"))
    connection_id = visitor.link()
    connection = night.database.document("users", visitor.uid, "connections", connection_id)
    connection.update({"activeUntil": now() - timedelta(hours=1)})
    notice = is_told(visitor, "login_needed")
    assert notice["about"] == {"connectionId": connection_id}
    jobs = night.database.collection("users", visitor.uid, "jobs")
    a_night_passes(night, hands)
    assert [one["id"] for one in told(visitor, "login_needed")] == [notice["id"]]
    assert visitor.post(f"/api/notices/{notice['id']}", {}).status_code == 204
    a_night_passes(night, hands)
    (seen,) = told(visitor, "login_needed")
    assert seen["seenAt"] is not None
    assert visitor.get("/api/notices").json()["unseen"] == 0
    assert list(jobs.stream()) == []  # nobody was asked to sync what cannot be


def test_an_erasure_that_was_cut_off_is_taken_up_by_night(night: Night, arrive: Arrive) -> None:
    leaver = arrive("aarav")
    erasure = night.database.document("erasures", secrets.token_hex(16))
    yesterday = now() - DAY
    erasure.set(
        {
            "uid": leaver.uid,
            "state": "running",
            "requestedAt": yesterday,
            "deadlineAt": yesterday,
            "counts": {},
            "schemaVersion": 1,
        }
    )
    user = night.database.document("users", leaver.uid)
    user.update({"erasing": True, "isActive": False, "erasureId": erasure.id})
    night.fire("retention")
    eventually(
        lambda: night.user(leaver.uid) is None or None, lambda: f"still there: {erasure.get().to_dict()}"
    )
    assert erasure.get().to_dict()["state"] == "erased"
    assert "uid" not in erasure.get().to_dict()
