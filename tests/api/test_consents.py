"""/api/consents: the notice, giving, taking back, what was deleted, and what the model was sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.job import JobStatus
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.model import Usage
from tests.answer import error_of
from tests.api.conftest import Api
from tests.api.finances import NOW, Finances
from tests.fakes.ai import InMemoryAccessLog
from tests.fakes.consents import InMemoryConsentStore
from tests.fakes.insights import InMemoryWorkJobs

PATH = "/api/consents"


class Desk:
    """Consents of people, wired into the app."""

    def __init__(self, api: Api, finances: Finances) -> None:
        self._api = api
        self.queue = finances.queue
        self.jobs = InMemoryWorkJobs()
        self.consents = InMemoryConsentStore(self.jobs)
        self.log = InMemoryAccessLog()
        bootstrap.replace(consents=self.consents, work_job_store=self.jobs, access_log=self.log)

    async def send(self, method: str = "GET", path: str = PATH, user: str = "u1", **content: Any) -> Any:
        return await self._api.send("consents", method, path, user=user, **content)

    async def agree(self, *grants: tuple[str, str], **changed: Any) -> Any:
        shown = (await self.send()).json()["notice"]
        body = {
            "grants": [{"scope": scope, "purpose": purpose} for scope, purpose in grants],
            "noticeVersion": shown["version"],
        }
        return await self.send("POST", json=body | changed)


@pytest.fixture
def desk(api: Api, finances: Finances) -> Desk:
    return Desk(api, finances)


async def test_before_anyone_agrees_everything_is_pending_and_the_notice_says_it_all(desk: Desk) -> None:
    shown = (await desk.send()).json()
    assert shown["consentVersion"] == 0
    assert {line["status"] for line in shown["consents"]} == {"pending"}
    assert len(shown["consents"]) == len(Scope) * len(Purpose)
    assert [item["id"] for item in shown["notice"]["purposes"]] == list(Purpose)
    assert [item["id"] for item in shown["notice"]["scopes"]] == list(Scope)


async def test_a_receipt_says_word_for_word_what_was_agreed_to(desk: Desk) -> None:
    given = await desk.agree(("epf", "sync"), language="hi")
    assert given.status_code == 201
    receipt = given.json()
    shown = (await desk.send()).json()
    (scope,) = (item for item in shown["notice"]["scopes"] if item["id"] == "epf")
    assert scope["text"]["hi"] in receipt["text"]
    assert receipt["noticeSha256"] == shown["notice"]["sha256"]
    assert receipt["grants"] == [{"scope": "epf", "purpose": "sync"}]
    granted = [line for line in shown["consents"] if line["status"] == "granted"]
    assert [(line["scope"], line["purpose"]) for line in granted] == [("epf", "sync")]
    assert granted[0]["expiresAt"] == "2027-11-24T04:00:00+00:00"
    assert granted[0]["noticeVersion"] == shown["notice"]["version"] == receipt["noticeVersion"]


async def test_agreeing_to_another_notice_than_the_present_one_is_refused(desk: Desk) -> None:
    refused = await desk.agree(("epf", "sync"), noticeVersion="2020-01-1")
    assert error_of(refused) == (409, "notice_changed")
    assert desk.consents.of == {}


@pytest.mark.parametrize(
    "grants",
    [[], [("money", "sync")], [("epf", "marketing")], [("epf", "")], [("epf", "sync")] * 60],
)
async def test_what_does_not_exist_cannot_be_agreed_to(desk: Desk, grants: list[tuple[str, str]]) -> None:
    assert (await desk.agree(*grants)).status_code == 422
    assert desk.consents.of == {}


async def test_taking_back_is_one_request_and_what_was_deleted_can_be_seen(desk: Desk) -> None:
    await desk.agree(("epf", "sync"), ("epf", "chat"), ("assets", "sync"))
    taken_back = await desk.send("DELETE", f"{PATH}/epf")
    assert taken_back.status_code == 202
    answer = taken_back.json()
    assert (answer["scope"], answer["purposes"], answer["status"]) == ("epf", list(Purpose), "queued")
    assert [task.queue for task in desk.queue.tasks] == ["erase-data"]
    shown = (await desk.send()).json()
    assert {
        (line["scope"], line["purpose"]) for line in shown["consents"] if line["status"] == "granted"
    } == {("assets", "sync")}
    job = desk.jobs.jobs[answer["jobId"]]
    desk.jobs.jobs[job.id] = replace(
        job, status=JobStatus.SUCCEEDED, finished_at=NOW, counts={"left": 0, "epf": 1}
    )
    seen = (await desk.send(path=f"{PATH}/jobs/{job.id}")).json()
    assert (seen["status"], seen["counts"], seen["scope"]) == ("succeeded", {"epf": 1, "left": 0}, "epf")
    assert (await desk.send(path=f"{PATH}/jobs/{job.id}", user="u2")).status_code == 404


async def test_taking_back_twice_is_one_job(desk: Desk) -> None:
    await desk.agree(("epf", "sync"))
    first, again = [(await desk.send("DELETE", f"{PATH}/epf")).json() for _ in range(2)]
    assert first == again
    assert len(desk.jobs.jobs) == len(desk.queue.tasks) == 1


async def test_one_purpose_is_taken_back_alone(desk: Desk) -> None:
    await desk.agree(("epf", "sync"), ("epf", "chat"))
    answer = (await desk.send("DELETE", f"{PATH}/epf?purpose=chat")).json()
    assert answer["purposes"] == ["chat"]
    assert (await desk.consents.granted("u1", Purpose.SYNC, NOW)).scopes == {Scope.EPF}
    assert (await desk.send("DELETE", f"{PATH}/epf?purpose=selling")).status_code == 422


async def test_a_withdrawal_stands_though_the_queue_is_down_and_asking_again_erases(desk: Desk) -> None:
    await desk.agree(("epf", "sync"))
    desk.queue.available = False
    assert (await desk.send("DELETE", f"{PATH}/epf")).status_code == 503
    assert (await desk.consents.granted("u1", Purpose.SYNC, NOW)).scopes == frozenset()
    desk.queue.available = True
    assert (await desk.send("DELETE", f"{PATH}/epf")).status_code == 202
    assert len(desk.queue.tasks) == 1


async def test_a_person_sees_what_the_model_was_sent_of_theirs_alone(desk: Desk) -> None:
    access = AiAccess(
        NOW, Purpose.CHAT, "gemini", "chat/v1", 3, frozenset({"epf"}), ("E01",), 0, Usage(10, 5, 0)
    )
    await desk.log.begin("u1", access)
    sends = (await desk.send(path=f"{PATH}/access")).json()["sends"]
    assert [(send["factIds"], send["scopes"], send["tokens"]) for send in sends] == [(["E01"], ["epf"], 15)]
    assert (await desk.send(path=f"{PATH}/access", user="u2")).json() == {"sends": []}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", PATH, 405),
        ("GET", f"{PATH}/epf", 405),
        ("DELETE", f"{PATH}/gold", 404),
        ("POST", f"{PATH}/access", 405),
        ("GET", f"{PATH}?all=1", 422),
        ("GET", f"{PATH}/jobs/none", 404),
    ],
)
async def test_what_is_not_there_is_said_to_be_so(desk: Desk, method: str, path: str, status: int) -> None:
    assert (await desk.send(method, path, json={})).status_code == status


async def test_nobody_agrees_without_signing_in(api: Api, desk: Desk) -> None:
    assert (await api.send("consents", "POST", PATH, json={})).status_code == 401


async def test_receipts_can_be_read_again_word_for_word_and_belong_to_one_person(desk: Desk) -> None:
    receipt = (await desk.agree(("epf", "sync"), language="hi")).json()
    await desk.send("DELETE", f"{PATH}/epf")
    taken_back, given = (await desk.send(path=f"{PATH}/events")).json()["events"]
    assert (given["eventId"], given["text"]) == (receipt["receiptId"], receipt["text"])
    assert given["noticeVersion"] == receipt["noticeVersion"]
    assert (taken_back["action"], taken_back["text"], taken_back["noticeVersion"]) == ("revoke", [], None)
    assert (await desk.send(path=f"{PATH}/events", user="u2")).json() == {"events": []}
