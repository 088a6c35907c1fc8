"""What a person is told: in the app, and in the browsers that asked for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from future_finance import bootstrap, upkeep
from future_finance.domain.connection import ConnectionStatus
from future_finance.domain.personal_notice import NoticeKind, PersonalNotice
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import ACTIVE, NOW, Finances
from tests.fakes.notices import InMemoryNotices, InMemoryPushing, InMemoryPushTokens

READY = PersonalNotice("export-j1", NoticeKind.EXPORT_READY, NOW, {"jobId": "j1"})
TOKEN = "browser-token:0123456789_abc"


class Told:
    """Asha's notices and browsers."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.notices = InMemoryNotices()
        self.tokens = InMemoryPushTokens()
        self.pushing = InMemoryPushing()
        assert upkeep.notice_store
        bootstrap.replace(notice_store=self.notices, push_token_store=self.tokens, pushing=self.pushing)

    async def shown(self) -> dict[str, Any]:
        body: dict[str, Any] = (await self.api.send("notices", user="asha")).json()
        return body

    async def see(self, notice_id: str) -> Any:
        return await self.api.send("notices", "POST", f"/api/notices/{notice_id}", user="asha")


@pytest.fixture
def told(api: Api, finances: Finances) -> Told:
    return Told(api)


async def test_an_ended_session_is_told_once_and_not_after_it_was_seen(
    told: Told, finances: Finances
) -> None:
    await finances.link("asha")
    assert (await told.shown())["notices"] == []
    finances.clock.forward(timedelta(minutes=30))
    body = await told.shown()
    (notice,) = body["notices"]
    assert (body["unseen"], notice["kind"], notice["about"]) == (1, "login_needed", {"connectionId": "c1"})
    assert told.notices.of["asha"] == {}
    for _ in range(2):
        assert (await told.see(notice["id"])).status_code == 204
    body = await told.shown()
    assert (body["unseen"], len(body["notices"])) == (0, 1)


async def test_the_next_session_that_ends_is_told_anew(told: Told, finances: Finances) -> None:
    ended = replace(ACTIVE, status=ConnectionStatus.NEEDS_LOGIN, active_until=None, login_started_at=NOW)
    await finances.link("asha", ended)
    (first,) = (await told.shown())["notices"]
    await told.see(first["id"])
    await finances.link("asha", replace(ended, login_started_at=NOW + timedelta(days=1)))
    body = await told.shown()
    (second,) = body["notices"]
    assert (body["unseen"], second["id"] == first["id"]) == (1, False)


async def test_a_kept_notice_is_shown_in_both_languages_until_it_is_seen(told: Told) -> None:
    told.notices.of["asha"] = {READY.id: READY}
    (notice,) = (await told.shown())["notices"]
    assert set(notice["text"]) == {"en", "hi"}
    assert notice["seenAt"] is None
    assert (await told.see(READY.id)).status_code == 204
    assert (await told.shown())["notices"][0]["seenAt"] == NOW.isoformat()


async def test_what_nobody_was_told_cannot_be_seen(told: Told) -> None:
    assert error_of(await told.see("export-j2")) == (404, "not_found")
    assert error_of(await told.api.send("notices", "POST", user="asha")) == (405, "method_not_allowed")
    assert (await told.api.send("notices")).status_code == 401


async def push_token(told: Told, method: str, token: str = TOKEN) -> int:
    answer = await told.api.send("push-tokens", method, user="asha", json={"token": token})
    return answer.status_code


async def test_a_browser_asks_for_pushes_and_asks_no_more(told: Told) -> None:
    assert [await push_token(told, "POST") for _ in range(2)] == [204, 204]
    assert told.tokens.of["asha"] == {TOKEN}
    assert [await push_token(told, "DELETE") for _ in range(2)] == [204, 204]
    assert told.tokens.of["asha"] == set()


@pytest.mark.parametrize("token", ["", "short", "with space " * 4, "x" * 4097])
async def test_what_is_no_token_is_refused(told: Told, token: str) -> None:
    assert await push_token(told, "POST", token) == 422


async def deliver(finances: Finances, notice_id: str = READY.id) -> Any:
    return await finances.worker("send-push", json={"uid": "asha", "noticeId": notice_id})


async def test_a_push_reaches_each_browser_and_forgets_those_that_are_gone(
    told: Told, finances: Finances
) -> None:
    told.notices.of["asha"] = {READY.id: READY}
    told.tokens.of["asha"] = {"here", "gone"}
    told.pushing.gone = {"gone"}
    assert (await deliver(finances)).json() == {"ended": "sent"}
    assert [(token, notice_id) for token, _, notice_id in told.pushing.sent] == [("here", READY.id)]
    assert told.tokens.of["asha"] == {"here"}


async def test_a_push_that_needs_nobody_is_not_sent(told: Told, finances: Finances) -> None:
    assert (await deliver(finances)).json() == {"ended": "gone"}
    told.notices.of["asha"] = {READY.id: READY}
    assert (await deliver(finances)).json() == {"ended": "nowhere"}
    told.tokens.of["asha"] = {"here"}
    await told.see(READY.id)
    assert (await deliver(finances)).json() == {"ended": "seen"}
    assert told.pushing.sent == []


async def test_a_firebase_that_is_down_is_asked_again(told: Told, finances: Finances) -> None:
    told.notices.of["asha"] = {READY.id: READY}
    told.tokens.of["asha"] = {"here"}
    told.pushing.available = False
    assert error_of(await deliver(finances)) == (503, "unavailable")


async def test_a_push_task_that_cannot_be_read_is_done(told: Told, finances: Finances) -> None:
    answer = await finances.worker("send-push", json={"uid": "asha"})
    assert (answer.status_code, answer.json()) == (200, {"ended": "malformed"})


async def test_who_looks_whether_there_is_something_to_tell_them_was_here(told: Told) -> None:
    await told.shown()
    assert told.api.accounts.seen_at == {"asha": NOW}
