"""An erasure killed between any two of its steps, then delivered again, leaves nothing that names the person."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from future_finance.adapters.cloud_storage import ExportsBucket
from future_finance.adapters.firestore import account_erasure
from future_finance.adapters.firestore.account_erasure import FirestoreErasureStore
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.adapters.key_shredder import VaultShredder
from future_finance.domain.erasure import Erasure, one_way_id
from future_finance.domain.export.collections import ACCOUNT, EXPORTED
from future_finance.errors import Forbidden, Unavailable
from future_finance.usecases.erase_account import Erasing, erase_account
from future_finance.usecases.ports import SignedInPerson
from tests.emulator.store.conftest import NOW
from tests.emulator.store.test_sync_cut_off import Countdown, Killed, Mortal
from tests.fakes.clock import FixedClock
from tests.fakes.erasures import InMemoryAccounts
from tests.stored_everywhere import mentions

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

LOG_KEPT = timedelta(days=365)
PER_COLLECTION = 3  # one batch and a rest
AT_ONCE = 4  # people, each in databases of their own
EMAIL, NAME = "meenakshi@example.in", "Meenakshi Iyer"


class Person:
    """Someone with documents in every collection, files, and sealed values; in databases of their own."""

    def __init__(self, documents: Documents, vault: Documents, bucket: ExportsBucket) -> None:
        self.uid = f"u-{uuid.uuid4().hex}"
        self.documents = documents
        self.vault = vault
        self.bucket = bucket
        self.accounts = InMemoryAccounts()
        self.clock = FixedClock(NOW)
        self.erasures = FirestoreErasureStore(documents, LOG_KEPT)

    async def settle(self) -> Erasure:
        """Move in, and ask to be erased."""
        signed_in = SignedInPerson(self.uid, EMAIL, NAME, None)
        await FirestoreUserStore(self.documents).ensure(signed_in, NOW)
        own = {"uid": self.uid, "email": EMAIL, "name": NAME, "schemaVersion": 1}
        own |= {"type": "manual", "purpose": "chat", "action": "grant", "grants": [], "at": NOW}
        user_ref = self.documents.ref("users", self.uid)
        batch = self.documents.client.batch()
        for collection in [*EXPORTED, "exports"]:
            if collection not in {ACCOUNT, "turns"}:
                for number in range(PER_COLLECTION):
                    batch.set(user_ref.collection(collection).document(f"{number}"), own)
        for number in range(PER_COLLECTION):
            home = user_ref.collection("conversations").document("0").collection("turns")
            batch.set(home.document(f"{number}"), own)
        for path in (
            f"quotas/{self.uid}_2026-11-24",
            f"quotas/{self.uid}_2026-11-25",
            f"deadLetters/sync-connection_{self.uid}_j1",
        ):
            batch.set(self.documents.ref(*path.split("/")), own)
        await batch.commit()
        sealed = self.vault.client.batch()
        for path in (f"keys/{self.uid}", f"tokens/{self.uid}_fi_fi", f"tokens/{self.uid}_google_google"):
            sealed.set(self.vault.ref(*path.split("/")), {"uid": self.uid})
        await sealed.commit()
        await self.bucket.write(self.uid, "e1", _zip())
        return await self.erasures.begin(self.uid, NOW)

    async def deliver(self, erasure: Erasure, countdown: Countdown | None = None) -> str:
        steps = countdown or Countdown(None)

        def mortal(inner: object) -> Any:
            return Mortal(inner, steps)

        erasing = Erasing(
            erasures=FirestoreErasureStore(mortal(self.documents), LOG_KEPT),
            vault=VaultShredder(mortal(self.vault)),
            objects=mortal(self.bucket),
            accounts=mortal(self.accounts),
            clock=self.clock,
        )
        return await erase_account(erasing, self.uid, erasure.id, last=False)

    async def traces(self) -> list[str]:
        words = (self.uid, EMAIL, NAME)
        found = await mentions(self.documents.client, words) + await mentions(self.vault.client, words)
        return found + ["a file"] * await self.bucket.count(self.uid)


@asynccontextmanager
async def databases() -> AsyncIterator[tuple[Documents, Documents]]:
    project = f"demo-{uuid.uuid4().hex[:20]}"
    clients = connect(project), connect(project, "vault")
    yield Documents(clients[0]), Documents(clients[1])
    for client in clients:
        await disconnect(client)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account_erasure, "BATCH", PER_COLLECTION - 1)


async def test_killed_anywhere_and_delivered_again_nothing_names_the_person(
    firestore_emulator: str, bucket: ExportsBucket, small_batches: None
) -> None:
    async with databases() as (documents, vault):
        unhurt = Person(documents, vault, bucket)
        erasure = await unhurt.settle()
        assert len(await unhurt.traces()) > 50
        steps = Countdown(None)
        assert await unhurt.deliver(erasure, steps) == "erased"
        assert await unhurt.traces() == []
        receipt = await unhurt.erasures.get(erasure.id)
    assert receipt is not None
    assert receipt.counts["turns"] == receipt.counts["ledger"] == PER_COLLECTION
    assert (receipt.counts["quotas"], receipt.counts["users"], receipt.counts["objects"]) == (2, 1, 1)
    assert steps.seen > 100

    slots = asyncio.Semaphore(AT_ONCE)

    async def killed_at(step: int) -> None:
        async with slots, databases() as (documents, vault):
            person = Person(documents, vault, bucket)
            erasure = await person.settle()
            with pytest.raises(Killed):
                await person.deliver(erasure, Countdown(step))
            assert await person.deliver(erasure) in {"erased", "finished"}, f"step {step}"
            assert await person.traces() == [], f"step {step}"
            again = await person.erasures.get(erasure.id)
            assert again is not None
            assert again.uid is None
            # Documents are counted as they go; of files a kill may lose the number.
            counted = {"objects": 1} | dict(again.counts)
            assert counted == receipt.counts, f"step {step}"
            assert await person.deliver(erasure) == "finished"

    await asyncio.gather(*map(killed_at, range(steps.seen)))


async def test_what_is_kept_of_the_processing_has_no_content(
    firestore_emulator: str, bucket: ExportsBucket
) -> None:
    async with databases() as (documents, vault):
        person = Person(documents, vault, bucket)
        await person.deliver(await person.settle())
        log = await documents.get("processingLog", one_way_id(person.uid))
        assert log == {
            "since": NOW,
            "erasureRequestedAt": NOW,
            "consents": [{"action": "grant", "grants": [], "notice": None, "at": NOW}] * PER_COLLECTION,
            "sendsByPurpose": {"chat": PER_COLLECTION},
            "jobsByType": {"manual": PER_COLLECTION},
            "expireAt": NOW + LOG_KEPT,
            "schemaVersion": 1,
        }


async def test_who_is_erased_is_not_made_again_and_others_stay(
    firestore_emulator: str, bucket: ExportsBucket
) -> None:
    async with databases() as (documents, vault):
        person, neighbour = Person(documents, vault, bucket), Person(documents, vault, bucket)
        neighbour.uid = f"{person.uid}_2x"  # an id that begins alike
        erasure = await person.settle()
        await neighbour.settle()
        before = await mentions(documents.client, [neighbour.uid])
        await person.deliver(erasure)
        assert await mentions(documents.client, [neighbour.uid]) == before
        assert await bucket.count(neighbour.uid) == 1
        with pytest.raises(Forbidden):
            await FirestoreUserStore(documents).ensure(SignedInPerson(person.uid, EMAIL, NAME, None), NOW)


async def test_what_appears_while_it_is_erased_is_found_by_the_second_look(
    firestore_emulator: str, bucket: ExportsBucket
) -> None:
    class Late(InMemoryAccounts):
        async def delete_account(self, uid: str) -> None:
            await documents.ref("users", uid, "ledger", "late").set({"uid": uid})
            await super().delete_account(uid)

    async with databases() as (documents, vault):
        person = Person(documents, vault, bucket)
        erasure = await person.settle()
        person.accounts = Late()
        with pytest.raises(Unavailable):
            await person.deliver(erasure)
        person.accounts = InMemoryAccounts()
        assert await person.deliver(erasure) == "erased"
        assert await person.traces() == []


async def _zip() -> AsyncIterator[bytes]:
    yield b"zip"
