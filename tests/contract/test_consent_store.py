"""What every store of consents does."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.consent_change import ConsentChange
from future_finance.adapters.firestore.consents import FirestoreConsentStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.firestore.work_jobs import FirestoreWorkJobStore
from future_finance.domain.consent import LASTS, ConsentStatus, Purpose, Scope, status_of
from future_finance.domain.consent_notice import notice
from future_finance.domain.job import JobStatus
from future_finance.domain.profile import Language
from future_finance.errors import NotFound
from future_finance.usecases.ai_ports import ConsentReader
from future_finance.usecases.consent_ports import Agreement, ConsentStore
from future_finance.usecases.consents import agreement
from future_finance.usecases.ports import SignedInPerson
from future_finance.usecases.work_jobs import WorkJobStore
from tests.fakes.consents import InMemoryConsentStore
from tests.fakes.insights import InMemoryWorkJobs

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
EVERY_PURPOSE = tuple(Purpose)


def to(*grants: tuple[Scope, Purpose], at: datetime = NOW) -> Agreement:
    return agreement(notice("global", "privacy@example.in"), grants, Language.HINDI, at)


class Store(ConsentReader, ConsentStore, Protocol):
    """Both roles."""


@dataclass(frozen=True)
class Kept:
    """A store, its jobs, and a person it knows."""

    consents: Store
    jobs: WorkJobStore
    uid: str

    async def granted(self, purpose: Purpose, at: datetime = NOW) -> frozenset[Scope]:
        return (await self.consents.granted(self.uid, purpose, at)).scopes


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def kept(request: pytest.FixtureRequest) -> AsyncIterator[Kept]:
    uid = f"u-{uuid.uuid4().hex}"
    if request.param == "in_memory":
        jobs = InMemoryWorkJobs()
        store = InMemoryConsentStore(jobs)
        store.gone.add("nobody")
        yield Kept(store, jobs, uid)
        return
    client = connect(request.getfixturevalue("firestore_emulator"))
    documents = Documents(client)
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
    yield Kept(
        FirestoreConsentStore(documents, lambda: ConsentChange(documents)),
        FirestoreWorkJobStore(documents, {}),
        uid,
    )
    await disconnect(client)


async def test_who_was_never_asked_has_agreed_to_nothing(kept: Kept) -> None:
    assert await kept.consents.consents(kept.uid) == ({}, 0)
    for purpose in Purpose:
        assert await kept.granted(purpose) == frozenset()


async def test_a_receipt_repeats_what_was_agreed_to_and_counts_on(kept: Kept) -> None:
    agreed = to((Scope.EPF, Purpose.SYNC), (Scope.EPF, Purpose.CHAT))
    receipt = await kept.consents.grant(kept.uid, agreed)
    assert (receipt.agreement, receipt.consent_version) == (agreed, 1)
    again = await kept.consents.grant(kept.uid, to((Scope.ASSETS, Purpose.SYNC)))
    assert again.consent_version == 2
    assert again.id != receipt.id
    assert await kept.granted(Purpose.SYNC) == {Scope.EPF, Scope.ASSETS}
    assert await kept.granted(Purpose.CHAT) == {Scope.EPF}


async def test_agreeing_twice_loses_nothing_and_each_time_has_its_receipt(kept: Kept) -> None:
    agreed = to((Scope.EPF, Purpose.SYNC), (Scope.EPF, Purpose.CHAT))
    receipts = [await kept.consents.grant(kept.uid, agreed) for _ in range(2)]
    both = await asyncio.gather(*(kept.consents.grant(kept.uid, agreed) for _ in range(2)))
    receipts += sorted(both, key=lambda receipt: receipt.consent_version)
    assert [receipt.consent_version for receipt in receipts] == [1, 2, 3, 4]
    assert len({receipt.id for receipt in receipts}) == 4
    consents, version = await kept.consents.consents(kept.uid)
    granted = {(scope, purpose) for scope, of in consents.items() for purpose in of}
    assert (granted, version) == (set(agreed.grants), 4)
    assert await kept.granted(Purpose.SYNC) == {Scope.EPF}
    assert [event.id for event in await kept.consents.events(kept.uid)] == [r.id for r in reversed(receipts)]


async def test_a_consent_that_has_run_out_is_as_good_as_none(kept: Kept) -> None:
    await kept.consents.grant(kept.uid, to((Scope.EPF, Purpose.SYNC)))
    assert await kept.granted(Purpose.SYNC, NOW + LASTS - timedelta(seconds=1)) == {Scope.EPF}
    assert await kept.granted(Purpose.SYNC, NOW + LASTS) == frozenset()


async def test_taking_a_scope_back_leaves_a_job_that_erases_it(kept: Kept) -> None:
    await kept.consents.grant(kept.uid, to(*((Scope.EPF, purpose) for purpose in Purpose)))
    withdrawal = await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.SYNC], NOW)
    assert (withdrawal.purposes, withdrawal.consent_version) == (EVERY_PURPOSE, 2)
    consents, version = await kept.consents.consents(kept.uid)
    assert version == 2
    assert {status_of(consents, Scope.EPF, purpose, NOW) for purpose in Purpose} == {ConsentStatus.REVOKED}
    job = await kept.jobs.get(kept.uid, withdrawal.job.id)
    assert job == withdrawal.job
    assert job.status is JobStatus.QUEUED
    assert job.request == {"scope": ["epf"], "purposes": sorted(Purpose)}


async def test_taking_back_twice_is_taking_back_once(kept: Kept) -> None:
    await kept.consents.grant(kept.uid, to((Scope.EPF, Purpose.SYNC)))
    first = await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.SYNC], NOW)
    await kept.jobs.begin(first.job, NOW)
    await kept.jobs.end(first.job, JobStatus.SUCCEEDED, None, NOW)
    again = await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.SYNC], NOW + timedelta(minutes=1))
    assert (again.consent_version, again.job.id) == (first.consent_version, first.job.id)
    assert again.job.status is JobStatus.SUCCEEDED


async def test_one_purpose_alone_can_be_taken_back(kept: Kept) -> None:
    await kept.consents.grant(kept.uid, to((Scope.EPF, Purpose.SYNC), (Scope.EPF, Purpose.CHAT)))
    withdrawal = await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.CHAT], NOW)
    assert withdrawal.purposes == (Purpose.CHAT,)
    assert await kept.granted(Purpose.CHAT) == frozenset()
    assert await kept.granted(Purpose.SYNC) == {Scope.EPF}


async def test_nobody_can_agree_for_an_account_that_is_gone(kept: Kept) -> None:
    with pytest.raises(NotFound):
        await kept.consents.grant("nobody", to((Scope.EPF, Purpose.SYNC)))
    with pytest.raises(NotFound):
        await kept.consents.revoke("nobody", Scope.EPF, [Purpose.SYNC], NOW)
    with pytest.raises(NotFound):
        await kept.consents.consents("nobody")


async def test_every_change_is_told_with_the_words_agreed_to_the_newest_first(kept: Kept) -> None:
    agreed = to((Scope.EPF, Purpose.SYNC), (Scope.EPF, Purpose.CHAT))
    await kept.consents.grant(kept.uid, agreed)
    await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.CHAT], NOW + timedelta(hours=1))
    await kept.consents.revoke(kept.uid, Scope.EPF, [Purpose.CHAT], NOW + timedelta(hours=2))
    taken_back, given = await kept.consents.events(kept.uid)
    assert (taken_back.action, taken_back.grants) == ("revoke", ((Scope.EPF, Purpose.CHAT),))
    assert taken_back.at == NOW + timedelta(hours=1)
    assert (given.action, given.grants, given.at) == ("grant", agreed.grants, NOW)
    assert (given.text, given.language, given.notice_sha256) == (agreed.text, "hi", agreed.notice_sha256)


async def test_nobody_has_changes_whose_account_is_gone(kept: Kept) -> None:
    with pytest.raises(NotFound):
        await kept.consents.events("nobody")
