"""An export of ten thousand transactions, and the erasure of the person with the most."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import subprocess
import sys
import time
from datetime import datetime

from google.cloud.firestore_v1.async_client import AsyncClient

from emulators.children import ROOT
from emulators.supervisor.addresses import PROJECT, base_environment, url
from emulators.supervisor.stack import Stack
from future_finance.adapters.firestore.client import connect, disconnect
from scripts.journey.api import Api
from scripts.journey.cost import CostMeter
from scripts.journey.journey import Journey
from scripts.journey.person import of_simulator
from scripts.journey.steps import Steps
from scripts.journey.sync import sync
from scripts.measure import bulk
from scripts.measure.figure import Figure

GOAL_EXPORT_S = 3.0
GOAL_EXPORT_MIB = 150
GOAL_ERASURE_S = 5.0
PATIENCE_S = 60.0


def measure(stack: Stack) -> list[Figure]:
    api = Api(url(stack.at.gateway))
    try:
        _settle(api, "meenakshi")
        erased = _erasure(api)
        _settle(api, "aarav")
        uid = str(api.get_by_cookie("/auth/session")["uid"])
        asyncio.run(_fill(stack, uid))
        exported = [figure for wanted in ("json", "csv", "xlsx") for figure in _export(stack, uid, wanted)]
    finally:
        api.close()
    return [*exported, erased]


def _settle(api: Api, person: str) -> None:
    """Synced, with insights and a conversation."""
    connection_id = Journey(api, of_simulator(person), Steps(lambda step, note: None)).arrive()
    sync(api, CostMeter(api), connection_id, secrets.token_hex(8))
    api.post("/api/chat", {"message": "What is my net worth?"})
    job_id = api.post("/api/insights/generate", {})["jobId"]
    deadline = time.monotonic() + PATIENCE_S
    while api.get(f"/api/insights/jobs/{job_id}")["status"] in {"queued", "running"}:
        if time.monotonic() > deadline:
            raise AssertionError(f"no insights within {PATIENCE_S:.0f} s")
        time.sleep(0.25)


def _export(stack: Stack, uid: str, wanted: str) -> list[Figure]:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.measure.one_export", uid, wanted],
        cwd=ROOT,
        env=base_environment() | stack.environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    spent = json.loads(done.stdout)
    name = f"full export as {wanted}, {bulk.ROWS:,} transactions"
    return [
        Figure(name, spent["seconds"], "s", GOAL_EXPORT_S),
        Figure(f"memory of its whole process, {wanted}", spent["mib"], "MiB", GOAL_EXPORT_MIB),
    ]


def _erasure(api: Api) -> Figure:
    """From the request to the receipt that says erased: the task's way through its queue is in it."""
    asked = api.delete("/api/account")
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        receipt = api.get(f"/api/erasures/{asked['receiptId']}")
        if receipt["status"] == "erased":
            requested, finished = (
                datetime.fromisoformat(receipt[name]) for name in ("requestedAt", "finishedAt")
            )
            documents = sum(receipt["counts"].values())
            spent_s = (finished - requested).total_seconds()
            note = f"{documents} documents and files"
            return Figure("erasure of Meenakshi, asked and done", spent_s, "s", GOAL_ERASURE_S, note)
        time.sleep(0.25)
    raise AssertionError(f"not erased within {PATIENCE_S:.0f} s")


async def _fill(stack: Stack, uid: str) -> None:
    os.environ["FIRESTORE_EMULATOR_HOST"] = stack.environment["FIRESTORE_EMULATOR_HOST"]
    client: AsyncClient = connect(PROJECT)
    home = client.document("users", uid).collection("ledger")
    for document_id, fields in bulk.ledger_documents().items():
        await home.document(document_id).set(fields)
    await disconnect(client)
