"""What every log of sends to the model does."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from future_finance.adapters.firestore.ai_access import FirestoreAccessLog
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.consent import Purpose
from future_finance.errors import NotFound
from future_finance.usecases.ai_ports import AccessLog, AiAccess
from future_finance.usecases.model import Usage
from tests.fakes.ai import InMemoryAccessLog

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
SENT = AiAccess(
    at=NOW,
    purpose=Purpose.CHAT,
    model="gemini-3.8-flash",
    prompt_version="chat/v1",
    consent_version=3,
    scopes=frozenset({"assets", "liabilities"}),
    fact_ids=("N01", "N05:epf"),
    rows_sent=2,
    usage=Usage(prompt=1200, output=80, cached=900),
    calls=2,
)
BEGUN = replace(SENT, calls=0, usage=Usage(), fact_ids=(), rows_sent=0)


@pytest.fixture
def uid() -> str:
    return secrets.token_hex(8)


@pytest.fixture
async def documents(firestore_emulator: str) -> AsyncIterator[Documents]:
    client = connect(firestore_emulator)
    yield Documents(client)
    await disconnect(client)


@pytest.fixture(params=["in_memory", pytest.param("on_firestore", marks=pytest.mark.emulator)])
async def log(request: pytest.FixtureRequest, uid: str) -> AsyncIterator[AccessLog]:
    if request.param == "in_memory":
        yield InMemoryAccessLog()
        return
    client = connect(request.getfixturevalue("firestore_emulator"))
    await client.document("users", uid).set({"erasing": False})
    yield FirestoreAccessLog(Documents(client))
    await disconnect(client)


async def _sent(log: AccessLog, uid: str, access: AiAccess) -> None:
    await log.end(uid, await log.begin(uid, BEGUN), access)


async def test_a_send_is_read_as_it_ended(log: AccessLog, uid: str) -> None:
    await _sent(log, uid, SENT)
    assert list(await log.recent(uid, 10)) == [SENT]


async def test_a_send_that_was_begun_is_there_before_it_ends(log: AccessLog, uid: str) -> None:
    await log.begin(uid, BEGUN)
    assert list(await log.recent(uid, 10)) == [BEGUN]


async def test_what_was_begun_and_never_sent_goes(log: AccessLog, uid: str) -> None:
    await log.end(uid, await log.begin(uid, BEGUN), None)
    assert list(await log.recent(uid, 10)) == []


async def test_an_entry_that_was_deleted_meanwhile_is_not_brought_back(log: AccessLog, uid: str) -> None:
    entry = await log.begin(uid, BEGUN)
    await log.end(uid, entry, None)
    await log.end(uid, entry, SENT)
    assert list(await log.recent(uid, 10)) == []


async def test_the_newest_come_first_and_no_more_than_asked_for(log: AccessLog, uid: str) -> None:
    for minutes in range(4):
        await _sent(log, uid, replace(SENT, at=NOW + timedelta(minutes=minutes)))
    found = await log.recent(uid, 2)
    assert [access.at for access in found] == [NOW + timedelta(minutes=3), NOW + timedelta(minutes=2)]


async def test_nobody_sees_anothers(log: AccessLog, uid: str) -> None:
    await _sent(log, uid, SENT)
    assert list(await log.recent(secrets.token_hex(8), 10)) == []


@pytest.mark.emulator
@pytest.mark.parametrize("fields", [None, {"erasing": True}])
async def test_nothing_is_written_below_a_person_who_is_going(
    documents: Documents, fields: dict[str, bool] | None
) -> None:
    uid = secrets.token_hex(8)
    if fields is not None:
        await documents.ref("users", uid).set(fields)
    log = FirestoreAccessLog(documents)
    with pytest.raises(NotFound):
        await log.begin(uid, SENT)
    assert list(await log.recent(uid, 10)) == []


@pytest.mark.emulator
async def test_an_entry_goes_after_a_year(documents: Documents, uid: str) -> None:
    await documents.ref("users", uid).set({"erasing": False})
    await FirestoreAccessLog(documents).begin(uid, SENT)
    entries = documents.ref("users", uid).collection("aiAccess")
    ((_, fields),) = await documents.query(entries.limit(2))
    assert fields["expireAt"] - fields["at"] == timedelta(days=365)
