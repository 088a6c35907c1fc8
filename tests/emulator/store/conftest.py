"""Stores on the Firestore emulator, each test with a user of its own."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import pytest

from emulators.ports import free_port
from emulators.supervisor.addresses import PROJECT
from emulators.supervisor.stack import Stack
from future_finance.adapters.cloud_storage import ExportsBucket
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.overviews import FirestoreOverviewStore
from future_finance.adapters.firestore.rebuild import OverviewRebuild
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.firestore.views import FirestorePortfolioStore
from future_finance.usecases.ports import SignedInPerson
from tests.consenting import consent
from tests.fakes.clock import FixedClock

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def documents(firestore_emulator: str) -> AsyncIterator[Documents]:
    client = connect("demo-future-finance")
    yield Documents(client)
    await disconnect(client)


@pytest.fixture
async def uid(documents: Documents) -> str:
    """Someone who has agreed to everything."""
    uid = f"u-{uuid.uuid4().hex}"
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, "a@example.com", "A", None), NOW)
    await consent(documents, uid, NOW)
    return uid


@pytest.fixture
def connections(documents: Documents, clock: FixedClock) -> FirestoreConnectionStore:
    return FirestoreConnectionStore(documents, clock)


@pytest.fixture
def jobs(documents: Documents) -> FirestoreJobStore:
    return FirestoreJobStore(documents, syncs_per_day=20)


@pytest.fixture
def syncs(documents: Documents) -> FirestoreSyncStore:
    return FirestoreSyncStore(documents)


class Screens(FirestorePortfolioStore):
    """Everything that screens read."""

    def __init__(self, documents: Documents, clock: FixedClock) -> None:
        super().__init__(documents, clock)
        rebuild = OverviewRebuild(documents, clock)
        self.overview = FirestoreOverviewStore(documents, lambda: rebuild, clock).overview


@pytest.fixture
def screens(documents: Documents, clock: FixedClock) -> Screens:
    return Screens(documents, clock)


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    stack = Stack(free_port(), ("cloud_storage",), state=tmp_path_factory.mktemp("storage"))
    stack.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STORAGE_EMULATOR_HOST", stack.environment["STORAGE_EMULATOR_HOST"])
        yield
    stack.stop()


@pytest.fixture
def bucket(storage: None) -> Iterator[ExportsBucket]:
    bucket = ExportsBucket(PROJECT, f"{PROJECT}-exports", emulated=True)
    yield bucket
    bucket.close()
