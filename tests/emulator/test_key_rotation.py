"""The command that rotates keys, as an operator runs it."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from emulators.children import ROOT
from emulators.ports import free_port
from future_finance.usecases.ports import Purpose
from tests.contract.vault_cases import KEY, RealVault, real_vault

pytestmark = pytest.mark.emulator


async def rotate_keys(real: RealVault, kms: str, *options: str) -> tuple[int, str]:
    """Exit code and standard output."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "functions"),
        "GOOGLE_CLOUD_PROJECT": real.documents.client.project,
        "FF_APP_URL": "http://localhost:5000",
        "FF_KMS_EMULATOR_HOST": kms,
        "FF_KMS_KEY": KEY,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "scripts.key_rotation",
        *options,
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return process.returncode or 0, out.decode()


async def test_it_rewraps_every_key_once_goes_on_from_its_bookmark_and_reports_an_outage(
    firestore_emulator: str, tmp_path: Path
) -> None:
    bookmark = tmp_path / "bookmark"
    async with real_vault() as real:
        for uid in ("asha", "ravi", "zoya"):
            await real.vault.seal(uid, "fi", Purpose.FI_SESSION, {"id": uid})
        real.rotate()
        code, _ = await rotate_keys(real, f"127.0.0.1:{free_port()}", "--resume", str(bookmark))
        assert code == 1
        bookmark.write_text("asha")
        code, out = await rotate_keys(real, real.kms_address, "--resume", str(bookmark))
        assert (code, out) == (0, "rewrapped 2, already current 0, could not open 0\n")
        assert not bookmark.exists()
        code, out = await rotate_keys(real, real.kms_address)
        assert (code, out) == (0, "rewrapped 1, already current 2, could not open 0\n")
