"""The end of a journey: take everything along, bring it to another account, take a scope back, and be erased."""

from __future__ import annotations

import io
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from emulators.children import ROOT
from scripts.journey.api import Api, StepFailed
from scripts.journey.steps import Steps

WAIT_S = 60.0
_POLL_S = 0.25
_IMPORT_TIMEOUT_S = 120
TAKEN_BACK = "transactions"
_SCREENS: dict[str, dict[str, str]] = {
    "/api/financial/overview": {},
    "/api/financial/assets": {},
    "/api/financial/liabilities": {},
    "/api/financial/net-worth": {"period": "all"},
    "/api/financial/facts": {},
    "/api/insights": {"limit": "50"},
    "/api/chat/conversations": {},
    "/api/consents": {},
    "/api/profile": {},
}


@dataclass(slots=True)
class Left:
    """What was exported, taken back and erased, as the API tells it."""

    export_bytes: int = 0
    manifest: dict[str, Any] = field(default_factory=dict)
    same_screens: int = 0
    taken_back: dict[str, Any] = field(default_factory=dict)
    receipts: list[dict[str, Any]] = field(default_factory=list)


class Leaving:
    """`sign_in` signs an API client in with Google, as the person or as somebody new; answers the e-mail address."""

    def __init__(
        self, api: Api, steps: Steps, sign_in: Callable[[Api], str], sign_in_other: Callable[[Api], str]
    ) -> None:
        self._api = api
        self._steps = steps
        self._sign_in = sign_in
        self._sign_in_other = sign_in_other
        self.left = Left()

    def leave(self) -> None:
        """Raises StepFailed at the first step that fails."""
        run = self._steps.run
        archive = run("export everything", self._export)
        other = self._api.of_another_person()
        try:
            run("import it elsewhere", lambda: self._import(archive, other))
            run(f"take {TAKEN_BACK} back", self._take_back)
            run("erase the account", lambda: self._erase(self._api, self._sign_in))
            run("erase the other one", lambda: self._erase(other, self._sign_in_other))
        finally:
            other.close()

    def _export(self) -> bytes:
        wanted = {"exportType": "full_export", "format": "json"}
        asked = self._api.post("/api/export", wanted, **{"Idempotency-Key": secrets.token_hex(8)})
        done = self._settled(self._api, f"/api/export/{asked['jobId']}", {"processing"})
        if done["status"] != "ready":
            raise StepFailed(f"the export ended as {done['status']}: {done['error']}")
        content = self._api.file(f"/api/export/{asked['jobId']}/download")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if broken := archive.testzip():
                raise StepFailed(f"{broken} in the export is broken")
            self.left.manifest = json.loads(archive.read("manifest.json"))
        self.left.export_bytes = len(content)
        return content

    def _import(self, archive: bytes, other: Api) -> None:
        """Into the account of somebody new, whose screens are the same from then on."""
        email = self._sign_in_other(other)
        with tempfile.NamedTemporaryFile(suffix=".zip") as file:
            file.write(archive)
            file.flush()
            command = [sys.executable, "-m", "scripts.importing", file.name, "--as", email]
            done = subprocess.run(
                [*command, "--port", str(self._api.port)],
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": "functions"},
                capture_output=True,
                text=True,
                timeout=_IMPORT_TIMEOUT_S,
                check=False,
            )
        if done.returncode:
            raise StepFailed(done.stderr.strip())
        other_than = [path for path in _SCREENS if _shown(self._api, path) != _shown(other, path)]
        if other_than:
            raise StepFailed(f"after the import, not the same: {', '.join(other_than)}")
        self.left.same_screens = len(_SCREENS)

    def _take_back(self) -> None:
        months = self._api.get("/api/financial/overview")["coverage"]["ledgerMonths"]
        asked = self._api.delete(f"/api/consents/{TAKEN_BACK}")
        done = self._settled(self._api, f"/api/consents/jobs/{asked['jobId']}", {"queued", "running"})
        if done["status"] != "succeeded" or done["counts"].get("left") != 0:
            raise StepFailed(f"what was taken back is not gone: {done}")
        if months and not done["counts"].get("ledger"):
            raise StepFailed("there were statements, and none was deleted")
        overview = self._api.get("/api/financial/overview")
        if overview["withoutConsent"] != [TAKEN_BACK] or overview["coverage"]["ledgerMonths"]:
            raise StepFailed("the overview still tells of what was taken back")
        for month in months:
            if self._api.get("/api/financial/transactions", month=month)["transactions"]:
                raise StepFailed(f"there are still transactions of {month}")
        resting = [
            fact["id"]
            for fact in self._api.get("/api/financial/facts")["facts"]
            if any(source.startswith(("ledger/", "trades/")) for source in fact["sources"])
        ]
        if resting:
            raise StepFailed(f"facts still rest on what was taken back: {', '.join(resting[:5])}")
        self.left.taken_back = done

    def _erase(self, api: Api, sign_in: Callable[[Api], str]) -> None:
        """Only a fresh sign-in may ask for it."""
        sign_in(api)
        asked = api.delete("/api/account")
        receipt = self._settled(api, f"/api/erasures/{asked['receiptId']}", {"running"})
        if receipt["status"] != "erased" or receipt["left"] != 0:
            raise StepFailed(f"not everything is gone: {receipt}")
        if api.accepts("/auth/session"):
            raise StepFailed("whoever was erased can still sign in with what they had")
        self.left.receipts.append(receipt)

    def _settled(self, api: Api, path: str, under_way: Collection[str]) -> dict[str, Any]:
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            found = api.get(path)
            if found["status"] not in under_way:
                return found
            time.sleep(_POLL_S)
        raise StepFailed(f"{path} was not done within {WAIT_S:.0f} s")


def _shown(api: Api, path: str) -> dict[str, Any]:
    """A screen, but for how the links are: a session at Fi is in no export."""
    shown = api.get(path, **_SCREENS[path])
    return {name: value for name, value in shown.items() if name != "connections"}
