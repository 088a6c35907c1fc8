"""Bring every user's data key under the primary version of the KMS key.

Run it after a new version became primary, and before an old one is disabled or destroyed. A new primary takes up to
three hours to be used everywhere, so run it again after that: an old version is out of use once a whole run says
that it rewrapped 0 and could not open 0. An interrupted run goes on with the same --resume file.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

from future_finance.adapters.cloud_kms import CloudKms
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.vault import EnvelopeVault
from future_finance.config import settings
from future_finance.errors import ConfigError, VaultUnavailable
from future_finance.usecases.rotation import Rotation, rotate_keys


async def rotate(rotation: Rotation, on_page: Callable[[Rotation], None]) -> None:
    """Rewrap with the environment's key and vault database."""
    here = settings()
    client = connect(here.project, here.vault_database)
    kms = CloudKms(here.kms_key, here.kms_emulator)
    try:
        await rotate_keys(EnvelopeVault(Documents(client), kms), rotation, on_page)
    finally:
        await kms.aclose()
        await disconnect(client)


class Bookmark:
    """How far a run came, in a private file; without a path it remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def read(self) -> str | None:
        return self._path.read_text() if self._path is not None and self._path.exists() else None

    def keep(self, rotation: Rotation) -> None:
        if self._path is None or rotation.last_uid is None:
            return
        draft = self._path.with_name(f"{self._path.name}.new")
        draft.touch(mode=0o600)
        draft.write_text(rotation.last_uid)
        draft.replace(self._path)

    def remove(self) -> None:
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="rotate-keys", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--resume", type=Path, help="file that keeps how far a run came")
    resume: Path | None = parser.parse_args().resume
    if resume is not None:
        resume = Path(os.environ.get("FF_CALLED_FROM", ".")) / resume
    bookmark = Bookmark(resume)
    rotation = Rotation(last_uid=bookmark.read())
    try:
        asyncio.run(rotate(rotation, bookmark.keep))
    except ConfigError as error:
        print(f"rotate-keys: {error}", file=sys.stderr)
        return 2
    except VaultUnavailable:
        print("rotate-keys: the vault or Cloud KMS does not answer; run it again to go on", file=sys.stderr)
        return 1
    bookmark.remove()
    print(
        f"rewrapped {rotation.rewrapped}, already current {rotation.current}, could not open {rotation.unopenable}"
    )
    return 0 if rotation.unopenable == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
