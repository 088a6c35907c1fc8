"""Taking one's data along, bringing it back, and being erased: on the whole stack, by the person's own requests."""

from __future__ import annotations

import asyncio
import io
import json
import os
import secrets
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest

from emulators.children import ROOT
from emulators.supervisor.addresses import PROJECT, url
from emulators.supervisor.stack import Stack
from future_finance.adapters.firestore.client import connect, disconnect
from scripts.journey.google import google_sign_in
from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.night import Night
from tests.emulator.visitor import Hands, Visitor, eventually
from tests.stored_everywhere import mentions

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

FULL = {"exportType": "full_export", "format": "json"}
SCREENS = (
    "/api/financial/overview",
    "/api/financial/assets",
    "/api/financial/liabilities",
    "/api/financial/net-worth?period=all",
    "/api/financial/facts",
    "/api/insights?limit=50",
    "/api/chat/conversations",
    "/api/profile",
    "/api/consents",
    "/api/consents/events",
    "/api/consents/access",
    "/api/connections",
)


def settle(visitor: Visitor) -> None:
    """Synced, with insights and a conversation."""
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    asked = visitor.post("/api/insights/generate", {}, **{"Idempotency-Key": secrets.token_hex(8)})
    ended(visitor, f"/api/insights/jobs/{asked.json()['jobId']}", {"queued", "running"})
    assert visitor.post("/api/chat", {"message": "What is my net worth?"}).status_code == 200


def ended(visitor: Visitor, path: str, before: set[str]) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        shown: dict[str, Any] = visitor.get(path).json()
        return None if shown["status"] in before else shown

    return eventually(look, lambda: visitor.get(path).text)


def export(visitor: Visitor, body: Mapping[str, str] = FULL) -> str:
    asked = visitor.post("/api/export", dict(body), **{"Idempotency-Key": secrets.token_hex(8)})
    assert (asked.status_code, asked.json()["status"]) == (202, "processing"), asked.text
    job_id = str(asked.json()["jobId"])
    assert ended(visitor, f"/api/export/{job_id}", {"processing"})["status"] == "ready"
    return job_id


def erase(visitor: Visitor) -> dict[str, Any]:
    """Asks for it, and waits for the receipt."""
    asked = visitor.delete("/api/account")
    assert asked.status_code == 202, asked.text
    return receipt(visitor, asked.json()["receiptId"])


def receipt(visitor: Visitor, receipt_id: str) -> dict[str, Any]:
    return ended(visitor, f"/api/erasures/{receipt_id}", {"running"})


class Newcomer:
    """Signed in with a new Google account; an empty account."""

    def __init__(self, stack: Stack) -> None:
        self.email = f"{secrets.token_hex(6)}@example.com"
        auth = f"http://{stack.environment['FIREBASE_AUTH_EMULATOR_HOST']}"
        self.token = google_sign_in(auth, "local", self.email, "Somebody New")
        self.client = httpx2.Client(
            base_url=url(stack.at.gateway), timeout=75, headers={"Authorization": f"Bearer {self.token}"}
        )
        self.uid = str(self.client.post("/auth/session", json={}).json()["uid"])


@pytest.fixture
def newcomer(stack: Stack) -> Iterator[Newcomer]:
    newcomer = Newcomer(stack)
    yield newcomer
    newcomer.client.close()


@pytest.fixture(scope="module")
def meenakshi(arrive: Arrive) -> Visitor:
    """The one with the most."""
    visitor = arrive("meenakshi")
    settle(visitor)
    return visitor


@pytest.fixture(scope="module")
def archive(meenakshi: Visitor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Her full export."""
    answer = meenakshi.get(f"/api/export/{export(meenakshi)}/download")
    assert answer.headers["content-type"] == "application/zip"
    path = tmp_path_factory.mktemp("export") / "meenakshi.zip"
    path.write_bytes(answer.content)
    return path


def import_export(stack: Stack, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["scripts/import-export", *map(str, arguments), "--port", str(stack.at.gateway)],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_full_export_brought_into_an_empty_account_shows_the_same(
    stack: Stack, meenakshi: Visitor, archive: Path, newcomer: Newcomer
) -> None:
    done = import_export(stack, archive, "--as", newcomer.email)
    assert done.returncode == 0, done.stderr
    assert "ledger" in done.stdout
    conversation = meenakshi.get("/api/chat/conversations").json()["conversations"][0]["id"]
    for path in (*SCREENS, f"/api/chat/conversations/{conversation}"):
        hers, brought = meenakshi.get(path), newcomer.client.get(path)
        assert (hers.status_code, brought.status_code) == (200, 200), path
        assert brought.json() == hers.json(), path  # keys of a map have no order in Firestore
    again = import_export(stack, archive, "--uid", newcomer.uid)
    assert (again.returncode, "not empty" in again.stderr) == (2, True)


def changed(archive: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(archive) as found:
        files = {name: found.read(name) for name in found.namelist()}
    change(files)
    path = tmp_path / "changed.zip"
    with zipfile.ZipFile(path, "w") as out:
        for name, content in files.items():
            out.writestr(name, content)
    return path


def _another_amount(files: dict[str, bytes]) -> None:
    files["data/ledger.json"] = files["data/ledger.json"].replace(b'"amountMinor":1', b'"amountMinor":2', 1)


def _another_version(files: dict[str, bytes]) -> None:
    files["manifest.json"] = files["manifest.json"].replace(b'"schemaVersion": 1', b'"schemaVersion": 2')


def _a_file_more(files: dict[str, bytes]) -> None:
    files["../../etc/passwd"] = b"root"


def _no_manifest(files: dict[str, bytes]) -> None:
    del files["manifest.json"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_another_amount, "SHA-256"),
        (_another_version, "schema version 2"),
        (_a_file_more, "exactly the files"),
        (_no_manifest, "no manifest"),
    ],
)
def test_an_export_that_was_changed_is_refused_and_nothing_is_imported(
    stack: Stack,
    archive: Path,
    newcomer: Newcomer,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], None],
    why: str,
) -> None:
    done = import_export(stack, changed(archive, tmp_path, change), "--uid", newcomer.uid)
    assert (done.returncode, why in done.stderr) == (2, True), done.stderr
    assert traces(stack, newcomer.uid) == [f"users/{newcomer.uid}"]


def test_nobody_else_downloads_it(stack: Stack, meenakshi: Visitor, newcomer: Newcomer) -> None:
    job_id = export(meenakshi, {"exportType": "financial_data", "format": "xlsx"})
    for rest in ("", "/download"):
        assert error_of(newcomer.client.get(f"/api/export/{job_id}{rest}")) == (404, "not_found")
    content = meenakshi.get(f"/api/export/{job_id}/download").content
    assert "Future-Finance.xlsx" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_after_a_day_its_owner_does_not_download_it_either(stack: Stack, arrive: Arrive) -> None:
    visitor = arrive("aarav")
    job_id = export(visitor)
    assert visitor.get(f"/api/export/{job_id}/download").status_code == 200
    with Night.over(stack) as night:
        kept = night.database.document("users", visitor.uid, "exports", job_id)
        kept.update({"expireAt": datetime.now(UTC)})
    assert error_of(visitor.get(f"/api/export/{job_id}/download")) == (404, "not_found")
    assert visitor.get(f"/api/export/{job_id}").json()["status"] == "expired"
    assert visitor.get("/api/export").json() == {"exports": []}


def test_an_erased_person_is_nowhere_and_cannot_come_back(stack: Stack, arrive: Arrive, hands: Hands) -> None:
    leaver = arrive("priya")
    settle(leaver)
    export(leaver)
    (old_job,) = leaver.ask()
    leaver.ended(old_job)
    cookie = leaver.post("/auth/session", {}).cookies["__session"]
    words = [leaver.uid, leaver.who.email, leaver.who.name]
    assert len(traces(stack, *words)) > 20
    shown = erase(leaver)
    assert (shown["status"], shown["left"]) == ("erased", 0)
    assert shown["counts"]["objects"] == 1
    assert shown["counts"]["ledger"] > 0
    assert traces(stack, leaver.uid, leaver.who.email) == []
    assert not any(word in json.dumps(shown) for word in words)

    late = hands.deliver({"uid": leaver.uid, "jobId": old_job, "connectionId": "-"})
    assert late.json() == {"ended": "gone"}
    for answer in (
        leaver.get("/api/financial/overview"),
        leaver.post("/auth/session", {}),
        leaver.post("/api/chat", {"message": "Hello"}),
        leaver.post("/api/export", FULL),
        leaver.delete("/api/account"),
    ):
        assert answer.status_code in {401, 404}, answer.text
    with httpx2.Client(base_url=url(stack.at.gateway), timeout=30) as browser:
        back = browser.post(
            "/auth/session",
            json={},
            headers={"Cookie": f"__session={cookie}", "Origin": stack.environment["FF_APP_URL"]},
        )
    assert back.status_code == 401, back.text
    assert traces(stack, leaver.uid, leaver.who.email) == []


def test_a_running_sync_and_a_running_turn_bring_nobody_back(
    stack: Stack, arrive: Arrive, hands: Hands
) -> None:
    leaver = arrive("rohan")
    leaver.link()
    assert leaver.sync()["status"] == "succeeded"
    hands.wait_until_queues_are_idle()  # the insights that follow ask the model, too
    faults = f"{url(stack.at.vertex_ai)}/__faults"
    httpx2.post(faults, json={"mode": "slow", "times": 1, "seconds": 6})  # longer than the erasure
    hands.fi_fails("slow", leaver.who.phone, tool="fetch_net_worth", seconds=3)
    with ThreadPoolExecutor(1) as pool:
        leaver.ask()
        turn = pool.submit(leaver.post, "/api/chat", {"message": "What is my net worth?"})
        hands.wait_until_fi_is_asked()
        shown = erase(leaver)
        assert turn.result().status_code in {200, 401, 404}
    httpx2.delete(faults)
    assert shown["status"] == "erased"
    hands.wait_until_queues_are_idle()
    assert traces(stack, leaver.uid, leaver.who.email) == []


def traces(stack: Stack, *words: str) -> list[str]:
    """Paths in both databases, and files in the bucket, that name somebody."""
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as own_loop:
        patch.setenv("FIRESTORE_EMULATOR_HOST", stack.environment["FIRESTORE_EMULATOR_HOST"])
        return own_loop.submit(asyncio.run, _traces(stack, *words)).result()


async def _traces(stack: Stack, *words: str) -> list[str]:
    found = []
    for database in ("(default)", "vault"):
        client = connect(PROJECT, database)
        found += await mentions(client, words)
        await disconnect(client)
    bucket = httpx2.get(
        f"{stack.environment['STORAGE_EMULATOR_HOST']}/storage/v1/b/{PROJECT}-exports/o"
    ).json()
    found += [item["name"] for item in bucket.get("items", []) if any(word in item["name"] for word in words)]
    return found
