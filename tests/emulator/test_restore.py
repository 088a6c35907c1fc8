"""The restore of docs/runbooks/restore.md as far as it goes without Google: export, lose, import, compare."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from google.cloud.firestore_v1.async_client import AsyncClient

from future_finance.adapters.firestore.client import connect, disconnect

pytestmark = pytest.mark.emulator

PROJECT = "demo-restore"  # its own, since it is emptied
DATABASE = f"projects/{PROJECT}/databases/(default)"
WHEN = datetime(2026, 11, 24, 10, 0, 0, 123456, tzinfo=UTC)
DOCUMENTS: dict[str, dict[str, Any]] = {
    "users/asha": {"email": "asha@example.com", "createdAt": WHEN, "shard": 7, "erasing": None},
    "users/asha/views/overview": {"builtBy": 3, "body": {"netMinor": 219373800, "parts": [{"ok": True}]}},
    "users/asha/ledger/c1_2026-11": {"rows": [{"amountMinor": -12345, "narration": "चाय ☕"}], "part": 1},
    "users/bala": {"email": "bala@example.com", "createdAt": WHEN, "shard": 63},
}


@pytest.fixture
async def client(firestore_emulator: str) -> AsyncIterator[AsyncClient]:
    client = connect(PROJECT)
    yield client
    await disconnect(client)


async def stored(client: AsyncClient) -> dict[str, dict[str, Any]]:
    found = {path: await client.document(path).get() for path in [*DOCUMENTS, "users/chitra"]}
    return {path: snapshot.to_dict() or {} for path, snapshot in found.items() if snapshot.exists}


async def emulator(method: str, path: str, body: dict[str, str] | None = None) -> None:
    host = os.environ["FIRESTORE_EMULATOR_HOST"]
    async with httpx2.AsyncClient(timeout=30) as http:
        answer = await http.request(method, f"http://{host}/emulator/v1/projects/{PROJECT}{path}", json=body)
    assert answer.status_code == 200, answer.text


async def test_what_was_exported_comes_back_as_it_was(client: AsyncClient, tmp_path: Path) -> None:
    for path, fields in DOCUMENTS.items():
        await client.document(path).set(fields)
    folder = {"database": DATABASE, "export_directory": str(tmp_path), "export_name": "backup"}
    await emulator("POST", ":export", folder)

    await emulator("DELETE", f"/databases/{quote('(default)')}/documents")
    assert await stored(client) == {}
    await client.document("users/chitra").set({"shard": 1})  # who came after the loss

    written = tmp_path / "backup" / "backup.overall_export_metadata"
    await emulator("POST", ":import", {"database": DATABASE, "export_directory": str(written)})
    assert await stored(client) == {**DOCUMENTS, "users/chitra": {"shard": 1}}
