"""PortfolioStore, OverviewStore and FactStore: after the same syncs, memory and Firestore say the same."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.fact_build import FactBuild
from future_finance.adapters.firestore.facts import FirestoreFactStore
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.overviews import FirestoreOverviewStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.profile_change import ProfileChange
from future_finance.adapters.firestore.rebuild import OverviewRebuild
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.firestore.views import FirestorePortfolioStore
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.connection import Connection, ConnectionStatus
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.local_date import local_date
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile
from future_finance.usecases.ports import LeaseTaken, SignedInPerson
from tests.consenting import consent
from tests.fakes.clock import FixedClock
from tests.fakes.connections import InMemoryConnectionStore
from tests.fakes.person import SNAPSHOT
from tests.fakes.portfolio import InMemoryPortfolioStore
from tests.fakes.profile import InMemoryProfileStore

pytestmark = pytest.mark.emulator

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
LINK = Connection("c1", "fi_money", ConnectionStatus.ACTIVE, 5, NOW, NOW + timedelta(minutes=30))
ENTERED = Profile(
    assets=(ManualEntry("m1", AssetClass.GOLD, "Bangles", 2_000_000, date(2026, 10, 1)),),
    debts=(ManualEntry("m2", LiabilityClass.PERSONAL_DEBT, "Uncle", 9_000_000, date(2026, 10, 1)),),
)
TODAY = local_date(NOW)
SYNCED_AT = (NOW, NOW + timedelta(minutes=5))


@pytest.fixture
async def documents(firestore_emulator: str) -> AsyncIterator[Documents]:
    client = connect("demo-future-finance")
    yield Documents(client)
    await disconnect(client)


async def sync(documents: Documents, uid: str, at: datetime) -> None:
    """One whole sync on Firestore."""
    jobs = FirestoreJobStore(documents, syncs_per_day=20)
    job = Job(f"j{at:%H%M}", uid, LINK.id, JobType.MANUAL, JobStatus.QUEUED, at)
    await jobs.create_jobs([job])
    taken = await jobs.take_lease(uid, job.id, "attempt", at, at + timedelta(minutes=3))
    assert isinstance(taken, LeaseTaken)
    await FirestoreSyncStore(documents).commit(taken, SNAPSHOT, (), at)


async def test_memory_says_what_firestore_says(documents: Documents) -> None:
    uid = f"u-{uuid.uuid4().hex}"
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
    await consent(documents, uid, NOW)
    await FirestoreConnectionStore(documents, FixedClock(NOW)).put(uid, LINK, expected=None)
    links = InMemoryConnectionStore(LINK, uid=uid)
    profiles = InMemoryProfileStore()
    memory = InMemoryPortfolioStore(links, profiles)
    entering = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    for entered in (profiles, entering):
        await entered.replace(uid, ENTERED, None, NOW)
    for at in SYNCED_AT:
        await sync(documents, uid, at)
        memory.sync(uid, LINK, SNAPSHOT, at)
    stored = FirestorePortfolioStore(documents, FixedClock(NOW))
    rebuild = OverviewRebuild(documents, FixedClock(NOW))
    overviews = FirestoreOverviewStore(documents, lambda: rebuild, FixedClock(NOW))

    assert await memory.overview(uid) == await overviews.overview(uid)
    facts = FirestoreFactStore(documents, lambda: FactBuild(documents))
    built, kept = await facts.sheet(uid, TODAY), await facts.sheet(uid, TODAY)
    expected = await memory.sheet(uid, TODAY)
    assert built == kept == replace(expected, data_version=built.data_version)
    assert sorted((await facts.dossier(uid, TODAY)).rows, key=lambda row: row.id) == sorted(
        (await memory.dossier(uid, TODAY)).rows, key=lambda row: row.id
    )
    for store in (memory, stored):
        assert await store.asset_documents("nobody") == await store.liability_documents("nobody") == []
        assert await store.points("nobody", date.min, NOW.date()) == []
    assert await memory.asset_documents(uid) == await stored.asset_documents(uid)
    assert await memory.liability_documents(uid) == await stored.liability_documents(uid)
    assert await memory.manual_entries(uid) == await stored.manual_entries(uid) != ()
    for since, until in ((date.min, NOW.date()), (NOW.date(), NOW.date()), (date.min, date(2026, 11, 23))):
        assert await memory.points(uid, since, until) == await stored.points(uid, since, until)
    for month in ("2026-10", "2026-11", "2026-12"):
        assert await memory.ledger_rows(uid, month) == await stored.ledger_rows(uid, month)
    for year in (2025, 2026, 2024):
        assert await memory.trade_rows(uid, year) == await stored.trade_rows(uid, year)
