"""All key rings and keys, kept in a private file when one is given."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from emulators.cloud_kms.key import LocalKey, LocalVersion, VersionState
from emulators.rpc import already_exists, invalid, not_found

_RING = re.compile(r"projects/[^/]+/locations/[^/]+/keyRings/[A-Za-z0-9_\-]{1,63}")
_KEY = re.compile(rf"({_RING.pattern})/cryptoKeys/[A-Za-z0-9_\-]{{1,63}}")
_VERSION = re.compile(rf"({_KEY.pattern})/cryptoKeyVersions/([0-9]{{1,9}})")


def utc_now() -> datetime:
    return datetime.now(UTC)


class KeyStore:
    """Resource names -> keys. `save` writes the state file, mode 0600, in one step."""

    def __init__(self, state: Path | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        self._state = state
        self.now = clock
        self.rings: dict[str, datetime] = {}
        self.keys: dict[str, LocalKey] = {}
        if state is not None and state.exists():
            self._load(json.loads(state.read_text()))

    def add_ring(self, name: str) -> None:
        if not _RING.fullmatch(name):
            raise invalid("The KeyRing id must match [a-zA-Z0-9_-]{1,63}.")
        if name in self.rings:
            raise already_exists(f"KeyRing {name} already exists.")
        self.rings[name] = self.now()
        self.save()

    def add_key(self, name: str, destroy_after: timedelta | None, *, with_version: bool) -> LocalKey:
        found = _KEY.fullmatch(name)
        if not found:
            raise invalid("The CryptoKey id must match [a-zA-Z0-9_-]{1,63}.")
        self.created_ring(found[1])
        if name in self.keys:
            raise already_exists(f"CryptoKey {name} already exists.")
        key = LocalKey(name, self.now())
        if destroy_after:
            key.destroy_after = destroy_after
        if with_version:
            key.add_version(self.now())
        self.keys[name] = key
        self.save()
        return key

    def ensure(self, name: str) -> None:
        """Create the key with its ring and first version unless it is there."""
        found = _KEY.fullmatch(name)
        if not found:
            raise invalid("Not the resource name of a CryptoKey.")
        if found[1] not in self.rings:
            self.add_ring(found[1])
        if name not in self.keys:
            self.add_key(name, None, with_version=True)

    def created_ring(self, name: str) -> datetime:
        if name not in self.rings:
            raise not_found(f"KeyRing {name} not found.")
        return self.rings[name]

    def key(self, name: str) -> LocalKey:
        if name not in self.keys:
            raise not_found(f"CryptoKey {name} not found.")
        return self.keys[name]

    def key_and_version(self, name: str) -> tuple[LocalKey, int]:
        """The key and the version number that a CryptoKeyVersion's name holds."""
        found = _VERSION.fullmatch(name)
        if not found:
            raise invalid("Not the resource name of a CryptoKeyVersion.")
        return self.key(found[1]), int(found[3])

    def key_or_version(self, name: str) -> tuple[LocalKey, int]:
        """The same; a CryptoKey's name stands for its primary version."""
        if _VERSION.fullmatch(name):
            return self.key_and_version(name)
        key = self.key(name)
        return key, key.primary

    def save(self) -> None:
        if self._state is None:
            return
        draft = self._state.with_name(f"{self._state.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(self._dump(), file)
        draft.replace(self._state)

    def _dump(self) -> dict[str, Any]:
        return {
            "keyRings": {name: at.isoformat() for name, at in self.rings.items()},
            "keys": [
                {
                    "name": key.name,
                    "createdAt": key.created_at.isoformat(),
                    "destroyAfterS": key.destroy_after.total_seconds(),
                    "primary": key.primary,
                    "versions": [_dump_version(version) for version in key.versions.values()],
                }
                for key in self.keys.values()
            ],
        }

    def _load(self, state: dict[str, Any]) -> None:
        self.rings = {name: datetime.fromisoformat(at) for name, at in state["keyRings"].items()}
        for row in state["keys"]:
            versions = [_load_version(version) for version in row["versions"]]
            self.keys[row["name"]] = LocalKey(
                row["name"],
                datetime.fromisoformat(row["createdAt"]),
                timedelta(seconds=row["destroyAfterS"]),
                row["primary"],
                {version.number: version for version in versions},
            )


def _dump_version(version: LocalVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "createdAt": version.created_at.isoformat(),
        "material": base64.b64encode(version.material).decode() if version.material else None,
        "state": version.state,
        "destroyAt": version.destroy_at.isoformat() if version.destroy_at else None,
    }


def _load_version(row: dict[str, Any]) -> LocalVersion:
    return LocalVersion(
        row["number"],
        datetime.fromisoformat(row["createdAt"]),
        base64.b64decode(row["material"]) if row["material"] else None,
        VersionState(row["state"]),
        datetime.fromisoformat(row["destroyAt"]) if row["destroyAt"] else None,
    )
